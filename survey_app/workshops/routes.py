"""Pages for participants: join at ``/j/<code>``, answer, support, come back after a lost line."""

from contextlib import suppress
from typing import Any

from flask import Blueprint, Flask, Response, jsonify, request
from flask_babel import gettext as _

from survey_app import activities
from survey_app.activities.base import RefusedError, Sheet
from survey_app.core import broadcast
from survey_app.core.broadcast import notify, open_channel
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError, StateError, wants_json
from survey_app.core.limits import Brake
from survey_app.core.permissions import public
from survey_app.core.security import csrf
from survey_app.core.tokens import clean_code, digest, new_token
from survey_app.core.writer import write
from survey_app.workshops import (
    control,
    desk,
    erase,  # noqa: F401 — registers the daily purge
    forms,
    panel,  # noqa: F401 — registers what a project's page shows of its workshops
    phone,
    photos,
    projecting,
    queries,
    replies,
    report,
    screens,
    script,
    service,
    visits,
)
from survey_app.workshops.logbook import ACTIONS
from survey_app.workshops.phone import Visit
from survey_app.workshops.scene import source_of
from survey_app.workshops.service import FullError, NotOpenError

CHANNEL = screens.CHANNEL
COOKIE_SECONDS = 12 * 3600

bp = Blueprint("workshops", __name__, template_folder="templates")
joining = Brake(tries=3000, total=9000)


def register(app: Flask) -> None:
    own = (bp, projecting.bp, desk.bp, control.bp, script.bp, report.bp, photos.bp)
    for blueprint in (*own, *activities.blueprints()):
        app.register_blueprint(blueprint)
    app.extensions["action_words"].update(ACTIONS)
    csrf.exempt(bp)  # the device's own token, in a cookie of this site alone, protects these forms
    open_channel(app, CHANNEL, screens.channel())
    app.jinja_env.globals.update(screens.GLOBALS)
    app.jinja_env.filters.update(screens.FILTERS)


@bp.get("/j/<code>")
@public
def take_part(code: str) -> Response:
    """Join, or see what is asked now: one page, whatever happens in the hall."""
    visit = visits.now(code)
    return phone.join_page(visit) if visit.mine is None else phone.page(visit)


@bp.post("/j/<code>")
@public
def join(code: str) -> Response:
    """Take a seat: a token for this device, no name, no account."""
    joining.count(request.remote_addr)
    if (shown := visits.last(code)) is not None and not lacks_role(shown):
        with suppress(StateError):  # whatever it is, look anew first
            return seated(shown)
    visit = visits.now(code)
    if lacks_role(visit):
        words = _("Zeg eerst wie u bent, of kies “Dat zeg ik liever niet”.")
        return (
            replies.problems({"role": words})
            if wants_json()
            else phone.join_page(visit, problem=words)
        )
    try:
        return seated(visit)
    except StateError:
        return phone.full_page(visit)


def lacks_role(visit: Visit) -> bool:
    roles = visit.scene.course.script.roles
    return bool(roles) and request.form.get("role", "") not in (*roles, "none")


def seated(visit: Visit) -> Response:
    """The token of the seat, after the commit."""
    role, token = request.form.get("role", ""), visit.token or new_token()
    seat: dict[str, Any] = {
        "workshop_id": visit.here.id,
        "revision": visit.here.revision,
        "device": digest(token),
        "seat": visit.seat,
        "role": role if role in visit.scene.course.script.roles else "",
    }
    write(lambda session: service.take_seat(session, **seat))
    notify(CHANNEL, str(visit.here.id))
    response = jsonify(token=token) if wants_json() else replies.back_to(visit)
    response.set_cookie(
        visits.cookie_name(visit.here.code),
        token,
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )
    return response


@bp.post("/j/<code>/<step>")
@public
def send(code: str, step: str) -> Response:
    """Contribute to the activity of this moment, once however often it is sent."""
    sheet = Sheet(raw=forms.sent())
    shown = visits.last(code)
    if shown is not None and shown.mine is not None and shown.scene.open:
        with suppress(RefusedError, StateError, NotFoundError):  # whatever it is, look anew first
            return kept(shown, step, sheet)
    visit = visits.now(code)
    return replies.join_first(visit) if visit.mine is None else send_now(visit, step, sheet)


