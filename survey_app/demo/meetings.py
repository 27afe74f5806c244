"""The council committee of the demo: a vote by name and a sealed one, cast as members do."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from flask import Flask, url_for
from flask.testing import FlaskClient

from survey_app.ballots import attendance, box, cards, queries, service, voting
from survey_app.ballots.cards import Printed
from survey_app.ballots.facts import (
    Criterion,
    MeetingFacts,
    MotionFacts,
    OptionFacts,
    VoterFacts,
)
from survey_app.ballots.models import Meeting
from survey_app.ballots.presets import PRESETS, Preset
from survey_app.ballots.rules import Kind, Method, Presence, Seat
from survey_app.core.audit import Actor
from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.reports.evidence import questions_of, snapshot
from survey_app.surveys.queries import surveys_of

FILE = Path(__file__).with_name("meetings.yaml")
SEED = 20270614
Step = Callable[..., Any]


def load_meeting(app: Flask, *, project_id: int, actor: Actor) -> list[dict[str, Any]]:
    """A meeting with two published votes and one that waits; gives the lines of ``demo.json``."""
    data = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    held = utc_now() - timedelta(days=data["days"])
    app.config["NOW"] = held
    do = partial(done, actor)
    facts = MeetingFacts(
        data["title"], data["body"], held.date(), Preset.COMMITTEE_ADVICE, data["place"]
    )
    created = do(service.create_meeting, project_id=project_id, facts=facts)
    meeting, printed = created.id, gather(data, created, do)
    named = do(service.create_motion, meeting_id=meeting, facts=named_facts(data["named"])).id
    with app.test_request_context():
        lay_evidence(project_id, named, data["named"], do)
    sealed = do(service.create_motion, meeting_id=meeting, facts=sealed_facts(data["sealed"])).id
    do(service.create_motion, meeting_id=meeting, facts=poll_facts(data["waiting"]))
    do(service.start_meeting, meeting_id=meeting)
    chance = random.Random(SEED)  # noqa: S311 — a demo, the same each time
    client = app.test_client()
    for motion_id, votes in ((named, data["named"]["votes"]), (sealed, data["sealed"]["votes"])):
        keys = do(box.make_keys, motion_id=motion_id) if motion_id == sealed else ()
        do(voting.open_vote, motion_id=motion_id)
        cast_all(client, motion_id, printed, votes, chance)
        do(voting.last_call, motion_id=motion_id)
        do(voting.close_vote, motion_id=motion_id)
        do(voting.count_vote, motion_id=motion_id, key_cards=keys)
        do(voting.publish_result, motion_id=motion_id)
    app.config.pop("NOW", None)
    return [listed(app, meeting, data["title"])]


def done(actor: Actor, change: Any, **facts: Any) -> Any:
    """One step of a service, as somebody of the staff takes it."""
    return write(partial(change, actor=actor, now=utc_now(), **facts))


def gather(data: Mapping[str, Any], meeting: Meeting, do: Step) -> list[Printed]:
    """The attendance list and a card for everybody on it; the last member is excused."""
    factions = data["factions"]
    members = [
        VoterFacts(
            f"Lid {n}",
            factions[n % len(factions)],
            Seat.CHAIR if n == 1 else Seat.MEMBER,
            str(n),
        )
        for n in range(1, data["members"] + 1)
    ]
    secretary = VoterFacts(data["secretary"], "", Seat.SECRETARY, votes=False)
    voters = do(attendance.add_voters, meeting_id=meeting.id, voters=[*members, secretary])
    ids = [voter.id for voter in voters]
    away = ids[data["members"] - 1]
    for voter in ids:
        presence = Presence.EXCUSED if voter == away else Presence.PRESENT
        do(attendance.set_presence, voter_id=voter, presence=presence)
    members_ids = ids[: data["members"]]
    secrets = cards.draw_secrets(meeting.sign, len(members_ids))
    drawn = dict(zip(members_ids, secrets, strict=True))
    printed: list[Printed] = do(cards.issue_cards, meeting_id=meeting.id, drawn=drawn)
    return [card for card in printed if card.voter_id != away]


def options_of(data: Mapping[str, Any]) -> list[OptionFacts]:
    names = ("title", "picture", "cost", "arguments_for", "arguments_against")
    return [
        OptionFacts(
            code=chr(ord("a") + place),
            scores={f"c{n}": points for n, points in enumerate(option.get("scores", ()), start=1)},
            **{name: option[name] for name in names if name in option},
        )
        for place, option in enumerate(data["options"])
    ]


def named_facts(data: Mapping[str, Any]) -> MotionFacts:
    criteria = [
        Criterion(f"c{n}", one["label"], one["weight"])
        for n, one in enumerate(data["criteria"], start=1)
    ]
    return MotionFacts(data["title"], data["text"], options=options_of(data), criteria=criteria)


def sealed_facts(data: Mapping[str, Any]) -> MotionFacts:
    rules = replace(PRESETS[Preset.COUNCIL_SECRET].rules, advisory=True)
    return MotionFacts(
        data["title"], data["text"], Kind.SEALED, Method.PERSONS, rules, options_of(data)
    )


def poll_facts(data: Mapping[str, Any]) -> MotionFacts:
    rules = PRESETS[Preset.COMMITTEE_POLL].rules
    return MotionFacts(
        data["title"], data["text"], Kind.POLL, Method.CHOICE, rules, options_of(data)
    )


def lay_evidence(project_id: int, motion_id: int, data: Mapping[str, Any], do: Step) -> None:
    """What the residents' survey found, beside the option it speaks for."""
    survey = surveys_of(db.session, project_id)[0]
    questions = questions_of(db.session, survey, day=utc_now().date())
    found = {one.option: one for question in questions for one in question.found}
    codes = {option.title: option.code for option in options_of(data)}
    for title, option in data["evidence"].items():
        if option in found:
            evidence = snapshot(found[option], codes[title], link="")
            do(service.attach_evidence, motion_id=motion_id, evidence=evidence)


def cast_all(
    client: FlaskClient,
    motion_id: int,
    printed: list[Printed],
    votes: Mapping[str, int],
    chance: random.Random,
) -> None:
    """Every member scans a card, chooses and confirms, in an order that tells nothing."""
    codes = {option.title: option.code for option in queries.options_of(db.session, motion_id)}
    db.session.close()
    choices = [codes.get(name, name) for name, n in votes.items() for _each in range(n)]
    chance.shuffle(choices)
    for card, choice in zip(chance.sample(printed, len(printed)), choices, strict=True):
        address = f"/v/{card.token}"
        page = client.post(address, data={"motion": motion_id, "choice": choice})
        held = dict(hidden_in(page.get_data(as_text=True)))
        sent = client.post(address, data=held | {"go": "confirm"})
        if sent.status_code != 302:  # noqa: PLR2004 — on to the receipt
            raise RuntimeError(f"an invented vote was refused: {sent.get_data(as_text=True)}")


def hidden_in(page: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page):
        yield found[1], found[2]


def listed(app: Flask, meeting: int, title: str) -> dict[str, Any]:
    """A meeting as ``demo.json`` names it."""
    with app.test_request_context():
        motions = [
            {
                "title": motion.title,
                "state": motion.state,
                "verify_url": url_for("published.box", public_id=motion.public_id),
            }
            for motion in queries.motions_of(db.session, meeting)
            if motion.state == "published"
        ]
    return {"title": title, "motions": motions}
