"""What a survey found, laid beside a motion."""

import pytest

from analysis.codebook import Codebook, ItemCode, OptionCode
from analysis.dataset import Dataset, PatternCount
from question_banks.measures import Measure
from survey_app.core.clock import today
from survey_app.reports.evidence import found_in, snapshot

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
