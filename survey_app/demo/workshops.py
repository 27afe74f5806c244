"""Workshops of the demo: an evening that is over, and a council committee that is to come."""

import random
import uuid
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from question_banks.loader import load_library
from survey_app.activities.ask import LiveAsk
from survey_app.core.audit import Actor
from survey_app.core.tokens import new_token
from survey_app.core.writer import write
from survey_app.demo.people import Person, answer_of, draw_person
from survey_app.workshops import judging, service
from survey_app.workshops.course import Course, Stop, read_course
from survey_app.workshops.flow import flow
from survey_app.workshops.models import Activity, Contribution, Workshop
from survey_app.workshops.planning import plan_workshop
from survey_app.workshops.rules import Move, State
from survey_app.workshops.steering import steer
from workshop_templates.loader import load_templates

FILE = Path(__file__).with_name("workshop.yaml")
EVENING, COMMITTEE = "resident_workshop", "council_poll"
DAYS_AGO = 60
SEED = 20260420


class Run(NamedTuple):
    """An evening being replayed: who does it, when, with which chance."""

    session: Session
    workshop: Workshop
    course: Course
    actor: Actor
    now: datetime
    chance: random.Random
    words: Mapping[str, Any]
    people: Mapping[int, Person]

    def press(self, move: Move) -> None:
        steer(
            self.session,
            workshop_id=self.workshop.id,
            move=move,
            expected="",
            actor=self.actor,
            now=self.now,
            today=self.now.date(),
        )


def load_workshops(
    project_id: int, actor: Actor, slug: str, loves: Mapping[str, float], now: datetime
) -> list[dict[str, str]]:
    """Give a village an evening that is over and a poll that is ready; listed for ``demo.json``."""
    words = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    evening = write(
        partial(replay, project_id=project_id, actor=actor, loves=loves, words=words, now=now)
    )
    poll = write(
        partial(
            plan_workshop,
            project_id=project_id,
            script=load_templates()[COMMITTEE],
            items=load_library().items,
            title=words["ahead"],
            actor=actor,
            now=now,
        )
    )
    return [listed(one, slug) for one in (poll, evening)]


def listed(workshop: Workshop, slug: str) -> dict[str, str]:
    desk = f"/desk/{slug}/workshops/{workshop.id}"
    return {
        "title": workshop.title,
        "join_url": f"/j/{workshop.code}",
        "control_url": f"{desk}/control",
        "projector_url": f"/projector/{workshop.projector_token}",
        "report_url": f"{desk}/report",
    }


def replay(
    session: Session,
    *,
    project_id: int,
    actor: Actor,
    loves: Mapping[str, float],
    words: Mapping[str, Any],
    now: datetime,
) -> Workshop:
    """Plan the evening and walk through its script, with everybody answering."""
    then = now - timedelta(days=DAYS_AGO)
    workshop = plan_workshop(
        session,
        project_id=project_id,
        script=load_templates()[EVENING],
        items=load_library().items,
        title=words["title"],
        actor=actor,
        now=then,
    )
    course, chance = read_course(workshop.script, workshop.items), random.Random(SEED)  # noqa: S311 — a demo, the same each time
    people = dict(joined(session, workshop, words["people"], loves, chance))
    run = Run(session, workshop, course, actor, then, chance, words, people)
    for stop in course.stops:
        run.press(Move.NEXT)
        if stop.collects:
            ask(run, stop)
    run.press(Move.END)
    today: date = then.date()
    flow(session, workshop_id=workshop.id, actor=actor, now=then, today=today)
    return workshop


def joined(
    session: Session,
    workshop: Workshop,
    roles: Mapping[str, int],
    loves: Mapping[str, float],
    chance: random.Random,
) -> Iterator[tuple[int, Person]]:
    """Everybody takes a seat: the participant's key with the invented person on it."""
    for role, n in roles.items():
        for _one in range(n):
            device = f"{new_token()}{new_token()}"
            key = service.take_seat(
                session,
                workshop_id=workshop.id,
                revision=workshop.revision,
                device=device,
                seat=1,
                role=role,
            )
            bend = "old" if role == "care_user" else "mixed"
            yield key, draw_person(chance, bend=bend, loves=loves)


def ask(run: Run, stop: Stop) -> None:
    """Open a step, let people answer in every round, close it and show what came out."""
    assert stop.activity is not None  # noqa: S101 — a step that collects has one
    for turn in range(stop.activity.rounds):
        run.press(Move.AGAIN if turn else Move.OPEN)
        row = run.session.scalars(
            select(Activity).where(
                Activity.workshop_id == run.workshop.id, Activity.step == stop.code
            )
        ).one()
        if isinstance(stop.activity, LiveAsk):
            answer(run, stop.activity, row)
        elif stop.activity.continues:
            give_dots(run, stop, row)
        else:
            dream(run, stop, row)
        run.press(Move.CLOSE)
        run.press(Move.REVEAL)


def answer(run: Run, activity: LiveAsk, row: Activity) -> None:
    for key, person in run.people.items():
        drawn = answer_of(activity.item, person)
        if drawn.given:
            body = {"answer": drawn.to_json()}
            send(run, row, key, body, pattern=activity.pattern(body))


def dream(run: Run, stop: Stop, row: Activity) -> None:
    """Each idea comes from somebody; the facilitator shows them and bundles them."""
    assert stop.activity is not None  # noqa: S101 — asked before
    authors = iter(run.chance.sample(list(run.people), len(run.people)))
    for cluster, ideas in run.words["ideas"].items():
        for idea in ideas:
            body = stop.activity.clean({"text": (idea,)})
            sent = send(run, row, next(authors), body, slot=f"{row.id}.{idea}"[:36])
            one = run.session.scalars(select(Contribution).where(Contribution.uuid == sent)).one()
            one.cluster = cluster
    judging.show_all(
        run.session, workshop_id=run.workshop.id, step=stop.code, actor=run.actor, now=run.now
    )
    run.session.flush()


def give_dots(run: Run, stop: Stop, row: Activity) -> None:
    """Everybody spreads the dots, the ideas at the top of each list somewhat more often."""
    assert stop.activity is not None  # noqa: S101 — asked before
    source = run.session.scalars(
        select(Activity).where(
            Activity.workshop_id == run.workshop.id, Activity.step == stop.activity.continues
        )
    ).one()
    keys = list(
        run.session.scalars(select(Contribution.id).where(Contribution.activity_id == source.id))
    )
    weights = [run.chance.uniform(0.4, 2.5) for _key in keys]
    for participant in run.people:
        dots: dict[str, int] = {}
        for key in run.chance.choices(keys, weights, k=stop.activity.dots):
            dots[str(key)] = dots.get(str(key), 0) + 1
        service.endorse(
            run.session,
            workshop_id=run.workshop.id,
            activity_id=row.id,
            number=row.round,
            source_id=source.id,
            participant_id=participant,
            dots=dots,
        )


def send(
    run: Run,
    row: Activity,
    participant: int,
    body: Mapping[str, Any],
    *,
    pattern: str | None = None,
    slot: str = "",
) -> str:
    """Keep one contribution as a phone's; return its uuid."""
    assert row.state == State.OPEN  # noqa: S101 — it was opened just now
    sent = str(uuid.UUID(int=run.chance.getrandbits(128), version=4))
    sending = service.Sending(
        uuid=sent,
        workshop_id=run.workshop.id,
        revision=run.workshop.revision,
        activity_id=row.id,
        round=row.round,
        participant_id=participant,
        slot=slot,
        body=body,
        pattern=pattern,
    )
    service.contribute(run.session, sending=sending)
    return sent
