"""Every item has a plain chart that says what was answered, and no more than may be told."""

import pytest

from analysis.chart import Bars, Columns, Note, Stacks
from analysis.charts.answers import DRAFTS
from question_banks.measures import Measure
from tests.analysis.examples import ANSWERS, PLAIN, answered


@pytest.mark.parametrize("measure", [m for m in Measure if m not in DRAFTS])
def test_open_answers_are_never_drawn(measure):
    chart = answered(measure, {})

    assert chart.finding == "Open antwoorden staan niet in een grafiek"
    assert isinstance(chart.figure, Note)


@pytest.mark.parametrize(
    ("measure", "patterns", "finding"),
    [
        (Measure.NOMINAL, {"o0": 9, "o1": 3}, "Het vaakst gekozen: Bakker (75\u00a0%)"),
        (Measure.NOMINAL, {"o0": 4, "o1": 3}, "Het vaakst gekozen: Bakker (4 van de 7)"),
        (Measure.NOMINAL, {"o0": 4, "o1": 4, "o2": 1}, "Even vaak gekozen: Bakker en Bus"),
        (Measure.NOMINAL, {"?": 7}, "Niemand koos een antwoord"),
        (Measure.NOMINAL, dict.fromkeys(["o0", "o1", "o2", "o3"], 3),
         "4 antwoorden staan samen bovenaan"),
        (Measure.NOMINAL, dict.fromkeys([f"o{n}" for n in range(5)], 3),
         "Alle antwoorden zijn even vaak gekozen"),
        (Measure.MULTIPLE, {"o0+o1": 9, "o1": 11}, "Het vaakst gekozen: Bus (100\u00a0%)"),
        (Measure.RANKING, {"o0>o1": 9, "o1": 11}, "Het vaakst op plaats 1: Bus (55\u00a0%)"),
        (Measure.POINTS, {"o0=7+o1=3": 9}, "Gemiddeld de meeste punten: Bakker"),
        (Measure.POINTS, {"?": 9}, "Niet elk aantal mag getoond worden"),
        (Measure.POINTS, {"o0=2+o1=2+o2=2+o3=2+o4=2": 9}, "Alles krijgt gemiddeld evenveel"),
        (Measure.ORDINAL, {"4": 9, "?": 3}, "Het vaakst gekozen: Belangrijk (9 van de 9)"),
        (Measure.GRID, {"o0=4+o1=4+o2=4+o3=4+o4=4": 9}, "Alles krijgt gemiddeld evenveel"),
        (Measure.GRID, {"o0=4+o1=4+o2=4+o3=4+o4=1": 9}, "Meer dan drie staan samen het hoogst"),
        (Measure.GRID, {"o0=4+o1=2+o2=1+o3=1+o4=1": 9},
         "Gemiddeld het hoogst: Bakker (4,0 op 5)"),
        (Measure.NUMERIC, {"3": 9}, "Iedereen antwoordde 3"),
        (Measure.NUMERIC, {"3": 9, "5.5": 9}, "Het middelste antwoord is 4,25"),
        (Measure.NUMERIC, {"?": 9}, "Niemand gaf een antwoord"),
        (Measure.DATE, {"2026-05-20": 12}, "Het vaakst gekozen: 20 mei 2026 (100\u00a0%)"),
    ],
)  # fmt: skip
def test_finding_is_true_for(measure, patterns, finding):
    assert answered(measure, patterns).finding == finding


def test_options_keep_the_order_of_the_question():
    figure = ANSWERS["nominal"].figure

    assert isinstance(figure, Bars)
    assert tuple(bar.label for bar in figure.bars) == PLAIN
    assert [bar.label for bar in figure.apart] == ["Weet ik niet"]


def test_a_scale_is_a_stack_of_those_who_gave_a_point():
    chart = ANSWERS["ordinal"]

    assert isinstance(chart.figure, Stacks)
    assert sum(chart.figure.rows[0].shares) == pytest.approx(1)
    assert chart.figure.rows[0].apart == "4"
    assert "54 antwoorden." in chart.subtitle


def test_a_scale_that_nobody_can_judge_has_an_empty_stack():
    row = answered(Measure.ORDINAL, {"?": 9}).figure.rows[0]

    assert (row.shares, row.apart) == ((0.0,) * 5, "9")


def test_a_scale_without_a_codebook_shows_the_points_given():
    chart = answered(Measure.ORDINAL, {"2": 9, "7": 3}, points=())

    assert chart.figure.points == ("1", "2", "5", "7")


def test_a_row_of_too_few_is_named_without_a_figure():
    row = ANSWERS["grid"].figure.rows[4]

    assert (row.label, row.shares) == ("Winkel", None)


def test_numbers_and_days_are_columns():
    assert isinstance(ANSWERS["numeric"].figure, Columns)
    assert isinstance(ANSWERS["date"].figure, Columns)


@pytest.mark.parametrize(
    ("measure", "patterns"),
    [
        (Measure.NOMINAL, {"o0": 20, "o1": 2, "o2": 9}),
        (Measure.MULTIPLE, {"o0": 20, "o1": 2, "?": 9}),
        (Measure.RANKING, {"o0": 20, "o1>o0": 2}),
        (Measure.ORDINAL, {"4": 20, "5": 2}),
        (Measure.GRID, {"o0=4": 20, "o0=5": 2}),
        (Measure.NUMERIC, {"4": 20, "5": 2}),
        (Measure.DATE, {"2026-05-20": 20, "2026-05-21": 2}),
        (Measure.POINTS, {"o0=10": 20, "?": 2}),
    ],
)
def test_a_sensitive_item_tells_no_small_number(measure, patterns):
    chart = answered(measure, patterns, sensitive=True, total=10)
    numbers = {cell for row in chart.table.rows for cell in row if isinstance(cell, int)}

    assert numbers.isdisjoint({1, 2, 3, 4})
    assert "weten het niet" not in chart.caption


def test_sensitive_points_of_enough_people_are_told():
    chart = answered(Measure.POINTS, {"o0=7+o1=3": 30, "?": 8}, sensitive=True)

    assert chart.finding == "Gemiddeld de meeste punten: Bakker"


def test_several_that_are_shown_as_often_leave_the_finding_open():
    alike = {"o0": 9, "o1": 9, "o2": 9, "o3": 9, "o4": 1}
    chart = answered(Measure.NOMINAL, alike | {"?": 6}, sensitive=True)

    assert chart.finding.startswith(("Het vaakst gekozen van wat we tonen", "Niet elk aantal"))
