"""The words of a trajectory: phases, kinds of moments, age bands."""

import re
import unicodedata
from enum import StrEnum


class Phase(StrEnum):
    """Where a village stands, in the order of the method."""

    ANALYSIS = "analysis"
    MOMENTS = "moments"
    PRIORITIES = "priorities"
    VOTE = "vote"
    CANVAS = "canvas"
    PILOT = "pilot"
    OPENING = "opening"


class MomentKind(StrEnum):
    """What kind of gathering or inquiry a moment is."""

    DESK = "desk"
    SURVEY = "survey"
    INTERVIEWS = "interviews"
    INFO_STAND = "info_stand"
    WORKSHOP = "workshop"
    BRAINSTORM = "brainstorm"
    SITE_VISIT = "site_visit"
    CHAT = "chat"
    STEERING = "steering"
    COUNCIL = "council"
    CANVAS = "canvas"
    PILOT = "pilot"
    OPENING = "opening"


BANDS = ("0-11", "12-17", "18-29", "30-44", "45-64", "65-79", "80+")
"""Age bands of the population figures; the same as the options of the profile bank."""


def slug_of(name: str) -> str:
    """An address for a name: ``Plus-plek Lummen`` becomes ``plus-plek-lummen``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50] or "traject"
