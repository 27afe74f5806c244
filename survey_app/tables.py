"""Every table of the program in one place, for migrations and for a new database."""

from survey_app.accounts.models import Role, User, WebAuthn
from survey_app.answers.models import Collector, Response, Tally
from survey_app.ballots.models import (
    Ballot,
    BallotBox,
    Conflict,
    Meeting,
    Motion,
    MotionEvent,
    MotionOption,
    MotionRecord,
    Participation,
    Proxy,
    Voter,
    VotingCard,
)
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
    Presence,
    Workshop,
)
from survey_app.workspaces.models import Invitation, Membership, OwnItem, Workspace

TABLES = Base.metadata

__all__ = [
    "TABLES",
    "Activity",
    "AuditEntry",
    "Ballot",
    "BallotBox",
    "Collector",
    "Conflict",
    "Contact",
    "Contribution",
    "Endorsement",
    "HandCount",
    "Invitation",
    "Meeting",
    "Membership",
    "Moment",
    "Motion",
    "MotionEvent",
    "MotionOption",
    "MotionRecord",
    "OwnItem",
    "OwnTemplate",
    "Participant",
    "Participation",
    "Population",
    "Presence",
    "Project",
    "Proxy",
    "Response",
    "Role",
    "Survey",
    "SurveyVersion",
    "Tally",
    "User",
    "Voter",
    "VotingCard",
    "WebAuthn",
    "Workshop",
    "Workspace",
]
