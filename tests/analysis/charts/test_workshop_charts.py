"""Charts of a gathering tell who leads, a tie as a tie, and nothing of too few people."""

import pytest

from analysis.chart import Bars, Note, Plane
from tests.analysis.examples import DUELS, PLACED, SUPPORT


@pytest.mark.parametrize(
    ("chart", "finding"),
    [
        (SUPPORT["plain"], "De meeste stippen: Bakker"),
        (SUPPORT["alike"], "5 kaartjes staan samen bovenaan"),
        (SUPPORT["no dots"], "Nog niemand gaf een stip"),
        (SUPPORT["hidden"], "Te weinig antwoorden om te tonen"),
        (DUELS["plain"], "Wint het vaakst: Bakker"),
        (DUELS["alike"], "Alles wint even vaak"),
        (DUELS["nothing compared"], "Nog niets is vergeleken"),
        (PLACED["plain"], "Volgens de groep belangrijk én haalbaar: Bakker"),
        (PLACED["much to do"], "5 keuzes zijn volgens de groep belangrijk én haalbaar"),
        (PLACED["long"], None),
        (PLACED["hidden"], "Te weinig antwoorden om te tonen"),
    ],
)
def test_finding_is_true(chart, finding):
    assert finding is None or chart.finding == finding


@pytest.mark.parametrize("chart", [SUPPORT["hidden"], DUELS["hidden"], PLACED["hidden"]])
def test_too_few_people_leave_no_number_behind(chart):
    assert isinstance(chart.figure, Note)
    assert chart.table.rows == ()
    assert "4" not in chart.subtitle + chart.caption + chart.alt


def test_cards_stand_by_their_dots():
    figure = SUPPORT["plain"].figure

    assert isinstance(figure, Bars)
    assert [bar.shown for bar in figure.bars] == ["12", "7", "7", "3", "0"]
    assert SUPPORT["plain"].subtitle == "“Wat droomt u?” 20 mensen deden mee. 1 tot 9 mei."


def test_option_that_few_people_placed_is_not_drawn():
    chart = PLACED["few placed it"]

    assert isinstance(chart.figure, Plane)
    assert [dot.label for dot in chart.figure.dots] == ["Bakker"]
    assert (chart.figure.dots[0].x, chart.figure.dots[0].y) == (75.0, 100.0)
