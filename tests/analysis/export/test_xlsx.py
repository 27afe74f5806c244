"""A workbook as a stranger reopens it: numbers, a codebook, and never a formula."""

import io

import openpyxl
import pytest

from analysis.export import EXPORTS
from analysis.export.xlsx import WIDEST
from question_banks.tidy import tidy
from tests.analysis.examples import ALL, PRIORITIES

EACH = pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())


def opened(chart):
    return openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"].write(chart)))


@EACH
def test_the_numbers_are_read_back(chart):
    sheet = opened(chart)["cijfers"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    heads = [tidy(name) for name in chart.table.columns]
    assert rows[:1] == [heads] * bool(heads)
    assert len(rows[1:]) == len(chart.table.rows)
    for told, held in zip(rows[1:], chart.table.rows, strict=True):
        for cell, value in zip(told, held, strict=True):
            if isinstance(value, int | float):
                assert cell == pytest.approx(value)
            elif value:
                assert cell == tidy(value)


@EACH
def test_no_cell_of_any_sheet_is_a_formula_or_a_link(chart):
    for sheet in opened(chart):
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n"}
            assert not [cell for cell in row if cell.hyperlink]


@EACH
def test_the_codebook_says_what_was_asked_and_explains_the_columns(chart):
    told = dict(opened(chart)["codeboek"].iter_rows(min_row=2, values_only=True))

    assert told["Wat de cijfers zeggen"] == tidy(chart.finding)
    assert all(told.values())
    assert "Let op" in told or not chart.caution


def test_the_same_chart_gives_the_same_bytes():
    first, second = (EXPORTS["xlsx"].write(PRIORITIES["plain"]) for _time in range(2))

    assert first == second


def test_a_long_label_does_not_widen_a_column_without_end():
    sheet = opened(PRIORITIES["long"])["cijfers"]

    assert max(held.width for held in sheet.column_dimensions.values()) <= WIDEST + 1


def test_the_heading_stays_when_one_scrolls():
    assert opened(PRIORITIES["plain"])["cijfers"].freeze_panes == "A2"
