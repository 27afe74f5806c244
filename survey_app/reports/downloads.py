"""A chart as a file, made in the worker: one kind of file a format."""

from functools import partial
from typing import Any

from flask import Response, request

from analysis.chart import from_json
from survey_app.core.jobs import Spec, file_kind
from survey_app.core.made import made

FORMATS = {
    "png": "png",
    "svg": "svg",
    "pdf": "pdf",
    "csv": "csv",
    "csv-be": "csv",
    "xlsx": "xlsx",
    "pptx": "pptx",
}
"""What a coach may download of every chart: the format and its extension."""


def write(name: str, spec: Spec) -> bytes:
    from analysis.export import EXPORTS  # noqa: PLC0415 — slow import

    return EXPORTS[name].write(from_json(dict(spec["chart"])))


def chart_file(chart: Any, extension: str, *, name: str) -> Response:
    """One chart in the format of the address; ``?excel=be`` is the CSV for Excel in Belgium."""
    kind = "csv-be" if extension == "csv" and request.args.get("excel") == "be" else extension
    inline = request.args.get("show") == "yes"
    return made(f"chart-{kind}", {"chart": chart}, name=name, attach=not inline)


for _name, _extension in FORMATS.items():
    file_kind(f"chart-{_name}", _extension)(partial(write, _name))
