"""What can go wrong, and the page that says it.

DomainError                  something a person can mend
├── NotFoundError            it is not there, or not for you                    404
├── NotAllowedError          you may not do this                                403
├── StateError               not now: closed, full, already sent                409
│   └── SurveyClosedError    the survey does not take answers now               410
├── InvalidInputError        what was sent cannot be read                       422
├── TooManyTriesError        wait a while                                       429
├── BusyError                the database cannot write now, send it again       503
└── NotMadeError             a chart or document could not be made; a fault of ours  500
"""

from http import HTTPStatus
from typing import ClassVar

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException, SecurityError


class DomainError(Exception):
    """Something a person can mend; ``str(error)`` is for the log, the page has its own words."""

    status: ClassVar[HTTPStatus] = HTTPStatus.BAD_REQUEST
    retry_after: ClassVar[int | None] = None


class NotFoundError(DomainError):
    status = HTTPStatus.NOT_FOUND


class NotAllowedError(DomainError):
    status = HTTPStatus.FORBIDDEN


class StateError(DomainError):
    status = HTTPStatus.CONFLICT


class SurveyClosedError(StateError):
    status = HTTPStatus.GONE


class InvalidInputError(DomainError):
    status = HTTPStatus.UNPROCESSABLE_ENTITY


class TooManyTriesError(DomainError):
    status = HTTPStatus.TOO_MANY_REQUESTS
    retry_after = 60


class BusyError(DomainError):
    status = HTTPStatus.SERVICE_UNAVAILABLE
    retry_after = 5


class NotMadeError(DomainError):
    status = HTTPStatus.INTERNAL_SERVER_ERROR


WORDS = {
    400: (_("We begrijpen deze vraag niet"), _("Ga terug en probeer het opnieuw.")),
    401: (_("U bent niet meer aangemeld"), _("Meld u aan en probeer het opnieuw.")),
    403: (_("Dit mag u niet doen"), _("Vraag het aan de eigenaar van uw organisatie.")),
    404: (
        _("Deze pagina bestaat niet"),
        _("Kijk of het adres juist is. Typte u een code? Kijk dan de letters na."),
    ),
    405: (_("Dit kan hier niet"), _("Ga terug en probeer het opnieuw.")),
    409: (_("Dit kan nu niet"), _("Intussen is er iets veranderd. Laad de pagina opnieuw.")),
    410: (_("Deze bevraging is gesloten"), _("U kunt niet meer antwoorden.")),
    413: (_("Dit is te veel"), _("Maak uw tekst korter en probeer het opnieuw.")),
    415: (_("Dit soort bestand kennen we niet"), _("Ga terug en probeer het opnieuw.")),
    422: (_("Kijk dit even na"), _("Er ontbreekt iets. Ga terug en kijk het na.")),
    429: (_("Even wachten"), _("U probeerde te vaak. Wacht een minuut en probeer opnieuw.")),
    500: (_("Er liep iets mis bij ons"), _("Probeer het straks opnieuw.")),
    503: (
        _("Het is nu te druk"),
        _("Er is niets bewaard. Probeer het over enkele seconden opnieuw."),
    ),
}


def init_errors(app: Flask) -> None:
    app.register_error_handler(DomainError, domain_page)
    app.register_error_handler(HTTPException, http_page)


def domain_page(error: DomainError) -> Response:
    return page(error.status, retry_after=error.retry_after)


def http_page(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):
        return Response(str(_("Dit adres is niet van ons.")), status=400, mimetype="text/plain")
    if error.response is not None:
        return make_response(error.response)
    return page(error.code or 500)


def page(status: int, *, retry_after: int | None = None) -> Response:
    """Render the page of a status, or the same words as JSON for a script."""
    title, advice = WORDS.get(status) or WORDS[500 if status >= 500 else 400]  # noqa: PLR2004 — HTTP's own border
    if wants_json():
        response = jsonify(errors={"": f"{title}. {advice}"})
    else:
        response = make_response(
            render_template("errors/page.html", title=title, advice=advice, status=status)
        )
    response.status_code = status
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def wants_json() -> bool:
    accepted = request.accept_mimetypes
    return bool(accepted) and accepted.best_match(["text/html", "application/json"]) == (
        "application/json"
    )
