"""The council committee of the demo voted through the page that members use."""

import io
import zipfile

import pytest
from sqlalchemy import select

from survey_app.ballots import queries, record, verify
from survey_app.ballots.models import Ballot
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.demo.meetings import load_meeting
from survey_app.projects.models import Project
from tests.asking import ask, send


@pytest.fixture
def loaded(app):
    """A village with a survey, and its committee; gives what ``demo.json`` says of it."""
    village = ask(app)
    visitor = app.test_client()
    for _number in range(7):
        send(visitor, village, [("missing", "bakery"), ("outside", "never")])
    with app.app_context():
        project = write(lambda session: session.scalars(select(Project.id)).one())
        yield load_meeting(app, project_id=project, actor=village.actor)


def test_two_votes_are_published_and_verify(app, loaded) -> None:
    [meeting] = loaded
    visitor = app.test_client()

    assert [motion["state"] for motion in meeting["motions"]] == ["published", "published"]
    for motion in meeting["motions"]:
        data = visitor.get(motion["verify_url"]).data
        assert set(verify.FILES) < set(zipfile.ZipFile(io.BytesIO(data)).namelist())
        assert verify.verify(data)[1][0] == motion["title"]


def test_one_vote_has_names_one_is_sealed_and_one_waits(loaded) -> None:
    named, sealed, waiting = queries.motions_of(db.session, 1)

    assert (named.kind, sealed.kind, waiting.kind) == ("named", "sealed", "poll")
    assert named.result["votes"] == {"a": 6, "b": 14}
    assert sealed.result["votes"] == {"a": 13, "b": 8}
    assert waiting.state == "draft"
    assert not db.session.scalars(select(Ballot).where(Ballot.motion_id == named.id)).all()
    assert record.root_words(queries.record_of(db.session, sealed.id)).count(" ") == 7
