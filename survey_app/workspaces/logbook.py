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
}


def init_logbook(app: Flask) -> None:
    """Every feature adds its own words: ``app.extensions["action_words"].update({...})``."""
    app.extensions.setdefault("action_words", {}).update(ACTIONS)
    app.context_processor(lambda: {"action_words": action_words, "detail_words": detail_words})
    app.jinja_env.filters["day_and_hour"] = lambda at: format_datetime(at, "d MMM yyyy, HH:mm")


def action_words(action: str) -> str:
    return str(current_app.extensions["action_words"].get(action, action))


def detail_words(line: LogLine) -> str:
    """Whom it was about and what it was, between dots; roles by their name on screen."""
    roles = set(Role)
    told = [role_name(str(value)) if value in roles else str(value) for value in line.data.values()]
    return " · ".join([line.whom, *told] if line.whom else told)
