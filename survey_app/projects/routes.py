"""Pages of a village's trajectory: the list, the timeline, its moments and figures."""

from typing import Any

from flask import Blueprint, Flask, flash, g, redirect, render_template, request, url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.permissions import Access, Permission, requires
from survey_app.projects import queries, service
from survey_app.projects.forms import (
    DeleteForm,
    MomentForm,
    PhaseForm,
    PopulationForm,
    ProjectForm,
    name_of,
)
from survey_app.projects.models import Moment, Project
from survey_app.projects.panels import FILLS, NextStep, Panel
from survey_app.projects.rules import BANDS, Phase
from survey_app.projects.words import ACTIONS, DRAWINGS, MOMENTS, PHASES
from survey_app.workspaces.desk import DeskProject

bp = Blueprint("projects", __name__, template_folder="templates")


def register(app: Flask) -> None:
    app.register_blueprint(bp)
    app.extensions["desk_projects"] = desk_projects
    app.extensions["action_words"].update(ACTIONS)
    app.extensions["value_words"]["phase"] = PHASES
    app.jinja_env.globals.update(
        phase_words=PHASES, moment_words=MOMENTS, moment_drawings=DRAWINGS, when=when
    )


def desk_projects(access: Access) -> list[DeskProject]:
    """The left column of the desk."""
    here = (request.view_args or {}).get("project")
    return [
        DeskProject(
            project.village,
            str(PHASES.get(project.phase, "")),
            url_for("projects.show", workspace=access.slug, project=project.slug),
            project.slug == here,
            project.slug,
        )
        for project in queries.projects_of(db.session, access.workspace_id)
    ]


def when(moment: Moment) -> str:
    """A moment's day or days, as people say them."""
    if moment.starts_on is None:
        return str(_("nog geen datum"))
    first = format_date(moment.starts_on, "d MMM yyyy")
    if moment.ends_on is None or moment.ends_on == moment.starts_on:
        return first
    return f"{format_date(moment.starts_on, 'd MMM')} – {format_date(moment.ends_on, 'd MMM yyyy')}"


def this_project(slug: str) -> Project:
    return queries.project_by_slug(db.session, g.access.workspace_id, slug)


def to_project(slug: str) -> Response:
    return redirect(url_for("projects.show", workspace=g.access.slug, project=slug))


@bp.get("/desk/<workspace>/")
@requires(Permission.VIEW)
def index() -> str:
    """Every trajectory of the organisation, or the one question that begins the first."""
    return render_template(
        "projects/index.html",
        projects=queries.projects_of(db.session, g.access.workspace_id),
        to_come=queries.next_moments(db.session, g.access.workspace_id),
        form=ProjectForm(formdata=None),
    )


@bp.route("/desk/<workspace>/projects/new", methods=["GET", "POST"])
@requires(Permission.EDIT)
def create() -> Response | str:
    form = ProjectForm()
    if form.validate_on_submit():
        slug = act(lambda *a, **k: service.create_project(*a, **k).slug, facts=form.facts())
        flash(_("Het traject is gemaakt."), "success")
        return to_project(slug)
    return render_template("projects/form.html", form=form, project=None)


@bp.get("/desk/<workspace>/projects/<project>")
@requires(Permission.VIEW)
def show(project: str) -> str:
    held = this_project(project)
    moments = queries.moments_of(db.session, held.id)
    panels = [fill(g.access, held) for fill in FILLS]
    return render_template(
        "projects/show.html",
        project=held,
        steps=queries.timeline(moments),
        panels=panels,
        next_step=next_step_of(panels),
        phase_form=PhaseForm(formdata=None, phase=held.phase),
    )


def next_step_of(panels: list[Panel]) -> NextStep | None:
    """What somebody should do now: what is urgent first, then in the order of the panels."""
    said = [panel.next_step for panel in panels if panel.next_step]
    return min(said, key=lambda step: not step.urgent, default=None)


