"""Lines of a CSV file, in the order of the columns that are asked for."""

import pytest

from analysis.csv_lines import csv_lines
from analysis.errors import AnalyseError


def lines(tmp_path, body):
    file = tmp_path / "a.csv"
    file.write_bytes(body)
    return list(csv_lines(file, ("one", "two", "three"), needed=("one",)))


def test_cells_come_trimmed_and_in_the_order_asked_for(tmp_path):
    assert lines(tmp_path, b"Two , ONE\n b,a \n") == [(2, ("a", "b", ""))]


def test_a_record_over_several_lines_has_the_number_of_its_first(tmp_path):
    body = b'one,two\n"a\nb\nc",d\n\ne,f\n'

    assert lines(tmp_path, body) == [(2, ("a\nb\nc", "d", "")), (6, ("e", "f", ""))]


def test_short_records_and_empty_cells_beyond_the_header_are_taken(tmp_path):
    assert lines(tmp_path, b"one;two\na\nb;c;;\n") == [(2, ("a", "", "")), (3, ("b", "c", ""))]


def test_lines_before_a_broken_one_are_read(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"one\na\n\xff\n")
    found = csv_lines(file, ("one",), needed=())

    assert next(found) == (2, ("a",))
    with pytest.raises(AnalyseError, match="regel 3: dit is geen UTF-8"):
        next(found)
