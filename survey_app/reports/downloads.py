"""A chart as a file, made in the worker: one kind of file a format."""

from functools import partial

from analysis.chart import from_json
from survey_app.core.jobs import Spec, file_kind

FORMATS = {"png": "png", "svg": "svg", "pdf": "pdf", "csv": "csv", "csv-be": "csv", "xlsx": "xlsx"}
"""What a coach may download of every chart: the format and its extension."""


def write(name: str, spec: Spec) -> bytes:
    from analysis.export import EXPORTS  # noqa: PLC0415 — slow import

    return EXPORTS[name].write(from_json(dict(spec["chart"])))


for _name, _extension in FORMATS.items():
    file_kind(f"chart-{_name}", _extension)(partial(write, _name))
