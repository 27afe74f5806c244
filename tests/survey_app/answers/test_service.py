"""Counting in the same breath as keeping: every line of the tally follows its documents."""

import uuid
from datetime import date

import pytest

from survey_app.answers import service
from survey_app.answers.models import Tally
from survey_app.answers.queries import tally_differences, tally_of
from survey_app.answers.rules import BY_DAY, counted, patterns_of
from survey_app.answers.service import AlreadySentError, NewResponse, Sent
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.writer import write
from survey_app.surveys.models import SurveyVersion
from tests.asking import DAY

GIVEN = {"missing": {"status": "given", "value": ["bakery"], "pattern": "bakery"}}
OTHER = {"missing": {"status": "given", "value": ["bike"], "pattern": "bike"}}


@pytest.fixture
def inside(any_asked):
    with any_asked.app.app_context():
        yield any_asked


def response(asked, answers, *, key="", day: date = DAY) -> NewResponse:
    version = db.session.query(SurveyVersion).one()
    key = key or str(uuid.uuid4())
    return NewResponse(
        uuid=key,
        survey_id=asked.survey_id,
        version_id=version.id,
        collector_id=asked.collector_id,
        mode="self",
        language="nl",
        day=day,
        receipt_digest=f"digest of {key}",
        answers=answers,
        patterns=patterns_of(answers),
    )


def store(new: NewResponse, **how) -> Sent:
    return write(lambda session: service.store(session, response=new, **how))


def tally(asked) -> dict[str, int]:
    db.session.close()
    return {row.pattern: row.n for row in tally_of(db.session, asked.survey_id)}


def test_same_answers_are_one_line_that_grows(inside) -> None:
    for _number in range(3):
        assert store(response(inside, GIVEN)) is Sent.STORED

    assert tally(inside) == {"bakery": 3}
    assert db.session.query(Tally).filter(Tally.item == BY_DAY).one().n == 3


def test_sent_again_changes_nothing_and_other_answers_are_asked_about(inside) -> None:
    new = response(inside, GIVEN)
    store(new)
    changed = response(inside, OTHER, key=new.uuid)

    assert store(new) is Sent.AGAIN
    with pytest.raises(AlreadySentError):
        store(changed)
    assert tally(inside) == {"bakery": 1}

    assert store(changed, replace=True) is Sent.REPLACED
    assert tally(inside) == {"bike": 1}
    assert tally_differences(db.session, inside.survey_id) == []


def test_deleting_by_receipt_takes_its_share_of_the_tally_along(inside) -> None:
    new = response(inside, GIVEN)
    store(new)
    store(response(inside, GIVEN))

    key = write(
        lambda session: service.delete_by_receipt(session, receipt_digest=new.receipt_digest)
    )

    assert key == inside.collector_id
    assert tally(inside) == {"bakery": 1}
    with pytest.raises(NotFoundError):
        write(lambda session: service.delete_by_receipt(session, receipt_digest="nothing"))


def test_one_that_is_refused_fails_no_neighbour(inside) -> None:
    fine, other = response(inside, GIVEN), response(inside, OTHER)

    def both(session) -> None:
        service.store(session, response=fine)
        raise NotFoundError("afterwards")

    with pytest.raises(NotFoundError):
        write(both)
    store(other)

    assert tally(inside) == {"bike": 1}


def test_day_of_a_response_is_counted_beside_its_patterns() -> None:
    assert counted(GIVEN, DAY) == {"missing": "bakery", BY_DAY: DAY.isoformat()}
    assert counted({"why": {"status": "given", "value": "…"}}, DAY) == {BY_DAY: DAY.isoformat()}
