"""What the worker draws of a survey: in the order of the questions, and never a small cell."""

import json

import pytest

from analysis.chart import from_json
from analysis.codebook import Codebook, ItemCode, OptionCode
from question_banks.measures import Measure
from survey_app.reports.charts import chart_set

OPTIONS = tuple(OptionCode(code, code.title()) for code in ("bread", "meat", "fish"))
ITEMS = (
    ItemCode("z_services", "Wat mist u?", Measure.MULTIPLE, "importance", OPTIONS),
    ItemCode("a_often", "Hoe vaak?", Measure.NUMERIC),
)


def spec(counts, **more):
    described = {
        "codebook": Codebook(ITEMS).to_json(),
        "counts": [[*count, "self", 1] for count in counts],
        "offered": {"1": {"z_services": ["bread", "meat", "fish"]}},
        "collectors": {"GATE22": "Schoolpoort", "PAPER2": "Papier", "EMPTY2": "Leeg"},
        "days": ["2026-05-01", "2026-05-20"],
    }
    fixed = {"survey_id": 1, "language": "nl", "k": 5, "by": "", "collector": "", "item": ""}
    return fixed | {"data": described} | more


def drawn(**more):
    return json.loads(chart_set(spec(COUNTS, **more)))


COUNTS = [
    ("z_services", "bread", 30, "GATE22"),
    ("z_services", "bread+meat", 10, "GATE22"),
    ("z_services", "fish", 2, "GATE22"),
    ("z_services", "bread", 20, "PAPER2"),
    ("z_services", "fish", 12, "PAPER2"),
    ("z_services", "meat", 9, "PAPER2"),
    ("a_often", "3", 40, "GATE22"),
]


def labels(one) -> set[str]:
    return {str(row[1]) for row in from_json(one["chart"]).table.rows}


def figures(one, label: str) -> list[object]:
    """The numbers a table tells of one option."""
    [row] = [row for row in from_json(one["chart"]).table.rows if row[1] == label]
    return [cell for cell in row[2:] if isinstance(cell, int | float)]


def test_charts_come_in_the_order_of_the_questions():
    assert [one["item"] for one in drawn()] == ["z_services", "a_often"]


def test_the_whole_shows_every_option():
    assert labels(drawn(item="z_services")[0]) >= {"Bread", "Meat", "Fish"}


def test_a_cell_of_two_people_is_not_shown_beside_the_whole():
    by_code = {one["group"]: one for one in drawn(item="z_services", by="collector")}

    assert figures(by_code["GATE22"], "Fish") == []
    assert figures(by_code["GATE22"], "Meat") != []


def test_a_filter_hides_what_the_comparison_hides():
    [one] = drawn(item="z_services", by="collector", group="GATE22")

    assert figures(one, "Fish") == []


@pytest.mark.parametrize("few", [0, 3])
def test_nobody_and_too_few_look_alike(few):
    counts = [*COUNTS, ("z_services", "bread", few, "EMPTY2")] if few else COUNTS
    data = spec(counts, item="z_services", by="collector")

    [one] = [one for one in json.loads(chart_set(data)) if one["group"] == "EMPTY2"]

    chart = from_json(one["chart"])
    assert chart.finding == "Te weinig antwoorden om te tonen"
    assert chart.table.rows == ()
    assert "3" not in chart.subtitle.replace("01/05/2026", "").replace("20/05/2026", "")


def test_numbers_are_shown_for_everybody_only():
    assert {one["item"] for one in drawn(by="collector")} == {"z_services"}


def test_differences_of_a_channel_are_those_with_the_others():
    by_code = {one["group"]: one for one in drawn(item="z_services", by="collector", view="gaps")}

    assert by_code["GATE22"]["chart"]["name"] == "gaps"
    assert by_code["EMPTY2"]["chart"]["finding"] == "Te weinig antwoorden om te tonen"


def later(counts, **more):
    """The same questions asked again, by another survey."""
    return {**spec(counts)["data"], "days": ["2027-05-01", "2027-05-09"], **more}


AFTER = [("z_services", "bread", 10, "GATE22"), ("z_services", "meat", 40, "GATE22")]
WAVES = {"1": spec(COUNTS)["data"], "2": later(AFTER)}
TIMES = {"1": "Voor de proeftuin", "2": "Na de proeftuin"}


def test_each_time_of_asking_is_one_part_with_its_own_days() -> None:
    before, after = drawn(by="wave", parts=TIMES, waves=WAVES)

    assert (before["group"], after["group"]) == ("1", "2")
    assert before["chart"]["finding"] == "Duidelijk bovenaan: Bread"
    assert after["chart"]["finding"] == "Duidelijk bovenaan: Meat"
    assert "09/05/2027" in after["chart"]["subtitle"]


def test_one_time_can_be_asked_for_alone() -> None:
    [only] = drawn(by="wave", group="2", parts=TIMES, waves=WAVES)

    assert only["group_label"] == "Na de proeftuin"


def test_before_and_after_differ_as_two_groups_of_people() -> None:
    [changed] = drawn(by="wave", view="gaps", parts=TIMES, waves=WAVES)

    assert changed["chart"]["name"] == "compared"
    assert "niet telkens dezelfde mensen" in changed["chart"]["caption"]


def test_few_people_at_one_time_are_not_shown_beside_the_other() -> None:
    few = {**WAVES, "2": later([("z_services", "bread", 4, "GATE22")])}

    _before, after = drawn(by="wave", parts=TIMES, waves=few)

    assert after["chart"]["table"]["rows"] == []


def test_question_asked_only_once_has_no_times_to_compare() -> None:
    once = {**WAVES, "2": later([], codebook=Codebook(ITEMS[1:]).to_json())}

    assert drawn(by="wave", item="z_services", parts=TIMES, waves=once) == []
