"""Workshops on the desk: choose a script, adapt it, keep it, delete it."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from question_banks.item import Item
from question_banks.loader import load_library
from question_banks.tidy import tidy
from survey_app.core.actions import act
from survey_app.core.broadcast import notify
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.hosts import public_url
from survey_app.core.i18n import page_language
from survey_app.core.made import made
from survey_app.core.permissions import Permission, requires
from survey_app.projects.models import Project
from survey_app.projects.queries import project_by_slug
from survey_app.surveys.queries import own_items
from survey_app.workshops import planning, printing, queries, words
from survey_app.workshops.control import BASE, this
from survey_app.workshops.course import read_course
from survey_app.workshops.scene import scene_of
from survey_app.workshops.screens import CHANNEL
from workshop_templates.loader import load_templates
from workshop_templates.model import WorkshopTemplate
from workshop_templates.roles import roles

OWN = "own:"

bp = Blueprint("workshop_desk", __name__, template_folder="templates")


def every_item() -> dict[str, Item]:
    """The items of all banks and of the organisation's own."""
    return {**load_library().items, **own_items(db.session, g.access.workspace_id)}


@bp.get("/desk/<workspace>/projects/<project>/workshops/new")
@requires(Permission.EDIT)
def choose(project: str) -> str:
    """Every script with what it is for; one press makes a workshop of it."""
    held = project_by_slug(db.session, g.access.workspace_id, project)
    kept = queries.own_templates(db.session, g.access.workspace_id)
    return render_template(
        "workshops/choose.html",
        project=held,
        shelves=shelves(),
        kept=[(one, read_course(one.script, one.items).script) for one in kept],
        words=words,
        language=page_language(),
    )


def shelves() -> dict[str, list[WorkshopTemplate]]:
    """The scripts of the program by what they are for, the short ones first."""
    scripts = sorted(load_templates().values(), key=lambda one: one.minutes)
    return {
        str(purpose): [one for one in scripts if one.kind in kinds]
        for purpose, kinds in words.PURPOSES.items()
    }


@bp.get("/desk/<workspace>/projects/<project>/workshops/new/<template>")
@requires(Permission.EDIT)
def preview(project: str, template: str) -> str:
    """A script as a whole, before a workshop is made of it."""
    script, items = chosen(template)
    return render_template(
        "workshops/preview.html",
        project=project_by_slug(db.session, g.access.workspace_id, project),
        course=read_course(script.to_json(), planning.documents_of(script, items)),
        template=template,
        known_roles=roles(),
        words=words,
        language=page_language(),
    )


@bp.post("/desk/<workspace>/projects/<project>/workshops/new")
@requires(Permission.EDIT)
def create(project: str) -> Response:
    held = project_by_slug(db.session, g.access.workspace_id, project)
    script, items = chosen(request.form.get("template", ""))
    title = f"{script.title.wording('nl').text}"
    made = act(
        lambda *a, **k: planning.plan_workshop(*a, **k).id,
        project_id=held.id,
        script=script,
        items=items,
        title=title,
    )
    flash(_("De workshop staat klaar. Kijk het draaiboek na, of begin meteen."), "success")
    return to(made)


def chosen(code: str) -> tuple[WorkshopTemplate, dict[str, Item]]:
    """A script of the program, or one that the organisation kept."""
    if code.startswith(OWN):
        for one in queries.own_templates(db.session, g.access.workspace_id):
            if one.code == code.removeprefix(OWN):
                course = read_course(one.script, one.items)
                return course.script, {**every_item(), **course.items}
    found = load_templates().get(code)
    if found is None:
        raise NotFoundError(f"no workshop template {code[:60]!r}")
    return found, every_item()


@bp.get(BASE)
@requires(Permission.VIEW)
def show(workshop_id: int) -> str:
    """The script, the ways in and what can be done next."""
    here = this(workshop_id)
    return render_template(
        "workshops/show.html",
        here=here,
        project=db.session.get_one(Project, here.project_id),
        scene=scene_of(db.session, here),
        joined=queries.n_joined(db.session, here.id),
        join_url=public_url(f"/j/{here.code}"),
        projector_url=public_url(f"/projector/{here.projector_token}"),
        words=words,
        language=page_language(),
    )


@bp.get(f"{BASE}/script.pdf")
@requires(Permission.VIEW)
def printed(workshop_id: int) -> Response:
    """The script on paper, for whoever leads."""
    here = this(workshop_id)
    place = f"{here.organiser} · {here.village}" if here.organiser else here.village
    course = queries.course_of(db.session, here)
    told = printing.spec(course, title=here.title, place=place, code=here.code)
    return made("script", told, name=f"draaiboek-{here.code.lower()}")


@bp.post(f"{BASE}/title")
@requires(Permission.EDIT)
def rename(workshop_id: int) -> Response:
    here = this(workshop_id)
    act(planning.rename, workshop_id=here.id, title=request.form.get("title", ""))
    notify(CHANNEL, str(here.id))
    flash(_("Bewaard."), "success")
    return to(here.id)


@bp.post(f"{BASE}/keep")
@requires(Permission.EDIT)
def keep(workshop_id: int) -> Response:
    """Keep the script for the next time."""
    here = this(workshop_id)
    title = tidy(request.form.get("title", "")) or here.title
    act(planning.keep_script, workshop_id=here.id, title=title)
    flash(_("Het draaiboek “%(title)s” staat bij uw werkvormen.", title=title), "success")
    return to(here.id)


@bp.post("/desk/<workspace>/scripts/<int:template_id>/forget")
@requires(Permission.EDIT)
def forget(template_id: int) -> Response:
    act(planning.forget_script, template_id=template_id)
    flash(_("Het draaiboek is weg. Workshops die ermee gemaakt zijn, blijven."), "success")
    project = request.form.get("project", "")
    return redirect(url_for("workshop_desk.choose", workspace=g.access.slug, project=project))


@bp.route(f"{BASE}/delete", methods=["GET", "POST"])
@requires(Permission.EDIT)
def delete(workshop_id: int) -> Any:
    """The page says what is lost, and asks for the code."""
    here = this(workshop_id)
    typed = tidy(request.form.get("code", ""))
    if request.method == "POST" and typed.upper() == here.code:
        act(planning.delete_workshop, workshop_id=here.id)
        flash(_("De workshop “%(title)s” is gewist.", title=here.title), "success")
        return redirect(url_for("projects.show", workspace=g.access.slug, project=here.project))
    return render_template(
        "workshops/delete.html",
        here=here,
        project=db.session.get_one(Project, here.project_id),
        joined=queries.n_joined(db.session, here.id),
        wrong=request.method == "POST",
        typed=typed[:20],
    )


def to(workshop_id: int) -> Response:
    return redirect(url_for("workshop_desk.show", workspace=g.access.slug, workshop_id=workshop_id))
