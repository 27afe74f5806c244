"""A dossier as files, made in the worker: PDF, slides, workbook, plain tables, drawings."""

import json
from functools import partial
from typing import Any

from analysis.dossier.content import Dossier, dossier_from
from survey_app.core.jobs import Spec, file_kind, progress
from survey_app.core.qr import bare_svg

FORMATS = {"pdf": "pdf", "pptx": "pptx", "xlsx": "xlsx", "csv": "csv", "csv-be": "csv"}
"""What a steering group may take home, and the extension of each."""


@file_kind("dossier-drawings", "json")
def drawings(spec: Spec) -> bytes:
    """Every chart of a dossier as drawings that stand in a page."""
    from analysis.draw import svg  # noqa: PLC0415 — slow import

    charts, drawn = read(spec).charts(), []
    for done, chart in enumerate(charts):
        progress(done, len(charts))
        drawn.append({look: svg.draw(chart, look) for look in ("desk", "phone")})
    return json.dumps(drawn, ensure_ascii=False).encode()


def write(kind: str, spec: Spec) -> bytes:
    from analysis.dossier import pdf, slides, tables, workbook  # noqa: PLC0415 — slow import

    held = read(spec)
    makers: dict[str, Any] = {
        "pdf": partial(pdf.pdf, qr=bare_svg(held.address), tell=progress),
        "pptx": partial(slides.slides, tell=progress),
        "xlsx": workbook.workbook,
        "csv": tables.plain,
        "csv-be": tables.belgian,
    }
    made: bytes = makers[kind](held, seal=spec["seal"], frozen_on=spec["frozen_on"])
    return made


def read(spec: Spec) -> Dossier:
    return dossier_from(dict(spec["dossier"]))


for _name, _extension in FORMATS.items():
    file_kind(f"dossier-{_name}", _extension)(partial(write, _name))
