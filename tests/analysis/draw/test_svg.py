"""Every chart in every state, drawn for every surface: whole, safe, and within its edges."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from analysis.draw import ink, svg
from analysis.draw.looks import LOOKS
from analysis.draw.stacks import scale_colours
from analysis.draw.widths import width
from analysis.figure import Note
from question_banks.tidy import tidy
from tests.analysis.examples import ALL, ANSWERS, PRIORITIES

SVG = "{http://www.w3.org/2000/svg}"
TEXT = f"{SVG}text"
DRAWN = {"svg", "title", "desc", "g", "rect", "line", "path", "circle", "text"}
EACH = pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS)


def read(drawing):
    return ET.fromstring(drawing)


def texts(root):
    return ["".join(node.itertext()) for node in root.iter(TEXT)]


@EACH
@EVERY_LOOK
@pytest.mark.parametrize("framed", [False, True])
def test_a_drawing_holds_nothing_that_a_strict_policy_bars(chart, look, framed):
    root = read(svg.draw(chart, look, framed=framed))

    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= DRAWN
    for node in root.iter():
        assert not [name for name in node.attrib if name == "style" or name.startswith("on")]
        assert "href" not in " ".join(node.attrib)


@EACH
@EVERY_LOOK
def test_a_drawing_says_its_finding_and_its_description(chart, look):
    root = read(svg.draw(chart, look))

    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == (tidy(chart.finding) or " ")
    assert root.find(f"{SVG}desc").text == (tidy(chart.alt) or " ")


@EACH
@EVERY_LOOK
def test_no_word_runs_over_the_edge(chart, look):
    root = read(svg.draw(chart, look, framed=True))
    wide = LOOKS[look].width

    for node in root.iter(TEXT):
        words, x = "".join(node.itertext()), float(node.get("x"))
        takes = width(words, float(node.get("font-size")))
        start = x - takes * {"end": 1, "middle": 0.5}.get(node.get("text-anchor"), 0)
        assert start >= -1, words
        assert start + takes <= wide + 1, words


@EACH
@EVERY_LOOK
def test_nothing_lies_under_the_drawing(chart, look):
    root = read(svg.draw(chart, look))

    for node in root.iter(TEXT):
        assert 0 < float(node.get("y")) <= float(root.get("height"))


GAPS = str.maketrans("", "", " \u00a0-")
"""What a drawing may set otherwise to break its lines well."""


@EACH
@EVERY_LOOK
def test_a_framed_picture_says_all_that_the_page_around_would_say(chart, look):
    said = " ".join(texts(read(svg.draw(chart, look, framed=True)))).translate(GAPS)

    for words in (chart.finding, chart.subtitle, chart.caution, chart.caption):
        assert "".join(tidy(words).translate(GAPS).split()) in said


def test_every_point_of_a_scale_has_its_own_colour_with_letters_that_can_be_read():
    for n in range(2, 12):
        colours = scale_colours(n)

        assert len({ground for ground, _letters in colours}) == n
        assert all(ink.contrast(ground, letters) >= 4.5 for ground, letters in colours)


def test_one_column_is_no_wall():
    root = read(svg.draw(ANSWERS["one number"]))
    (column,) = [node for node in root.iter(f"{SVG}rect") if node.get("fill") == ink.REST]

    assert float(column.get("width")) < LOOKS["desk"].width / 4


def test_a_drawing_for_the_hall_is_no_taller_than_the_screen():
    root = read(svg.draw(PRIORITIES["forty"], "projector"))

    assert float(root.get("height")) <= 1080 * 1.1
    assert any("nog" in text for text in texts(root))


def test_the_height_is_known_before_it_is_drawn():
    chart = PRIORITIES["plain"]

    assert svg.height(chart.figure, "print") == pytest.approx(
        float(read(svg.draw(chart, "print")).get("height")), abs=0.01
    )


@EVERY_LOOK
def test_a_single_number_stands_large_over_what_it_means(look):
    chart = replace(PRIORITIES["plain"], figure=Note("41", "mensen schreven iets op"))
    sizes = {
        node.text: float(node.get("font-size")) for node in read(svg.draw(chart, look)).iter(TEXT)
    }

    assert sizes["41"] > 2 * sizes["mensen schreven iets op"]
