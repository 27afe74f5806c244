"""One submitted form: go on, go back, look over, or send for good, losing nothing on the way."""

import uuid as uuids
from contextlib import suppress
from dataclasses import replace

from flask import Response, request
from flask_babel import gettext as _

from question_banks.questionnaire import Questionnaire
from survey_app.answers.service import AlreadySentError
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import BusyError, NotFoundError, wants_json
from survey_app.core.tokens import Ticket, digest, read_ticket, receipt_for
from survey_app.core.uuids import new_uuid
from survey_app.core.writer import write
from survey_app.responses import pages, queries, service
from survey_app.responses.forms import Sheet, read_sheet
from survey_app.responses.pages import CHECK, Visit
from survey_app.responses.queries import Entry
from survey_app.responses.rules import Door, door

MODES = ("self", "assisted")


def fill_in(code: str) -> Response:
    """Answer one POST of the resident's form."""
    entry = entry_for(code)
    questionnaire = queries.questionnaire_of(db.session, entry)
    ticket = read_ticket(request.form.get("ticket", ""))
    visit = visit_of(entry, questionnaire, ticket)
    sheet = read_sheet(questionnaire, request.form.items(multi=True))
    go = request.form.get("go", "next")
    if go.startswith("lang:"):
        return speak(visit, sheet, go.removeprefix("lang:"))
    if go == "send" or wants_json():
        return send(visit, sheet, ticket)
    return walk(visit, sheet, go)


def speak(visit: Visit, sheet: Sheet, language: str) -> Response:
    """The same place in another language; every answer stays."""
    spoken = replace(visit, language=pages.choose_language(language, sheet.questionnaire))
    at = request.form.get("at", CHECK)
    if at in sheet.path():
        return pages.question_page(spoken, without_problems(sheet), at, whole=True)
    return pages.check_page(spoken, sheet)


def try_out(entry: Entry, questionnaire: Questionnaire) -> Response:
    """The same for a draft that a coach tries: checked in the same way, and nothing is kept."""
    visit = replace(visit_of(entry, questionnaire, None), preview=True)
    sheet = read_sheet(questionnaire, request.form.items(multi=True))
    go = request.form.get("go", "next")
    if go.startswith("lang:"):
        return speak(visit, sheet, go.removeprefix("lang:"))
    if go != "send":
        return walk(visit, sheet, go)
    if sheet.problems_on_path():
        return mend(visit, sheet)
    return pages.thanks_page(visit, sheet, receipt=None)


def entry_for(code: str) -> Entry:
    """The collector with the version its form showed; an unknown version means the newest."""
    version = request.form.get("version", "")
    if version.isdecimal() and len(version) < 7:  # noqa: PLR2004 — no survey has a million versions
        with suppress(NotFoundError):
            return queries.entry_by_code(db.session, code, version=int(version))
    return queries.entry_by_code(db.session, code)


def visit_of(entry: Entry, questionnaire: Questionnaire, ticket: Ticket | None) -> Visit:
    """The visit as the form carried it; what is missing or damaged is made anew."""
    language = pages.choose_language(
        request.args.get("lang") or request.form.get("lang"), questionnaire
    )
    mode = request.form.get("mode", "self")
    return Visit(
        entry,
        request.path,
        clean_uuid(request.form.get("uuid", "")) or new_uuid(),
        request.form["ticket"] if ticket else pages.fresh_ticket(entry, today()),
        language,
        mode if mode in MODES else "self",
    )


def clean_uuid(text: str) -> str | None:
    try:
        return str(uuids.UUID(text))
    except ValueError:
        return None


def walk(visit: Visit, sheet: Sheet, go: str) -> Response:
    """One question on or back, without JavaScript; a mistake keeps its place and its value."""
    at = request.form.get("at", CHECK)
    path = sheet.path()
    stops = [*path, CHECK]
    if go == "next" and at in sheet.problems and at in path:
        return pages.question_page(visit, sheet, at, status=422)
    target = target_of(go, at, stops)
    if go != "next" or target == CHECK:
        return show(visit, sheet, target)
    return pages.question_page(visit, without_problems(sheet), target)


