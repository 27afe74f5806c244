"""The steering group's page at ``/d/<token>``: a link and a PIN, no account and no cookie."""

import hmac

from flask import Blueprint, Response, g, make_response, render_template, request
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as AnyResponse

from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.limits import Brake
from survey_app.core.permissions import public
from survey_app.core.security import csrf
from survey_app.core.tokens import digest
from survey_app.reports import files, keys, queries, showing
from survey_app.reports.forms import PinForm
from survey_app.reports.queries import Opened

bp = Blueprint("steering", __name__, template_folder="templates")
csrf.exempt(bp)  # no cookie is read here: the PIN itself is what a form proves
visitors = Brake(tries=5, total=600)
"""Five tries a minute for one visitor of one dossier."""

dossiers = Brake(tries=20, total=2000)
"""Twenty for all visitors of one dossier together: a million PINs take five weeks."""


@bp.route("/d/<token>", methods=["GET", "POST"])
@public
def show(token: str) -> AnyResponse:
    """The dossier for who has the key, else the question for the PIN."""
    opened = queries.dossier_by_token(db.session, token)
    key = request.args.get("key", "")
    if keys.opens(key, opened.dossier, utc_now()):
        return page(opened, key)
    form = PinForm()
    if request.method == "POST":
        brake(opened.dossier.token)
        if right(str(form.pin.data), opened.dossier.pin_digest):
            key = keys.key_for(opened.dossier, utc_now())
            return redirect(f"/d/{opened.dossier.token}?key={key}", 303)
    return make_response(
        render_template(
            "reports/pin.html",
            form=form,
            project=opened.project,
            dossier=opened.dossier,
            wrong=request.method == "POST",
            expired=bool(key),
        ),
        403 if request.method == "POST" else 200,
    )


def brake(token: str) -> None:
    """Slow down whoever guesses, and everybody who guesses at one dossier together."""
    visitors.count(f"{token} {request.remote_addr}")
    dossiers.count(token)


def right(typed: str, kept: str) -> bool:
    return hmac.compare_digest(digest(typed), kept)


def page(opened: Opened, key: str) -> Response:
    """The whole dossier, drawn."""
    g.language = request.args.get("lang") or "nl"
    held = showing.newest(opened.dossier, opened.project)
    drawn = None if held is None else showing.drawings(held.document)
    if held is None or drawn is None:
        return showing.being_made()
    return make_response(
        render_template(
            "reports/dossier.html",
            project=opened.project,
            held=held,
            doc=held.document,
            drawn=drawn,
            formats=files.FORMATS,
            address=lambda kind: f"/d/{opened.dossier.token}/{kind}?key={key}",
        )
    )


@bp.get("/d/<token>/<any(pdf,pptx,xlsx,csv,'csv-be'):kind>")
@public
def download(token: str, kind: str) -> AnyResponse:
    """The dossier as a file, for who has the key."""
    opened = queries.dossier_by_token(db.session, token)
    if not keys.opens(request.args.get("key", ""), opened.dossier, utc_now()):
        return redirect(f"/d/{opened.dossier.token}", 303)
    held = showing.newest(opened.dossier, opened.project)
    if held is None:
        return showing.being_made()
    return showing.file_of(held, kind, name=f"dossier-{opened.project.slug}")
