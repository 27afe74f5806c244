"""Two options side by side, this or that: one tap, and the next two."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from question_banks.options import Option
from question_banks.text import Text
from survey_app.activities.bars import Bar
from survey_app.activities.base import (
    Body,
    Countable,
    Given,
    Hand,
    LiveActivity,
    Raw,
    RefusedError,
    Sheet,
)
from survey_app.activities.options import options_of
from survey_app.activities.pairwise.duelling import PairwiseResult, duel, duel_by_group
from workshop_templates.activities import Pairwise

if TYPE_CHECKING:
    from analysis.chart import Chart

BETWEEN = "~"
MOST_BY_HAND = 15
"""More pairs than this nobody puts to a hall one after the other: six options."""

OVER = {"nl": "{} boven {}", "fr": "{} plutôt que {}", "de": "{} statt {}", "en": "{} over {}"}
Pair = tuple[str, str]


class LivePairwise(LiveActivity[Pairwise], kind="pairwise"):
    """A comparison is kept as ``{"won": …, "lost": …}``; each pair once a person."""

    stays = lazy_gettext(
        "Paren blijven in het verslag: winnen van iets anders is geen antwoord op een vraag."
    )

    @cached_property
    def options(self) -> tuple[Option, ...]:
        return options_of(self.settings, self.items)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(combinations((option.code for option in self.options), 2))

    @property
    def most(self) -> int | None:  # type: ignore[override]  # the base's value, worked out
        return min(self.settings.pairs, len(self.pairs))

    def clean(self, raw: Raw) -> Body:
        shown = tuple(next(iter(raw.get(name, ())), "") for name in ("left", "right"))
        won = next(iter(raw.get("choice", ())), "")
        if tuple(sorted(shown, key=self.order)) not in self.pairs or won not in shown:
            raise RefusedError({"": _("Kies een van de twee.")})
        return {"won": won, "lost": shown[shown[0] == won]}

    def order(self, code: str) -> int:
        """The place of an option in the question; what is no option comes last."""
        codes = [option.code for option in self.options]
        return codes.index(code) if code in codes else len(codes)

    def slot(self, body: Body, uuid: str) -> str:  # noqa: ARG002 — a pair is a place
        return BETWEEN.join(sorted((body["won"], body["lost"])))[:80]

    def done(self, mine: Sequence[Given]) -> bool:
        return len(mine) >= (self.most or 0)

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — the options carry their languages
        """The next pair of this person: everybody gets the pairs in an order of his own."""
        seen = {frozenset((one.body["won"], one.body["lost"])) for one in mine}
        left = [pair for pair in self.pairs if frozenset(pair) not in seen]
        if not left:
            return {"pair": (), "number": len(mine), "of": self.most}
        pair = min(left, key=lambda one: shuffled(sheet.person, one))
        turned = pair if shuffled(sheet.person, pair)[0] % 2 else pair[::-1]
        two = [next(one for one in self.options if one.code == code) for code in turned]
        return {"pair": two, "number": len(mine) + 1, "of": self.most}

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> PairwiseResult:
        return duel_by_group(self.options, list(given), self.raised(hands), k=k)

    def raised(self, hands: Iterable[Hand]) -> Counter[Pair]:
        """Hands by who won and who lost; each is kept by the places of both in the question."""
        codes = [option.code for option in self.options]
        found = Counter[Pair]()
        for hand in hands:
            won, _sign, lost = hand.option.partition(BETWEEN)
            found[codes[int(won)], codes[int(lost)]] += hand.n
        return found

    def countable(self, given: Sequence[Given]) -> Sequence[Countable]:  # noqa: ARG002 — the script says what can be chosen
        """Both sides of each pair that is put to the hall; empty when there are too many to ask."""
        if len(self.pairs) > MOST_BY_HAND:
            return ()
        places = combinations(range(len(self.options)), 2)
        return tuple(
            Countable(f"{won}{BETWEEN}{lost}", preferred(self.options[won], self.options[lost]))
            for one, other in places
            for won, lost in ((one, other), (other, one))
        )

    def group_figure(self, row: Bar) -> str:
        return _("%(n)s op 10", n=round(row.value * 10))

    def to_chart(
        self,
        given: Iterable[Given],
        hands: Iterable[Hand],
        *,
        k: int,
        about: str,
        language: str,
    ) -> "Chart | None":
        from survey_app.activities.pairwise.charting import chart_of  # noqa: PLC0415 — slow import

        question = self.settings.question.wording(language).text
        found = duel(self.options, list(given), self.raised(hands), k=k)
        return chart_of(question, found, k=k, about=about, language=language)


def preferred(won: Option, lost: Option) -> Text:
    """What a raised hand says, in words."""
    return Text(
        {
            tag: form.format(won.text.wording(tag).text, lost.text.wording(tag).text)
            for tag, form in OVER.items()
        }
    )


def shuffled(person: str, pair: Pair) -> bytes:
    """A place for a pair that looks like chance and stays the same for the same person."""
    return blake2b(f"{person} {BETWEEN.join(pair)}".encode(), digest_size=8).digest()