def target_of(go: str, at: str, stops: list[str]) -> str:
    if go.startswith("to:") and go[3:] in stops:
        return go[3:]
    place = stops.index(at) if at in stops else 0
    step = {"next": 1, "back": -1}.get(go, 0)
    return stops[min(max(place + step, 0), len(stops) - 1)]


def show(visit: Visit, sheet: Sheet, target: str) -> Response:
    if target == CHECK:
        return pages.check_page(visit, sheet)
    return pages.question_page(visit, sheet, target)


def without_problems(sheet: Sheet) -> Sheet:
    """A question that is opened for the first time is not wrong yet."""
    return replace(sheet, problems={})


def send(visit: Visit, sheet: Sheet, ticket: Ticket | None) -> Response:
    """Send for good: checked, stored once, answered with a receipt after the commit."""
    state = judge(visit.entry, ticket)
    if state is not Door.OPEN:
        return refused(visit, sheet, state)
    if ticket is None or ticket.collector != visit.entry.code:
        return ask_again(visit, sheet)
    if not sheet.problems_on_path():
        return stored(visit, sheet)
    full = visit.entry.quota is not None and visit.entry.taken >= visit.entry.quota
    return refused(visit, sheet, Door.FULL) if full else mend(visit, sheet)


def judge(entry: Entry, ticket: Ticket | None) -> Door:
    return door(
        state=entry.state,
        today=today(),
        opens_on=entry.opens_on,
        closes_on=entry.closes_on,
        closed_on=entry.closed_on,
        began=ticket.day if ticket else None,
    )


def stored(visit: Visit, sheet: Sheet) -> Response:
    entry = visit.entry
    if entry.version_id is None:
        return refused(visit, sheet, Door.DRAFT)
    receipt = receipt_for(visit.uuid)
    response = service.new_response(
        sheet.questionnaire,
        uuid=visit.uuid,
        place=service.Place(entry.survey_id, entry.version_id, entry.collector_id, visit.mode),
        answers=sheet.answers,
        language=visit.language,
        day=today(),
        receipt_digest=digest(receipt),
    )
    wants_replacing = request.form.get("replace") == "yes"
    try:
        write(
            lambda session: service.submit_response(
                session, response=response, replace=wants_replacing
            )
        )
    except AlreadySentError:
        return sent_before(visit, sheet)
    except service.SurveyFullError:
        return refused(visit, sheet, Door.FULL)
    except BusyError:
        return too_busy(visit, sheet)
    return (
        pages.receipt_json(receipt)
        if wants_json()
        else (pages.thanks_page(visit, sheet, receipt=receipt))
    )


def mend(visit: Visit, sheet: Sheet) -> Response:
    problems = sheet.problems_on_path()
    if wants_json():
        return pages.problems_json(problems)
    return pages.question_page(visit, sheet, next(iter(problems)), status=422, whole=True)


def refused(visit: Visit, sheet: Sheet, state: Door) -> Response:
    if wants_json():
        return pages.problems_json({"": pages.door_words(state)}, status=410, door=str(state))
    return pages.closed_page(visit, sheet, door=state, status=410)


def ask_again(visit: Visit, sheet: Sheet) -> Response:
    """The ticket was forged or its key is gone: everything stays, one more press sends it."""
    words = _("De pagina stond lang open. Druk nog eens op Verstuur.")
    if wants_json():
        return pages.problems_json({"": words}, status=409, ticket=visit.ticket)
    return pages.check_page(replace(visit, notice=words), sheet, status=409)


def sent_before(visit: Visit, sheet: Sheet) -> Response:
    words = _("U stuurde dit al. Wilt u uw nieuwe antwoorden in de plaats?")
    if wants_json():
        return pages.problems_json({"": words}, status=409, replaceable=True)
    return pages.check_page(replace(visit, notice=words, replaceable=True), sheet, status=409)


def too_busy(visit: Visit, sheet: Sheet) -> Response:
    words = _("Het is nu te druk. Uw antwoorden staan er nog. Druk straks nog eens op Verstuur.")
    if wants_json():
        response = pages.problems_json({"": words}, status=503)
    else:
        response = pages.check_page(replace(visit, notice=words), sheet, status=503)
    response.headers["Retry-After"] = "5"
    return response
