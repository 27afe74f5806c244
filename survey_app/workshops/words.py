"""Words for workshops on the desk: kinds, states, moves."""

from flask_babel import lazy_gettext as _

KINDS = {
    "ask": _("vraag"),
    "ideas": _("ideeënmuur"),
    "matrix": _("belang en haalbaarheid"),
    "pairwise": _("dit of dat"),
    "questions": _("vragen uit de zaal"),
    "consent": _("instemming"),
    "canvas": _("canvas"),
    "photo": _("foto’s"),
    "info": _("dia"),
    "break": _("pauze"),
}
"""What participants do, in a word or two."""

PHASES = {
    "planned": _("gepland"),
    "running": _("bezig"),
    "ended": _("afgelopen"),
}
TONES = {"planned": "", "running": "sun", "ended": "leaf"}

STATES = {
    "ready": _("Klaar"),
    "open": _("Open"),
    "closed": _("Gesloten"),
    "revealed": _("Getoond aan de zaal"),
}

MOVES = {
    "next": _("Volgende"),
    "previous": _("Vorige"),
    "open": _("Open de vraag"),
    "close": _("Sluit de vraag"),
    "reveal": _("Toon de uitslag"),
    "again": _("Vraag het opnieuw"),
    "blank": _("Scherm leeg"),
    "theme": _("Licht of donker"),
    "timer": _("Tijd"),
    "undo": _("Maak ongedaan"),
    "end": _("Beëindig de workshop"),
    "reopen": _("Open de workshop weer"),
}
KEYS = (
    (_("spatie"), _("open, sluit, toon of ga verder")),
    ("←", _("vorige stap")),
    ("→", _("volgende stap")),
    ("R", _("toon de uitslag")),
    ("2", _("vraag het opnieuw: ronde 2")),
    ("B", _("scherm leeg, of weer vol")),
    ("L", _("licht of donker scherm")),
    ("T", _("start of stop de klok")),
    ("Z", _("maak de laatste druk ongedaan")),
    ("?", _("toon of verberg deze lijst")),
)
"""Every key of the control, with what it does."""

PURPOSES = {
    _("Luisteren naar veel mensen"): ("info_stand", "chat", "interviews", "survey"),
    _("Samen ideeën vinden"): ("workshop", "brainstorm", "site_visit"),
    _("Kiezen en beslissen"): ("steering", "council", "canvas"),
    _("Beginnen en bijsturen"): ("opening", "pilot"),
}
"""What a gathering is for, with the kinds of scripts that serve it."""

JOINING = {
    "phone": _("eigen gsm"),
    "tablet": _("gedeelde tablet"),
    "paper": _("papier"),
    "hand": _("handen opsteken"),
}
WAYS = {"hand": _("Opgestoken handen"), "card": _("Gekleurde kaarten"), "paper": _("Op papier")}
