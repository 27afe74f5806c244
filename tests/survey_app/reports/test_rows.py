"""Every answer as a row: whole where it may be, blurred where it must, never a name or a wish."""

import csv
import io
import json

import openpyxl
import pytest

from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError
from survey_app.reports.rows import table, write_rows
from tests.asking import ask, send
from tests.questions import EVERY_ANSWER, EVERY_TYPE, option

AGE = {
    "type": "choice",
    "code": "profile_age",
    "text": {"nl": "Hoe oud bent u?"},
    "options": [option(f"age_{n}", f"{n}", f"{n}") for n in range(6)],
}
SENSITIVE = {
    "type": "multiple",
    "code": "support",
    "sensitive": True,
    "text": {"nl": "Waarbij krijgt u hulp?"},
    "options": [option("wash", "Wassen", "غسل"), option("walk", "Stappen", "مشي")],
}


@pytest.fixture
def answered(app):
    asked = ask(app)
    client = app.test_client()
    for _number in range(6):
        send(client, asked, EVERY_ANSWER)
    send(client, asked)
    with app.app_context():
        yield asked


def rows_of(asked) -> list[dict[str, str]]:
    header, rows = table(db.session, asked.survey_id)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_row_says_what_somebody_answered_in_codes(answered) -> None:
    full = next(row for row in rows_of(answered) if row["feeling"])

    assert {name: full[name] for name in ("missing.bakery", "missing.bike", "feeling", "shop")} == {
        "missing.bakery": "1",
        "missing.bike": "0",
        "feeling": "4",
        "shop": "dont_know",
    }
    assert (full["first.picnic"], full["first.bench"], full["first.play"]) == ("1", "2", "")
    assert (full["share.bench"], full["important.bread"], full["important.talk"]) == ("7", "5", "")
    assert (full["age"], full["picture"], full["visit"]) == ("78", "play", "2026-05-20")


def test_free_text_is_in_no_file(answered) -> None:
    for kind in ("csv", "csv-be", "jsonl", "xlsx"):
        body = write_rows(db.session, answered.survey_id, kind)
        assert b"vervoer" not in body
        assert b"why" not in body


def test_what_was_skipped_is_an_empty_cell(answered) -> None:
    empty = next(row for row in rows_of(answered) if not row["feeling"])

    assert {value for name, value in empty.items() if name not in {"kanaal", "wijze", "taal"}} == {
        ""
    }


def test_formats_say_the_same(answered) -> None:
    header, rows = table(db.session, answered.survey_id)
    plain = csv.reader(io.StringIO(write_rows(db.session, answered.survey_id, "csv").decode()))
    lines = write_rows(db.session, answered.survey_id, "jsonl").decode().splitlines()
    book = openpyxl.load_workbook(
        io.BytesIO(write_rows(db.session, answered.survey_id, "xlsx")), read_only=True
    )

    assert list(plain) == [list(header), *map(list, rows)]
    assert [tuple(json.loads(line).values()) for line in lines] == rows
    sheet = book["antwoorden"].iter_rows(values_only=True)
    assert [tuple(value or "" for value in row) for row in sheet] == [header, *rows]


def test_codebook_of_the_workbook_names_every_column(answered) -> None:
    header, _rows = table(db.session, answered.survey_id)
    book = openpyxl.load_workbook(
        io.BytesIO(write_rows(db.session, answered.survey_id, "xlsx")), read_only=True
    )
    told = {
        f"{item}.{code}" if code else item
        for item, code, *_rest in book["codeboek"].iter_rows(min_row=2, values_only=True)
    }

    assert set(header) - told == {"kanaal", "wijze", "taal"}


def test_unknown_format_is_refused(answered) -> None:
    with pytest.raises(InvalidInputError, match="csv, csv-be, xlsx or jsonl"):
        write_rows(db.session, answered.survey_id, "exe")


def test_rare_person_is_blurred_until_many_are_alike(app) -> None:
    asked = ask(app, (AGE, SENSITIVE, EVERY_TYPE[0]))
    client = app.test_client()
    for _number in range(8):
        send(client, asked, [("profile_age", "age_1"), ("support", "walk")])
    send(client, asked, [("profile_age", "age_5"), ("support", "wash"), ("missing", "bike")])

    with app.app_context():
        rows = rows_of(asked)

    known = {(row["profile_age"], row["support"]) for row in rows}
    assert ("age_5", "wash") not in known
    assert all(
        sum((row["profile_age"], row["support"]) == pair for row in rows) >= 5 for pair in known
    )
