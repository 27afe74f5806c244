"""The rows of a survey as SPSS reads them: numbers with the words they stand for."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from analysis.export.sav import UNKNOWN, Column, Value, sav
from question_banks.answer import Status
from question_banks.item import Item
from question_banks.measures import Measure
from survey_app.reports import rows
from survey_app.reports.datasets import questionnaires
from survey_app.surveys.models import Survey

CHOSEN = {0.0: "niet gekozen", 1.0: "gekozen"}
DONT_KNOW = {UNKNOWN: "weet ik niet"}
LEVELS = {Measure.ORDINAL: "ordinal", Measure.GRID: "ordinal"}
Codes = Mapping[str, float]
"""What stands in a row for each number."""


def write_sav(session: Session, survey_id: int) -> bytes:
    """Write every answer; the same columns and the same blurring as the other formats."""
    header, held = rows.table(session, survey_id)
    items = rows.asked_items(questionnaires(session, survey_id))
    known = dict(columns_of(items))
    columns = [known.get(name, (Column(name, name, text=True), {})) for name in header]
    title = session.get_one(Survey, survey_id).title
    told = ([value(one, *column) for one, column in zip(row, columns, strict=True)] for row in held)
    return sav([column for column, _codes in columns], told, title=title)


def columns_of(items: Mapping[str, rows.Asked]) -> list[tuple[str, tuple[Column, Codes]]]:
    """Each column of the rows by its name, with what its words become."""
    found: list[tuple[str, tuple[Column, Codes]]] = []
    for code, asked in items.items():
        item, label = asked[0], asked[0].text.wording("nl").text
        if not rows.many(item):
            found.append((code, single(item, asked, code, label)))
            continue
        found.append((code, (Column(code, label, text=True), {})))
        for part, option in rows.parts_of(asked).items():
            name, words = f"{code}.{part}", f"{label} – {option.text.wording('nl').text}"
            found.append((name, (one_of_many(item, name, words), {})))
    return found


def single(item: Item, asked: rows.Asked, code: str, label: str) -> tuple[Column, Codes]:
    """A question with one answer: a choice becomes a number with its words."""
    if item.measure is Measure.NOMINAL:
        parts = rows.parts_of(asked)
        codes = {part: float(n) for n, part in enumerate(parts, start=1)}
        words = {codes[part]: option.text.wording("nl").text for part, option in parts.items()}
        return Column(code, label, "nominal", words | DONT_KNOW), codes
    if item.measure is Measure.DATE:
        return Column(code, label, text=True), {}
    return Column(code, label, LEVELS.get(item.measure, "scale"), points(item) | DONT_KNOW), {}


def one_of_many(item: Item, name: str, label: str) -> Column:
    if item.measure is Measure.MULTIPLE:
        return Column(name, label, "nominal", CHOSEN | DONT_KNOW)
    return Column(name, label, LEVELS.get(item.measure, "scale"), points(item) | DONT_KNOW)


def points(item: Item) -> dict[float, str]:
    """The words of a scale's points."""
    return {
        float(point.code): point.text.wording("nl").text for point in getattr(item, "points", ())
    }


def value(said: str, column: Column, codes: Codes) -> Value:
    """A cell of the rows as a value; nothing where nothing was said."""
    if column.text:
        return said
    if said == str(Status.DONT_KNOW):
        return UNKNOWN
    if codes:
        return codes.get(said)
    try:
        return float(said)
    except ValueError:
        return None
