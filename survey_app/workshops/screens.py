"""What the live streams carry: which page there is to see. A page itself is asked for as always.

A phone hears only that there is another page (a step, a state, a round), never a number. Projector
and control hear of every change. So nothing that is hidden ever stands in a stream.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from flask import current_app
from flask_babel import format_decimal

from survey_app.activities.bars import is_broad, leaves_of, top_of
from survey_app.core.broadcast import Channel
from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.workshops import queries, service
from survey_app.workshops.scene import scene_of, shared_at

CHANNEL = "workshop"
MINUTE = 60


def channel() -> Channel:
    return Channel(draw=draw, versions=versions, present=present)


def draw(key: str, audience: str) -> Mapping[str, Any]:
    """The snapshot for one audience: ``phone``, ``projector`` or ``control``."""
    here = queries.here_by_id(db.session, int(key))
    if audience != "phone":
        return {"page": str(here.version)}
    scene = scene_of(db.session, here)
    walls = len(shared_at(db.session, scene, scene.stop)) if scene.stop and scene.open else 0
    return {"page": scene.page, "shared": walls}


def versions(keys: Collection[str]) -> Mapping[str, int]:
    return queries.versions(db.session, keys)


def present(key: str, counts: Mapping[str, int]) -> None:
    """Write down how many screens this process holds open for a workshop."""
    process = str(current_app.extensions["hub"].name)
    write(
        partial(
            service.say_present,
            workshop_id=int(key),
            process=process,
            phones=counts.get("phone", 0),
            projectors=counts.get("projector", 0),
            now=utc_now(),
        )
    )


def percent_of(value: float | Fraction, top: float) -> str:
    """A bar's length in hundredths of the axis, with a point whatever the language."""
    return f"{max(0.0, min(100.0, 100 * float(value) / top)):.1f}" if top else "0"


def clock_words(seconds: int) -> str:
    return f"{seconds // MINUTE}:{seconds % MINUTE:02d}"


def share(value: Fraction | float) -> str:
    """A share as people read it: 35 %."""
    return f"{round(100 * float(value))} %"


def one_decimal(value: Fraction | float) -> str:
    return str(format_decimal(float(value), format="0.0"))


GLOBALS: dict[str, Any] = {
    "percent_of": percent_of,
    "clock_words": clock_words,
    "is_broad": is_broad,
    "leaves_of": leaves_of,
    "top_of": top_of,
}
FILTERS: dict[str, Any] = {"share": share, "one_decimal": one_decimal}
