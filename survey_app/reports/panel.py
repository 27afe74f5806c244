"""What a project's page shows of its dossier: one line, and the way to begin it."""

from flask import url_for
from flask_babel import format_date
from flask_babel import gettext as _

from survey_app.core.db import db
from survey_app.core.permissions import Access
from survey_app.projects.models import Project
from survey_app.projects.panels import Line, Panel, panel
from survey_app.reports import queries


@panel
def dossier_panel(access: Access, project: Project) -> Panel:
    """The dossier for the steering group, and whether the village can read it."""
    here = url_for("dossiers.show", workspace=access.slug, project=project.slug)
    dossier = queries.dossier_of(db.session, project.id)
    if dossier is None:
        empty = _("Nog geen dossier. Het bundelt de grafieken voor de stuurgroep.")
        return Panel(_("Dossier"), (), empty, _("Nieuw dossier"), here)
    copies = queries.copies_of(db.session, dossier.id)
    shown = next((one for one in copies if one.public), None)
    detail = _("volgt de antwoorden")
    if copies:
        day = format_date(copies[0].frozen_on, "d MMMM yyyy")
        detail = _("laatst vastgelegd op %(day)s", day=day)
    village = url_for("village.show", slug=project.slug)
    more = (_("Dorpspagina"), village) if shown else None
    state = _("openbaar") if shown else _("voor de stuurgroep")
    tone = "leaf" if shown else ""
    return Panel(_("Dossier"), (Line(dossier.title, detail, here, state, tone, more),), "")
