"""The same chart for the coach's screen: plain data, no markup of people's, nothing unknown."""

import json
from unicodedata import category

import pytest

from analysis.draw import plotly
from analysis.figure import Bars, Columns, Note, Plane, Stacks
from tests.analysis.examples import ALL, ANSWERS, PRIORITIES, QUADRANT

EACH = pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


@EACH
def test_a_figure_is_plain_json_without_holes(chart):
    made = plotly.figure(chart)

    assert json.loads(json.dumps(made, allow_nan=False)).keys() == {"data", "layout"}


@EACH
def test_no_text_of_people_is_markup(chart):
    for text in strings(plotly.figure(chart)):
        assert "<" not in text.replace("<br>", "")
        assert not {category(letter) for letter in text} & {"Cc", "Cs"}


def bars():
    return [pytest.param(c, id=n) for n, c in ALL.items() if isinstance(c.figure, Bars)]


@pytest.mark.parametrize("chart", bars())
def test_bars_say_the_values_of_the_chart(chart):
    (trace,) = plotly.figure(chart)["data"]
    every = (*chart.figure.bars, *chart.figure.apart)
    known = [bar for bar in every if bar.value is not None]

    assert trace["x"] == [bar.value for bar in known]
    assert [
        x + (up or 0) for x, up in zip(trace["x"], trace["error_x"]["array"], strict=True)
    ] == pytest.approx([bar.value if bar.high is None else bar.high for bar in known])


def test_who_does_not_know_is_an_outlined_bar():
    figure = PRIORITIES["plain"].figure
    (trace,) = plotly.figure(PRIORITIES["plain"])["data"]
    lines = trace["marker"]["line"]["width"]

    assert lines == [0] * len(figure.bars) + [1.5] * len(figure.apart)


def test_means_are_dots_on_their_scale():
    chart = PRIORITIES["means"]
    made = plotly.figure(chart)

    assert made["data"][0]["mode"] == "markers"
    assert made["layout"]["xaxis"]["range"][0] == chart.figure.base


def test_places_are_parted_by_a_line():
    chart = PRIORITIES["plain"]

    assert len(plotly.figure(chart)["layout"]["shapes"]) == len(chart.figure.groups) - 1


def test_a_scale_is_laid_from_its_middle():
    chart = ANSWERS["ordinal"]
    data = plotly.figure(chart)["data"]
    shares = chart.figure.rows[0].shares

    assert [trace["x"][0] for trace in data] == list(shares)
    assert data[2]["base"][0] == pytest.approx(-shares[2] / 2)


def test_a_row_that_is_not_shown_has_no_segments():
    chart = ANSWERS["hidden"]

    assert isinstance(chart.figure, Stacks | Note)
    assert all(trace["x"] == [] for trace in plotly.figure(chart)["data"])


def test_columns_and_dates_keep_their_order():
    for name in ("numeric", "date"):
        chart = ANSWERS[name]
        made = plotly.figure(chart)
        assert isinstance(chart.figure, Columns)
        assert made["data"][0]["y"] == [one.value for one in chart.figure.columns]
        told = [text.split("<br>")[0] for text in made["data"][0]["hovertext"]]
        assert told == [one.label for one in chart.figure.columns]
        axis = made["layout"]["xaxis"]
        assert axis["ticktext"] == [told[n] for n in axis["tickvals"]]


def test_the_plane_has_both_reaches_of_every_topic():
    chart = QUADRANT["plain"]
    (trace,) = plotly.figure(chart)["data"]

    assert isinstance(chart.figure, Plane)
    assert [text.split("<br>")[0] for text in trace["hovertext"]] == [
        dot.label for dot in chart.figure.dots
    ]
    assert trace["error_y"]["arrayminus"] == [dot.y - dot.y_low for dot in chart.figure.dots]


def test_the_ends_of_the_axes_are_said():
    axis = plotly.figure(QUADRANT["plain"])["layout"]["xaxis"]

    assert axis["title"]["text"] == "moeilijk → haalbaar"


def test_topics_at_one_spot_share_a_number_and_a_line_beneath():
    made = plotly.figure(QUADRANT["one spot"])
    numbers = [text for text in made["data"][0]["text"] if text]
    beneath = [one["text"] for one in made["layout"]["annotations"] if one.get("yref") == "paper"]

    assert numbers == ["1"]
    assert beneath[0].startswith("1. Dienst")


def test_rows_are_as_high_as_their_longest_label():
    short, long = (plotly.figure(PRIORITIES[name])["layout"] for name in ("plain", "long"))

    assert short["height"] / len(short["yaxis"]["tickvals"]) < 70
    assert all(text.count("<br>") < 3 for text in long["yaxis"]["ticktext"])
    assert long["height"] >= 70 * len(long["yaxis"]["tickvals"])


def test_a_row_that_is_not_shown_says_so():
    chart = ANSWERS["sensitive grid"]
    said = [one["text"] for one in plotly.figure(chart)["layout"]["annotations"]]

    assert said == [chart.figure.hidden] * sum(row.shares is None for row in chart.figure.rows)
