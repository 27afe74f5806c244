"""Every file of a dossier and of the rows, found in its registry: safe to open, always the same."""

import io
import json
import os
import subprocess
import sys

import pyreadstat
import pytest
from openpyxl import load_workbook
from sqlalchemy import update

from analysis.dossier import pdf, slides
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.reports import files
from survey_app.reports.routes import ROW_FORMATS, rows_file
from survey_app.responses.models import Collector
from tests.analysis.dossier.samples import PLAIN
from tests.asking import ask, send
from tests.questions import EVERY_ANSWER

FORMULA = tuple("=+-@\t\r＝")
NAME = "=1+1 <script>alert(1)</script> 🏡 \u202etxt.exe\u202c مقهى"
AGAIN = """
import hashlib
from analysis.dossier.content import dossier_json
from survey_app.reports import files
from tests.analysis.dossier.samples import DAY, PLAIN, SEAL
held = {"dossier": dossier_json(PLAIN), "seal": SEAL, "frozen_on": DAY}
for kind in sorted(files.FORMATS):
    print(kind, hashlib.sha256(files.write(kind, held)).hexdigest())
"""


def test_same_dossier_is_the_same_file_on_another_day_and_in_another_process() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]  # fmt: skip

    assert told[0] == told[1]
    assert len(told[0].splitlines()) == len(files.FORMATS)


@pytest.mark.parametrize("make", [pdf.pdf, slides.slides])
def test_long_file_says_how_far_it_is(make) -> None:
    heard: list[tuple[int, int]] = []

    make(PLAIN, tell=lambda done, total: heard.append((done, total)))

    assert len(heard) > len(PLAIN.charts())
    assert heard == sorted(heard)
    assert all(done < total for done, total in heard)


@pytest.fixture
def answered(app):
    """Seven people through a channel with a strange name."""
    asked = ask(app)
    for _number in range(7):
        send(app.test_client(), asked, EVERY_ANSWER)
    with app.app_context():
        write(lambda session: session.execute(update(Collector).values(label=NAME)))
        db.session.commit()
        yield {"survey_id": asked.survey_id}


def cells(kind, body, tmp_path):
    """Every text of a file as whoever opens it reads it."""
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(body))
        held = [cell for sheet in book for row in sheet for cell in row]
        assert all(cell.data_type != "f" for cell in held)
        return [str(cell.value) for cell in held]
    if kind == "sav":
        path = tmp_path / "rows.sav"
        path.write_bytes(body)
        table, _about = pyreadstat.read_sav(path)
        return [str(value) for column in table for value in table[column]]
    if kind == "jsonl":
        return [value for line in body.splitlines() for value in json.loads(line).values()]
    separator = ";" if kind == "csv-be" else ","
    told = [one for line in body.decode("utf-8-sig").splitlines() for one in line.split(separator)]
    assert not any(one.strip('"').startswith(FORMULA) for one in told)
    return told


@pytest.mark.parametrize("kind", ROW_FORMATS)
def test_no_name_breaks_a_file_of_rows(answered, kind, tmp_path) -> None:
    told = cells(kind, rows_file({**answered, "format": kind}), tmp_path)

    assert any("1+1" in one for one in told)
    assert not any(sign in one for one in told for sign in "\x00\u202e\u202c")


@pytest.mark.parametrize("kind", [kind for kind in ROW_FORMATS if kind != "sav"])
def test_same_rows_are_the_same_file(answered, kind) -> None:
    spec = {**answered, "format": kind}

    assert rows_file(spec) == rows_file(spec)


def test_same_rows_are_the_same_table_for_spss(answered, tmp_path) -> None:
    spec = {**answered, "format": "sav"}

    assert cells("sav", rows_file(spec), tmp_path) == cells("sav", rows_file(spec), tmp_path)
