"""An idea wall: everybody writes, the facilitator reads and bundles, everybody gives dots."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext

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
from survey_app.activities.wall import (
    WallResult,
    cards_of,
    countable_cards,
    names_of,
    text_of,
    visible,
    wall,
)
from workshop_templates.activities import Ideas

if TYPE_CHECKING:
    from analysis.chart import Chart


class LiveIdeas(LiveActivity[Ideas], kind="ideas"):
    """Ideas are kept as ``{"text": …}``; a step may take up the wall of an earlier one."""

    stays = lazy_gettext("Kaartjes blijven in het verslag: elke zaal schrijft andere.")

    @property
    def waits(self) -> bool:  # type: ignore[override]  # the base's value, worked out
        return self.settings.moderated

    @property
    def most(self) -> int | None:  # type: ignore[override]  # the base's value, worked out
        return self.settings.ideas_each

    @property
    def dots(self) -> int:  # type: ignore[override]  # the base's value, worked out
        return self.settings.dots

    def clean(self, raw: Raw) -> Body:
        if not self.settings.ideas_each:
            raise RefusedError({"": _("U kunt hier enkel stippen geven.")})
        return {"text": text_of(raw, missing=_("Schrijf eerst uw idee."))}

    def slot(self, body: Body, uuid: str) -> str:  # noqa: ARG002 — every idea has a place of its own
        return uuid

    def done(self, mine: Sequence[Given]) -> bool:  # noqa: ARG002 — the wall stays to be supported
        return False

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — ideas speak the language of who wrote them
        return {"left": max(self.settings.ideas_each - len(mine), 0), "text": sheet.first("text")}

    def groups_named(self, given: Iterable[Given]) -> tuple[str, ...]:
        """The names of groups that are there already, for who bundles the next idea."""
        return names_of(given)

    def shared(self, given: Sequence[Given]) -> Sequence[Given]:
        """The ideas themselves, without their support, in the order of the alphabet."""
        return sorted(visible(given), key=lambda one: (str(one.body["text"]).casefold(), one.key))

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> WallResult:
        return wall(list(given), hands, k=k)

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
