"""Plain words for everything a vote can be: kinds, rules, states, places in the room."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Protocol

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from analysis.tally.majority import Base, Majority
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import (
    Channel,
    Counting,
    Kind,
    MeetingState,
    Method,
    Presence,
    Receipt,
    Rules,
    Seat,
    State,
    Tie,
    codes_in,
)

Pair = tuple[str, str]
"""A name and one or two plain sentences about it."""

PRESETS: dict[Preset, Pair] = {
    Preset.COMMITTEE_ADVICE: (
        _("Advies van een commissie"),
        _("Met naam. Elk lid kiest één optie. Het resultaat is een advies, geen besluit."),
    ),
    Preset.COMMITTEE_POLL: (
        _("Peiling in een commissie"),
        _("Zonder naam, elk op het eigen toestel. Een snelle polsing, geen besluit."),
    ),
    Preset.COUNCIL_PUBLIC: (
        _("Raad, openbare stemming"),
        _("Met naam: voor, tegen of onthouding. Bij gelijke stemmen is het voorstel verworpen."),
    ),
    Preset.COUNCIL_SECRET: (
        _("Raad, geheime stemming over personen"),
        _("In een verzegelde stembus. Zo nodig een tweede ronde; daarna wint de jongste."),
    ),
    Preset.ASSEMBLY: (
        _("Algemene vergadering van een vereniging"),
        _("Met naam, met gewicht per lid en één volmacht. Gelijke stemmen: verworpen."),
    ),
    Preset.CONSENT: (
        _("Stuurgroep met consent"),
        _("Akkoord, bezorgd of bezwaar. Het voorstel gaat door als niemand bezwaar heeft."),
    ),
}
KINDS: dict[Kind, Pair] = {
    Kind.POLL: (_("Peiling"), _("Zonder naam. Eén stem per kaart of toestel.")),
    Kind.NAMED: (_("Stemming met naam"), _("Uw naam staat bij uw stem.")),
    Kind.SEALED: (_("Geheime stemming"), _("Niemand ziet wat u stemt.")),
}
ONE_EACH_DEVICE = _("Zonder naam. Eén stem per toestel.")
ONE_EACH_CARD = _("Zonder naam. Eén stem per kaart.")
METHODS: dict[Method, Pair] = {
    Method.YES_NO: (_("Voor of tegen"), _("Kies voor of tegen.")),
    Method.CHOICE: (_("Eén van meerdere"), _("Kies één optie.")),
    Method.APPROVAL: (_("Goedkeuren"), _("Kies elke optie die u goed vindt.")),
    Method.RANKING: (_("Rangorde"), _("Zet de opties in uw volgorde.")),
    Method.PERSONS: (_("Personen"), _("Kies één persoon.")),
    Method.CONSENT: (_("Consent"), _("Zeg of u akkoord gaat.")),
}
STATES: dict[State, str] = {
    State.DRAFT: _("nog niet geopend"),
    State.OPEN: _("open"),
    State.LAST_CALL: _("laatste oproep"),
    State.CLOSED: _("gesloten"),
    State.COUNTED: _("geteld"),
    State.PUBLISHED: _("bekendgemaakt"),
    State.SUPERSEDED: _("vervangen door een nieuwe ronde"),
    State.ANNULLED: _("vernietigd"),
}
TONES: dict[State, str] = {
    State.DRAFT: "",
    State.OPEN: "leaf",
    State.LAST_CALL: "sun",
    State.CLOSED: "sun",
    State.COUNTED: "sun",
    State.PUBLISHED: "leaf",
    State.SUPERSEDED: "",
    State.ANNULLED: "brick",
}
MEETINGS: dict[MeetingState, str] = {
    MeetingState.PLANNED: _("gepland"),
    MeetingState.RUNNING: _("bezig"),
    MeetingState.FINISHED: _("afgelopen"),
}
MEETING_TONES: dict[MeetingState, str] = {
    MeetingState.PLANNED: "",
    MeetingState.RUNNING: "sun",
    MeetingState.FINISHED: "leaf",
}
SEATS: dict[Seat, str] = {
    Seat.MEMBER: _("lid"),
    Seat.CHAIR: _("voorzitter"),
    Seat.SECRETARY: _("secretaris"),
}
PRESENCES: dict[Presence, str] = {
    Presence.EXPECTED: _("nog niet aangemeld"),
    Presence.PRESENT: _("aanwezig"),
    Presence.LATE: _("later aangekomen"),
    Presence.LEFT: _("vertrokken"),
    Presence.EXCUSED: _("verontschuldigd"),
}
SHORT_PRESENCES: dict[Presence, str] = {
    Presence.PRESENT: _("aanwezig"),
    Presence.LATE: _("kwam later"),
    Presence.LEFT: _("vertrok"),
    Presence.EXCUSED: _("verontschuldigd"),
}
CHANNELS: dict[Channel, str] = {
    Channel.PHONE: _("eigen toestel"),
    Channel.TABLET: _("gedeelde tablet"),
    Channel.CLERK: _("via de secretaris"),
    Channel.PAPER: _("op papier"),
    Channel.PROXY: _("met volmacht"),
}
RECEIPTS: dict[Receipt, Pair] = {
    Receipt.NONE: (
        _("Geen bewijs"),
        _("Niemand kan iets tonen. Een lid kan ook zelf niet nagaan of de stem meetelt."),
    ),
    Receipt.INCLUSION: (
        _("Bewijs dat de stem meetelt"),
        _("Het lid vindt het bewijs terug in de lijst. Het zegt niet wat er gestemd is."),
    ),
    Receipt.CHOICE: (
        _("Bewijs met de keuze"),
        _("Het lid kan alles nakijken, maar kan de stem dan ook tonen, of moeten tonen."),
    ),
}
TIES: dict[Tie, str] = {
    Tie.REJECTED: _("Het voorstel is verworpen."),
    Tie.CHAIR: _("De stem van de voorzitter beslist."),
    Tie.YOUNGEST: _("De jongste kandidaat wint."),
    Tie.LOT: _("Het lot beslist."),
    Tie.OPEN: _("De voorzitter zegt hoe het verder gaat."),
}
COUNTINGS: dict[Counting, str] = {
    Counting.SCHULZE: _("Schulze: elke optie tegen elke andere"),
    Counting.INSTANT_RUNOFF: _("Om beurten schrappen: de laatste valt af"),
}
BASES: dict[Base, str] = {
    Base.VALID: _("de geldige stemmen"),
    Base.CAST: _("alle uitgebrachte stemmen"),
    Base.PRESENT: _("alle aanwezige leden"),
    Base.ENTITLED: _("alle stemgerechtigde leden"),
}
FIXED_OPTIONS: dict[str, str] = {
    "for": _("Voor"),
    "against": _("Tegen"),
    "agree": _("Akkoord"),
    "concern": _("Akkoord, met een bezorgdheid"),
    "objection": _("Bezwaar"),
    "abstain": _("Onthouding"),
    "blank": _("Blanco"),
    "invalid": _("Ongeldig"),
}
PICTURES: dict[str, str] = {
    "for": "vink",
    "against": "fout",
    "agree": "vink",
    "concern": "praten",
    "objection": "hand",
}
RECOUNT = _("Tel zelf na")
APART_WORDS = ("abstain", "blank", "invalid")
ADVISORY = _("Adviserend, geen besluit")


def share_words(share: Fraction, *, strict: bool) -> str:
    """A share as people say it: ``meer dan de helft``, ``minstens twee derde``."""
    named = {
        Fraction(1, 2): gettext("de helft"),
        Fraction(2, 3): gettext("twee derde"),
        Fraction(3, 4): gettext("drie vierde"),
    }
    words = named.get(share) or f"{share.numerator}/{share.denominator}"
    return (
        gettext("meer dan %(share)s", share=words)
        if strict
        else gettext("minstens %(share)s", share=words)
    )


def majority_words(majority: Majority) -> str:
    """The rule in one line, with what it is a part of."""
    base = str(BASES[majority.base])
    if not majority.share:
        return gettext("de meeste van %(base)s", base=base)
    if majority.share == 1:
        return gettext("%(base)s, zonder uitzondering", base=base)
    share = share_words(majority.share, strict=majority.strict)
    return gettext("%(share)s van %(base)s", share=share, base=base)


class Titled(Protocol):
    """Something that can be chosen."""

    @property
    def code(self) -> str: ...

    @property
    def title(self) -> str: ...


def option_title(option: Titled) -> str:
    """An option's name; those that come with the method are named in the reader's language."""
    return option.title or str(FIXED_OPTIONS.get(option.code, option.code))


def promise(kind: Kind, rules: Rules) -> str:
    """What is promised to who votes, in a sentence or two."""
    if kind is Kind.POLL:
        return str(ONE_EACH_DEVICE if rules.devices else ONE_EACH_CARD)
    return str(KINDS[kind][1])


def choice_words(choice: str, titles: Mapping[str, str]) -> str:
    """A kept choice in words: one option, several, or a ranking from first to last."""
    return ", ".join(titles.get(code) or str(FIXED_OPTIONS[code]) for code in codes_in(choice))
