"""What hangs on walls: posters, flyers, cards, codes and paper, public at addresses that stay."""

from typing import NamedTuple

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import force_locale, get_translations
from werkzeug.wrappers import Response as AnyResponse

from question_banks.questionnaire import Questionnaire
from survey_app.core import qr
from survey_app.core.db import db
from survey_app.core.hosts import public_url
from survey_app.core.i18n import INTERFACE, base
from survey_app.core.jobs import Spec
from survey_app.core.made import made
from survey_app.core.permissions import public
from survey_app.core.tokens import clean_code
from survey_app.responses import pages, queries
from survey_app.responses.printing import files  # noqa: F401 — registers the kinds of files
from survey_app.responses.printing.paper import paper_spec
from survey_app.responses.printing.words import NoticeFacts, poster_spec
from survey_app.responses.queries import Entry

bp = Blueprint("walls", __name__)
LONGEST_CODE = 12


class Asked(NamedTuple):
    """A way in, what it asks and the language of the paper."""

    entry: Entry
    questionnaire: Questionnaire
    language: str


def asked(code: str) -> Asked:
    entry = queries.entry_by_code(db.session, clean_code(code))
    questionnaire = queries.questionnaire_of(db.session, entry)
    return Asked(
        entry, questionnaire, pages.choose_language(request.args.get("lang"), questionnaire)
    )


@bp.get("/s/")
@public
def typed() -> AnyResponse:
    """Somebody types the code of a poster by hand."""
    code = clean_code(request.args.get("code", ""))[:LONGEST_CODE]
    if not code:
        return make_response(render_template("responses/code.html"))
    return redirect(url_for("responses.answer", code=code))


@bp.get("/s/<code>/<any(poster,flyer,card):kind>.pdf")
@public
def notice(code: str, kind: str) -> Response:
    """A poster for the wall, a flyer for the letterbox, a card for the table."""
    one = asked(code)
    return made(kind, notice_spec(one), name=f"{kind}-{one.entry.code}")


def notice_spec(one: Asked) -> Spec:
    entry, questionnaire, language = one
    asking = [item for item in questionnaire.items() if item.controls()]
    spoken = base(language) if base(language) in INTERFACE else "nl"
    facts = NoticeFacts(
        url=public_url(f"/s/{entry.code}"),
        title=questionnaire.title.wording(language).text,
        village=entry.village,
        questions=len(asking),
        seconds=questionnaire.seconds,
        organiser=entry.organiser,
        languages=questionnaire.languages,
        closes_on=entry.closes_on,
        delete_on=entry.retention_until,
        stand_on=entry.opens_on if entry.place else None,
        stand_place=entry.place,
        help_at=entry.place,
        scene="school" if entry.kind == "school" else "village",
    )
    with force_locale(spoken):
        return poster_spec(facts, language=spoken, say=get_translations()).to_json()


@bp.get("/s/<code>/paper.pdf")
@public
def paper(code: str) -> Response:
    """The same questions on paper, in large type."""
    one = asked(code)
    return made(
        "paper",
        paper_of(one.questionnaire, one.entry.code, one.language),
        name=f"papier-{one.entry.code}",
    )


def paper_of(questionnaire: Questionnaire, code: str, language: str) -> Spec:
    spoken = base(language) if base(language) in INTERFACE else "nl"
    with force_locale(spoken):
        return paper_spec(
            questionnaire,
            language=language,
            url=public_url(f"/s/{code}"),
            code=code,
            say=get_translations(),
        ).to_json()


@bp.get("/s/<code>/qr.svg")
@public
def qr_svg(code: str) -> Response:
    entry = queries.entry_by_code(db.session, clean_code(code))
    address = public_url(f"/s/{entry.code}")
    body = qr.svg(address, title=address, level=qr.Level.PRINT)
    return picture(body.encode(), "image/svg+xml")


@bp.get("/s/<code>/qr.png")
@public
def qr_png(code: str) -> Response:
    entry = queries.entry_by_code(db.session, clean_code(code))
    return picture(qr.png(public_url(f"/s/{entry.code}")), "image/png")


def picture(body: bytes, kind: str) -> Response:
    response = make_response(body)
    response.mimetype = kind
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
