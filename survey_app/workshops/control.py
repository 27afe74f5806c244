"""The facilitator's control, on a laptop and as a remote on a phone."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from survey_app.core import broadcast
from survey_app.core.actions import act
from survey_app.core.broadcast import notify
from survey_app.core.clock import HERE, today, utc_now
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, StateError, wants_json
from survey_app.core.i18n import page_language
from survey_app.core.permissions import Permission, requires
from survey_app.workshops import giving, judging, phone, queries, steering, words
from survey_app.workshops.projecting import face_of, screen_facts
from survey_app.workshops.queries import Here
from survey_app.workshops.rules import Move, may, sensible
from survey_app.workshops.scene import Scene, given_at, result_at, scene_of
from survey_app.workshops.screens import CHANNEL

BASE = "/desk/<workspace>/workshops/<int:workshop_id>"
MOST_DIGITS = 5

bp = Blueprint("control", __name__, template_folder="templates")


def this(workshop_id: int) -> Here:
    return queries.here_in(db.session, g.access.workspace_id, workshop_id)


@bp.get(f"{BASE}/control")
@requires(Permission.RUN)
def panel(workshop_id: int) -> str:
    """Everything a facilitator needs while it runs."""
    here = this(workshop_id)
    return render_template("workshops/control.html", **control_facts(here))


@bp.post(f"{BASE}/move")
@requires(Permission.RUN)
def move(workshop_id: int) -> Any:
    """One press. A press on how it stood before a colleague's changes nothing."""
    here, form = this(workshop_id), request.form
    wanted, step = form.get("move", ""), form.get("step", "")
    if wanted not in list(Move):
        raise InvalidInputError(f"no move {wanted}")
    try:
        act(
            steering.steer,
            workshop_id=here.id,
            move=Move(wanted),
            expected=form.get("standing", ""),
            today=today(),
            seconds=whole(form.get("seconds", "60")),
            step=whole(step) if step else None,
        )
    except StateError:
        told = _("Een collega drukte net eerst. Zo staat het nu.")
        if not wants_json():
            flash(told, "error")
    return done(here)


@bp.post(f"{BASE}/hands")
@requires(Permission.RUN)
def hands(workshop_id: int) -> Any:
    """Take what was counted by hand, by card or on paper into the same result."""
    here, form = this(workshop_id), request.form
    counts = {}
    for name, value in form.items():
        what, _dot, place = name.partition(".")
        way, _dot, option = place.partition(".")
        if what == "hands":
            counts[way, option] = whole(value)
    act(judging.count_hands, workshop_id=here.id, step=form.get("step", ""), counts=counts)
    flash(_("De telling staat erbij."), "success")
    return done(here)


@bp.post(f"{BASE}/judge")
@requires(Permission.RUN)
def judge(workshop_id: int) -> Any:
    """Show, hide, merge or name what somebody sent."""
    here, form = this(workshop_id), request.form
    if form.get("doing") == "show_all":
        act(judging.show_all, workshop_id=here.id, step=form.get("step", ""))
        return done(here)
    key = form.get("key", "")
    act(
        judging.judge,
        workshop_id=here.id,
        key=int(key) if key.isdecimal() else 0,
        doing=form.get("doing", ""),
        words=form.get("words", ""),
    )
    return done(here)


@bp.get(f"{BASE}/control/stream")
@requires(Permission.RUN)
def stream(workshop_id: int) -> Response:
    return broadcast.stream(CHANNEL, str(this(workshop_id).id), "control")


@bp.get(f"{BASE}/control/now")
@requires(Permission.RUN)
def now(workshop_id: int) -> Response:
    return broadcast.snapshot(CHANNEL, str(this(workshop_id).id), "control")


def done(here: Here) -> Any:
    """Tell every screen, and go back to the control."""
    notify(CHANNEL, str(here.id))
    return redirect(
        url_for("control.panel", workspace=g.access.slug, workshop_id=here.id), code=303
    )


def whole(text: str) -> int:
    """A whole number that somebody typed; nothing is nought."""
    text = text.strip()
    if not text:
        return 0
    if not text.lstrip("-").isdecimal() or len(text) > MOST_DIGITS:
        raise InvalidInputError(f"{text[:20]!r} is no number")
    return int(text)


def control_facts(here: Here) -> dict[str, Any]:
    """What the wall shows, and what only the facilitator sees."""
    scene = scene_of(db.session, here)
    position = scene.position
    return {
        **screen_facts(scene),
        **counted(scene),
        "doing": doing_of(scene),
        "standing": scene.standing,
        "sensible": sensible(position),
        "may": {str(one): may(one, position) for one in Move},
        "present": queries.present(db.session, here.id, utc_now()),
        "waiting": queries.n_waiting(db.session, here.id),
        "missing": missing(scene),
        "judging": url_for("control.judge", workspace=g.access.slug, workshop_id=here.id),
        "moving": url_for("control.move", workspace=g.access.slug, workshop_id=here.id),
        "words": words,
        "language": page_language(),
        "minutes_left": sum(s.step.minutes for s in scene.course.stops[max(here.step, 0) :]),
        "clock": utc_now().astimezone(HERE).strftime("%H.%M"),
    }


def doing_of(scene: Scene) -> str:
    """The heading of the panel: what happens now."""
    face = face_of(scene)
    if face == "ended":
        return _("De workshop is afgelopen")
    if face == "lobby":
        return _("Laat mensen binnenkomen")
    return scene.title.wording(page_language()).text


def counted(scene: Scene) -> dict[str, Any]:
    """The running count, for the facilitator alone."""
    stop, at = scene.stop, scene.at
    if stop is None or at is None or stop.activity is None:
        return {"live": None, "live_before": None, "given": [], "hands": {}}
    counted_alone = [] if stop.activity.counted else given_at(db.session, scene, stop, at.round)
    raised = giving.hands_of(db.session, at.id, at.round)
    return {
        "live": result_at(db.session, scene, stop, at.round),
        "live_before": result_at(db.session, scene, stop, at.round - 1),
        "given": counted_alone,
        "hands": {(one.way, one.option): one.n for one in raised},
    }


def missing(scene: Scene) -> list[str]:
    """The badges of devices that cannot be heard in a trial question."""
    if scene.at is None or scene.activity is None or not scene.activity.trial:
        return []
    without = queries.devices_without(db.session, scene.here.id, scene.at.id)
    return sorted(phone.badge(device) for device in without)
