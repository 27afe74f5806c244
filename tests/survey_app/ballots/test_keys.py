"""Key cards on the chair's page: tried before the vote opens, with every slip pointed at."""

import pytest

from survey_app.ballots.rules import Kind, Method
from survey_app.core.audit import AuditEntry
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import gathered, signed_in

BASE = "/desk/gilden/meetings/1"


@pytest.fixture
def committee(app):
    with app.app_context():
        yield gathered(app)


@pytest.fixture
def desk(committee):
    """The owner at the desk."""
    return signed_in(committee, committee.actor.user_id)


def test_key_cards_are_tried_before_the_vote_opens(committee, desk) -> None:
    motion = committee.motion(Kind.SEALED, Method.CHOICE)
    chair, secretary = committee.keys
    slip = secretary[:9] + ("A" if secretary[9] != "A" else "B") + secretary[10:]
    led = f"{BASE}/chair/{motion}/try-keys"

    said = [
        desk.post(led, data={"key_1": one, "key_2": two}, follow_redirects=True)
        for one, two in (
            (chair[:-1], secretary),
            (chair, slip),
            (chair, chair),
            (secretary.lower(), chair),
        )
    ]

    assert [page.status_code for page in said] == [422, 422, 422, 200]
    for page, words in zip(
        said,
        (
            "Sleutel van de voorzitter: u typte 27 letters en cijfers, het zijn er 28.",
            "Sleutel van de secretaris: kijk groep 3 na.",
            "Deze sleutels openen de stembus niet.",
            "Beide sleutelkaarten openen deze stembus.",
        ),
        strict=True,
    ):
        assert words in page.text
    assert slip in said[1].text
    assert chair not in said[3].text
    assert "Dan stemt u opnieuw" in said[3].text
    assert committee.read(motion).state == "draft"
    tried = db.session.query(AuditEntry).filter_by(action="motion.keys_tried").all()
    assert [entry.data for entry in tried] == [{"title": "Welke plus-plek?"}]
    desk.post(f"{BASE}/chair/{motion}/open")
    late = desk.post(led, data={"key_1": chair, "key_2": secretary})
    assert (late.status_code, "al geopend" in late.text) == (409, True)
