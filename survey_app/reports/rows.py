"""Every answer of a survey as rows: a right of its own, without free text and contacts.

Profile columns (questions about the person, and sensitive ones) are blurred until every combination
stands for at least ``k`` people, and rows come in the random order of their keys.
"""

import csv
import io
import json
import re
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
from question_banks.questionnaire import Questionnaire
from question_banks.tidy import tidy
from survey_app.answers.models import Response
from survey_app.answers.queries import documents
from survey_app.core.errors import InvalidInputError
from survey_app.reports.datasets import questionnaires
from survey_app.responses.models import Collector
from survey_app.surveys.models import Survey

Row = tuple[str, ...]
Asked = tuple[Item, ...]
"""One item as each version asked it, newest first."""
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
        return as_xlsx(header, rows, meanings(asked_items(questionnaires(session, survey_id))))
    raise InvalidInputError(f"no rows can be written as {kind}; choose csv, csv-be, xlsx or jsonl")


def table(session: Session, survey_id: int) -> tuple[Row, list[Row]]:
    """Header and rows; a column an item, an option or a row of a grid, codes as in the codebook."""
    versions = questionnaires(session, survey_id)
    items = asked_items(versions)
    profile = [code for code, asked in items.items() if is_profile(asked[0])]
    others = [code for code in items if code not in profile]
    k = session.scalar(select(Survey.least_cell).where(Survey.id == survey_id)) or 5
    ways = session.execute(
        select(Collector.id, Collector.label).where(Collector.survey_id == survey_id)
    )
    collectors = {row.id: tidy(row.label) for row in ways}
    held = list(documents(session, survey_id))
    known = [
        (
            collectors.get(one.collector_id, ""),
            one.mode,
            one.language,
            *(whole(items[code][0], one.answers.get(code)) for code in profile),
        )
        for one in held
    ]
    header = ("kanaal", "wijze", "taal", *profile, *(h for c in others for h in columns(items[c])))
    rows = [
        (*person, *answers_of(one, versions[one.version_id], {c: items[c] for c in others}))
        for one, person in zip(held, band(known, k=k), strict=True)
    ]
    return header, rows


def answers_of(one: Response, version: Questionnaire, items: Mapping[str, Asked]) -> Iterator[str]:
    """One respondent's answers in the columns of ``items``, as their version asked them."""
    for code, asked in items.items():
        yield from values(asked, version.by_code.get(code), one.answers.get(code))


def asked_items(versions: Mapping[int, Questionnaire]) -> dict[str, Asked]:
    """Every item any version asked, by code, as each version asked it; free text is left out."""
    found: dict[str, list[Item]] = {}
    for questionnaire in versions.values():
        for item in questionnaire.items():
            if item.measure not in LEFT_OUT:
                found.setdefault(item.code, []).insert(0, item)
    return {code: tuple(items) for code, items in found.items()}


def is_profile(item: Item) -> bool:
    """A question about the person, also under the code of a changed meaning."""
    library = load_library()
    code = re.sub(r"(_v\d+)+$", "", item.code)
    about = code in library.items and library.bank_of(code).bank == PROFILE
    return about or item.sensitive


def parts_of(asked: Asked) -> dict[str, Any]:
    """Every option or row of an item by its code: the newest version's, then the fallen away."""
    lists = ((*getattr(i, "options", ()), *getattr(i, "rows", ())) for i in reversed(asked))
    held = {part.code: part for parts in lists for part in parts}
    now = asked[0].offered()
    return {code: held[code] for code in (*now, *(c for c in held if c not in now))}


def columns(asked: Asked) -> list[str]:
    code = asked[0].code
    return [f"{code}.{part}" for part in parts_of(asked)] if many(asked[0]) else [code]


def many(item: Item) -> bool:
    return item.measure in {Measure.MULTIPLE, Measure.GRID, Measure.POINTS, Measure.RANKING}


def values(asked: Asked, shown: Item | None, document: Any) -> list[str]:
    """One answer in its columns: 1 or 0 for a choice, a number, nothing when there is none.

    What the respondent's version did not show is empty, so that each column has its own base.
    """
    if not many(asked[0]):
        return [said(asked[0], document)]
    offered = frozenset(shown.offered() if shown else ())
    answer = Answer.from_json(document) if document else None
    return [
        part_said(asked[0], part, answer) if part in offered else "" for part in parts_of(asked)
    ]


def part_said(item: Item, part: str, answer: Answer | None) -> str:
    """What somebody said of one option or row."""
    if answer is None or not answer.given:
        return unsaid(answer)
    if item.measure is Measure.MULTIPLE:
        return "1" if part in answer.value else "0"
    if item.measure is Measure.RANKING:
        return str(answer.value.index(part) + 1) if part in answer.value else ""
    value = answer.value.get(part)
    return "" if value is None else str(value)


def whole(item: Item, document: Any) -> str:
    """One answer in one cell, whatever its measure."""
    if not many(item):
        return said(item, document)
    answer = Answer.from_json(document) if document else None
    if answer is None or not answer.given:
        return unsaid(answer)
    return item.pattern(answer) or ""


def said(item: Item, document: Any) -> str:
    """One answer in one cell: its value, dont_know, or nothing."""
    answer = Answer.from_json(document) if document and item.controls() else None
    return str(answer.value) if answer is not None and answer.given else unsaid(answer)


def unsaid(answer: Answer | None) -> str:
    known = answer is not None and answer.status is Status.DONT_KNOW
    return str(Status.DONT_KNOW) if known else ""


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


def meanings(items: Mapping[str, Asked]) -> list[Row]:
    """The codebook: each question, then each of its codes with its words and its topic."""
    head: Row = ("vraag", "code", "woorden", "soort", "onderwerp")
    return [head, *(row for asked in items.values() for row in meaning(asked))]


def meaning(asked: Asked) -> Iterator[Row]:
    item = asked[0]
    yield (item.code, "", item.text.wording("nl").text, str(item.measure), item.topic or "")
    for code, part in parts_of(asked).items():
        yield (item.code, code, part.text.wording("nl").text, "", part.topic or "")
    for point in getattr(item, "points", ()):
        yield (item.code, str(point.code), point.text.wording("nl").text, "", "")
