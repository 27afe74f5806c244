"""The screen in the hall: the subject, the turnout, the result once it is published.

It shows nothing that everybody in the room may not see.
"""

from typing import Any, NamedTuple

from flask import Blueprint, Response, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from markupsafe import Markup

from survey_app.ballots import live, queries, screens, words
from survey_app.ballots.casting import option_codes
from survey_app.ballots.models import Meeting, Motion
from survey_app.ballots.outcomes import Outcome, outcome
from survey_app.ballots.participants import names_by_choice
from survey_app.ballots.print_words import shown_address
from survey_app.ballots.record import root_words
from survey_app.ballots.rules import VOTING, Kind, MeetingState, Rules, State
from survey_app.core.broadcast import snapshot, stream
from survey_app.core.db import db
from survey_app.core.hosts import public_url
from survey_app.core.permissions import public
from survey_app.core.qr import svg

bp = Blueprint("hall", __name__, template_folder="templates")
ADDRESS = "/projector/<int:meeting_id>/<token>"
SHOWN_LIVE = {*VOTING, State.CLOSED, State.COUNTED}


def hall_url(meeting: Meeting) -> str:
    token = screens.token_of(screens.HALL, meeting.id)
    return url("hall.show", meeting_id=meeting.id, token=token)


def this(meeting_id: int, token: str) -> Meeting:
    return screens.meeting_of(db.session, screens.HALL, meeting_id, token)


@bp.get(ADDRESS)
@public
def show(meeting_id: int, token: str) -> str:
    """One thing at a time: the next vote, the vote that runs, or a result."""
    meeting = this(meeting_id, token)
    motion = queries.latest_motion(db.session, meeting_id)
    theme = "night" if request.args.get("theme") == "night" else "light"
    facts: dict[str, Any] = {"meeting": meeting, "motion": motion, "theme": theme}
    facts["place"] = {"meeting_id": meeting_id, "token": token}
    facts["version"] = live.version_of(meeting)
    facts["present"] = live.present(meeting_id)
    if motion is None or meeting.state == MeetingState.PLANNED:
        return render_template("ballots/hall/lobby.html", **facts)
    kind, rules = Kind(motion.kind), Rules.from_json(motion.rules)
    facts["kind"] = (words.KINDS[kind][0], words.promise(kind, rules))
    facts["turnout"] = queries.turnout(db.session, motion)
    if motion.state == State.PUBLISHED:
        return result_page(meeting, motion, facts)
    return render_template(
        "ballots/hall/vote.html",
        live_names=names_live(motion),
        names_version=live.names_version(motion),
        joining=joining_of(motion, rules),
        **facts,
    )


class Joining(NamedTuple):
    """How a phone joins a poll: the code to scan, and the address to type."""

    qr: Markup
    address: str


def joining_of(motion: Motion, rules: Rules) -> Joining | None:
    """How one joins a poll without a card, while one still can."""
    if motion.kind != Kind.POLL or not rules.devices or motion.state not in VOTING:
        return None
    path = url("joining.show", code=motion.public_id)
    drawing = svg(public_url(path), _("QR-code om mee te stemmen"))
    return Joining(Markup(drawing), shown_address(path))  # noqa: S704 — drawn by this program


def result_page(meeting: Meeting, motion: Motion, facts: dict[str, Any]) -> str:
    address = public_url(url("published.show", public_id=motion.public_id))
    return render_template(
        "ballots/hall/result.html",
        outcome=outcome_of(meeting, motion),
        qr=Markup(svg(address, str(words.RECOUNT))),  # noqa: S704 — drawn by this program
        root=root_words(queries.record_of(db.session, motion.id)),
        **facts,
    )


def outcome_of(meeting: Meeting, motion: Motion) -> Outcome | None:
    """What may be shown of a result, with names where the vote was by name."""
    options = queries.options_of(db.session, motion.id)
    named = names_by_choice(db.session, motion) if motion.kind == Kind.NAMED else None
    return outcome(meeting, motion, options, named)


def names_live(motion: Motion) -> list[tuple[str, list[str]]]:
    """Who chose what while the vote runs: only by name, and only when the chair chose so."""
    if not live.names_are_live(motion) or motion.state not in SHOWN_LIVE:
        return []
    options = {one.code: one for one in queries.options_of(db.session, motion.id)}
    chosen = names_by_choice(db.session, motion)
    codes = [*option_codes(db.session, motion.id), *words.APART_WORDS]
    return [
        (words.option_title(options[code]) if code in options else str(words.FIXED_OPTIONS[code]),
         chosen.get(code, []))
        for code in codes
        if code in options or chosen.get(code)
    ]  # fmt: skip


@bp.get(f"{ADDRESS}/live")
@public
def follow(meeting_id: int, token: str) -> Response:
    this(meeting_id, token)
    return stream(live.NAME, str(meeting_id), "hall")


@bp.get(f"{ADDRESS}/now")
@public
def now(meeting_id: int, token: str) -> Response:
    """The same once, for a screen whose stream does not get through."""
    this(meeting_id, token)
    return snapshot(live.NAME, str(meeting_id), "hall")
