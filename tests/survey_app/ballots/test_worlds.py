"""Two meetings that differ in nothing but what was chosen look alike everywhere, to the last byte.

What is true before the chair publishes must hold for every page, file, stream, header, length and
log line, also for those that nobody thought of: so every address is asked in both and compared.
"""

import logging
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from survey_app.ballots import voting
from survey_app.ballots.rules import Kind, Method
from survey_app.core.broadcast import hub
from survey_app.core.db import db
from tests.programs import close
from tests.survey_app.ballots.conftest import Committee, gathered, signed_in
from tests.survey_app.ballots.test_leaks import STATES, addresses, brought_to, carded

CHOICES = ("bbbab", "aabaa")
DRAWN = re.compile(rb'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|csrf_token" value="[^"]+"')
"""The number of a form and its seal, drawn for each page."""

CLOCK = ("Date", "Expires", "Set-Cookie")
"""Headers that hold the time of the machine itself."""

OWN = "/account/"
"""Pages of one's own account draw secrets of their own, and know no meeting."""


@pytest.fixture
def worlds(make_app, sqlite_url, request):
    """A meeting with an open vote, twice: the same cards, keys and seals in both."""
    kind = request.param
    first = make_app(DATABASE_URL=sqlite_url)
    with first.app_context():
        committee = gathered(first)
        card = carded(committee)
        motion = committee.opened(kind, Method.CHOICE)
    close(first)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    other = file.with_name("other.sqlite3")
    shutil.copy(file, other)
    second = replace(committee, app=make_app(DATABASE_URL=f"sqlite:///{other}"))
    second.keys = getattr(committee, "keys", None)
    return (committee, second), motion, card


def seen(committee: Committee, motion: int, card, *, chair: bool) -> dict[str, object]:
    """What every address answers to staff and strangers, without what is drawn for each page."""
    staff, stranger = signed_in(committee, committee.actor.user_id), committee.app.test_client()
    led = f"/desk/gilden/meetings/{committee.meeting_id}/chair"
    found: dict[str, object] = {}
    for address, at_desk in addresses(committee, motion, card).items():
        if address.startswith(OWN) or (address == led and not chair):
            continue
        for who, browser in (("staff", staff), ("stranger", stranger)):
            if who == "stranger" and at_desk:
                continue
            with browser.get(address, headers={"Accept-Encoding": "identity"}) as page:
                headers = [one for one in page.headers if one[0] not in CLOCK]
                body = DRAWN.sub(b"-", page.get_data())
                found[f"{who} {address}"] = (page.status_code, headers, body)
    for audience in ("phone", "hall", "chair"):
        found[audience] = hub().frame(("meeting", str(committee.meeting_id)), audience)
    return found


def lines_of(caplog) -> list[tuple[object, ...]]:
    """What the program logged; a file that both worlds describe alike is made in the first only."""
    ours = [one for one in caplog.records if not one.name.startswith("huey")]
    return [(one.name, one.getMessage(), facts_of(one)) for one in ours]


def facts_of(record: logging.LogRecord) -> str:
    return re.sub(r"'ms': [0-9.]+", "", str(getattr(record, "facts", "")))


def lived(committee: Committee, motion: int, choices: str, state: str) -> None:
    for n, (voter, choice) in enumerate(zip(committee.voters, choices, strict=True)):
        committee.cast(motion, voter, choice, uuid=f"form {n}")
    brought_to(committee, motion, state)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("worlds", [Kind.POLL, Kind.SEALED], indirect=True)
def test_nothing_anywhere_depends_on_what_was_chosen(worlds, caplog, state) -> None:
    committees, motion, card = worlds
    told, logged = [], []
    caplog.set_level(logging.DEBUG)
    for committee, choices in zip(committees, CHOICES, strict=True):
        caplog.clear()
        with committee.app.app_context():
            lived(committee, motion, choices, state)
            told.append(seen(committee, motion, card, chair=state != "counted"))
            db.session.close()
        logged.append(lines_of(caplog))

    one, other = told
    assert len(one) > 50
    assert [address for address in one if one[address] != other[address]] == []
    assert logged[0] == logged[1]


@pytest.mark.parametrize("worlds", [Kind.SEALED], indirect=True)
def test_the_comparison_sees_what_is_published(worlds) -> None:
    committees, motion, card = worlds
    told = []
    for committee, choices in zip(committees, CHOICES, strict=True):
        with committee.app.app_context():
            lived(committee, motion, choices, "counted")
            committee.do(voting.publish_result, motion_id=motion)
            told.append(seen(committee, motion, card, chair=True))

    differ = {address for address in told[0] if told[0][address] != told[1][address]}
    assert len([address for address in differ if "/u/" in address]) > 2
