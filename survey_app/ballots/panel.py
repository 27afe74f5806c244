"""What a project's page shows of its meetings, and the next sensible step with them."""

from flask import url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from survey_app.ballots import queries, words
from survey_app.ballots.models import Meeting, Motion
from survey_app.ballots.rules import MeetingState, State
from survey_app.core.db import db
from survey_app.core.permissions import Access
from survey_app.projects.models import Project
from survey_app.projects.panels import Line, Panel, panel


@panel
def meeting_panel(access: Access, project: Project) -> Panel:
    """A project's meetings with their votes."""
    meetings = queries.meetings_of(db.session, project.id)
    agendas = queries.agendas_of(db.session, project.id)
    return Panel(
        _("Vergaderingen en stemmingen"),
        tuple(line_of(access, one, agendas.get(one.id, [])) for one in meetings),
        _("Nog geen vergadering. Laat een commissie of stuurgroep stemmen, met naam of geheim."),
        _("Nieuwe vergadering"),
        url_for("meetings.create", workspace=access.slug, project=project.slug),
    )


def line_of(access: Access, meeting: Meeting, motions: list[Motion]) -> Line:
    published = next((one for one in motions if one.state == State.PUBLISHED), None)
    state = MeetingState(meeting.state)
    votes = ngettext("%(num)d stemming", "%(num)d stemmingen", len(motions))
    return Line(
        meeting.title,
        f"{format_date(meeting.held_on, 'd MMMM yyyy')} · {votes}",
        url_for("meetings.show", workspace=access.slug, meeting_id=meeting.id),
        str(words.MEETINGS[state]),
        words.MEETING_TONES[state],
        more=(_("Uitslag"), url_for("published.show", public_id=published.public_id))
        if published
        else None,
    )
