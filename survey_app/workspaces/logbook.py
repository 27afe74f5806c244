"""The logbook in words: what each action is called on the page."""

from flask import Flask, current_app
from flask_babel import format_datetime
from flask_babel import lazy_gettext as _

from survey_app.core.permissions import Role
from survey_app.workspaces.desk import role_name
from survey_app.workspaces.queries import LogLine

ACTIONS = {
    "workspace.created": _("maakte de organisatie"),
    "workspace.renamed": _("gaf de organisatie een andere naam"),
    "member.joined": _("kwam bij de organisatie"),
    "member.role_changed": _("veranderde wat iemand mag"),
    "member.removed": _("haalde iemand uit de organisatie"),
    "member.reset_link_made": _("maakte een link voor een nieuw wachtwoord"),
    "invitation.made": _("nodigde iemand uit"),
    "invitation.withdrawn": _("trok een uitnodiging in"),
    "account.added": _("kreeg een account"),
    "account.profile_changed": _("veranderde de eigen gegevens"),
    "account.signed_out_everywhere": _("meldde zich overal af"),
}


def init_logbook(app: Flask) -> None:
    """Every feature adds its own words: ``app.extensions["action_words"].update({...})``.

    What an action noted may be a word of the program, such as a phase: its words go into
    ``app.extensions["value_words"]`` under the name it was noted by.
    """
    app.extensions.setdefault("action_words", {}).update(ACTIONS)
    app.extensions.setdefault("value_words", {})
    app.context_processor(lambda: {"action_words": action_words, "detail_words": detail_words})
    app.jinja_env.filters["day_and_hour"] = lambda at: format_datetime(at, "d MMM yyyy, HH:mm")


def action_words(action: str) -> str:
    return str(current_app.extensions["action_words"].get(action, action))


def detail_words(line: LogLine) -> str:
    """Whom it was about and what it was, between dots; roles by their name on screen."""
    told = [value_words(name, value) for name, value in line.data.items()]
    return " · ".join([line.whom, *told] if line.whom else told)


def value_words(name: str, value: object) -> str:
    if value in set(Role):
        return role_name(str(value))
    known = current_app.extensions["value_words"].get(name, {})
    return str(known.get(value, value))
