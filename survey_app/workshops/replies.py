"""What a phone hears back: the page of this moment with a sentence, or the same as JSON."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, jsonify, make_response, redirect, url_for
from flask_babel import gettext as _

from survey_app.activities.base import Sheet
from survey_app.core.errors import wants_json
from survey_app.workshops import phone
from survey_app.workshops.phone import Visit


def back_to(visit: Visit) -> Response:
    """The page after a form, by its short address: reloading sends nothing again."""
    address = url_for("workshops.take_part", code=visit.here.code, **visit.carried)
    return make_response(redirect(address, HTTPStatus.SEE_OTHER))


def refused(visit: Visit, sheet: Sheet, told: Mapping[str, str]) -> Response:
    if wants_json():
        return problems(told)
    return phone.page(visit, sheet=Sheet(sheet.raw, told), status=422)


def too_late(visit: Visit) -> Response:
    words = _("Deze vraag is gesloten. Uw laatste antwoord is niet meer geteld.")
    if wants_json():
        return problems({"": words}, status=HTTPStatus.CONFLICT)
    return phone.page(visit, notice=words, status=HTTPStatus.CONFLICT)


def join_first(visit: Visit) -> Response:
    words = _("Doe eerst mee. Dat kan met één druk op de knop.")
    if wants_json():
        return problems({"": words}, status=HTTPStatus.CONFLICT)
    return phone.join_page(visit, problem=words)


def problems(told: Mapping[str, str], status: int = HTTPStatus.UNPROCESSABLE_ENTITY) -> Response:
    response = jsonify(errors=dict(told))
    response.status_code = status
    return response
