"""Dutch words for phases, kinds of moments and age bands, for screens in the visitor's language."""

from flask_babel import lazy_gettext as _

PHASES = {
    "analysis": _("analyse"),
    "moments": _("momenten"),
    "priorities": _("prioriteiten"),
    "vote": _("stemming"),
    "canvas": _("canvas"),
    "pilot": _("proeftuin"),
    "opening": _("opening"),
}
MOMENTS = {
    "desk": _("Omgevingsanalyse"),
    "survey": _("Bevraging"),
    "interviews": _("Gesprekken"),
    "info_stand": _("Infostand"),
    "workshop": _("Workshop"),
    "brainstorm": _("Brainstorm"),
    "site_visit": _("Locatiebezoek"),
    "chat": _("Buurtbabbel"),
    "steering": _("Stuurgroep"),
    "council": _("Raadscommissie"),
    "canvas": _("Business Model Canvas"),
    "pilot": _("Proeftuin"),
    "opening": _("Opening"),
}
DRAWINGS = {
    "desk": "place",
    "survey": "survey",
    "interviews": "talk",
    "info_stand": "stand",
    "workshop": "people",
    "brainstorm": "idea",
    "site_visit": "eye",
    "chat": "talk",
    "steering": "chart",
    "council": "vote",
    "canvas": "bank",
    "pilot": "sprout",
    "opening": "door",
}
BANDS = {
    "0-11": _("jonger dan 12"),
    "12-17": _("12 tot 17"),
    "18-29": _("18 tot 29"),
    "30-44": _("30 tot 44"),
    "45-64": _("45 tot 64"),
    "65-79": _("65 tot 79"),
    "80+": _("80 of ouder"),
}

ACTIONS = {
    "project.created": _("begon een traject"),
    "project.changed": _("veranderde de gegevens van een traject"),
    "project.deleted": _("wiste een traject"),
    "project.phase": _("zette een traject in een andere fase"),
    "project.population": _("vulde de inwoners in"),
    "moment.added": _("voegde een moment toe"),
    "moment.changed": _("veranderde een moment"),
    "moment.deleted": _("wiste een moment"),
}
