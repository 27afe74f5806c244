"""Pages of a survey's life: begin, settings, publish, close, copy, delete; and the bank to read."""

from datetime import date

from flask import Blueprint, Flask, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from question_banks.loader import load_library
from question_banks.questionnaire import Questionnaire
from question_banks.text import Text
from question_banks.tidy import tidy
from survey_app.core.actions import act
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import StateError
from survey_app.core.permissions import Permission, requires
from survey_app.projects.queries import project_by_slug, projects_of
from survey_app.surveys import (
    builder,
    editing,
    queries,
    service,
    words,
)
from survey_app.surveys.builder import BASE, back, edited, this

ALL_LANGUAGES = (*service.LANGUAGES, *service.MORE_LANGUAGES)

bp = Blueprint("surveys", __name__, template_folder="templates")


def register(app: Flask) -> None:
    app.register_blueprint(bp)
    app.register_blueprint(builder.bp)
    app.extensions["action_words"].update(words.ACTIONS)
    app.jinja_env.globals.update(
        kind_words=words.kind_words,
        condition_words=words.condition_words,
        minutes=words.minutes,
        survey_states=words.STATES,
        survey_tones=words.TONES,
        type_words=words.TYPES,
        change_words=words.CHANGES,
    )


@bp.get("/desk/<workspace>/bank")
@requires(Permission.VIEW)
def bank() -> str:
    """The question bank to read and search."""
    wanted, chosen = request.args.get("q", "")[:80], request.args.get("bank", "")
    return render_template(
        "surveys/bank.html",
        library=load_library(),
        found=builder.search(wanted, chosen),
        wanted=wanted,
        bank=chosen,
    )


@bp.route("/desk/<workspace>/projects/<project>/surveys/new", methods=["GET", "POST"])
@requires(Permission.EDIT)
def create(project: str) -> Response | str:
    held = project_by_slug(db.session, g.access.workspace_id, project)
    title = tidy(request.form.get("title", ""))[:160]
    if request.method == "POST" and title:
        made = act(
            lambda *a, **k: service.create_survey(*a, **k).id,
            project_id=held.id,
            title=title,
            least_cell=10 if request.form.get("school") == "yes" else 5,
        )
        return redirect(url_for("builder.build", workspace=g.access.slug, survey_id=made))
    return render_template(
        "surveys/new.html", project=held, missing=request.method == "POST", title=title
    )


@bp.route(f"{BASE}/settings", methods=["GET", "POST"])
@requires(Permission.EDIT)
def settings(survey_id: int) -> Response | str:
    """The survey's own words, its languages and the day its answers are deleted."""
    opened = this(survey_id)
    problem = ""
    if request.method == "POST":
        problem = save_settings(survey_id)
        if not problem:
            flash(_("Bewaard."), "success")
            return back(survey_id)
    return render_template(
        "surveys/settings.html",
        survey=opened.survey,
        project=opened.project,
        draft=opened.draft,
        problem=problem,
        all_languages=languages_of(opened.draft),
        more_languages=[tag for tag in service.MORE_LANGUAGES if tag not in opened.draft.languages],
        sent=request.form,
    )


def save_settings(survey_id: int) -> str:
    """Save what was typed; return what is wrong with it."""
    sent = request.form
    title = tidy(sent.get("title.nl", ""))[:160]
    if not title:
        return _("Geef de bevraging een titel.")
    try:
        until = date.fromisoformat(sent.get("retention_until", ""))
    except ValueError:
        return _("Kies de dag waarop de antwoorden gewist worden.")
    if until <= today():
        return _("Kies een dag in de toekomst om de antwoorden te wissen.")
    languages = tuple(tag for tag in ALL_LANGUAGES if tag == "nl" or wanted(tag))
    texts = {name: text_of(name) for name in ("title", "next_steps")}
    if not edited(survey_id, lambda q: editing.set_texts(q, languages=languages, **texts)):
        return _("Er is niets bewaard.")
    act(service.set_facts, survey_id=survey_id, title=title, retention_until=until)
    return ""


