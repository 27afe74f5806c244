"""SVG, PNG and PDF of a chart: one drawing, whole in each."""

import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from analysis.export import EXPORTS
from analysis.export.pictures import is_numeric, shown
from tests.analysis.examples import ALL, ANSWERS, PRIORITIES, QUADRANT

EACH = pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
SOME = pytest.mark.parametrize(
    "chart",
    [PRIORITIES["plain"], PRIORITIES["hostile"], QUADRANT["hostile"], ANSWERS["text"]],
    ids=["plain", "hostile", "plane", "note"],
)


@EACH
def test_an_svg_is_sound_xml(chart):
    assert ET.fromstring(EXPORTS["svg"].write(chart)).tag.endswith("svg")


@SOME
def test_a_png_is_twice_as_fine_as_a_screen_and_not_empty(chart):
    picture = Image.open(io.BytesIO(EXPORTS["png"].write(chart)))

    assert picture.width == pytest.approx(2160, abs=2)
    assert len(picture.convert("L").getcolors()) > 10


@EACH
def test_a_pdf_is_tagged_and_says_the_finding(chart):
    reader = PdfReader(io.BytesIO(EXPORTS["pdf"].write(chart)))
    said = "".join(page.extract_text() for page in reader.pages)

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert chart.finding.split()[0] in said


def test_a_pdf_of_a_long_list_goes_on_on_the_next_page():
    reader = PdfReader(io.BytesIO(EXPORTS["pdf"].write(PRIORITIES["forty"])))
    said = "".join(page.extract_text() for page in reader.pages)

    assert len(reader.pages) > 1
    assert "nummer 39" in said


def test_numbers_are_written_as_the_reader_does():
    assert shown(12.5, "nl") == "12,5"
    assert shown("Brood", "nl") == "Brood"
    assert shown(None, "nl") == "–"


def test_a_column_is_numeric_when_every_known_cell_is():
    chart = PRIORITIES["plain"]
    table = replace(chart.table, columns=("a", "b", "c"), rows=(("x", 1, None), ("y", None, 2.5)))
    held = replace(chart, table=table)

    assert [is_numeric(held, n) for n in range(3)] == [False, True, True]
