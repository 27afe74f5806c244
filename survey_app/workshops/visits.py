"""Who stands at a workshop's door: looked up anew, or as this device was last shown."""

from collections.abc import Mapping
from functools import lru_cache

from flask import request

from survey_app.core.db import db
from survey_app.core.tokens import clean_code, digest
from survey_app.workshops import queries
from survey_app.workshops.phone import Visit, visit_of
from survey_app.workshops.queries import Seat
from survey_app.workshops.scene import Scene, scene_of


class Held:
    """What one device was last shown; the writer asks again whether it still holds."""

    seen: tuple[Scene, Mapping[int, Seat]] | None = None


@lru_cache(maxsize=4096)
def held(_code: str, _device: str) -> Held:
    """The place of one device at one workshop: more of them than a hall has chairs."""
    return Held()


def now(code: str) -> Visit:
    """The visit as it is at this moment."""
    code, token = clean_code(code), token_of(code)
    device = digest(token) if token else ""
    here, seats = queries.seated_by_code(db.session, code, device)
    scene = scene_of(db.session, here)
    if seats or not token:
        held(code, device).seen = scene, seats
    return visit_of(scene, token, seat_asked(), seats)


def last(code: str) -> Visit | None:
    """The visit as this device was last shown, or as strangers were.

    What is done for it costs no reading: the writer does it only where all of it still holds.
    """
    code, token = clean_code(code), token_of(code)
    seen = held(code, digest(token) if token else "").seen
    return None if seen is None else visit_of(seen[0], token, seat_asked(), seen[1])


def token_of(code: str) -> str:
    return (request.form.get("token") or request.cookies.get(cookie_name(code), ""))[:64]


def seat_asked() -> str:
    return request.values.get("seat", "")


def cookie_name(code: str) -> str:
    return f"deelnemer-{code.lower()}"
