"""Pages for residents: answer at ``/s/<code>``, delete at ``/r/<receipt>``, the printed matter."""

from flask import Blueprint, Flask, Response, request

from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.permissions import public
from survey_app.core.security import csrf
from survey_app.core.tokens import clean_code
from survey_app.responses import pages, queries
from survey_app.responses.filling import fill_in
from survey_app.responses.forms import read_sheet
from survey_app.responses.rules import Door, door

bp = Blueprint("responses", __name__, template_folder="templates")


def register(app: Flask) -> None:
    app.register_blueprint(bp)
    csrf.exempt(bp)  # the signed ticket protects these forms: no cookie before one is needed


@bp.get("/s/<code>")
@public
def answer(code: str) -> Response:
    """The first question at once."""
    entry = queries.entry_by_code(db.session, clean_code(code))
    state = door_of(entry)
    if entry.version_id is None:
        visit = pages.begin(entry, action="", language="nl", today=today())
        return pages.closed_page(visit, None, door=Door.DRAFT, status=404)
    questionnaire = queries.questionnaire_of(db.session, entry)
    language = pages.choose_language(request.args.get("lang"), questionnaire)
    visit = pages.begin(entry, action=request.path, language=language, today=today())
    sheet = read_sheet(questionnaire, ())
    if state is not Door.OPEN:
        return pages.closed_page(visit, None, door=state, status=200)
    return pages.question_page(visit, sheet, sheet.path()[0])


@bp.post("/s/<code>")
@public
def send(code: str) -> Response:
    """The next question, the one before, or the whole questionnaire sent."""
    return fill_in(clean_code(code))


def door_of(entry: queries.Entry) -> Door:
    return door(
        state=entry.state,
        today=today(),
        opens_on=entry.opens_on,
        closes_on=entry.closes_on,
        closed_on=entry.closed_on,
        taken=entry.taken,
        quota=entry.quota,
    )
