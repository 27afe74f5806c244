"""Every answer of a survey as rows: a right of its own, without free text and contacts.

Profile columns (questions about the person) are blurred until every combination stands for at least
``k`` people, and rows come in the random order of their keys.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.disclosure import band
from analysis.export.safe import cell
from question_banks.answer import Answer, Status
from question_banks.item import Item
from question_banks.loader import load_library
from question_banks.measures import Measure
from question_banks.tidy import tidy
from survey_app.answers.queries import documents
from survey_app.core.errors import InvalidInputError
from survey_app.reports.datasets import questionnaires
from survey_app.responses.models import Collector
from survey_app.surveys.models import Survey

Row = tuple[str, ...]
LEFT_OUT = frozenset({Measure.TEXT, Measure.NONE})
PROFILE = "profile"


def write_rows(session: Session, survey_id: int, kind: str) -> bytes:
    """Write the rows as csv, csv-be, xlsx or jsonl; raise InvalidInputError for another format."""
    header, rows = table(session, survey_id)
    if kind == "jsonl":
        lines = (
            json.dumps(dict(zip(header, row, strict=True)), ensure_ascii=False) for row in rows
        )
        return "\n".join(lines).encode() + b"\n"
    if kind == "csv":
        return as_csv(header, rows, delimiter=",", encoding="utf-8")
    if kind == "csv-be":
        return as_csv(header, rows, delimiter=";", encoding="utf-8-sig")
    if kind == "xlsx":
        return as_xlsx(header, rows, meanings(asked_items(session, survey_id)))
    raise InvalidInputError(f"no rows can be written as {kind}; choose csv, csv-be, xlsx or jsonl")


def table(session: Session, survey_id: int) -> tuple[Row, list[Row]]:
    """Header and rows; a column an item, an option or a row of a grid, codes as in the codebook."""
    items = asked_items(session, survey_id)
    profile = [code for code in items if is_profile(code)]
    others = [code for code in items if code not in profile]
    k = session.scalar(select(Survey.least_cell).where(Survey.id == survey_id)) or 5
    ways = session.execute(
        select(Collector.id, Collector.label).where(Collector.survey_id == survey_id)
    )
    collectors = {row.id: row.label for row in ways}
    held = list(documents(session, survey_id))
    known = [
        (
            collectors.get(one.collector_id, ""),
            one.mode,
            one.language,
            *(said(items[code], one.answers.get(code)) for code in profile),
        )
        for one in held
    ]
    header = ("kanaal", "wijze", "taal", *profile, *(h for c in others for h in columns(items[c])))
    rows = [
        (*person, *(v for c in others for v in values(items[c], one.answers.get(c))))
        for one, person in zip(held, band(known, k=k), strict=True)
    ]
    return header, rows


def asked_items(session: Session, survey_id: int) -> dict[str, Item]:
    """Every item any version asked, by code; free text is left out."""
    return {
        item.code: item
        for questionnaire in questionnaires(session, survey_id).values()
        for item in questionnaire.items()
        if item.measure not in LEFT_OUT
    }


def is_profile(code: str) -> bool:
    library = load_library()
    return code in library.items and library.bank_of(code).bank == PROFILE


def columns(item: Item) -> list[str]:
    parts = item.offered()
    return [f"{item.code}.{part}" for part in parts] if parts and many(item) else [item.code]


def many(item: Item) -> bool:
    return item.measure in {Measure.MULTIPLE, Measure.GRID, Measure.POINTS, Measure.RANKING}


def values(item: Item, document: Any) -> list[str]:
    """One answer in its columns: 1 or 0 for a choice, a number, nothing when there is none."""
    if not many(item):
        return [said(item, document)]
    parts = item.offered()
    answer = Answer.from_json(document) if document else None
    if answer is None or not answer.given:
        return [said(item, document)] * len(parts)
    if item.measure is Measure.MULTIPLE:
        return ["1" if part in answer.value else "0" for part in parts]
    if item.measure is Measure.RANKING:
        return [str(answer.value.index(p) + 1) if p in answer.value else "" for p in parts]
    return [
        str(answer.value.get(part, "") if answer.value.get(part) is not None else "")
        for part in parts
    ]


def said(item: Item, document: Any) -> str:
    """One answer in one cell: its value, dont_know, or nothing."""
    answer = Answer.from_json(document) if document and item.controls() else None
    if answer is None or answer.status is Status.SKIPPED:
        return ""
    if answer.status is Status.DONT_KNOW:
        return str(Status.DONT_KNOW)
    return "+".join(answer.value) if isinstance(answer.value, tuple) else str(answer.value)


def as_csv(header: Row, rows: Sequence[Row], *, delimiter: str, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([cell(name) for name in header])
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode(encoding)


def as_xlsx(header: Row, rows: Sequence[Row], codebook: Sequence[Row]) -> bytes:
    """Two sheets: the answers, and what every column and code means."""
    import xlsxwriter  # slow import

    body = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(body, options) as book:
        for name, lines in (("antwoorden", [header, *rows]), ("codeboek", codebook)):
            sheet = book.add_worksheet(name)
            for line, row in enumerate(lines):
                for column, value in enumerate(row):
                    sheet.write_string(line, column, tidy(value))
            sheet.freeze_panes(1, 0)
    return body.getvalue()


def meanings(items: Mapping[str, Item]) -> list[Row]:
    """The codebook: each question, then each of its codes with its words and its topic."""
    head: Row = ("vraag", "code", "woorden", "soort", "onderwerp")
    return [head, *(row for item in items.values() for row in meaning(item))]


def meaning(item: Item) -> Iterator[Row]:
    yield (item.code, "", item.text.wording("nl").text, str(item.measure), item.topic or "")
    for part in (*getattr(item, "options", ()), *getattr(item, "rows", ())):
        yield (item.code, part.code, part.text.wording("nl").text, "", part.topic or "")
    for point in getattr(item, "points", ()):
        yield (item.code, str(point.code), point.text.wording("nl").text, "", "")
