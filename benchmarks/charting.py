"""What it costs to draw every chart of a survey, for a thousand people and for a million.

Each size is measured in a process of its own, which finds the counts in the database as the
program keeps them: ``python -m benchmarks.charting FOLDER`` prints the figures of that folder.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from benchmarks import reading
from benchmarks.asking import open_survey, ten_questions
from benchmarks.crowd import Line, crowd
from benchmarks.results import Result
from survey_app import create_app
from survey_app.answers.models import Tally
from survey_app.answers.queries import responses_by_day
from survey_app.answers.rules import BY_DAY
from survey_app.core.db import db
from survey_app.core.memory import settle
from survey_app.core.operations import bring_up_to_date
from survey_app.core.writer import write
from survey_app.reports import charts, datasets
from survey_app.responses.models import Collector
from survey_app.surveys.models import Survey, SurveyVersion

SIZES = {"1e3": 1_000, "1e5": 100_000, "1e6": 1_000_000}
WAYS = ("BENCHA", "BENCHB", "BENCHC", "BENCHD", "BENCHE", "BENCHF")
SEED = 20260520
ROUNDS = 3
AT_ONCE = 20_000
DAYS = 14


def measure(folder: Path) -> Iterator[Result]:
    """Draw the set of each size, whole and by channel, in a fresh process."""
    for name, people in SIZES.items():
        own = folder / name
        own.mkdir(parents=True)
        fill(own, people)
        command = [sys.executable, "-m", "benchmarks.charting", str(own)]
        said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
        found = json.loads(said.stdout)
        yield Result(f"live_{name}_ms", found["live_ms"], "ms")
        yield Result(f"chart_{name}_s", found["whole_s"], "s")
        yield Result(f"chart_by_channel_{name}_s", found["by_channel_s"], "s")
        yield Result(f"chart_{name}_mb", found["mb"], "MB")
        reading.fill(own, everything(people, ways=len(WAYS)))
        naive = reading.measured(own)
        yield Result(f"naive_{name}_s", naive["s"], "s")
        yield Result(f"naive_{name}_mb", naive["mb"], "MB")


def fill(folder: Path, people: int) -> None:
    """A survey that so many people answered, as the tally keeps it."""
    app = program(folder)
    bring_up_to_date(app)
    with app.app_context():
        survey_id = open_survey(WAYS)
        rows = rows_of(db.session, survey_id, people)
        while held := list(islice(rows, AT_ONCE)):  # the writer waits for nobody longer than this
            write(partial(add, rows=held))
    app.extensions["writer"].close()


def program(folder: Path) -> Flask:
    return create_app({"DATA": str(folder), "BASE_URL": "http://127.0.0.1:8000"})


def rows_of(session: Session, survey_id: int, people: int) -> Iterator[dict[str, Any]]:
    """The rows of the tally, drawn as they are asked for: nobody holds all of them."""
    version = session.scalar(select(SurveyVersion.id).where(SurveyVersion.survey_id == survey_id))
    ways = list(session.scalars(select(Collector.id).order_by(Collector.code)))
    for line in everything(people, ways=len(ways)):
        yield {
            "survey_id": survey_id,
            "item": line.item,
            "version_id": version,
            "collector_id": ways[line.way],
            "mode": "self",
            "pattern": line.pattern,
            "n": line.n,
        }


def add(session: Session, rows: list[dict[str, Any]]) -> None:
    session.execute(insert(Tally.__table__), rows)


def everything(people: int, *, ways: int) -> Iterator[Line]:
    """Every line of the tally: the answers, and the people themselves by day."""
    yield from crowd(ten_questions().items(), people, ways=ways, seed=SEED)
    days = [date(2026, 5, 20) + timedelta(days=n) for n in range(DAYS)]
    for way in range(ways):
        for day in days:
            yield Line(BY_DAY, way, day.isoformat(), people // (ways * DAYS))


def figures(folder: Path) -> dict[str, float]:
    """Seconds of the best of a few rounds, and the most memory this process ever held."""
    app = program(folder)
    settle()
    with app.app_context():
        survey_id = db.session.scalars(select(Survey.id)).one()
        return {
            "live_ms": 1000 * best(lambda: live(survey_id)),
            "whole_s": best(lambda: drawn(survey_id)),
            "by_channel_s": best(lambda: drawn(survey_id, by="collector")),
            "mb": most_memory(),
        }


def live(survey_id: int) -> None:
    """What the desk and the stand show of today."""
    responses_by_day(db.session, survey_id)


def drawn(survey_id: int, **asked: str) -> None:
    """From the counts in the database to the file of drawings, as the server and the worker do."""
    described = datasets.describe(db.session, survey_id, language="nl", by_way=bool(asked))
    spec: dict[str, Any] = {"survey_id": survey_id, "data": described, "language": "nl", "k": 5}
    charts.chart_set({**spec, **asked})


def best(work: Callable[[], None]) -> float:
    times = []
    for _ in range(ROUNDS):
        db.session.close()
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def most_memory() -> float:
    """The high-water mark of this process, in megabytes."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    print(json.dumps(figures(Path(sys.argv[1]))))
