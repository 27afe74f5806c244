"""What a project's page shows of its canvas: how far it is, and where it stands."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from survey_app.canvases import pages
from survey_app.canvases.pages import Page
from survey_app.canvases.words import euro
from survey_app.core.db import db
from survey_app.core.permissions import Access
from survey_app.projects.models import Project
from survey_app.projects.panels import Line, Panel, panel


@panel
def canvas_panel(access: Access, project: Project) -> Panel:
    """One line: the canvas with its notes, its last version and its year."""
    page = pages.page_of(db.session, project, 0)
    url = url_for("canvases.show", workspace=access.slug, project=project.slug)
    started = bool(page.version.cards or page.snapshots or page.waiting)
    return Panel(
        _("Business Model Canvas"),
        (line_of(page, url),) if started else (),
        _("Nog geen canvas. Zet in negen blokken hoe de plek zichzelf draagt."),
        "" if started else _("Begin het canvas"),
        "" if started else url,
    )


def line_of(page: Page, url: str) -> Line:
    n, waits = len(page.version.cards), len(page.waiting)
    told = [ngettext("%(num)d kaartje", "%(num)d kaartjes", n), year_words(page)]
    return Line(
        page.version.title,
        " · ".join(filter(None, told)),
        url,
        ngettext("%(num)d wacht op u", "%(num)d wachten op u", waits)
        if waits
        else state_words(page),
        "sun" if waits else "",
    )


def state_words(page: Page) -> str:
    return _("versie %(number)s", number=len(page.snapshots)) if page.snapshots else _("concept")


def year_words(page: Page) -> str:
    """What a year leaves or lacks, once there is money on the canvas."""
    if not page.sums:
        return ""
    left = page.sums.year
    if left < 0:
        return _("tekort per jaar: %(amount)s", amount=euro(-left))
    return _("over per jaar: %(amount)s", amount=euro(left))
