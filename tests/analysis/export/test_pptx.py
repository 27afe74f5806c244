"""One chart as one slide, for every chart in every state."""

import io

import pytest
from pptx import Presentation

from analysis.export import EXPORTS
from analysis.export.pptx import HIGH, WIDE
from tests.analysis.examples import ALL


@pytest.mark.parametrize("name", ALL)
def test_slide_opens_again_with_finding_and_description(name):
    chart = ALL[name]

    deck = Presentation(io.BytesIO(EXPORTS["pptx"].write(chart)))

    [slide] = deck.slides
    assert slide.shapes.title.text_frame.text
    described = [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in slide.shapes]
    assert any(described)


@pytest.mark.parametrize("name", ["priorities: plain", "quadrant: plain", "answers: grid"])
def test_same_chart_gives_the_same_bytes(name):
    assert EXPORTS["pptx"].write(ALL[name]) == EXPORTS["pptx"].write(ALL[name])


def slide_of(name):
    [slide] = Presentation(io.BytesIO(EXPORTS["pptx"].write(ALL[name]))).slides
    return slide


def texts_of(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.mark.parametrize("name", ALL)
def test_nothing_runs_over_the_edge_of_the_slide(name):
    slide = slide_of(name)

    for shape in slide.shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= WIDE
        if shape.has_table:
            assert shape.top + sum(row.height for row in shape.table.rows) <= HIGH


@pytest.mark.parametrize("name", ALL)
def test_no_row_loses_its_label(name):
    for shape in slide_of(name).shapes:
        for axis in shape.chart._chartSpace.xpath(".//c:catAx") if shape.has_chart else ():
            upright = shape.chart._chartSpace.xpath(".//c:barDir/@val") == ["col"]
            assert upright or axis.xpath("./c:tickLblSkip/@val") == ["1"]


@pytest.mark.parametrize("name", ["priorities: forty", "agreement: forty", "who_answered: many"])
def test_rows_that_find_no_room_are_counted(name):
    assert any(text.startswith("En nog ") for text in texts_of(slide_of(name)))


def test_a_row_that_may_not_be_told_says_so():
    [shape] = [one for one in slide_of("answers: sensitive grid").shapes if one.has_chart]

    assert all("te weinig antwoorden" in name for name in shape.chart.plots[0].categories)


def test_every_dot_of_the_plane_has_its_name_and_both_reaches():
    chart = ALL["quadrant: sure"]
    slide = slide_of("quadrant: sure")
    [shape] = [one for one in slide.shapes if one.has_chart]

    assert "\n".join(
        f"{n}. {dot.label}" for n, dot in enumerate(chart.figure.dots, start=1)
    ) in texts_of(slide)
    for series in shape.chart.plots[0].series:
        assert series._element.xpath("./c:errBars/c:errDir/@val") == ["x", "y"]


def test_both_figures_of_a_pair_have_their_interval_and_stand_beside_the_row():
    [shape] = [one for one in slide_of("weighted: plain").shapes if one.has_chart]
    raw, fair = shape.chart.plots[0].series

    assert raw._element.xpath("./c:errBars")
    assert fair._element.xpath("./c:errBars")
    assert all("|" in name for name in shape.chart.plots[0].categories)


def test_a_scale_that_begins_at_one_says_so():
    [shape] = [one for one in slide_of("profile: both ends").shapes if one.has_chart]

    assert shape.chart.value_axis.visible
    assert shape.chart.value_axis.minimum_scale == 1
