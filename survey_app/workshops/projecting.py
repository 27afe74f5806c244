"""What hangs on the wall: a page with a token of its own that shows public things only."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template
from flask_babel import gettext as _
from markupsafe import Markup

from survey_app.core import broadcast
from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.hosts import public_url
from survey_app.core.i18n import page_language
from survey_app.core.permissions import public
from survey_app.core.qr import svg
from survey_app.workshops import queries, village
from survey_app.workshops.queries import Here
from survey_app.workshops.rules import Phase
from survey_app.workshops.scene import Scene, n_answered, result_at, scene_of, shared_at
from survey_app.workshops.screens import CHANNEL

bp = Blueprint("projecting", __name__, template_folder="templates")


def this_workshop(token: str) -> Here:
    return queries.here_by_token(db.session, token.lower()[:26])


@bp.get("/projector/<token>")
@public
def wall(token: str) -> Response:
    """One thing on the wall, as it stands now."""
    here = this_workshop(token)
    scene = scene_of(db.session, here)
    facts = screen_facts(scene)
    html = render_template("workshops/projector.html", token=token, **facts)
    return make_response(html)


@bp.get("/projector/<token>/card")
@public
def card(token: str) -> str:
    """A test card, to see whether the last row can read it."""
    here = this_workshop(token)
    return render_template("workshops/card.html", token=token, here=here, theme=here.theme)


@bp.get("/projector/<token>/stream")
@public
def stream(token: str) -> Response:
    return broadcast.stream(CHANNEL, str(this_workshop(token).id), "projector")


@bp.get("/projector/<token>/now")
@public
def now(token: str) -> Response:
    return broadcast.snapshot(CHANNEL, str(this_workshop(token).id), "projector")


def screen_facts(scene: Scene) -> dict[str, Any]:
    """All a wall may show. Without ``revealed`` there is no result in it at all."""
    here, stop, at = scene.here, scene.stop, scene.at
    address = public_url(f"/j/{here.code}")
    facts: dict[str, Any] = {
        "scene": scene,
        "here": here,
        "stop": stop,
        "at": at,
        "activity": scene.activity,
        "face": face_of(scene),
        "theme": here.theme,
        "language": page_language(),
        "heading": heading_of(scene),
        "least_cell": here.least_cell,
        "joined": queries.n_joined(db.session, here.id),
        "answered": 0,
        "result": None,
        "before": None,
        "shared": (),
        "seconds_left": scene.seconds_left(utc_now()),
        "address": address.split("://")[-1],
        "qr": Markup(  # noqa: S704 — drawn by this program
            svg(address, title=_("QR-code naar %(address)s", address=address))
        ),
        "village": village,
    }
    if stop is not None and at is not None:
        facts["answered"] = n_answered(db.session, scene, stop)
        facts["shared"] = shared_at(db.session, scene, stop)
        if scene.revealed:
            facts["result"] = result_at(db.session, scene, stop, at.round)
            facts["before"] = result_at(db.session, scene, stop, at.round - 1)
    return facts


def heading_of(scene: Scene) -> str:
    """The one heading of the wall: the title, the question of this moment, or thanks."""
    face = face_of(scene)
    if face == "ended":
        return _("Dank u wel!")
    return scene.here.title if face == "lobby" else scene.title.wording(page_language()).text


def face_of(scene: Scene) -> str:
    """Lobby, step, or the end."""
    if scene.here.state == Phase.ENDED:
        return "ended"
    return "lobby" if scene.stop is None else "step"