def languages_of(draft: Questionnaire) -> tuple[str, ...]:
    """The program's own languages, and those a coach added."""
    added = [tag for tag in draft.languages if tag not in service.LANGUAGES]
    return (*service.LANGUAGES, *added)


def wanted(tag: str) -> bool:
    """Ticked, or chosen to be added."""
    sent = request.form
    return bool(sent.get(f"language.{tag}")) or sent.get("add_language") == tag


def text_of(name: str) -> Text | None:
    typed = {
        tag: tidy(request.form[f"{name}.{tag}"])
        for tag in ALL_LANGUAGES
        if tidy(request.form.get(f"{name}.{tag}", ""))
    }
    return Text(typed) if typed else None


@bp.route(f"{BASE}/publish", methods=["GET", "POST"])
@requires(Permission.EDIT)
def publish(survey_id: int) -> Response | str:
    """What publishing changes, said before it happens."""
    opened = this(survey_id)
    if request.method == "POST":
        try:
            act(lambda *a, **k: service.publish_survey(*a, **k).number, survey_id=survey_id)
        except StateError:
            flash(_("Kies eerst minstens één vraag."), "error")
            return back(survey_id)
        flash(_("De bevraging is gepubliceerd. Maak nu een kanaal met een QR-code."), "success")
        return redirect(
            url_for("collectors.overview", workspace=g.access.slug, survey_id=survey_id)
        )
    held = service.newest_version(db.session, survey_id)
    earlier = [Questionnaire.from_json(held.questionnaire)] if held else []
    pending = service.pending_changes(db.session, opened.survey)
    return render_template(
        "surveys/publish.html",
        survey=opened.survey,
        project=opened.project,
        draft=opened.draft,
        versions=queries.versions_of(db.session, survey_id),
        pending=[(one, words.changed_words(one, [opened.draft, *earlier])) for one in pending],
    )


@bp.post(f"{BASE}/close")
@requires(Permission.RUN)
def close(survey_id: int) -> Response:
    act(service.close_survey, survey_id=survey_id, today=today())
    flash(_("De bevraging is gesloten. Wie vandaag bezig was, kan nog versturen."), "success")
    return redirect(url_for("collectors.overview", workspace=g.access.slug, survey_id=survey_id))


@bp.post(f"{BASE}/reopen")
@requires(Permission.RUN)
def reopen(survey_id: int) -> Response:
    act(service.reopen_survey, survey_id=survey_id)
    flash(_("De bevraging is weer open."), "success")
    return redirect(url_for("collectors.overview", workspace=g.access.slug, survey_id=survey_id))


@bp.route(f"{BASE}/copy", methods=["GET", "POST"])
@requires(Permission.EDIT)
def copy(survey_id: int) -> Response | str:
    """The same questions for another village or a next round; no answers go along."""
    opened = this(survey_id)
    projects = projects_of(db.session, g.access.workspace_id)
    if request.method == "POST":
        slug = request.form.get("project", "")
        target = project_by_slug(db.session, g.access.workspace_id, slug)
        title = tidy(request.form.get("title", ""))[:160] or opened.survey.title
        made = act(
            lambda *a, **k: service.duplicate_survey(*a, **k).id,
            survey_id=survey_id,
            project_id=target.id,
            title=title,
        )
        flash(_("De kopie staat klaar als concept."), "success")
        return redirect(url_for("builder.build", workspace=g.access.slug, survey_id=made))
    return render_template(
        "surveys/copy.html", survey=opened.survey, project=opened.project, projects=projects
    )


@bp.route(f"{BASE}/delete", methods=["GET", "POST"])
@requires(Permission.MANAGE)
def delete(survey_id: int) -> Response | str:
    opened = this(survey_id)
    if request.method == "POST" and request.form.get("sure") == "yes":
        act(service.delete_survey, survey_id=survey_id)
        flash(_("De bevraging %(title)s is gewist.", title=opened.survey.title), "success")
        return redirect(
            url_for("projects.show", workspace=g.access.slug, project=opened.project.slug)
        )
    return render_template("surveys/delete.html", survey=opened.survey, project=opened.project)
