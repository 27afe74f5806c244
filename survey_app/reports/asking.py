"""What a coach asks of the page of results: which question, whose answers, compared how.

One thing at a time: a part of the answers, or all parts side by side. Two at once would tell of
people who are hidden in each alone (ADR 0025).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import request
from flask_babel import gettext as _

from survey_app.core.db import db
from survey_app.core.i18n import interface_language
from survey_app.reports import datasets, releases
from survey_app.reports.charts import FIELDS, WAVE
from survey_app.surveys.models import Survey
from survey_app.surveys.queries import Opened, surveys_of, versions_of

VIEWS = ("places", "gaps")


class Wish(NamedTuple):
    """One question or all; split by what; one part or all; as places or as differences."""

    item: str = ""
    by: str = ""
    group: str = ""
    view: str = "places"


def wish(dimensions: Mapping[str, Any]) -> Wish:
    """Read the address; what cannot be is left out. ``who=by:group`` is one part."""
    get = request.args.get
    by, group = get("by", ""), get("group", "")
    if get("who"):
        by, _colon, group = get("who", "").partition(":")
    elif get("collector"):
        by, group = "collector", get("collector", "")
    if by not in dimensions:
        by, group = "", ""
    if group not in dimensions.get(by, {}).get("parts", {}):
        group = ""
    view = get("view", "")
    return Wish(get("item", ""), by, group, view if view in VIEWS else "places")


def dimensions_of(opened: Opened, described: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """By what results can be split: channel, way, version, time, and questions about the person."""
    versions = versions_of(db.session, opened.survey.id)
    found: dict[str, dict[str, Any]] = {
        "collector": {"label": _("kanaal"), "parts": dict(described["collectors"])},
        "mode": {
            "label": _("wijze"),
            "parts": {"self": _("zelf"), "assisted": _("met hulp"), "paper": _("op papier")},
        },
        "version": {
            "label": _("versie van de vragenlijst"),
            "parts": {str(one.id): _("Versie %(n)s", n=one.number) for one in versions},
        },
    }
    found[WAVE] = {
        "label": _("moment van de vraag, vroeger en later"),
        "parts": {str(one.id): one.title for one in times_of(opened)},
    }
    for by in ("version", WAVE):  # one version or one time cannot be compared
        if len(found[by]["parts"]) < 2:  # noqa: PLR2004 — a pair at least
            del found[by]
    for code, label in datasets.group_items(db.session, opened.survey.id).items():
        held = described["codebook"].get(code)
        if held:
            parts = {part: one["label"] for part, one in held["options"].items()}
            found[code] = {"label": label, "parts": parts}
    return found


def times_of(opened: Opened) -> list[Survey]:
    """The project's surveys that asked something this one asks too, oldest first: its waves."""
    mine = releases.scored(db.session, opened.survey.id)
    return [
        one
        for one in surveys_of(db.session, opened.project.id)
        if one.state != "draft"
        and (one.id == opened.survey.id or mine & releases.scored(db.session, one.id))
    ]


def waves_of(opened: Opened) -> dict[str, dict[str, Any]]:
    """The counts of every wave by its survey, whole: each is one part."""
    return {
        str(one.id): datasets.describe(
            db.session, one.id, language=interface_language(), by_way=False
        )
        for one in times_of(opened)
    }


def spec_of(opened: Opened, asked: Wish, dimensions: Mapping[str, Any]) -> dict[str, Any]:
    """What the worker needs to draw a survey's charts; its content names the file."""
    language = interface_language()
    return {
        "survey_id": opened.survey.id,
        "data": datasets.describe(
            db.session, opened.survey.id, language=language, by_way=asked.by in FIELDS
        ),
        "language": language,
        "k": least_cell(opened, asked),
        "waves": waves_of(opened) if asked.by == WAVE else {},
        "parts": dimensions[asked.by]["parts"] if asked.by else {},
        **asked._asdict(),
    }


def least_cell(opened: Opened, asked: Wish) -> int:
    """The strictest rule of those whose answers stand side by side."""
    held = times_of(opened) if asked.by == WAVE else [opened.survey]
    return max(one.least_cell for one in held)
