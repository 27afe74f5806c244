"""What a survey found, laid beside a motion."""

from functools import partial

import pytest
from sqlalchemy import select

from analysis.codebook import Codebook, ItemCode, OptionCode
from analysis.dataset import Dataset, PatternCount
from question_banks.measures import Measure
from survey_app.ballots import service
from survey_app.ballots.facts import MeetingFacts, MotionFacts, OptionFacts
from survey_app.ballots.models import Motion
from survey_app.ballots.presets import Preset
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.projects.models import Project
from survey_app.reports.evidence import found_in, snapshot
from tests.asking import ask, send
from tests.programs import NOW

ITEM = ItemCode(
    "place", "Welke plek wilt u?", Measure.NOMINAL,
    options=(OptionCode("fixed", "Een vaste plek"), OptionCode("mobile", "Een mobiele plek")),
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_dutch(app):
    with app.test_request_context():
        yield


def told(fixed: int, mobile: int, *, k: int = 5):
    counts = (PatternCount("place", "fixed", fixed), PatternCount("place", "mobile", mobile))
    data = Dataset(Codebook((ITEM,)), counts)
    return list(found_in(ITEM, data=data, k=k, language="nl", day=today()))


def test_sentence_says_share_people_and_margin() -> None:
    found = told(89, 54)[0]

    assert found.sentence == (
        "62\u00a0% van 143 bewoners koos “Een vaste plek”, tussen 54 en 70\u00a0%. "
        "Gevraagd: “Welke plek wilt u?” Stand op 20 mei 2026."
    )


def test_too_few_people_give_no_evidence() -> None:
    assert told(2, 2) == []
    assert len(told(3, 2)) == 2
    assert told(5, 4, k=10) == []


def test_snapshot_keeps_the_figures_of_its_day() -> None:
    kept = snapshot(told(89, 54)[0], "b", link="/desk/gilden/surveys/1/results")

    assert (kept.count, kept.n, kept.option, kept.day) == (89, 143, "b", today())
    assert (round(kept.low, 2), round(kept.high, 2)) == (0.54, 0.7)


@pytest.fixture
def village(web, owner):
    return ask(web)


@pytest.fixture
def motion(village):
    """A draft with two options, in a meeting of the village."""

    def make(session):
        given = {"actor": village.actor, "now": NOW}
        project = session.scalars(select(Project.id)).one()
        facts = MeetingFacts("Commissie", "Raadscommissie", NOW.date(), Preset.COMMITTEE_ADVICE)
        meeting = service.create_meeting(session, project_id=project, facts=facts, **given)
        asked = MotionFacts("Welke?", options=[OptionFacts("Mobiel"), OptionFacts("Vast")])
        return service.create_motion(session, meeting_id=meeting.id, facts=asked, **given).id

    with village.app.app_context():
        return write(make)


@pytest.fixture
def page(village, motion, add_person, client_of):
    browser = client_of(add_person("coach", workspace="dorp-k7p2qx"))
    return partial(browser.open, f"/desk/dorp-k7p2qx/meetings/1/motions/{motion}/evidence")


def test_page_offers_only_what_may_be_told(village, page) -> None:
    assert "geen uitkomst die we mogen tonen" in page().text

    visitor = village.app.test_client()
    for _number in range(7):
        send(visitor, village, [("missing", "bakery"), ("outside", "never")])

    told = page().text
    assert "100\u00a0% van 7 bewoners koos" in told
    assert 'name="found"' in told


def test_chosen_finding_stands_frozen_beside_its_option(village, page, motion) -> None:
    visitor = village.app.test_client()
    for _number in range(7):
        send(visitor, village, [("missing", "bakery"), ("outside", "never")])

    sent = page(method="POST", data={"found": "missing.bakery", "option": "b"})
    send(visitor, village, [("missing", "shop"), ("outside", "never")])

    assert sent.status_code == 302
    with village.app.app_context():
        [kept] = db.session.get_one(Motion, motion).evidence
    assert (kept["option"], kept["count"], kept["n"]) == ("b", 7, 7)


@pytest.mark.parametrize("data", [{}, {"found": "x.y"}, {"found": "missing.bakery", "option": "z"}])
def test_nothing_is_kept_of_what_is_not_offered(village, page, motion, data) -> None:
    assert page(method="POST", data=data).status_code == 422
    with village.app.app_context():
        assert db.session.get_one(Motion, motion).evidence == []
