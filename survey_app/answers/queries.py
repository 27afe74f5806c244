"""Read the tally: what every chart and live count stands on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey_app.answers.models import Response, Tally
from survey_app.answers.rules import BY_DAY, KEY, counted

LINE = Tally.__table__.c


class TallyRow(NamedTuple):
    """``n`` people gave this answer to this item, by this version, collector and mode."""

    item: str
    version_id: int
    collector_id: int
    mode: str
    pattern: str
    n: int


def tally_of(session: Session, survey_id: int) -> list[TallyRow]:
    """Every pattern of a survey; a few hundred rows however many people answered."""
    rows = session.execute(
        select(LINE.item, LINE.version_id, LINE.collector_id, LINE.mode, LINE.pattern, LINE.n)
        .where(LINE.survey_id == survey_id, LINE.item != BY_DAY, LINE.n > 0)
        .order_by(*(LINE[name] for name in KEY))
    )
    return list(map(TallyRow._make, rows.all()))


def tally_together(session: Session, survey_id: int) -> list[TallyRow]:
    """The same with the channels added up: a ``collector_id`` of 0 and no ``mode``."""
    rows = session.execute(
        select(LINE.item, LINE.version_id, LINE.pattern, func.sum(LINE.n))
        .where(LINE.survey_id == survey_id, LINE.item != BY_DAY, LINE.n > 0)
        .group_by(LINE.item, LINE.version_id, LINE.pattern)
        .order_by(LINE.item, LINE.version_id, LINE.pattern)
    )
    return [
        TallyRow(item, version, 0, "", pattern, int(n)) for item, version, pattern, n in rows.all()
    ]


class DayCount(NamedTuple):
    collector_id: int
    day: date
    n: int


def responses_by_day(session: Session, survey_id: int) -> list[DayCount]:
    """How many responses came in through each collector on each day."""
    rows = session.execute(
        select(LINE.collector_id, LINE.pattern, func.sum(LINE.n))
        .where(LINE.survey_id == survey_id, LINE.item == BY_DAY, LINE.n > 0)
        .group_by(LINE.collector_id, LINE.pattern)
        .order_by(LINE.pattern, LINE.collector_id)
    )
    return [DayCount(collector, date.fromisoformat(day), int(n)) for collector, day, n in rows]


def n_responses(session: Session, survey_id: int) -> int:
    """How many responses a survey has; as quick for a million as for ten."""
    return sum(row.n for row in responses_by_day(session, survey_id))


def n_by_survey(session: Session, survey_ids: Sequence[int]) -> dict[int, int]:
    """How many responses each of these surveys has; one without any is left out."""
    rows = session.execute(
        select(LINE.survey_id, func.sum(LINE.n).label("people"))
        .where(LINE.survey_id.in_(survey_ids), LINE.item == BY_DAY, LINE.n > 0)
        .group_by(LINE.survey_id)
    )
    return {row.survey_id: int(row.people) for row in rows}


def n_on_day(session: Session, survey_id: int, day: date) -> int:
    """How many responses a survey received on one day."""
    return sum(row.n for row in responses_by_day(session, survey_id) if row.day == day)


def documents(session: Session, survey_id: int) -> Iterator[Response]:
    """Every response in the random order of its key, streamed; for row-level exports."""
    yield from session.scalars(
        select(Response)
        .where(Response.survey_id == survey_id)
        .order_by(Response.id)
        .execution_options(yield_per=500)
    )


def recount(session: Session, survey_id: int) -> Counter[tuple[Any, ...]]:
    """Count a survey's patterns anew from the documents: what the tally must equal."""
    counts: Counter[tuple[Any, ...]] = Counter()
    for held in documents(session, survey_id):
        for item, pattern in counted(held.answers, held.day).items():
            key = (survey_id, item, held.version_id, held.collector_id, held.mode, pattern)
            counts[key] += 1
    return counts


def tally_differences(session: Session, survey_id: int) -> list[tuple[tuple[Any, ...], int, int]]:
    """Where the tally and the documents disagree: (key, n in the tally, n counted)."""
    held = Counter(
        {
            tuple(row[:-1]): row[-1]
            for row in session.execute(
                select(*(getattr(Tally, name) for name in KEY), Tally.n).where(
                    Tally.survey_id == survey_id
                )
            )
        }
    )
    anew = recount(session, survey_id)
    keys = sorted({*held, *anew})
    return [(key, held[key], anew[key]) for key in keys if held[key] != anew[key]]