@bp.route("/desk/<workspace>/projects/<project>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT)
def edit(project: str) -> Response | str:
    held = this_project(project)
    form = ProjectForm(obj=held)
    if form.validate_on_submit():
        act(service.change_project, project_id=held.id, facts=form.facts())
        flash(_("Bewaard."), "success")
        return to_project(project)
    return render_template("projects/form.html", form=form, project=held)


@bp.post("/desk/<workspace>/projects/<project>/phase")
@requires(Permission.EDIT)
def phase(project: str) -> Response:
    held, form = this_project(project), PhaseForm()
    if form.validate_on_submit():
        act(service.set_phase, project_id=held.id, phase=Phase(form.phase.data))
        flash(_("De fase is aangepast."), "success")
    return to_project(project)


@bp.route("/desk/<workspace>/projects/<project>/population", methods=["GET", "POST"])
@requires(Permission.EDIT)
def population(project: str) -> Response | str:
    """How many people live here, by age: so that charts can say whose voice is missing."""
    held = this_project(project)
    known = queries.population_of(db.session, held.id)
    form = PopulationForm(data={name_of(band): known.get(band) for band in BANDS})
    if form.validate_on_submit():
        act(service.set_population, project_id=held.id, people=form.counts())
        flash(_("De cijfers zijn bewaard."), "success")
        return to_project(project)
    return render_template("projects/population.html", form=form, project=held)


@bp.route("/desk/<workspace>/projects/<project>/delete", methods=["GET", "POST"])
@requires(Permission.MANAGE)
def delete(project: str) -> Response | str:
    """Everything of a village goes; the page says what, and asks for its name."""
    held, form = this_project(project), DeleteForm()
    if form.validate_on_submit():
        if str(form.village.data).casefold() == held.village.casefold():
            act(service.delete_project, project_id=held.id)
            flash(_("Het traject %(name)s is gewist.", name=held.name), "success")
            return redirect(url_for("projects.index", workspace=g.access.slug))
        form.village.errors = [_("Typ precies: %(village)s", village=held.village)]
    moments = queries.moments_of(db.session, held.id)
    lost = [ngettext("%(num)d moment", "%(num)d momenten", len(moments))]
    lost += [
        f"{panel.title}: {line.title} ({line.detail})"
        for panel in (fill(g.access, held) for fill in FILLS)
        for line in panel.lines
    ]
    return render_template("projects/delete.html", form=form, project=held, lost=lost)


@bp.route("/desk/<workspace>/projects/<project>/moments/new", methods=["GET", "POST"])
@requires(Permission.EDIT)
def add_moment(project: str) -> Response | str:
    held, form = this_project(project), MomentForm()
    if form.validate_on_submit():
        act(service.add_moment, project_id=held.id, facts=form.facts())
        flash(_("Het moment staat op de tijdlijn."), "success")
        return to_project(project)
    return moment_page(held, form, None)


@bp.route("/desk/<workspace>/projects/<project>/moments/<int:moment_id>", methods=["GET", "POST"])
@requires(Permission.EDIT)
def moment(project: str, moment_id: int) -> Response | str:
    held = this_project(project)
    one = queries.moment_in(db.session, held.id, moment_id)
    form = MomentForm(obj=one)
    if form.validate_on_submit():
        act(service.change_moment, moment_id=one.id, facts=form.facts())
        flash(_("Bewaard."), "success")
        return to_project(project)
    return moment_page(held, form, one)


@bp.post("/desk/<workspace>/projects/<project>/moments/<int:moment_id>/delete")
@requires(Permission.EDIT)
def delete_moment(project: str, moment_id: int) -> Response:
    held = this_project(project)
    one = queries.moment_in(db.session, held.id, moment_id)
    act(service.delete_moment, moment_id=one.id)
    flash(_("Het moment %(title)s is weg.", title=one.title), "success")
    return to_project(project)


def moment_page(project: Project, form: MomentForm, one: Any) -> str:
    return render_template("projects/moment.html", project=project, form=form, moment=one)
