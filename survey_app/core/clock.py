"""What time it is: the one place that asks, so that a test can move the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import current_app

HERE = ZoneInfo("Europe/Brussels")


def utc_now() -> datetime:
    """The moment now; a test moves it with ``app.config["NOW"]``."""
    moved: datetime | None = current_app.config.get("NOW")
    return moved or datetime.now(UTC)


def today() -> date:
    """The day it is in Belgium."""
    return utc_now().astimezone(HERE).date()