def send_now(visit: Visit, step: str, sheet: Sheet) -> Response:
    """Contribute to what is open at this moment, or say why that cannot be."""
    try:
        return kept(visit, step, sheet)
    except RefusedError as error:
        return replies.refused(visit, sheet, error.problems)
    except FullError:
        return replies.refused(
            visit, sheet, {"": _("U stuurde al alles wat u mag sturen. Dank u wel.")}
        )
    except NotOpenError:
        return replies.too_late(visit)
    except NotFoundError:
        return replies.refused(
            visit, sheet, {"": _("Laad deze pagina opnieuw en probeer nog eens.")}
        )


def kept(visit: Visit, step: str, sheet: Sheet) -> Response:
    """The receipt, after the commit."""
    sending = forms.sending_of(visit, step, sheet)
    write(lambda session: service.contribute(session, sending=sending))
    notify(CHANNEL, str(visit.here.id))
    return jsonify(receipt=sending.uuid) if wants_json() else replies.back_to(visit)


@bp.post("/j/<code>/<step>/dots")
@public
def support(code: str, step: str) -> Response:
    """Spread the dots over what others wrote; the whole choice replaces the one before."""
    visit = visits.now(code)
    if visit.mine is None:
        return replies.join_first(visit)
    sheet = Sheet(raw=forms.sent())
    try:
        endorse(visit, step, sheet)
    except RefusedError as error:
        return replies.refused(visit, sheet, error.problems)
    except NotOpenError:
        return replies.too_late(visit)
    notify(CHANNEL, str(visit.here.id))
    return jsonify(receipt="dots") if wants_json() else replies.back_to(visit)


@bp.post("/j/<code>/<step>/back")
@public
def take_back(code: str, step: str) -> Response:
    """Take an own contribution back while it is open."""
    visit = visits.now(code)
    if visit.mine is None:
        return replies.join_first(visit)
    seat, key = visit.mine, request.form.get("key", "")
    try:
        at = forms.open_at(visit.scene, step)
        write(
            lambda session: service.take_back(
                session,
                workshop_id=visit.here.id,
                activity_id=at.id,
                number=at.round,
                participant_id=seat.id,
                key=int(key) if key.isdecimal() else 0,
            )
        )
    except NotOpenError:
        return replies.too_late(visit)
    notify(CHANNEL, str(visit.here.id))
    return jsonify(receipt="back") if wants_json() else replies.back_to(visit)


@bp.get("/j/<code>/stream")
@public
def stream(code: str) -> Response:
    """What a phone follows: which page there is to see, and never a result."""
    here = queries.here_by_code(db.session, clean_code(code))
    return broadcast.stream(CHANNEL, str(here.id), "phone")


@bp.get("/j/<code>/now")
@public
def now(code: str) -> Response:
    """The same once, for a phone whose line breaks streams."""
    here = queries.here_by_code(db.session, clean_code(code))
    return broadcast.snapshot(CHANNEL, str(here.id), "phone")


def endorse(visit: Visit, step: str, sheet: Sheet) -> None:
    at, activity, seat = forms.open_at(visit.scene, step), visit.scene.activity, visit.mine
    assert activity is not None  # noqa: S101 — an open step has an activity
    assert seat is not None  # noqa: S101 — asked before
    forms.sending_brake.count(visit.token)
    keys = {name.removeprefix("dot.") for name in sheet.raw if name.startswith("dot.")}
    dots = activity.dots_from(sheet.raw, keys)
    source = source_of(visit.scene, visit.scene.course.stops[visit.here.step])
    write(
        lambda session: service.endorse(
            session,
            workshop_id=visit.here.id,
            activity_id=at.id,
            number=at.round,
            source_id=source.id,
            participant_id=seat.id,
            dots=dots,
        )
    )
