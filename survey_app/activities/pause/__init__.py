"""A pause: the clock stands on the projector, and nobody has to do anything."""

from survey_app.activities.base import LiveActivity
from workshop_templates.activities import Break


class LiveBreak(LiveActivity[Break], kind="break", collects=False):
    """As long as its step; the workshop's own countdown says how long still."""
