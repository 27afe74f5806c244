"""Slides that a coach can still change: native charts, alternative text, notes, fixed bytes."""

import io
import zipfile

import pytest
from pptx import Presentation

from analysis.cautions import general
from analysis.dossier.slides import slides
from analysis.draw.pptx_parts import clean
from tests.analysis.dossier.samples import DAY, PLAIN, SAMPLES, SEAL


def read(name, **marks):
    return Presentation(io.BytesIO(slides(SAMPLES[name], **marks)))


def titles(deck):
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def charts(deck):
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def test_one_slide_for_each_chart_with_the_finding_as_its_title():
    found = titles(read("plain"))

    assert found[0] == PLAIN.title
    assert {clean(chart.finding) for chart in PLAIN.charts()} <= set(found)
    assert "Dit vragen we u te beslissen" in found
    assert "Wat mensen schreven" in found


def test_charts_are_powerpoints_own_and_say_what_they_show():
    held = charts(read("plain"))

    assert len(held) == len(PLAIN.charts())
    described = {shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in held}
    assert described == {chart.alt for chart in PLAIN.charts()}


def test_numbers_of_a_chart_are_those_of_the_table():
    bars = next(shape.chart for shape in charts(read("plain")) if shape.chart.chart_type == 57)

    assert list(bars.plots[0].series[0].values) == [
        bar.value for bar in (*PLAIN.charts()[0].figure.bars, *PLAIN.charts()[0].figure.apart)
    ]


def test_uncertainty_is_drawn_where_it_is_known():
    with_lines = [
        shape for shape in charts(read("plain")) if "errBars" in shape.chart._chartSpace.xml
    ]

    assert len(with_lines) == 3


def test_notes_hold_the_words_of_the_coach_the_limits_and_every_number():
    deck = read("plain")
    chart = PLAIN.charts()[2]

    [slide] = [one for one in deck.slides if one.shapes.title.text_frame.text == chart.finding]
    notes = slide.notes_slide.notes_text_frame.text

    assert notes.startswith("Let op de marge.")
    assert chart.caption in notes
    assert all(str(row[1]) in notes for row in chart.table.rows)


@pytest.mark.parametrize("name", SAMPLES)
def test_any_dossier_can_be_opened_again(name):
    deck = read(name, seal=SEAL, frozen_on=DAY)

    assert all(titles(deck))


def test_same_dossier_gives_the_same_bytes():
    assert slides(PLAIN) == slides(PLAIN)


def test_no_date_but_the_fixed_one_stands_in_the_file_or_its_workbooks():
    with zipfile.ZipFile(io.BytesIO(slides(PLAIN))) as deck:
        assert {entry.date_time[0] for entry in deck.infolist()} == {2026}
        books = [name for name in deck.namelist() if name.endswith(".xlsx")]
        assert books
        for name in books:
            with zipfile.ZipFile(io.BytesIO(deck.read(name))) as book:
                assert b"2026-01-01T00:00:00Z" in book.read("docProps/core.xml")


def test_formula_in_a_label_stays_text_in_the_workbook_of_the_chart():
    with zipfile.ZipFile(io.BytesIO(slides(SAMPLES["hostile"]))) as deck:
        for name in deck.namelist():
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(deck.read(name))) as book:
                    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_last_slide_says_what_holds_for_every_figure():
    last = read("plain").slides[len(read("plain").slides) - 1]

    assert last.shapes.title.text_frame.text == "Zo leest u de cijfers"
    assert [one.text for one in last.shapes[1].text_frame.paragraphs] == list(general())
