"""Who gave the right PIN carries a key in the address for some hours: no cookie is needed."""

from datetime import UTC, datetime, timedelta

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from survey_app.reports.models import Dossier

HOURS = timedelta(hours=12)


def key_for(dossier: Dossier, now: datetime) -> str:
    """A key for this dossier and its present PIN."""
    until = int((now + HOURS).timestamp())
    return serializer().dumps([dossier.token, dossier.pin_digest[:16], until])


def opens(key: str, dossier: Dossier, now: datetime) -> bool:
    """Whether a key is ours, of this dossier and PIN, and still good."""
    try:
        token, pin, until = serializer().loads(key)
        good_until = datetime.fromtimestamp(int(until), UTC)
    except (BadSignature, ValueError, TypeError, OverflowError):
        return False
    return token == dossier.token and pin == dossier.pin_digest[:16] and now <= good_until


def serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="dossier")
