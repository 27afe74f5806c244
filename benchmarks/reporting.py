"""What a steering group's dossier of twenty charts costs, from its counts to each of its files.

``python -m benchmarks reporting``: counts of a thousand people, composed, then set as PDF, slides
and workbook; the best of three rounds, each in this process.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.asking import ten_questions
from benchmarks.charting import everything
from benchmarks.results import Result
from question_banks.questionnaire import Questionnaire
from survey_app.answers.rules import BY_DAY
from survey_app.reports import composing, datasets, files
from survey_app.reports.sources import Shown, Village

PEOPLE, CHARTS, ROUNDS = 1_000, 20, 3
WAYS = ("BENCHA", "BENCHB", "BENCHC")


def measure(_folder: Path) -> Iterator[Result]:
    """Seconds for the document with its PDF, and for the other two files."""
    village, spec = described()
    document = composing.document(village, spec)
    yield Result("dossier_s", best(lambda: both(village, spec)), "s")
    for kind in ("pptx", "xlsx"):
        yield Result(f"dossier_{kind}_s", best(lambda kind=kind: made(document, kind)), "s")


def both(village: Village, spec: dict[str, Any]) -> None:
    made(composing.document(village, spec), "pdf")


def made(document: dict[str, Any], kind: str) -> None:
    files.write(kind, {"dossier": document, "seal": "", "frozen_on": ""})


def described() -> tuple[Village, dict[str, Any]]:
    """A village of one survey, and a dossier that shows each of its questions twice."""
    asked = ten_questions()
    shown = Shown(1, "Bench", 5, datasets.codebook_of([asked], "nl").to_json(), (counts_of(asked),))
    sources = [{"kind": "item", "survey": 1, "item": item.code} for item in asked.items()]
    sources = (sources * CHARTS)[:CHARTS]
    parts = [
        {"id": n, "kind": "chart", "heading": "", "text": "", "source": source}
        for n, source in enumerate(sources)
    ]
    texts = dict.fromkeys(("title", "meant_for", "headline", "lead", "village", "organiser"), "-")
    lists: dict[str, Any] = dict.fromkeys(("certain", "uncertain", "asks"), ())
    spec = {
        "language": "nl", "texts": texts | lists, "invented": True, "inhabitants": 15_000,
        "moments": [], "day": "2026-05-20", "address": "http://127.0.0.1/p/bench",
        "parts": parts, "promises": [], "votes": [],
    }  # fmt: skip
    return Village((shown,)), spec


def counts_of(asked: Questionnaire) -> dict[str, Any]:
    """The tally of a thousand people, as a release keeps it."""
    held = list(everything(PEOPLE, ways=len(WAYS)))
    return {
        "counts": [
            [one.item, one.pattern, one.n, WAYS[one.way], "self", 1]
            for one in held
            if one.item != BY_DAY
        ],
        "offered": datasets.offered_of({1: asked}),
        "collectors": {way: way for way in WAYS},
        "days": ["2026-05-20", "2026-06-02"],
        "people": dict.fromkeys(WAYS, PEOPLE // len(WAYS)),
        "groups": {},
    }


def best(work: Callable[[], None]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)
