"""Dutch words for statuses, kinds of parts and signs of personal data."""

from flask_babel import lazy_gettext as _

STATUSES = {
    "heard": _("gehoord"),
    "planned": _("gepland"),
    "busy": _("bezig"),
    "done": _("gedaan"),
    "not_done": _("dit doen we niet"),
}
TONES = {"heard": "", "planned": "sun", "busy": "sun", "done": "leaf", "not_done": "brick"}
SIGNS = {
    "mail": _("een e-mailadres"),
    "phone": _("een telefoonnummer"),
    "number": _("een lang nummer"),
    "link": _("een link of een account"),
    "address": _("een adres"),
    "birth": _("een leeftijd, een jaartal of een datum"),
    "name": _("misschien een naam"),
    "relative": _("iemand van de familie of de buren"),
    "health": _("iets over gezondheid"),
}
DEEPER = {
    "change": _("%(question)s Wat zou de volgorde veranderen?"),
    "weighted": _("%(question)s Gewogen naar het dorp"),
    "agreement": _("%(question)s Zes manieren om te tellen"),
    "strengths": _("%(question)s Wat van wat wint"),
    "opinions": _("%(question)s Groepen met een andere mening"),
    "profile": _("%(question)s Het profiel"),
    "budget": _("%(question)s Wat koopt een budget?"),
    "themes": _("%(question)s Thema’s in de open antwoorden"),
}
ACTIONS = {
    "themes.named": _("gaf de thema’s van open antwoorden een naam"),
    "responses.exported": _("haalde alle antwoorden als rijen op"),
    "dossier.created": _("begon een dossier"),
    "dossier.changed": _("veranderde de woorden van een dossier"),
    "dossier.pin": _("maakte een nieuwe link en pincode"),
    "dossier.part_added": _("zette iets in een dossier"),
    "dossier.part_changed": _("veranderde iets in een dossier"),
    "dossier.part_moved": _("verplaatste iets in een dossier"),
    "dossier.part_removed": _("haalde iets uit een dossier"),
    "dossier.quote_approved": _("keurde een citaat goed"),
    "dossier.promise": _("schreef wat er met een wens gebeurt"),
    "dossier.promise_removed": _("haalde een wens weg"),
    "dossier.frozen": _("legde een dossier vast"),
    "dossier.public": _("maakte een dossier openbaar"),
    "dossier.private": _("haalde een dossier van de dorpspagina"),
}
"""What the logbook calls each thing a coach does here."""
