"""Who sees the network of a hall sees how long each message is: as long for every choice."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from sqlalchemy import event, text

from survey_app.ballots import cards
from survey_app.ballots.facts import OptionFacts
from survey_app.ballots.rules import Kind, Method
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import gathered

FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
FIELD = re.compile(r'<(?:input|button)[^>]* name="(\w+)"[^>]* value="([^"]*)"')
OPTIONS = [
    OptionFacts("Vast"),
    OptionFacts("Een mobiele plus-plek met koffie & taart", picture="bus"),
]
SINGLE = (Method.YES_NO, Method.CHOICE, Method.PERSONS, Method.CONSENT)


@pytest.fixture
def committee(app):
    with app.app_context():
        yield gathered(app, members=9)


def forms(page: str) -> list[dict[str, str]]:
    """The forms that a browser would send, each with its only button."""
    found = [dict(FIELD.findall(unescape(form))) for form in FORM.findall(page)]
    return [form for form in found if "choice" in form]


def walked(client, address: str, choice: str) -> dict[str, object]:
    """Vote as a phone without JavaScript does; how long each message was, and its headers."""
    page = client.get(f"{address}?again=1").text
    first = next(form for form in forms(page) if form["choice"] == choice)
    shown = client.post(address, data=first)
    second = forms(shown.text)[0]
    done = client.post(address, data=second)
    after = client.get(address)
    answers = (shown, done, after)
    return {
        "sent": [len(urlencode(form)) for form in (first, second)],
        "pages": [len(answer.data) for answer in answers],
        "headers": [[(name, len(value)) for name, value in one.headers] for one in answers],
    }


def choices_of(page: str) -> list[str]:
    return [form["choice"] for form in forms(page)]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("method", SINGLE)
def test_every_message_is_as_long_for_every_choice(committee, kind, method) -> None:
    secrets = cards.draw_secrets(committee.read_meeting().sign, len(committee.voters))
    drawn = dict(zip(committee.voters, secrets, strict=True))
    committee.do(cards.issue_cards, meeting_id=committee.meeting_id, drawn=drawn)
    committee.opened(kind, method, options=OPTIONS)
    client = committee.app.test_client()
    client.get(f"/v/{secrets[-1].token}")  # warm
    offered = choices_of(client.get(f"/v/{secrets[0].token}").text)

    seen = [
        walked(client, f"/v/{secret.token}", choice)
        for secret, choice in zip(secrets, offered, strict=False)
    ]

    assert len(offered) > 2
    assert [one for one in seen if one != seen[0]] == []


def test_program_does_the_same_work_for_every_choice(committee) -> None:
    """The time an answer takes follows from what is done: as many statements, the same ones."""
    motion = committee.opened(Kind.SEALED, Method.CHOICE, options=OPTIONS)
    done: list[str] = []
    engine = committee.app.extensions["write_engine"]
    event.listen(engine, "before_cursor_execute", lambda *facts: done.append(facts[2]))
    committee.cast(motion, committee.voters[0], "a")

    work = []
    for voter, choice in zip(committee.voters[1:], ("a", "b", "abstain", "blank"), strict=False):
        done.clear()
        committee.cast(motion, voter, choice)
        work.append(list(done))

    assert [one for one in work if one != work[0]] == []
    sizes = "select distinct length(envelope) from participation"
    assert len(db.session.execute(text(sizes)).all()) == 1
