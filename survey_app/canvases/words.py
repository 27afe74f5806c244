"""Dutch words for the nine blocks, for money, and for where a note came from."""

from decimal import Decimal

from flask_babel import format_decimal
from flask_babel import lazy_gettext as _

from survey_app.canvases.rules import Flow, Source
from workshop_templates.activities import Block

BLOCKS = {
    Block.PARTNERS: _("Strategische partners"),
    Block.ACTIVITIES: _("Kernactiviteiten"),
    Block.RESOURCES: _("Mensen en middelen"),
    Block.OFFER: _("Aanbod"),
    Block.RELATIONSHIPS: _("Klantenrelaties"),
    Block.CHANNELS: _("Kanalen"),
    Block.SEGMENTS: _("Klantengroepen"),
    Block.COSTS: _("Kostenstructuur"),
    Block.REVENUE: _("Inkomsten"),
}
"""In the order in which the canvas is read: column after column, money last."""

GUIDES = {
    Block.PARTNERS: _("Wie kan iets beter dan wij, en doet mee?"),
    Block.ACTIVITIES: _("Wat gebeurt er op een gewone dinsdag?"),
    Block.RESOURCES: _("Wie en wat hebben we nodig?"),
    Block.OFFER: _("Wat kan men bij ons altijd vinden?"),
    Block.RELATIONSHIPS: _("Waarom komt iemand terug?"),
    Block.CHANNELS: _("Hoe horen mensen van ons?"),
    Block.SEGMENTS: _("Voor wie doen we dit? Noem er drie."),
    Block.COSTS: _("Wat kost de start, en wat elk jaar?"),
    Block.REVENUE: _("Wat brengt elk jaar iets op?"),
}
"""What an empty block asks."""

FLOWS = {
    Flow.COST_ONCE: _("kost, één keer"),
    Flow.COST_YEAR: _("kost, elk jaar"),
    Flow.REVENUE_ONCE: _("opbrengst, één keer"),
    Flow.REVENUE_YEAR: _("opbrengst, elk jaar"),
}
SHORT_FLOWS = {
    Flow.COST_ONCE: _("kost één keer"),
    Flow.COST_YEAR: _("kost per jaar"),
    Flow.REVENUE_ONCE: _("opbrengst één keer"),
    Flow.REVENUE_YEAR: _("opbrengst per jaar"),
}
TOTALS = {
    Flow.COST_ONCE: _("Start kost"),
    Flow.REVENUE_ONCE: _("Start brengt op"),
    Flow.COST_YEAR: _("Elk jaar kost"),
    Flow.REVENUE_YEAR: _("Elk jaar brengt op"),
}
SOURCES = {
    Source.SURVEY: _("Bevraging"),
    Source.WORKSHOP: _("Workshop"),
    Source.STEERING: _("Stuurgroep"),
    Source.COUNCIL: _("Raadscommissie"),
    Source.DESK: _("Coach"),
}
DRAWINGS = {
    Source.SURVEY: "survey",
    Source.WORKSHOP: "people",
    Source.STEERING: "chart",
    Source.COUNCIL: "vote",
    Source.DESK: "pencil",
}
ACTIONS = {
    "canvas.named": _("gaf het canvas een titel"),
    "canvas.note_added": _("zette een kaartje op het canvas"),
    "canvas.note_changed": _("veranderde een kaartje"),
    "canvas.note_moved": _("verplaatste een kaartje"),
    "canvas.note_accepted": _("aanvaardde een kaartje"),
    "canvas.note_hidden": _("legde een kaartje opzij"),
    "canvas.note_deleted": _("wiste een kaartje"),
    "canvas.notes_brought": _("bracht kaartjes van een workshop naar het canvas"),
    "canvas.laid_down": _("legde een versie van het canvas vast"),
    "canvas.brought_back": _("zette een versie van het canvas terug"),
}


def euro(cents: int) -> str:
    """``€ 38.000``, with cents where there are some; never a float on the way."""
    pattern = "#,##0" if cents % 100 == 0 else "#,##0.00"
    amount = format_decimal(Decimal(cents) / 100, format=pattern)  # type: ignore[arg-type]  # takes Decimal too
    return f"€\u00a0{amount}"
