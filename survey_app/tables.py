"""Every table of the program in one place, for migrations and for a new database."""

from survey_app.accounts.models import Role, User, WebAuthn
from survey_app.answers.models import Response, Tally
from survey_app.core.audit import AuditEntry
from survey_app.core.db import Base
from survey_app.projects.models import Moment, Population, Project
from survey_app.reports.models import Dossier, DossierCopy, DossierPart, Promise, Release
from survey_app.responses.models import Collector, Contact
from survey_app.surveys.models import Survey, SurveyVersion
from survey_app.workspaces.models import Invitation, Membership, OwnItem, Workspace

TABLES = Base.metadata

__all__ = [
    "TABLES",
    "AuditEntry",
    "Collector",
    "Contact",
    "Dossier",
    "DossierCopy",
    "DossierPart",
    "Invitation",
    "Membership",
    "Moment",
    "OwnItem",
    "Population",
    "Project",
    "Promise",
    "Release",
    "Response",
    "Role",
    "Survey",
    "SurveyVersion",
    "Tally",
    "User",
    "WebAuthn",
    "Workspace",
]
