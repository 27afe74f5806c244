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
