"""The coach's photos: choose those that fit, or say something about each."""

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
)
from survey_app.activities.flowing import choice_of
from survey_app.activities.wall import Card, cards_of, text_of, visible
from workshop_templates.activities import Photo

if TYPE_CHECKING:
    from analysis.chart import Chart

WORDS = {"nl": "Foto", "fr": "Photo", "de": "Foto", "en": "Photo"}
COMMENTS_EACH = 2
"""How often one person may say something about one photo."""


@dataclass(frozen=True, slots=True)
class PhotoResult(Result):
    """How many people chose each photo, or what may be seen of what they said about it."""

    bars: tuple[Bar, ...] = ()
    cards: tuple[Card, ...] = ()
    groups: tuple[Group, ...] = ()

    def about(self, code: str) -> tuple[Card, ...]:
        """The comments on one photo."""
        return tuple(card for card in self.cards if card.place == code)


class LivePhoto(LiveActivity[Photo], kind="photo"):
    """Kept as ``{"chosen": [number …]}``, or ``{"photo": number, "text": …}``; the first is 1."""

    @property
    def comments(self) -> bool:
        return self.settings.take == "comment"

    @property
    def waits(self) -> bool:  # type: ignore[override]  # the base's value, worked out
        return self.comments

    @property
    def most(self) -> int | None:  # type: ignore[override]  # the base's value, worked out
        return COMMENTS_EACH * self.settings.photos if self.comments else None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(str(number + 1) for number in range(self.settings.photos))

    def caption(self, code: str) -> Text:
        """What is on a photo, in words; its number while nobody wrote them."""
        place = int(code) - 1
        if place < len(self.settings.captions):
            return self.settings.captions[place]
        return numbered(place + 1)

    def clean(self, raw: Raw) -> Body:
        if self.comments:
            photo = next(iter(raw.get("photo", ())), "")
            if photo not in self.codes:
                raise RefusedError({"photo": _("Kies bij welke foto dit hoort.")})
            return {"photo": photo, "text": text_of(raw, missing=_("Schrijf eerst iets."))}
        chosen = [code for code in self.codes if code in raw.get("chosen", ())]
        if not chosen:
            raise RefusedError({"": _("Kies eerst een foto.")})
        if len(chosen) > self.settings.most:
            raise RefusedError({"": _("Kies hoogstens %(n)s foto’s.", n=self.settings.most)})
        return {"chosen": chosen}

    def slot(self, body: Body, uuid: str) -> str:
        return uuid if "photo" in body else ""

    def done(self, mine: Sequence[Given]) -> bool:
        return bool(mine) and not self.comments

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — captions carry their languages
        held: Sequence[str] = mine[0].body.get("chosen", ()) if mine else ()
        return {
            "chosen": sheet.raw.get("chosen", ()) if sheet.raw else held,
            "photo": sheet.first("photo"),
            "text": sheet.first("text"),
        }

    def shared(self, given: Sequence[Given]) -> Sequence[Given]:
        """Comments that the facilitator showed; never who chose what."""
        return sorted(visible(given), key=lambda one: one.key) if self.comments else ()

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> PhotoResult:
        held = list(given)
        n, raised = len({one.participant for one in held}), Counter[str]()
        if self.comments:
            return self.said(held, n, k=k)
        for hand in hands:
            raised[hand.option] += hand.n
        if n + raised.total() < k:
            return PhotoResult(n, raised.total(), enough=False)
        bars = shares(self.bars(held, raised), n + raised.total())
        groups = by_role(held, lambda part: self.bars(part, Counter()), k=k)
        return PhotoResult(n, raised.total(), bars=bars, groups=groups)

    def said(self, held: Sequence[Given], n: int, *, k: int) -> PhotoResult:
        """The comments that may be seen, from ``k`` people up."""
        if n < k:
            return PhotoResult(n, enough=False)
        return PhotoResult(n, cards=cards_of(held, place="photo"))

    def bars(self, held: Iterable[Given], raised: Counter[str]) -> tuple[Bar, ...]:
        counts = Counter(code for one in held for code in one.body["chosen"])
        return tuple(
            Bar(code, self.caption(code), Fraction(counts[code] + raised[code]), raised[code])
            for code in self.codes
        )

    def counts(self, result: PhotoResult | None) -> Mapping[str, int]:
        """How many people chose each photo, when that may be told."""
        return {bar.code: int(bar.value) for bar in result.bars} if result is not None else {}

    def countable(self, given: Sequence[Given]) -> Sequence[Countable]:  # noqa: ARG002 — the script says what can be chosen
        """Hands can be raised where each person chooses one photo."""
        if self.comments or self.settings.most > 1:
            return ()
        return tuple(Countable(code, self.caption(code)) for code in self.codes)

    @cached_property
    def question(self) -> Item:
        """Which photo fits, as a question of the project's answers."""
        options = {option_of(code): self.caption(code) for code in self.codes}
        return choice_of("photos", self.settings.question, options, most=self.settings.most)

    def items_answered(self) -> Sequence[Item]:
        return () if self.comments else (self.question,)

    def answers(self, body: Body) -> Iterator[tuple[str, Answer]]:
        if not self.comments:
            chosen = tuple(option_of(code) for code in body["chosen"])
            yield self.question.code, self.question.clean({"": chosen})

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
        from survey_app.activities.photo.charting import comments_chart  # noqa: PLC0415 — slow import

        question = self.settings.question.wording(language).text
        captions = {code: self.caption(code).wording(language).text for code in self.codes}
        if self.comments:
            return comments_chart(
                question, captions, list(given), k=k, about=about, language=language
            )
        counts = Counter("+".join(sorted(one.body["chosen"])) for one in given)
        return choices(
            question,
            list(captions.items()),
            sorted(counts.items()),
            list(hands),
            measure=Measure.NOMINAL if self.settings.most == 1 else Measure.MULTIPLE,
            k=k,
            about=about,
            language=language,
        )


def option_of(code: str) -> str:
    """A photo's number as the code of an option, which begins with a letter."""
    return f"photo_{code}"


def numbered(place: int) -> Text:
    """What a photo is called while nobody said what is on it."""
    return Text({tag: f"{word} {place}" for tag, word in WORDS.items()})
