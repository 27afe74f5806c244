"""Pages of a village's canvas: the nine blocks, a note, versions and what changed, A3 and A4."""

from flask import Blueprint, Flask, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from survey_app.canvases import erase, pages, panel, printing, queries, rules, service, words
from survey_app.canvases.forms import NoteForm, VersionForm, WordsForm, fresh_note
from survey_app.canvases.models import Note
from survey_app.canvases.rules import State
from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, NotFoundError, StateError
from survey_app.core.made import made
from survey_app.core.permissions import Permission, requires
from survey_app.projects.models import Project
from survey_app.projects.queries import project_by_slug
from workshop_templates.activities import Block

BASE = "/desk/<workspace>/projects/<project>/canvas"
NOTE = f"{BASE}/notes/<key>"
SIZES = ("a3", "a4")

bp = Blueprint("canvases", __name__, template_folder="templates")
__all__ = ["bp", "erase", "panel", "register"]


def register(app: Flask) -> None:
    app.register_blueprint(bp)
    app.extensions.setdefault("action_words", {}).update(words.ACTIONS)
    app.jinja_env.globals.update(
        euro=words.euro,
        block_words=words.BLOCKS,
        flow_words=words.SHORT_FLOWS,
        total_words=words.TOTALS,
        source_words=words.SOURCES,
        source_drawings=words.DRAWINGS,
        version_words=pages.version_words,
    )


def this_project(slug: str) -> Project:
    return project_by_slug(db.session, g.access.workspace_id, slug)


def back(project: str, key: str = "") -> Response:
    """To the canvas, and to the note one was busy with."""
    anchor = f"note-{key}" if key else None
    return redirect(
        url_for("canvases.show", workspace=g.access.slug, project=project, _anchor=anchor)
    )


def numbered(name: str, *, otherwise: int = 0) -> int:
    """The number of a version in the address."""
    return request.args.get(name, otherwise, type=int)


@bp.get(BASE)
@requires(Permission.VIEW)
def show(project: str) -> str:
    """The canvas as it stands now, or as a version; where somebody may write, he writes here."""
    held = this_project(project)
    page = pages.page_of(db.session, held, numbered("version"))
    return render_template(
        "canvases/show.html",
        project=held,
        page=page,
        new={block: fresh_note(block) for block in Block},
        version_form=VersionForm(formdata=None),
    )


@bp.post(f"{BASE}/notes")
@requires(Permission.EDIT)
def add(project: str) -> Response | str:
    held, form = this_project(project), NoteForm()
    if not form.validate_on_submit():
        return note_page(held, form, None)
    act(service.add_note, project_id=held.id, key=form.key.data, facts=form.facts())
    return back(project, str(form.key.data))


@bp.route(NOTE, methods=["GET", "POST"])
@requires(Permission.EDIT)
def note(project: str, key: str) -> Response | str:
    """One note: its words, its block, its money."""
    held = this_project(project)
    one = queries.note_in(db.session, held.id, key)
    amount = "" if one.cents is None else words.euro(one.cents).removeprefix("€\u00a0")
    form = NoteForm(obj=one, data={"key": one.uuid, "amount": amount})
    if not form.validate_on_submit():
        return note_page(held, form, one)
    act(service.change_note, project_id=held.id, key=key, facts=form.facts())
    flash(_("Bewaard."), "success")
    return back(project, key)


def note_page(project: Project, form: NoteForm, one: Note | None) -> str:
    return render_template("canvases/note.html", project=project, form=form, note=one)


@bp.post(f"{NOTE}/move")
@requires(Permission.EDIT)
def move(project: str, key: str) -> Response:
    """Put a note in a block, before the note that is number ``place``."""
    held = this_project(project)
    try:
        block, place = Block(request.form["block"]), max(int(request.form["place"]), 0)
    except ValueError as error:
        raise InvalidInputError("a note moves to a block and a place") from error
    act(service.move_note, project_id=held.id, key=key, block=block, place=place)
    return back(project, key)


