"""The participant's page: one thing at a time, and words for every state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import Response, make_response, render_template, request, url_for
from flask_babel import gettext as _

from question_banks.text import EASY
from survey_app.activities.base import Given, Result, Sheet
from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.i18n import INTERFACE, page_language
from survey_app.core.tokens import ALPHABET, digest
from survey_app.core.uuids import new_uuid
from survey_app.workshops import giving
from survey_app.workshops.queries import Here, Seat
from survey_app.workshops.rules import Phase, State
from survey_app.workshops.scene import Scene, result_at, shared_at, source_of
from workshop_templates.roles import roles

MOST_SEATS = 60
BADGE_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Visit:
    """One device at one workshop: its token, the seat in use, the seats it holds."""

    scene: Scene
    token: str
    seat: int
    shares: bool
    seats: Mapping[int, Seat]

    @property
    def here(self) -> Here:
        return self.scene.here

    @property
    def mine(self) -> Seat | None:
        return self.seats.get(self.seat)

    @property
    def carried(self) -> dict[str, Any]:
        """What travels in the address: the seat of a shared device, the language."""
        seat = {"seat": self.seat} if self.shares else {}
        lang = {"lang": request.values["lang"]} if "lang" in request.values else {}
        return {**seat, **lang}


def visit_of(scene: Scene, token: str, seat: str, seats: Mapping[int, Seat]) -> Visit:
    """Read who is here; a seat in the address means that several people share the device."""
    number = int(seat) if seat.isdecimal() and len(seat) < 4 else 1  # noqa: PLR2004 — three digits
    return Visit(scene, token, min(max(number, 1), MOST_SEATS), bool(seat), seats)


def badge(device: str) -> str:
    """Two letters by which a hall finds a device in the trial: they follow from its digest."""
    number = int(device[:8], 16)
    first, second = divmod(number % len(ALPHABET) ** BADGE_LETTERS, len(ALPHABET))
    return ALPHABET[first] + ALPHABET[second]


def join_page(visit: Visit, *, problem: str = "") -> Response:
    """What somebody sees who scanned the code: what it is, who one is when asked, one button."""
    ended = visit.here.state == Phase.ENDED
    known = roles()
    offered = {code: known[code] for code in visit.scene.course.script.roles}
    return drawn(
        "workshops/join.html", visit, 422 if problem else 200, problem=problem, offered=offered,
        face="over" if ended else "join",
    )  # fmt: skip


def full_page(visit: Visit) -> Response:
    return drawn("workshops/join.html", visit, 409, problem="", offered={}, face="full")


def page(
    visit: Visit, *, sheet: Sheet | None = None, notice: str = "", status: int = 200
) -> Response:
    """What is asked now, or why there is nothing to do."""
    person = str(visit.mine.id) if visit.mine is not None else ""
    scene, sheet = visit.scene, replace(sheet or Sheet(), person=person)
    mine = own(visit)
    face = face_of(visit, mine, changing=bool(sheet.problems) or "change" in request.args)
    result, before = shown_results(scene) if face == "revealed" else (None, None)
    given = asked_of(visit, mine, sheet) if face == "ask" else {}
    return drawn(
        "workshops/phone.html",
        visit,
        status,
        face=face,
        sheet=sheet,
        notice=notice,
        mine=mine,
        result=result,
        before=before,
        badge=badge(digest(visit.token)),
        **given,
    )


def own(visit: Visit) -> list[Given]:
    """What this person sent to this round."""
    if visit.mine is None or visit.scene.at is None:
        return []
    at = visit.scene.at
    return list(giving.alone(db.session, at.id, at.round, participant_id=visit.mine.id))


def face_of(visit: Visit, mine: list[Given], *, changing: bool) -> str:
    """Which of the faces the page has: lobby, plain, wait, ask, sent, closed, revealed, ended."""
    scene = visit.scene
    if scene.here.state == Phase.ENDED:
        return "ended"
    if scene.stop is None:
        return "lobby"
    if scene.at is None:
        return "plain"
    if scene.at.state == State.OPEN:
        activity = scene.activity
        done = activity is not None and activity.done(mine) and not changing
        return "sent" if done else "ask"
    return {State.READY: "wait", State.CLOSED: "closed"}.get(scene.at.state, "revealed")


def shown_results(scene: Scene) -> tuple[Result | None, Result | None]:
    """The result that is on the wall, and the round before it."""
    at, stop = scene.at, scene.stop
    if at is None or stop is None or not scene.revealed:
        return None, None
    return (
        result_at(db.session, scene, stop, at.round),
        result_at(db.session, scene, stop, at.round - 1),
    )


def asked_of(visit: Visit, mine: list[Given], sheet: Sheet) -> dict[str, Any]:
    """What the activity's own template needs to ask."""
    scene, seat = visit.scene, visit.mine
    stop, activity = scene.stop, scene.activity
    if stop is None or activity is None or seat is None:
        return {}
    dots = giving.dots_of(db.session, source_of(scene, stop).id, seat.id) if activity.dots else {}
    return {
        "asked": activity.asked(mine=mine, sheet=sheet, language=page_language()),
        "shared": shared_at(db.session, scene, stop),
        "my_dots": dots,
        "address": url_for("workshops.send", code=scene.here.code, step=stop.code, **visit.carried),
    }


def heading_of(visit: Visit, face: str) -> str:
    """The one heading of the page: words for every state, else what is asked."""
    words = {
        "lobby": _("U doet mee"),
        "wait": _("Even geduld"),
        "sent": _("Uw antwoord is aangekomen"),
        "closed": _("De vraag is gesloten"),
        "over": _("Deze workshop is afgelopen"),
        "full": _("Er kan niemand meer bij"),
        "ended": _("Dank u wel!"),
        "join": visit.here.title,
    }
    return words.get(face) or visit.scene.title.wording(page_language()).text


def drawn(template: str, visit: Visit, status: int, *, face: str, **more: Any) -> Response:
    scene = visit.scene
    html = render_template(
        template,
        visit=visit,
        scene=scene,
        here=scene.here,
        at=scene.at,
        activity=scene.activity,
        stop=scene.stop,
        seat=visit.seat if visit.shares else "",
        language=page_language(),
        languages=INTERFACE,
        easy=page_language() == EASY,
        least_cell=scene.here.least_cell,
        seconds_left=scene.seconds_left(utc_now()),
        new_uuid=new_uuid,
        title=_("Workshop %(village)s", village=scene.here.village),
        face=face,
        heading=heading_of(visit, face),
        **more,
    )
    response = make_response(html, status)
    response.headers["Cache-Control"] = "no-store"
    return response
