"""A proposal: agree, a concern, or a weighty objection with its reason; then talk, and again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _

from question_banks.answer import Answer
from question_banks.item import Item
from question_banks.measures import Measure
from question_banks.text import Text
from survey_app.activities.bars import Bar, Group, by_role, shares
from survey_app.activities.base import (
    Body,
    Countable,
    Given,
    Hand,
    LiveActivity,
    Raw,
    RefusedError,
    Result,
    Sheet,
    Standing,
)
from survey_app.activities.flowing import choice_of
from survey_app.activities.wall import text_of
from workshop_templates.activities import Consent

if TYPE_CHECKING:
    from analysis.chart import Chart

STANCES = {
    "agree": Text(
        {
            "nl": "Akkoord",
            "nl-x-easy": "Ja, dit is goed",
            "fr": "D’accord",
            "de": "Einverstanden",
            "en": "Agree",
        }
    ),
    "concern": Text(
        {
            "nl": "Een zorg",
            "nl-x-easy": "Ja, maar ik twijfel",
            "fr": "Une inquiétude",
            "de": "Ein Bedenken",
            "en": "A concern",
        }
    ),
    "objection": Text(
        {
            "nl": "Een zwaar bezwaar",
            "nl-x-easy": "Nee, dit kan niet",
            "fr": "Une objection majeure",
            "de": "Ein schwerer Einwand",
            "en": "A weighty objection",
        }
    ),
}
PICTURES = {"agree": "vink", "concern": "weetniet", "objection": "hand"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody has a concern or objects, once the facilitator has read it."""

    stance: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ConsentResult(Result):
    """How many people stand where, and the reasons that may be seen."""

    bars: tuple[Bar, ...] = ()
    reasons: tuple[Reason, ...] = ()
    groups: tuple[Group, ...] = ()

    def of(self, stance: str) -> int:
        return next((int(bar.value) for bar in self.bars if bar.code == stance), 0)

    @property
    def verdict(self) -> str:
        """What it means: an objection asks for a change, a concern does not stop anything."""
        if not self.enough:
            return ""
        if self.of("objection"):
            return "change"
        return "mind" if self.of("concern") else "all"


class LiveConsent(LiveActivity[Consent], kind="consent"):
    """One stance a person, kept as ``{"stance": …, "reason": …}``."""

    waits = True

    def must_wait(self, body: Body) -> bool:
        """Only a reason has to be read first."""
        return bool(body["reason"])

    def clean(self, raw: Raw) -> Body:
        stance = next(iter(raw.get("stance", ())), "")
        if stance not in STANCES:
            raise RefusedError({"stance": _("Kies wat u van het voorstel vindt.")})
        reason = ""
        if stance == "objection" or any(word.strip() for word in raw.get("reason", ())):
            missing = _("Schrijf waarom dit voor u echt niet kan.")
            reason = text_of(raw, missing=missing, name="reason")
        return {"stance": stance, "reason": "" if stance == "agree" else reason}

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — the stances carry their languages
        held: Mapping[str, Any] = mine[0].body if mine else {}
        chosen = sheet.first("stance") if sheet.raw else held.get("stance", "")
        reason = sheet.first("reason") if sheet.raw else held.get("reason", "")
        return {"stances": STANCES, "pictures": PICTURES, "chosen": chosen, "reason": reason}

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> ConsentResult:
        held, raised = list(given), Counter[str]()
        for hand in hands:
            raised[hand.option] += hand.n
        if len(held) + raised.total() < k:
            return ConsentResult(len(held), raised.total(), enough=False)
        return ConsentResult(
            len(held),
            raised.total(),
            bars=shares(bars_of(held, raised), len(held) + raised.total()),
            reasons=reasons_of(held),
            groups=by_role(held, lambda part: bars_of(part, Counter()), k=k),
        )

    def stance_words(self, code: str) -> Text:
        return STANCES[code]

    def picture(self, code: str) -> str:
        return PICTURES[code]

    def countable(self, given: Sequence[Given]) -> Sequence[Countable]:  # noqa: ARG002 — the script says what can be chosen
        return tuple(Countable(code, text) for code, text in STANCES.items())

    @cached_property
    def question(self) -> Item:
        """What people think of the proposal, as a question of the project's answers."""
        return choice_of("consent", self.settings.proposal, STANCES)

    def items_answered(self) -> Sequence[Item]:
        return (self.question,)

    def answers(self, body: Body) -> Iterator[tuple[str, Answer]]:
        """The stance; a reason was written for the hall and stays there."""
        yield self.question.code, self.question.clean({"": (body["stance"],)})

    def to_chart(
        self,
        given: Iterable[Given],
        hands: Iterable[Hand],
        *,
        k: int,
        about: str,
        language: str,
    ) -> "Chart | None":
        from survey_app.activities.charting import choices  # noqa: PLC0415 — slow import

        counts = Counter(str(one.body["stance"]) for one in given)
        return choices(
            self.settings.proposal.wording(language).text,
            [(code, text.wording(language).text) for code, text in STANCES.items()],
            sorted(counts.items()),
            list(hands),
            measure=Measure.NOMINAL,
            k=k,
            about=about,
            language=language,
        )


def bars_of(held: Sequence[Given], raised: Counter[str]) -> tuple[Bar, ...]:
    counts = Counter(str(one.body["stance"]) for one in held)
    return tuple(
        Bar(
            code,
            text,
            Fraction(counts[code] + raised[code]),
            by_hand=raised[code],
            pictogram=PICTURES[code],
        )
        for code, text in STANCES.items()
    )


def reasons_of(held: Iterable[Given]) -> tuple[Reason, ...]:
    """Objections first; in the order of the alphabet, which tells nothing of who was first."""
    shown = [
        Reason(str(one.body["stance"]), str(one.body["reason"]), one.name)
        for one in held
        if one.body["reason"] and one.standing == Standing.SHOWN
    ]
    once = dict.fromkeys(shown)
    return tuple(sorted(once, key=lambda one: (one.stance != "objection", one.text.casefold())))
