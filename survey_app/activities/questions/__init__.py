"""Questions from the hall: everybody asks, others add their voice, the facilitator reads first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from survey_app.activities.base import Body, Countable, Given, Hand, LiveActivity, Raw, Sheet
from survey_app.activities.wall import (
    WallResult,
    cards_of,
    countable_cards,
    text_of,
    visible,
    wall,
)
from workshop_templates.activities import Questions

if TYPE_CHECKING:
    from analysis.chart import Chart

MOST_QUESTIONS = 5
MOST_VOICES = 20
ANSWERED = "answered"
"""The cluster of questions that were answered: they stay, at the foot of the list."""


class LiveQuestions(LiveActivity[Questions], kind="questions"):
    """Questions are kept as ``{"text": …}``; a person adds one voice to a question at most."""

    stays = lazy_gettext("Vragen uit de zaal blijven in het verslag: het zijn geen antwoorden.")

    most = MOST_QUESTIONS
    dots = MOST_VOICES
    dots_on_one = 1

    @property
    def waits(self) -> bool:  # type: ignore[override]  # the base's value, worked out
        return self.settings.moderated

    def clean(self, raw: Raw) -> Body:
        return {"text": text_of(raw, missing=_("Schrijf eerst uw vraag."))}

    def slot(self, body: Body, uuid: str) -> str:  # noqa: ARG002 — every question has a place
        return uuid

    def done(self, mine: Sequence[Given]) -> bool:  # noqa: ARG002 — others' questions stay to support
        return False

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — questions speak the language of who asks
        return {"left": max(MOST_QUESTIONS - len(mine), 0), "text": sheet.first("text")}

    def shared(self, given: Sequence[Given]) -> Sequence[Given]:
        """Open questions first, both in the order of the alphabet."""
        return sorted(
            visible(given),
            key=lambda one: (one.cluster == ANSWERED, str(one.body["text"]).casefold(), one.key),
        )

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> WallResult:
        found = wall(list(given), hands, k=k)
        last = sorted(found.cards, key=lambda card: card.cluster == ANSWERED)
        return replace(found, cards=tuple(last))

    def countable(self, given: Sequence[Given]) -> Sequence[Countable]:
        """The cards that everybody may see; a hand is a dot."""
        return countable_cards(self.shared(given)) if self.dots else ()

    def to_chart(
        self,
        given: Iterable[Given],
        hands: Iterable[Hand],
        *,
        k: int,
        about: str,
        language: str,
    ) -> "Chart | None":
        from survey_app.activities.charting import support  # noqa: PLC0415 — slow import

        held = list(given)
        question = self.settings.question.wording(language).text
        return support(question, held, cards_of(held, hands), k=k, about=about, language=language)
