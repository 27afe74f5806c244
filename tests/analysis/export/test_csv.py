"""CSV in two dialects: read back as it was, and no text of people ever becomes a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.export import EXPORTS
from analysis.export.csv import BELGIAN, PLAIN, line, stream
from analysis.export.safe import safe_text
from question_banks.tidy import tidy
from tests.analysis.examples import ALL

EACH = pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
BOTH = pytest.mark.parametrize("dialect", [PLAIN, BELGIAN], ids=["plain", "belgian"])
ANYTHING = st.text(max_size=60) | st.sampled_from(["=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", "＝2"])


def read(text, dialect):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect.delimiter))


def heads(chart):
    """The names of columns, which may be words of people too."""
    return [safe_text(name) for name in chart.table.columns]


@EACH
def test_a_table_is_read_back_as_it_was(chart):
    rows = read(EXPORTS["csv"].write(chart).decode("utf-8"), PLAIN)

    assert rows[0] == heads(chart)
    assert [len(row) for row in rows[1:]] == [len(row) for row in chart.table.rows]
    for told, held in zip(rows[1:], chart.table.rows, strict=True):
        for cell, value in zip(told, held, strict=True):
            if isinstance(value, int | float):
                assert float(cell) == pytest.approx(value)


@EACH
def test_excel_in_belgium_finds_its_mark_and_its_comma(chart):
    body = EXPORTS["csv-be"].write(chart)

    assert body.startswith(b"\xef\xbb\xbf")
    assert read(body.decode("utf-8-sig"), BELGIAN)[0] == heads(chart)


@given(st.lists(ANYTHING, min_size=2, max_size=4))
@BOTH
def test_no_text_is_a_formula_in_either_dialect(dialect, texts):
    (row,) = read(line(texts, dialect), dialect)

    assert len(row) == len(texts)
    assert not any(cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) for cell in row)


@given(st.lists(ANYTHING, min_size=1, max_size=4))
def test_a_file_opened_with_the_wrong_separator_makes_no_new_cells_of_people(texts):
    told = line(texts, BELGIAN)

    assert not [cell for row in read(told, PLAIN) for cell in row[1:] if cell.startswith("=")]


@BOTH
def test_numbers_are_numbers_and_nothing_is_nothing(dialect):
    (row,) = read(line([None, 3, 0.125, "a\n b"], dialect), dialect)

    assert row == ["", "3", f"0{dialect.point}125", tidy("a\n b")]


def test_lines_come_one_by_one():
    rows = iter([("a", 1), ("b", 2)])
    parts = stream(("naam", "aantal"), rows)

    assert next(parts) == b"naam,aantal\r\n"
    assert next(parts) == b"a,1\r\n"
    assert next(rows) == ("b", 2)
