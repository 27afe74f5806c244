"""Importance and feasibility joined on topic."""

from itertools import chain

import pytest

from analysis.codebook import Codebook, ItemCode, OptionCode
from analysis.dataset import Dataset
from analysis.quadrant import Lacking, Side, quadrant
from question_banks.measures import Measure
from tests.analysis.samples import FIVE, counts


def asked(measure, role, *topics, code, **fields):
    parts = tuple(OptionCode(topic[0], topic.upper(), topic) for topic in topics)
    return ItemCode(code, "Vraag?", measure, role, parts, **fields)


MISSED = asked(Measure.MULTIPLE, "importance", "bread", "cafe", "park", code="missed")
DOABLE = asked(Measure.GRID, "feasibility", "bread", "cafe", code="doable", points=FIVE)
ONE = ItemCode("one", "Kan een café?", Measure.ORDINAL, "feasibility", points=FIVE, topic="cafe")
IDLE = asked(Measure.MULTIPLE, "none", "bread", code="idle")


def joined(items, *held, **fields):
    return quadrant(Dataset(Codebook(items), tuple(chain(*held))), labels={}, **fields)


IMPORTANT = counts({"b+c": 60, "b": 30, "p": 10}, code="missed")
FEASIBLE = counts({"b=5+c=1": 40, "b=4+c=2": 40, "b=?+c=3": 5}, code="doable")


def test_a_topic_stands_where_its_share_and_its_mean_are():
    found = joined((MISSED, DOABLE), IMPORTANT, FEASIBLE)

    bread, cafe = found.points
    assert (bread.topic, bread.label, bread.grey) == ("bread", "BREAD", False)
    assert bread.y.value == pytest.approx(90)
    assert bread.x.value == pytest.approx((4.5 - 1) / 4 * 100)
    assert (bread.y.n, bread.y.unit) == (100, "share")
    assert (bread.x.n, bread.x.unit) == (80, "mean")
    assert bread.x.low < bread.x.value < bread.x.high
    assert cafe.x.value == pytest.approx(((40 + 80 + 15) / 85 - 1) / 4 * 100)


def test_a_point_too_close_to_a_line_is_grey():
    close = counts({"b": 52, "c": 48}, code="missed")

    found = joined((MISSED, DOABLE), close, FEASIBLE)

    assert {point.topic: point.grey for point in found.points} == {"bread": True, "cafe": True}


@pytest.mark.parametrize(
    ("low", "high", "undecided"),
    [(40, 60, True), (50, 60, True), (40, 50, True), (51, 60, False), (40, 49, False)],
)
def test_an_interval_with_the_middle_in_it_is_undecided(low, high, undecided):
    assert Side(50, low, high, 40).undecided is undecided


def test_topics_without_one_side_are_listed():
    found = joined((MISSED, DOABLE), IMPORTANT, FEASIBLE)

    assert found.lacking == (Lacking("park", "PARK", "feasibility"),)


def test_a_side_with_too_few_answers_is_lacking():
    found = joined((MISSED, DOABLE), counts({"b": 4}, code="missed"), FEASIBLE)

    assert found.points == ()
    assert [(one.topic, one.side) for one in found.lacking] == [
        ("bread", "importance"),
        ("cafe", "importance"),
    ]


def test_the_question_most_people_answered_speaks_for_the_topic():
    fuller = counts({"5": 300}, code="one")
    thinner = counts({"5": 20}, code="one")

    of_fuller = joined((MISSED, DOABLE, ONE), IMPORTANT, FEASIBLE, fuller)
    of_thinner = joined((MISSED, DOABLE, ONE), IMPORTANT, FEASIBLE, thinner)

    assert {p.topic: p.x.n for p in of_fuller.points} == {"bread": 80, "cafe": 300}
    assert {p.topic: p.x.n for p in of_thinner.points} == {"bread": 80, "cafe": 85}


def test_items_that_ask_neither_do_not_count():
    found = joined((IDLE, DOABLE), counts({"b": 50}, code="idle"), FEASIBLE)

    assert found.points == ()


def test_options_about_nothing_have_no_place():
    plain = ItemCode("missed", "Wat?", Measure.MULTIPLE, "importance", (OptionCode("b", "B"),))

    found = joined((plain, DOABLE), counts({"b": 50}, code="missed"), FEASIBLE)

    assert [one.side for one in found.lacking] == ["importance", "importance"]


def test_labels_of_topics_win_over_those_of_options():
    dataset = Dataset(Codebook((MISSED, DOABLE)), (*IMPORTANT, *FEASIBLE))

    found = quadrant(dataset, labels={"bread": "Brood"})

    assert [point.label for point in found.points] == ["Brood", "CAFE"]


def test_nothing_asked_gives_an_empty_plane():
    found = joined(())

    assert (found.points, found.lacking) == ((), ())


def test_a_scale_of_one_point_does_not_break_the_plane():
    flat = asked(Measure.GRID, "feasibility", "bread", code="doable", points=FIVE[:1])

    found = joined((MISSED, flat), IMPORTANT, counts({"b=1": 20}, code="doable"))

    assert found.points[0].x.value == 0


def test_one_question_asked_at_two_moments_is_never_pooled():
    def at(*held):
        return Dataset(Codebook((MISSED, DOABLE)), tuple(chain(*held)))

    residents = at(counts({"b+c": 60, "b": 30, "p": 10}, code="missed"), FEASIBLE)
    pupils = at(counts({"p": 30}, code="missed"))

    [bread] = [p for p in quadrant(residents, pupils, labels={}).points if p.topic == "bread"]

    assert (bread.y.n, bread.y.value) == (100, pytest.approx(90))
