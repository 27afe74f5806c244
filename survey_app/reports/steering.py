"""The steering group's page at ``/d/<token>``: a link and a PIN, no account and no cookie."""

import hmac
from functools import partial
from typing import Any

from flask import Blueprint, Response, g, make_response, render_template, request, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as AnyResponse

from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.i18n import INTERFACE
from survey_app.core.limits import Brake
from survey_app.core.permissions import public
from survey_app.core.security import csrf
from survey_app.core.tokens import digest
from survey_app.reports import files, keys, queries, showing, weighing
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
    g.language = spoken(request.args.get("lang")) or INTERFACE[0]
    key = request.args.get("key", "")
    if has_key(opened):
        return page(opened, key)
    form = PinForm()
    if request.method == "POST":
        brake(opened.dossier.token)
        if right(str(form.pin.data), opened.dossier.pin_digest):
            key = keys.key_for(opened.dossier, utc_now())
            return redirect(door(opened, key=key, lang=spoken(request.args.get("lang"))), 303)
    return make_response(
        render_template(
            "reports/pin.html",
            form=form,
            project=opened.project,
            dossier=opened.dossier,
            wrong=request.method == "POST",
            expired=bool(key),
            **tongue(opened),
        ),
        403 if request.method == "POST" else 200,
    )


def brake(token: str) -> None:
    """Slow down whoever guesses, and everybody who guesses at one dossier together."""
    visitors.count(f"{token} {request.remote_addr}")
    dossiers.count(token)


def right(typed: str, kept: str) -> bool:
    return hmac.compare_digest(digest(typed), kept)


def door(opened: Opened, **said: Any) -> str:
    """Where a dossier is read, with a key and a language as far as there are any."""
    return url_for("steering.show", token=opened.dossier.token, **said)


def spoken(tag: str | None) -> str | None:
    """One of the program's languages other than Dutch; None is Dutch."""
    return tag if tag in INTERFACE and tag != INTERFACE[0] else None


def tongue(opened: Opened, key: str | None = None) -> dict[str, Any]:
    """The same page in each language, for its switch."""
    return {"languages": {tag: door(opened, key=key, lang=spoken(tag)) for tag in INTERFACE}}


def page(opened: Opened, key: str) -> Response:
    """The whole dossier, drawn."""
    held = showing.newest(opened.dossier, opened.project)
    drawn = None if held is None else showing.drawings(held.document)
    if held is None or drawn is None:
        return showing.being_made()
    given: dict[str, Any] = {
        "token": opened.dossier.token,
        "key": key,
        "lang": spoken(request.args.get("lang")),
    }
    return make_response(
        render_template(
            "reports/dossier.html",
            project=opened.project,
            held=held,
            doc=held.document,
            drawn=drawn,
            formats=files.FORMATS,
            address=partial(url_for, "steering.download", **given),
            chart_address=partial(url_for, "steering.chart", **given),
            motions=weighing.motions_in(opened.dossier),
            weigh_address=partial(url_for, "steering.weigh", **given),
            **tongue(opened, key),
        )
    )


@bp.get("/d/<token>/<any(pdf,pptx,xlsx,csv,'csv-be'):kind>")
@public
def download(token: str, kind: str) -> AnyResponse:
    """The dossier as a file, for who has the key."""
    opened = queries.dossier_by_token(db.session, token)
    if not has_key(opened):
        return redirect(door(opened), 303)
    held = showing.newest(opened.dossier, opened.project)
    if held is None:
        return showing.being_made()
    return showing.file_of(held, kind, name=f"dossier-{opened.project.slug}")


@bp.get("/d/<token>/charts/<int:place>.<any(png,svg,pdf,csv,xlsx,pptx):extension>")
@public
def chart(token: str, place: int, extension: str) -> AnyResponse:
    """One chart of the dossier as a file, for who has the key."""
    opened = queries.dossier_by_token(db.session, token)
    if not has_key(opened):
        return redirect(door(opened), 303)
    held = showing.newest(opened.dossier, opened.project)
    if held is None:
        return showing.being_made()
    return showing.chart_file_of(held, place, extension, name=opened.project.slug)


@bp.route("/d/<token>/weigh/<int:motion_id>", methods=["GET", "POST"])
@public
def weigh(token: str, motion_id: int) -> AnyResponse | str:
    """Move the weights of a choice, for who has the key; nothing is kept."""
    opened, lang = queries.dossier_by_token(db.session, token), spoken(request.args.get("lang"))
    if not has_key(opened):
        return redirect(door(opened), 303)
    g.language = lang or INTERFACE[0]
    back = door(opened, key=request.args.get("key"), lang=lang)
    return weighing.page(opened.dossier, opened.project, motion_id, back=back)


def has_key(opened: Opened) -> bool:
    return keys.opens(request.args.get("key", ""), opened.dossier, utc_now())
