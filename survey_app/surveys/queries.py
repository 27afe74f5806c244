"""Read surveys, always within one workspace."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire
from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Project
from survey_app.surveys.models import Survey, SurveyVersion
from survey_app.workspaces.models import OwnItem


class Opened(NamedTuple):
    """A survey with its project, as a page of the desk needs it."""

    survey: Survey
    project: Project

    @property
    def draft(self) -> Questionnaire:
        return Questionnaire.from_json(self.survey.draft)


def open_survey(session: Session, workspace_id: int, survey_id: int) -> Opened:
    row = session.execute(
        select(Survey, Project)
        .join(Project, Project.id == Survey.project_id)
        .where(Survey.id == survey_id, Project.workspace_id == workspace_id)
    ).first()
    if row is None:
        raise NotFoundError(f"no survey {survey_id} in this workspace")
    return Opened(*row)


def surveys_of(session: Session, project_id: int) -> list[Survey]:
    """A project's surveys, oldest first."""
    statement = select(Survey).where(Survey.project_id == project_id).order_by(Survey.id)
    return list(session.scalars(statement))


def versions_of(session: Session, survey_id: int) -> list[SurveyVersion]:
    """The published versions of a survey, newest first."""
    statement = select(SurveyVersion).where(SurveyVersion.survey_id == survey_id)
    return list(session.scalars(statement.order_by(SurveyVersion.number.desc())))


def own_items(session: Session, workspace_id: int) -> dict[str, Item]:
    """The questions a workspace keeps in its own bank."""
    rows = session.scalars(
        select(OwnItem).where(OwnItem.workspace_id == workspace_id).order_by(OwnItem.code)
    )
    return {row.code: parse_item(row.item) for row in rows}