@bp.post(f"{NOTE}/<any(accept, hide):what>")
@requires(Permission.EDIT)
def decide(project: str, key: str, what: str) -> Response:
    """Take a note on the canvas, or put it aside."""
    held = this_project(project)
    state = State.ACCEPTED if what == "accept" else State.HIDDEN
    act(service.set_state, project_id=held.id, key=key, state=state)
    if state is State.HIDDEN:
        flash(_("Het kaartje ligt opzij. Onderaan zet u het terug."), "success")
    return back(project, key if state is State.ACCEPTED else "")


@bp.post(f"{NOTE}/delete")
@requires(Permission.EDIT)
def delete(project: str, key: str) -> Response:
    held = this_project(project)
    act(service.delete_note, project_id=held.id, key=key)
    flash(_("Het kaartje is gewist."), "success")
    return back(project)


@bp.route(f"{BASE}/words", methods=["GET", "POST"])
@requires(Permission.EDIT)
def name(project: str) -> Response | str:
    """The title of the plan and what it promises."""
    held = this_project(project)
    form = WordsForm(obj=pages.page_of(db.session, held, 0).version)
    if not form.validate_on_submit():
        return render_template("canvases/words.html", project=held, form=form)
    act(
        service.set_words,
        project_id=held.id,
        title=form.title.data,
        promise=form.promise.data or "",
    )
    flash(_("Bewaard."), "success")
    return back(project)


@bp.route(f"{BASE}/versions/new", methods=["GET", "POST"])
@requires(Permission.EDIT)
def lay_down(project: str) -> Response | str:
    """Keep the canvas of today under a name."""
    held, form = this_project(project), VersionForm()
    if form.validate_on_submit():
        try:
            number = act(
                lambda *a, **k: service.lay_down(*a, **k).number,
                project_id=held.id,
                name=form.name.data,
            )
        except StateError:
            flash(_("Zet eerst een kaartje op het canvas."), "error")
        else:
            flash(_("Versie %(number)s is vastgelegd.", number=number), "success")
        return back(project)
    page = pages.page_of(db.session, held, 0)
    return render_template("canvases/version.html", project=held, form=form, page=page)


@bp.post(f"{BASE}/versions/<int:number>/back")
@requires(Permission.EDIT)
def bring_back(project: str, number: int) -> Response:
    held = this_project(project)
    act(service.bring_back, project_id=held.id, number=number)
    flash(_("Versie %(number)s staat terug. Wat erna kwam, ligt opzij.", number=number), "success")
    return back(project)


@bp.get(f"{BASE}/compare")
@requires(Permission.VIEW)
def compare(project: str) -> str:
    """What was added, changed and removed between two versions, block by block."""
    held = this_project(project)
    last = pages.page_of(db.session, held, 0).snapshots
    if not last:
        raise NotFoundError("there is no version to compare with")
    before = pages.page_of(db.session, held, numbered("from", otherwise=last[-1].number))
    after = pages.page_of(db.session, held, numbered("to"))
    return render_template(
        "canvases/compare.html",
        project=held,
        before=before,
        after=after,
        changes=rules.difference(before.version.cards, after.version.cards),
    )


@bp.get(f"{BASE}/screen")
@requires(Permission.VIEW)
def screen(project: str) -> str:
    """One block at a time, large enough for the last row."""
    held = this_project(project)
    page = pages.page_of(db.session, held, numbered("version"))
    codes = [str(block.code) for block in page.blocks]
    asked = request.args.get("block", codes[0])
    place = codes.index(asked) if asked in codes else 0
    return render_template("canvases/screen.html", project=held, page=page, place=place)


@bp.get(f"{BASE}/<any({', '.join(SIZES)}):size>.pdf")
@requires(Permission.VIEW)
def printed(project: str, size: str) -> Response:
    """The canvas on one sheet, for the wall or for the table."""
    held = this_project(project)
    page = pages.page_of(db.session, held, numbered("version"))
    told = printing.spec(held, page, size=size)
    return made("canvas", told, name=f"canvas-{held.slug}-{size}")
