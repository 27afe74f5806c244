"""What reports keep of people's answers, and how it is forgotten: counts go when the answers go."""

from datetime import date

from sqlalchemy import select

from survey_app.core.daily import daily
from survey_app.core.writer import write
from survey_app.reports import naming, service
from survey_app.surveys.models import Survey


@daily
def purge_releases(today: date) -> dict[str, int]:
    """Frozen copies stay: they hold finished charts, in which nobody can be told apart."""
    over = select(Survey.id).where(Survey.retention_until < today)
    return {
        "releases": write(lambda session: service.forget_releases(session, survey_ids=over)),
        "namings": write(lambda session: naming.forget_namings(session, survey_ids=over)),
    }
