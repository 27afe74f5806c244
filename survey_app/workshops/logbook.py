"""What staff did with a workshop, as the logbook says it."""

from flask_babel import lazy_gettext as _

ACTIONS = {
    "workshop.planned": _("plande een workshop"),
    "workshop.changed": _("veranderde een workshop"),
    "workshop.deleted": _("wiste een workshop"),
    "workshop.script_kept": _("bewaarde een eigen draaiboek"),
    "workshop.script_forgotten": _("wiste een eigen draaiboek"),
    "workshop.contributions_shown": _("las antwoorden na voor het scherm"),
    "workshop.hands_counted": _("telde handen"),
    "workshop.answers_flowed": _("zette antwoorden van een workshop bij het traject"),
}
