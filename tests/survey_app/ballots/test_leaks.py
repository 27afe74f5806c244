"""Before the chair publishes, no page, file, stream or log line tells what anybody chose.

Every address of the program that can be opened is asked, as the owner, as a member and as a
stranger. A vote in which one option has 4 votes and the other 1 would show as those figures
beside their names, as a share, or as a choice beside a member.
"""

import json
import logging
import re

import pytest

from survey_app.ballots import cards, events, voting
from survey_app.ballots.rules import Kind, Method
from survey_app.ballots.screens import token_of
from survey_app.core.audit import AuditEntry
from survey_app.core.broadcast import hub
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import gathered, signed_in

NAMES = ("Mobiele plus-plek", "Vaste plus-plek")
TOLD = re.compile(
    rf"({'|'.join(NAMES)})(</[a-z]+>|\s|:|<svg.*?</svg>|<[a-z]+[^>]*>){{1,12}}[14]\b|80\s*%|20\s*%",
    re.DOTALL,
)
STATES = ("open", "last_call", "closed", "counted")


@pytest.fixture
def committee(app):
    with app.app_context():
        yield gathered(app)


@pytest.fixture
def said(caplog):
    """Every log line, with what came along."""
    caplog.set_level(logging.DEBUG)
    return lambda: " ".join(f"{r.getMessage()} {r.__dict__.get('facts')}" for r in caplog.records)


def carded(committee):
    """Every member has a card; gives that of the first."""
    secrets = cards.draw_secrets(committee.read_meeting().sign, 5)
    drawn = dict(zip(committee.voters, secrets, strict=True))
    committee.do(cards.issue_cards, meeting_id=committee.meeting_id, drawn=drawn)
    return secrets[0]


def voted(committee, kind):
    """Five members voted, 4 against 1; gives the motion and the card of the first."""
    card = carded(committee)
    motion = committee.opened(kind, Method.CHOICE)
    for voter, choice in zip(committee.voters, "bbbab", strict=True):
        committee.cast(motion, voter, choice)
    return motion, card


def brought_to(committee, motion, state) -> None:
    if state == "last_call":
        committee.do(voting.last_call, motion_id=motion)
    if state in {"closed", "counted"}:
        committee.close(motion)
    if state == "counted":
        committee.count(motion)


def addresses(committee, motion, card) -> dict[str, bool]:
    """Every address that takes no more than this meeting, motion, member and card; True = desk."""
    known = {
        "workspace": "gilden", "project": "plus-plek", "meeting_id": committee.meeting_id,
        "motion_id": motion, "voter_id": committee.voters[0], "code": card.token,
        "public_id": committee.read(motion).public_id,
        "token": token_of("hall", committee.meeting_id),
    }  # fmt: skip
    found, adapter = {}, committee.app.url_map.bind("localhost")
    for rule in committee.app.url_map.iter_rules():
        if "GET" in rule.methods and rule.arguments <= set(known) and "live" not in rule.rule:
            values = {name: known[name] for name in rule.arguments}
            address = adapter.build(rule.endpoint, values, method="GET")
            found[address] = rule.rule.startswith("/desk")
    return found


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", [Kind.POLL, Kind.SEALED])
def test_nothing_tells_a_choice_before_the_chair_publishes(committee, said, kind, state) -> None:
    motion, card = voted(committee, kind)
    brought_to(committee, motion, state)
    asked = addresses(committee, motion, card)
    staff, stranger = signed_in(committee, committee.actor.user_id), committee.app.test_client()
    led = f"/desk/gilden/meetings/{committee.meeting_id}/chair"

    told = []
    for address, at_desk in asked.items():
        if state == "counted" and address == led:
            continue  # the chair may see what is about to be published
        for browser in (staff, stranger) if not at_desk else (staff,):
            with browser.get(address) as page:
                body = (
                    page.get_data(as_text=True) if page.mimetype.startswith(("text", "app")) else ""
                )
                told += [address] if TOLD.search(body) else []

    assert len(asked) > 25
    assert told == []
    assert not re.search(r"'choice'|\bchoice=|\bchosen", said())


@pytest.mark.parametrize("kind", Kind)
def test_streams_tell_numbers_of_people_and_no_option(committee, kind) -> None:
    voted(committee, kind)

    for audience in ("phone", "hall", "chair"):
        frame = json.loads(hub().frame(("meeting", str(committee.meeting_id)), audience).body)
        assert set(frame) <= {"version", "cast", "present"}
    assert set(json.loads(hub().frame(("meeting", "1"), "phone").body)) == {"version"}


@pytest.mark.parametrize("kind", Kind)
def test_events_and_logbook_hold_no_choice(committee, kind) -> None:
    motion, _card = voted(committee, kind)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)

    lines = [events.line_of(event) for event in events.events_of(db.session, motion)]
    logged = [json.dumps(entry.data) for entry in db.session.query(AuditEntry)]
    keys = {name for line in lines for name in json.loads(line)["data"]}
    assert not keys & {"choice", "chosen", "voter", "choices", "votes"}
    assert not [line for line in logged if '"choice"' in line or '"chosen"' in line]


def test_names_are_projected_only_when_the_chair_chose_so(committee) -> None:
    motion, card = voted(committee, Kind.NAMED)
    screen = token_of("hall", committee.meeting_id)

    page = committee.app.test_client().get(f"/projector/{committee.meeting_id}/{screen}")

    assert "Lid 1" not in page.text
    assert committee.read(motion).state == "open"
    assert "Lid" not in committee.app.test_client().get(f"/v/{card.token}?again=1").text


def test_result_has_no_address_before_it_is_published(committee) -> None:
    motion, _card = voted(committee, Kind.NAMED)
    committee.finish(motion)
    public = committee.read(motion).public_id
    visitor = committee.app.test_client()

    ends = ("", "/stembus.zip", "/natellen", "/stemming.jsonld")
    before = {visitor.get(f"/u/{public}{end}").status_code for end in ends}
    committee.do(voting.publish_result, motion_id=motion)
    after = {visitor.get(f"/u/{public.lower()}{end}").status_code for end in ends}

    assert (before, after) == ({404}, {200})


def test_screen_of_the_hall_needs_its_token(committee) -> None:
    visitor = committee.app.test_client()
    token = token_of("hall", committee.meeting_id)

    assert visitor.get(f"/projector/{committee.meeting_id}/{token}").status_code == 200
    assert visitor.get(f"/projector/{committee.meeting_id}/{token[::-1]}").status_code == 404
    assert visitor.get(f"/projector/{committee.meeting_id + 1}/{token}").status_code == 404


def test_phone_follows_without_naming_its_card(committee) -> None:
    visitor = committee.app.test_client()
    token = token_of("phone", committee.meeting_id)

    assert visitor.get(f"/v/{committee.meeting_id}/{token}/now").status_code == 200
    assert visitor.get(f"/v/{committee.meeting_id}/{token_of('hall', 1)}/now").status_code == 404
