"""What workshops keep of people is forgotten on its day."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from survey_app.core.db import db
from survey_app.workshops.erase import LOOSE, purge
from survey_app.workshops.models import Contribution, Participant, Workshop
from tests.programs import NOW

pytestmark = pytest.mark.usefixtures("database_url")


def count(hall, model) -> int:
    with hall.app.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.fixture
def ended(hall):
    hall.go("form", "open")
    hall.phones_that_answer("fixed", "mobile")
    hall.press("end")
    return hall


def forget(hall, *, days: int) -> None:
    with hall.app.app_context():
        purge((NOW + timedelta(days=days)).date())


def test_answers_go_on_their_date_and_the_script_stays(ended) -> None:
    forget(ended, days=547)
    assert count(ended, Contribution) == 2

    forget(ended, days=549)
    assert (count(ended, Contribution), count(ended, Participant)) == (0, 0)
    assert count(ended, Workshop) == 1


def test_devices_are_loosened_the_day_after(ended) -> None:
    forget(ended, days=0)
    with ended.app.app_context():
        kept = list(db.session.scalars(select(Participant.device)))
    forget(ended, days=1)

    with ended.app.app_context():
        loose = list(db.session.scalars(select(Participant.device)))
    assert not any(device.startswith(LOOSE) for device in kept)
    assert all(device.startswith(LOOSE) for device in loose)


def test_nothing_tells_when_somebody_answered(hall) -> None:
    for model in (Participant, Contribution):
        named = set(model.__table__.c.keys())
        assert not {name for name in named if name.endswith("_at") or "time" in name}
