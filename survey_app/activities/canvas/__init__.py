"""The Business Model Canvas, filled from phones: the facilitator accepts, everybody gives dots."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from flask_babel import gettext as _

from survey_app.activities.base import (
    Body,
    Given,
    Hand,
    LiveActivity,
    Raw,
    RefusedError,
    Sheet,
)
from survey_app.activities.wall import Card, WallResult, cards_of, text_of, visible, wall
from survey_app.canvases.money import cents_of
from survey_app.canvases.rules import Flow, Source, flows_in
from survey_app.canvases.service import NoteFacts
from survey_app.canvases.words import BLOCKS, GUIDES, euro
from workshop_templates.activities import Block, Canvas

if TYPE_CHECKING:
    from analysis.chart import Chart

MOST_NOTES = 12
MONEY = (Block.COSTS, Block.REVENUE)


class LiveCanvas(LiveActivity[Canvas], kind="canvas"):
    """A note is kept as ``{"block": …, "text": …}``, with ``cents`` and ``flow`` where money is."""

    waits = True
    most = MOST_NOTES

    @property
    def dots(self) -> int:  # type: ignore[override]  # the base's value, worked out
        return self.settings.dots

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.settings.blocks

    def clean(self, raw: Raw) -> Body:
        block = next(iter(raw.get("block", ())), "")
        if len(self.blocks) == 1:
            block = self.blocks[0]
        if block not in self.blocks:
            raise RefusedError({"block": _("Kies bij welk blok uw kaartje hoort.")})
        text = text_of(raw, missing=_("Schrijf iets op het kaartje."))
        return {"block": str(block), "text": text} | self.money(raw, Block(block))

    def money(self, raw: Raw, block: Block) -> dict[str, Any]:
        """The amount on a note about costs or revenue; nothing elsewhere, or when it is empty."""
        typed = next(iter(raw.get("amount", ())), "").strip()
        if block not in MONEY or not typed:
            return {}
        cents = cents_of(typed)
        if cents is None:
            raise RefusedError({"amount": _("Typ een bedrag, bijvoorbeeld 1.250 of 12,50.")})
        once, year = flows_in(block)
        often = next(iter(raw.get("often", ())), "")
        return {"cents": cents, "flow": str(once if often == "once" else year)}

    def slot(self, body: Body, uuid: str) -> str:  # noqa: ARG002 — every note has a place of its own
        return uuid

    def done(self, mine: Sequence[Given]) -> bool:  # noqa: ARG002 — the canvas stays to be supported
        return False

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — notes speak the language of who wrote them
        names = ("block", "text", "amount", "often")
        return {
            "left": max(MOST_NOTES - len(mine), 0),
            "typed": {name: sheet.first(name) for name in names},
            "titles": BLOCKS,
            "guides": GUIDES,
            "money": any(block in MONEY for block in self.blocks),
            "euro": euro,
        }

    def shared(self, given: Sequence[Given]) -> Sequence[Given]:
        """The accepted notes, block after block, without their support."""
        order = {str(block): place for place, block in enumerate(self.blocks)}
        return sorted(
            visible(given),
            key=lambda one: (order.get(one.body["block"], 99), str(one.body["text"]).casefold()),
        )

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> WallResult:  # noqa: ARG002 — notes are not raised hands
        return wall(list(given), (), k=k, place="block")

    def block_words(self, block: Block) -> str:
        return str(BLOCKS[block])

    def guide_words(self, block: Block) -> str:
        return str(GUIDES[block])

    def on_wall(
        self, result: WallResult | None, shared: Sequence[Given]
    ) -> Mapping[Block, Sequence[Card]]:
        """The cards of each block: all that is accepted, by support once it is revealed."""
        cards = cards_of(shared, place="block") if result is None else result.cards
        return {block: [card for card in cards if card.place == block] for block in self.blocks}

    def notes(self, given: Iterable[Given]) -> Iterator[tuple[str, NoteFacts]]:
        """The accepted notes for the project's own canvas, each under a key that never changes."""
        held = list(given)
        dots = {card.key: card.dots for card in cards_of(held)}
        for one in visible(held):
            flow = one.body.get("flow")
            yield (
                str(uuid5(NAMESPACE_OID, one.key)),
                NoteFacts(
                    Block(one.body["block"]),
                    str(one.body["text"]),
                    Source.WORKSHOP,
                    one.body.get("cents"),
                    Flow(flow) if flow else None,
                    dots[one.key],
                ),
            )

    def to_chart(
        self,
        given: Iterable[Given],
        hands: Iterable[Hand],  # noqa: ARG002 — for kinds that hands are raised for
        *,
        k: int,
        about: str,
        language: str,
    ) -> "Chart | None":
        from survey_app.activities.charting import support  # noqa: PLC0415 — slow import

        held = list(given)
        cards = [
            replace(card, text=f"{BLOCKS[Block(card.place)]}: {card.text}")
            for card in cards_of(held, place="block")
        ]
        title = str(_("Business Model Canvas"))
        return support(title, held, cards, k=k, about=about, language=language)
