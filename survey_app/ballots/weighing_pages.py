"""The page where a coach weighs the options of a motion on the criteria of the multi-year plan."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from flask import Blueprint, flash, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from survey_app.ballots import queries, service
from survey_app.ballots.agenda import ONE, draft_of, to_motion
from survey_app.ballots.criteria import MOST_POINTS, MOST_WEIGHT, Swing, swings, weigh
from survey_app.ballots.facts import Criterion, MotionFacts, OptionFacts
from survey_app.ballots.forms import one_line
from survey_app.ballots.meetings import this
from survey_app.ballots.models import Motion, MotionOption
from survey_app.ballots.rules import Kind, Method, Rules
from survey_app.ballots.words import option_title
from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.permissions import Permission, requires

bp = Blueprint("weighing", __name__, template_folder="templates")
MOST_CRITERIA = 8
EMPTY_ROWS = 3


class Grid(NamedTuple):
    """Criteria and points as they were typed, with a sentence for what cannot be read."""

    criteria: list[Criterion]
    scores: dict[str, dict[str, int]]
    problems: list[str]


@bp.route(f"{ONE}/weigh", methods=["GET", "POST"])
@requires(Permission.EDIT)
def show(meeting_id: int, motion_id: int) -> Response | str:
    """Weights and points; to look what other weights would do keeps nothing."""
    motion = draft_of(meeting_id, motion_id)
    options = queries.options_of(db.session, motion_id)
    if request.method == "GET":
        held = [Criterion(**criterion) for criterion in motion.criteria]
        scores = {option.code: dict(option.scores) for option in options}
        return page(meeting_id, motion, options, Grid(held, scores, []))
    grid = read_grid(request.form, [option.code for option in options])
    if grid.problems or request.form.get("go") == "look":
        return page(meeting_id, motion, options, grid)
    act(service.change_motion, motion_id=motion_id, facts=weighed(motion, options, grid))
    flash(_("De afweging is bewaard."), "success")
    if request.form.get("go") == "done":
        return to_motion(meeting_id, motion_id)
    return page(meeting_id, draft_of(meeting_id, motion_id), options, grid)


def read_grid(sent: Mapping[str, str], codes: list[str]) -> Grid:
    """Read the table; a row without a name is left out."""
    criteria: list[Criterion] = []
    scores: dict[str, dict[str, int]] = {code: {} for code in codes}
    problems: list[str] = []
    for row in range(MOST_CRITERIA):
        label = one_line(sent.get(f"label.{row}"))[:80]
        if not label:
            continue
        name = f"c{row + 1}"
        weight = number(sent.get(f"weight.{row}", ""), MOST_WEIGHT)
        if weight is None:
            wrong = _("%(label)s: schrijf een gewicht van 0 tot 10.", label=label)
            problems.append(wrong)
        criteria.append(Criterion(name, label, weight or 0))
        for code in codes:
            points = number(sent.get(f"score.{row}.{code}", ""), MOST_POINTS)
            if points is None:
                problems.append(_("%(label)s: schrijf punten van 0 tot 5.", label=label))
            scores[code][name] = points or 0
    return Grid(criteria, scores, list(dict.fromkeys(problems)))


def number(text: str, most: int) -> int | None:
    """A whole number from 0 to ``most``; nothing typed is 0."""
    text = text.strip() or "0"
    return int(text) if text.isdecimal() and len(text) < 4 and int(text) <= most else None  # noqa: PLR2004 — no such number is longer


def weighed(motion: Motion, options: list[MotionOption], grid: Grid) -> MotionFacts:
    """The motion as it was, with the new criteria and points."""
    names = ("title", "code", "picture", "arguments_for", "arguments_against", "cost")
    facts = [OptionFacts(**{name: getattr(option, name) for name in names}) for option in options]
    return MotionFacts(
        title=motion.title,
        text=motion.text,
        kind=Kind(motion.kind),
        method=Method(motion.method),
        rules=Rules.from_json(motion.rules),
        options=[replace(one, scores=grid.scores[one.code]) for one in facts],
        criteria=grid.criteria,
    )


def page(meeting_id: int, motion: Motion, options: list[MotionOption], grid: Grid) -> str:
    meeting, project = this(meeting_id)
    titles = {option.code: option_title(option) for option in options}
    labels = {criterion.code: criterion.label for criterion in grid.criteria}
    order = weigh(grid.criteria, grid.scores)
    spare = min(EMPTY_ROWS, MOST_CRITERIA - len(grid.criteria))
    return render_template(
        "ballots/weighing.html",
        meeting=meeting,
        project=project,
        motion=motion,
        options=options,
        titles=titles,
        rows=[*grid.criteria, *[None] * spare],
        scores=grid.scores,
        problems=grid.problems,
        totals={one.option: one.total for one in order},
        most=MOST_POINTS * sum(criterion.weight for criterion in grid.criteria),
        first=[one.option for one in order if one.place == 1 and one.total],
        turns=[
            swing_words(swing, titles, labels, {c.code: c.weight for c in grid.criteria})
            for swing in swings(grid.criteria, grid.scores)
        ],
    )


def swing_words(
    swing: Swing,
    titles: Mapping[str, str],
    labels: Mapping[str, str],
    weights: Mapping[str, int],
) -> str:
    """One sentence about what would change the outcome."""
    given = {
        "label": labels[swing.criterion],
        "weight": swing.weight,
        "now": weights[swing.criterion],
        "other": titles[swing.option],
    }
    if swing.level:
        return _(
            "Met gewicht %(weight)s voor “%(label)s” (nu %(now)s) komt %(other)s gelijk.", **given
        )
    return _(
        "Met gewicht %(weight)s voor “%(label)s” (nu %(now)s) komt %(other)s bovenaan.", **given
    )
