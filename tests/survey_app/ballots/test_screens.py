"""Screens that follow a meeting, on SQLite and on PostgreSQL."""

import pytest

from survey_app.ballots import attendance, live, queries, voting
from survey_app.ballots.participants import names_by_choice
from survey_app.ballots.rules import Kind, Method, Presence, Rules
from survey_app.ballots.screens import token_of
from survey_app.core.db import db


def wall(committee) -> str:
    token = token_of("hall", committee.meeting_id)
    page = committee.app.test_client().get(f"/projector/{committee.meeting_id}/{token}")
    assert page.status_code == 200
    return str(page.text)


def version(committee) -> int:
    db.session.close()
    return live.versions([str(committee.meeting_id)])[str(committee.meeting_id)]


def test_wall_shows_one_thing_at_a_time(committee) -> None:
    assert "Er is nog geen stemming open." in wall(committee)

    motion = committee.opened(Kind.NAMED, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "b")
    assert "<b data-cast>1</b>" in wall(committee)
    assert "van de <span data-present>5</span> aanwezige leden stemden" in wall(committee)

    committee.finish(motion)
    assert "De uitslag volgt." in wall(committee)

    committee.do(voting.publish_result, motion_id=motion)
    shown = wall(committee)
    assert "De commissie kiest: Vaste plus-plek" in shown
    assert "Lid 1" in shown
    assert "Controlewoorden:" in shown


def test_names_stand_on_the_wall_while_a_vote_runs_only_when_the_chair_chose_so(committee) -> None:
    motion = committee.opened(Kind.NAMED, Method.CHOICE, rules=Rules(names_live=True))
    committee.cast(motion, committee.voters[1], "b")
    first = wall(committee)
    committee.cast(motion, committee.voters[1], "a")

    assert "<h2>Vaste plus-plek <b>1</b></h2><p>Lid 2</p>" in first
    assert "<h2>Mobiele plus-plek <b>1</b></h2><p>Lid 2</p>" in wall(committee)
    assert names_by_choice(db.session, committee.read(motion)) == {"a": ["Lid 2"]}


def test_every_change_gives_another_version(committee) -> None:
    seen = [version(committee)]
    motion = committee.opened(Kind.NAMED, Method.CHOICE)
    seen.append(version(committee))
    committee.cast(motion, committee.voters[0], "a")
    seen.append(version(committee))
    committee.cast(motion, committee.voters[0], "b")
    seen.append(version(committee))
    away = {"voter_id": committee.voters[4], "presence": Presence.LEFT}
    committee.do(attendance.set_presence, **away)
    seen.append(version(committee))
    committee.close(motion)
    seen.append(version(committee))

    assert len(set(seen)) == len(seen)
    assert version(committee) == seen[-1]


@pytest.mark.parametrize("kind", [Kind.POLL, Kind.SEALED])
def test_names_never_stand_with_an_anonymous_vote(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE, rules=Rules(names_live=True))
    committee.cast(motion, committee.voters[0], "b")

    assert "Lid 1" not in wall(committee)
    assert names_by_choice(db.session, committee.read(motion)) == {}


def test_agendas_and_records_are_read_in_one_question_each(committee) -> None:
    motion = committee.opened(Kind.NAMED, Method.CHOICE)
    draft = committee.motion(Kind.NAMED, Method.CHOICE)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)

    agendas = queries.agendas_of(db.session, committee.project_id)

    assert [one.id for one in agendas[committee.meeting_id]] == [motion, draft]
    assert queries.recorded(db.session, committee.meeting_id) == {motion}


def test_last_round_that_opened_is_shown_even_within_one_second(committee) -> None:
    for title in ("a", "b"):
        motion = committee.opened(Kind.NAMED, Method.CHOICE)
        committee.cast(motion, committee.voters[0], title)
        committee.finish(motion)
        committee.do(voting.publish_result, motion_id=motion)

    assert "De commissie kiest: Vaste plus-plek" in wall(committee)
