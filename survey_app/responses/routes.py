"""Pages for residents: answer at ``/s/<code>``, on a stand's tablet, delete at ``/r/<receipt>``."""

from flask import Blueprint, Flask, Response, g, make_response, render_template, request
from flask_babel import gettext as _

from question_banks.tidy import tidy
from survey_app.answers.queries import n_on_day
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import direction, own_name, page_language
from survey_app.core.limits import Brake
from survey_app.core.permissions import public
from survey_app.core.security import csrf
from survey_app.core.tokens import RECEIPT_LENGTH, clean_code, digest
from survey_app.core.writer import write
from survey_app.responses import (
    desk,
    erase,  # noqa: F401 — registers the daily purge
    pages,
    panel,  # noqa: F401 — registers what a project's page shows of its surveys
    queries,
    service,
    walls,
)
from survey_app.responses.filling import fill_in
from survey_app.responses.forms import ContactForm, read_contact, read_sheet
from survey_app.responses.queries import Entry
from survey_app.responses.rules import Door, door
from survey_app.responses.wording import ui, words_of

bp = Blueprint("responses", __name__, template_folder="templates")
receipts = Brake(tries=10, total=120)


def register(app: Flask) -> None:
    for blueprint in (bp, walls.bp, desk.bp):
        app.register_blueprint(blueprint)
    app.extensions["action_words"].update(desk.ACTIONS)
    csrf.exempt(bp)
    csrf.exempt(
        "survey_app.responses.desk.preview"
    )  # the signed ticket protects these forms: no cookie before one is needed
    app.extensions.setdefault("village_page", lambda _project_id: None)
    app.jinja_env.globals.update(
        words_of=words_of, ui=ui, direction_of=direction, own_name=own_name
    )


@bp.get("/s/<code>")
@public
def answer(code: str) -> Response:
    """The first question at once."""
    entry = queries.entry_by_code(db.session, clean_code(code))
    if entry.version_id is None or door_of(entry) is not Door.OPEN:
        return shut(entry)
    questionnaire = queries.questionnaire_of(db.session, entry)
    language = pages.choose_language(request.args.get("lang"), questionnaire)
    mode = "assisted" if request.args.get("mode") == "assisted" else "self"
    visit = pages.begin(entry, action=request.path, language=language, today=today(), mode=mode)
    sheet = read_sheet(questionnaire, ())
    return pages.question_page(visit, sheet, sheet.path()[0], whole=True)


@bp.post("/s/<code>")
@public
def send(code: str) -> Response:
    """The next question, the one before, or the whole questionnaire sent."""
    return fill_in(clean_code(code))


@bp.get("/s/<code>/stand")
@public
def stand(code: str) -> Response:
    """The page a shared tablet shows between two people."""
    entry = queries.entry_by_code(db.session, clean_code(code))
    if entry.version_id is None or door_of(entry) is not Door.OPEN:
        return shut(entry)
    questionnaire = queries.questionnaire_of(db.session, entry)
    n = n_on_day(db.session, entry.survey_id, today())
    return pages.stand_page(entry, questionnaire, address=request.path[: -len("/stand")], n=n)


@bp.route("/r/<receipt>", methods=["GET", "POST"])
@public
def delete(receipt: str) -> Response:
    """Somebody deletes the own answers with the code of the thank-you page."""
    typed = request.form.get("receipt", receipt)
    problem = forget(clean_code(typed)) if request.method == "POST" else ""
    done = request.method == "POST" and not problem
    title = _("Uw antwoorden zijn gewist") if done else _("Wis mijn antwoorden")
    html = render_template(
        "responses/delete.html",
        title=title,
        done=done,
        problem=problem,
        receipt=tidy(typed)[:40],
    )
    return make_response(html, 404 if problem else 200)


def forget(receipt: str) -> str:
    """Delete by receipt; return what to say when that cannot be."""
    receipts.count(request.remote_addr)
    if len(receipt) != RECEIPT_LENGTH:
        return _("Een code heeft twaalf letters en cijfers. Kijk de code na.")
    try:
        kept = digest(receipt)
        write(lambda session: service.delete_response(session, receipt_digest=kept))
    except NotFoundError:
        return _("We vinden niets met deze code. Misschien zijn uw antwoorden al gewist.")
    return ""


@bp.route("/s/<code>/contact", methods=["GET", "POST"])
@public
def contact(code: str) -> Response:
    """Who wants to hear more or to help says so apart, with nothing that leads to answers."""
    entry = queries.entry_by_code(db.session, clean_code(code))
    form = read_contact(request.form)
    problem = form.problem() if request.method == "POST" else ""
    done = request.method == "POST" and not problem
    if done:
        keep(entry, form)
    html = render_template(
        "responses/contact.html",
        entry=entry,
        form=form,
        problem=problem,
        done=done,
        title=_("Hou mij op de hoogte"),
    )
    return make_response(html, 422 if problem else 200)


def keep(entry: Entry, form: ContactForm) -> None:
    write(
        lambda session: service.leave_contact(
            session,
            project_id=entry.project_id,
            name=form.name,
            reach=form.reach,
            wish=form.wish,
            delete_on=entry.retention_until,
        )
    )


def shut(entry: Entry) -> Response:
    """The kind page for a door that is not open."""
    g.language = page_language()
    visit = pages.begin(entry, action="", language=page_language(), today=today())
    state = Door.DRAFT if entry.version_id is None else door_of(entry)
    return pages.closed_page(visit, None, door=state, status=200)


def door_of(entry: Entry) -> Door:
    return door(
        state=entry.state,
        today=today(),
        opens_on=entry.opens_on,
        closes_on=entry.closes_on,
        closed_on=entry.closed_on,
        taken=entry.taken,
        quota=entry.quota,
    )
