"""The finding of a priority chart is true in every case."""

import pytest

from analysis.chart import CHARTS, Bars
from analysis.priorities import Priorities, Priority
from question_banks.measures import Measure
from tests.analysis.examples import PLAIN, PRIORITIES, each, ranked


def row(label, value, place, **fields):
    usual = {"n": 100, "count": round(100 * value), "low": value - 0.1, "high": value + 0.1}
    named = {"option": label, "label": label, "topic": None, "p_first": 0.2}
    return Priority(**(named | usual | {"value": value, "place": place} | fields))


def built(*rows, **fields):
    usual = {"item": "q", "label": "Wat mist u?", "unit": "share", "n": 100}
    found = Priorities(**(usual | {"dont_know": 0, "skipped": 0, "rows": rows} | fields))
    return CHARTS["priorities"](found)


WINNER = (row("Bakker", 0.8, (1, 1)), row("Bus", 0.2, (2, 2)))
TWO = (row("Bakker", 0.6, (1, 2)), row("Bus", 0.5, (1, 2)), row("Bank", 0.1, (3, 3)))
FIVE = tuple(row(f"Dienst {n}", 0.6 - n / 50, (1, 5)) for n in range(5))

CASES = {
    "a clear winner": (built(*WINNER), "Duidelijk bovenaan: Bakker"),
    "a winner of few": (
        built(*WINNER, n=20), "Bovenaan: Bakker, maar er zijn weinig antwoorden",
    ),
    "a winner of very few": (
        built(row("Bakker", 0.8, (1, 1), n=5, count=4), row("Bus", 0.2, (2, 2)), n=5),
        "Het vaakst gekozen: Bakker (4 van de 5)",
    ),
    "two share": (built(*TWO), "Bakker en Bus staan samen bovenaan"),
    "two of very few": (built(*TWO, n=6), "Nog te weinig antwoorden voor een volgorde"),
    "many share": (
        built(*FIVE, row("Bus", 0.1, (6, 6))), "5 van de 6 keuzes delen de eerste plaats",
    ),
    "all share": (
        built(*FIVE), "Nog geen duidelijke voorkeur: de verschillen kunnen toeval zijn",
    ),
    "all equal": (
        built(row("Bakker", 0.5, (1, 2)), row("Bus", 0.5, (1, 2))), "Alle keuzes staan even hoog",
    ),
    "nobody chose": (
        built(row("Bakker", 0.0, (1, 2)), row("Bus", 0.0, (1, 2))),
        "Niemand koos een van deze keuzes",
    ),
    "one option": (built(row("Bakker", 0.5, (1, 1))), "50\u00a0% koos Bakker"),
    "one option of very few": (
        built(row("Bakker", 0.2, (1, 1), n=5, count=1), n=5), "1 van de 5 mensen koos Bakker",
    ),
    "several of very few": (
        built(row("Bakker", 0.4, (1, 1), n=5, count=2), n=5), "2 van de 5 mensen kozen Bakker",
    ),
    "one mean": (
        built(row("Bakker", 4.25, (1, 1)), unit="mean", top=5.0, least=1.0),
        "Gemiddeld 4,2 op 5: Bakker",
    ),
    "one place": (built(row("Bakker", 1.0, (1, 1)), unit="rank"), "Er is maar één keuze: Bakker"),
    "the first is secret": (
        built(row("Bus", 0.2, (2, 2)), left_out=("Bakker",)),
        "Wie eerst staat, tonen we niet: het gaat om te weinig mensen",
    ),
    "one is shown, one is secret": (
        built(row("Bus", 0.5, (1, 1)), left_out=("Bakker",)), "Duidelijk bovenaan: Bus",
    ),
    "all are secret": (built(left_out=("Bakker",)), "Te weinig antwoorden per keuze om te tonen"),
    "too few": (built(hidden=True), "Te weinig antwoorden om te tonen"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_finding_is_true_for(case):
    chart, finding = CASES[case]

    assert chart.finding == finding


def test_interval_is_explained_only_where_it_is_drawn():
    assert "95 %" in PRIORITIES["plain"].caption
    assert "95 %" not in PRIORITIES["under ten"].caption
    assert "95 %" not in PRIORITIES["under ten"].figure.axis


def test_under_ten_there_are_counts_and_no_shares():
    chart = PRIORITIES["under ten"]

    assert chart.table.columns == ("Plaats", "Keuze", "Gevraagd", "Aantal")
    assert [bar.shown for bar in chart.figure.bars][:2] == ["5", "2"]
    assert all(bar.low is None for bar in chart.figure.bars)
    assert chart.figure.whole == 8


def test_who_does_not_know_stands_apart():
    figure = PRIORITIES["plain"].figure

    assert [bar.label for bar in figure.apart] == ["Weet ik niet"]
    assert figure.apart[0].shown == "7\u00a0%"


def test_option_without_answers_stands_apart_and_says_so():
    apart = PRIORITIES["means"].figure.apart

    assert [(bar.label, bar.shown) for bar in apart] == [("Winkel", "te weinig antwoorden")]


def test_who_does_not_know_has_no_bar_on_a_scale():
    chart = ranked({"o0=4": 20, "?": 5}, measure=Measure.GRID)

    assert chart.figure.apart[-1].shown == "5 van de 25"
    assert chart.figure.apart[-1].value is None


def test_option_of_too_few_people_is_named_without_a_figure():
    chart = PRIORITIES["sensitive"]

    assert [(b.label, b.shown) for b in chart.figure.apart] == [
        (label, "te weinig antwoorden") for label in hidden_labels(chart)
    ]
    assert hidden_labels(chart)


def hidden_labels(chart):
    return [row[1] for row in chart.table.rows if row[3] is None]


def test_a_mean_is_a_dot_on_its_scale():
    figure = PRIORITIES["means"].figure

    assert (figure.dots, figure.base, figure.top) == (True, 1.0, 5.0)
    assert [label for _value, label in figure.ticks] == ["1", "2", "3", "4", "5"]


def test_places_are_told_on_a_hundred_and_points_have_no_end():
    assert PRIORITIES["ranking"].figure.ticks[-1][1] == "80"
    assert PRIORITIES["points"].figure.whole is None


def test_smaller_base_stands_under_its_label():
    chart = built(row("Bakker", 0.8, (1, 1)), row("Bus", 0.2, (2, 2), n=12))

    assert [bar.note for bar in chart.figure.bars] == ["", "12 antwoorden"]


def test_caution_for_some_options_when_the_item_has_enough():
    chart = built(row("Bakker", 0.8, (1, 1)), row("Bus", 0.2, (2, 2), note="few"))

    assert chart.caution.startswith("Bij sommige keuzes")


def test_top_group_is_strong_unless_it_is_everybody():
    assert [bar.strong for bar in built(*TWO).figure.bars] == [True, True, False]
    assert not any(bar.strong for bar in built(*FIVE).figure.bars)


def test_shared_places_are_counted_from_the_top():
    figure = built(*TWO).figure

    assert isinstance(figure, Bars)
    assert figure.groups == (2, 1)
    assert [bar.place for bar in figure.bars] == ["1–2", "1–2", "3"]


def test_table_tells_who_skipped():
    chart = ranked(each(0) | {"-": 3})

    assert chart.table.rows[-1][:4] == ("", "Overgeslagen", None, 3)
    assert len(chart.table.rows) == len(PLAIN) + 1
