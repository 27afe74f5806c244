"""What a council decides, as charts of a dossier: published votes, and options on criteria."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.criteria import Criteria
from analysis.voting import Duel, Round
from survey_app.ballots.models import Meeting, Motion
from survey_app.ballots.queries import is_public, options_of
from survey_app.ballots.rules import Method
from survey_app.ballots.words import option_title
from survey_app.reports.sources import Source, Village, source

PAIR = 2
CHOICES = frozenset({Method.CHOICE, Method.YES_NO})
"""Ways of voting about plans; who was chosen among people is nobody's chart."""


def votes_of(session: Session, project_id: int) -> list[dict[str, Any]]:
    """A project's published votes between two options, oldest first, as data for the worker."""
    rows = session.execute(
        select(Motion, Meeting.title)
        .join(Meeting, Meeting.id == Motion.meeting_id)
        .where(Meeting.project_id == project_id)
        .order_by(Motion.id)
    )
    return [
        told
        for motion, meeting in rows
        if is_public(motion) and motion.method in CHOICES
        for told in between_two(session, motion, meeting)
    ]


def between_two(session: Session, motion: Motion, meeting: str) -> Iterator[dict[str, Any]]:
    result, options = motion.result or {}, options_of(session, motion.id)
    titles = {option.code: option_title(option) for option in options}
    cast = [(titles.get(code, code), n) for code, n in sorted(result.get("votes", {}).items())]
    if len(cast) == PAIR:
        yield {
            "id": motion.id,
            "question": motion.title,
            "meeting": meeting,
            "cast": cast,
            "abstained": result["abstain"] + result["blank"],
            "of": result["entitled"],
        }


@source("vote")
def of_vote(village: Village, asked: Source, language: str) -> Iterator[Chart]:
    """One vote: counts, and no margin when everybody in the room voted."""
    for one in village.votes:
        if one["id"] == asked.get("motion"):
            (left, n), (right, m) = one["cast"]
            rounds = (Round("", n, m, one["abstained"]),)
            duel = Duel(one["question"], left, right, rounds, one["of"])
            yield CHARTS["vote"](duel, about=f"{one['meeting']}.", language=language)


def weighings_of(session: Session, project_id: int) -> list[dict[str, Any]]:
    """A project's votes whose options were weighed on criteria, as data for the worker."""
    rows = session.execute(
        select(Motion, Meeting.title)
        .join(Meeting, Meeting.id == Motion.meeting_id)
        .where(Meeting.project_id == project_id)
        .order_by(Motion.id)
    )
    return [
        {
            "id": motion.id,
            "question": motion.title,
            "meeting": meeting,
            "criteria": motion.criteria,
            "options": [
                {"code": one.code, "title": option_title(one), "scores": one.scores}
                for one in options_of(session, motion.id)
            ],
        }
        for motion, meeting in rows
        if motion.criteria and motion.method in CHOICES
    ]


@source("criteria")
def of_criteria(village: Village, asked: Source, language: str) -> Iterator[Chart]:
    """The options on the coach's criteria, and between which weights the first stays first."""
    for one in village.weighings:
        if one["id"] == asked.get("motion"):
            yield CHARTS["criteria"](
                criteria_of(one), about=f"{one['meeting']}.", language=language
            )


def criteria_of(one: Mapping[str, Any], weights: Mapping[str, int] | None = None) -> Criteria:
    """Options on criteria as they were weighed, or with other ``weights``."""
    given = {criterion["code"]: criterion["weight"] for criterion in one["criteria"]}
    return Criteria(
        one["question"],
        {option["code"]: option["title"] for option in one["options"]},
        {criterion["code"]: criterion["label"] for criterion in one["criteria"]},
        {
            option["code"]: {code: Fraction(option["scores"].get(code, 0)) for code in given}
            for option in one["options"]
        },
        {code: Fraction(weight) for code, weight in {**given, **(weights or {})}.items()},
    )
