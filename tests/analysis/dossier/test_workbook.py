"""The workbook and the plain tables: every number, no formula, the same bytes each time."""

import csv
import io

import pytest
from openpyxl import load_workbook

from analysis.dossier.tables import belgian, plain
from analysis.dossier.workbook import workbook
from tests.analysis.dossier.samples import DAY, PLAIN, SAMPLES, SEAL

FORMULA = tuple("=+-@\t\r＝")


def opened(name):
    return load_workbook(io.BytesIO(workbook(SAMPLES[name], seal=SEAL, frozen_on=DAY)))


def test_a_sheet_for_each_chart_between_contents_and_codebook():
    book = opened("plain")

    assert book.sheetnames == ["inhoud", "1", "2", "3", "codeboek"]
    assert [cell.value for cell in book["3"][1]] == list(PLAIN.charts()[2].table.columns)


def test_contents_name_every_chart_and_the_checksum():
    told = [str(cell.value) for row in opened("plain")["inhoud"].rows for cell in row]

    assert any("3f2a 91bc 07de 5512" in words for words in told)
    assert f"3. {PLAIN.charts()[2].finding}" in told


def test_codebook_says_what_every_column_means():
    rows = [[cell.value for cell in row] for row in opened("plain")["codeboek"].rows]

    assert rows[0] == ["Blad", "Wat", "Betekenis"]
    assert {row[0] for row in rows[1:]} == {1, 2, 3}


@pytest.mark.parametrize("name", SAMPLES)
def test_no_cell_is_a_formula_whatever_people_typed(name):
    for sheet in opened(name):
        for row in sheet.rows:
            assert all(cell.data_type != "f" for cell in row)


@pytest.mark.parametrize("make", [workbook, plain, belgian])
def test_same_dossier_gives_the_same_bytes(make):
    assert make(PLAIN) == make(PLAIN)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("make", "delimiter"), [(plain, ","), (belgian, ";")])
def test_tables_hold_a_line_for_each_cell_and_no_formula(name, make, delimiter):
    text = make(SAMPLES[name], seal=SEAL, frozen_on=DAY).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))

    assert rows[0][0] == "Nummer"
    assert {len(row) for row in rows} == {8}
    for row in rows[1:]:
        assert not any(cell.startswith(FORMULA) and not number(cell) for cell in row)
        assert row[6:] == [DAY, SEAL]


def number(cell):
    return cell.replace(",", ".").lstrip("-").replace(".", "").isdigit()


def test_line_names_its_row_and_column():
    rows = list(csv.reader(io.StringIO(plain(PLAIN).decode())))

    shares = [row for row in rows if row[0] == "3" and row[3] == "Bakker" and row[4] == "Aantal"]
    assert [row[5] for row in shares] == ["20"]
