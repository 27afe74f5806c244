"""Every table of the program in one place, for migrations and for a new database."""

from survey_app.accounts.models import Role, User, WebAuthn
from survey_app.answers.models import Collector, Response, Tally
from survey_app.canvases.models import Canvas, Note, Snapshot
from survey_app.core.audit import AuditEntry
from survey_app.core.db import Base
from survey_app.projects.models import Moment, Population, Project
from survey_app.responses.models import Contact
from survey_app.surveys.models import Survey, SurveyVersion
from survey_app.workshops.models import (
    Activity,
    Contribution,
    Endorsement,
    HandCount,
    OwnTemplate,
    Participant,
    Picture,
    Presence,
    Workshop,
)
from survey_app.workspaces.models import Invitation, Membership, OwnItem, Workspace

TABLES = Base.metadata

__all__ = [
    "TABLES",
    "Activity",
    "AuditEntry",
    "Canvas",
    "Collector",
    "Contact",
    "Contribution",
    "Endorsement",
    "HandCount",
    "Invitation",
    "Membership",
    "Moment",
    "Note",
    "OwnItem",
    "OwnTemplate",
    "Participant",
    "Picture",
    "Population",
    "Presence",
    "Project",
    "Response",
    "Role",
    "Snapshot",
    "Survey",
    "SurveyVersion",
    "Tally",
    "User",
    "WebAuthn",
    "Workshop",
    "Workspace",
]
