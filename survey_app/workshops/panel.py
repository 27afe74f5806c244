"""What a project's page shows of its workshops."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from survey_app.core.db import db
from survey_app.core.permissions import Access, Permission
from survey_app.projects.models import Project
from survey_app.projects.panels import Line, NextStep, Panel, panel
from survey_app.workshops import queries, words
from survey_app.workshops.models import Workshop
from survey_app.workshops.rules import Phase


@panel
def workshop_panel(access: Access, project: Project) -> Panel:
    """A project's workshops with how many people joined; what runs now is the next step."""
    held = queries.workshops_of(db.session, project.id)
    joined = queries.joined_by_workshop(db.session, project.id)
    new = url_for("workshop_desk.choose", workspace=access.slug, project=project.slug)
    may_edit = access.may(Permission.EDIT)
    return Panel(
        _("Workshops"),
        tuple(line_of(access, one, joined.get(one.id, 0)) for one in held),
        _("Nog geen workshop. Kies een draaiboek; het staat meteen klaar."),
        _("Nieuwe workshop") if may_edit else "",
        new if may_edit else "",
        next_step_of(access, held),
    )


def line_of(access: Access, one: Workshop, joined: int) -> Line:
    people = ngettext("%(num)d deelnemer", "%(num)d deelnemers", joined)
    return Line(
        one.title,
        _("code %(code)s", code=one.code) if one.state == Phase.PLANNED else people,
        address(access, one, "workshop_desk.show"),
        str(words.PHASES[one.state]),
        words.TONES[one.state],
        more=None
        if one.state == Phase.PLANNED
        else (_("Verslag"), address(access, one, "workshop_report.show")),
    )


def next_step_of(access: Access, held: list[Workshop]) -> NextStep | None:
    """A workshop that runs goes before anything else."""
    running = next((one for one in held if one.state == Phase.RUNNING), None)
    if running is None or not access.may(Permission.RUN):
        return None
    return NextStep(
        _("“%(title)s” is bezig", title=running.title),
        _("Ga verder waar u was. De zaal wacht op u."),
        _("Naar het begeleiderspaneel"),
        address(access, running, "control.panel"),
        urgent=True,
    )


def address(access: Access, one: Workshop, page: str) -> str:
    return url_for(page, workspace=access.slug, workshop_id=one.id)
