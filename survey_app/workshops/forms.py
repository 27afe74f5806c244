"""What a phone sends to the step of this moment, made clean."""

from collections.abc import Mapping
from uuid import UUID

from flask import request
from flask_babel import gettext as _

from question_banks.tidy import tidy
from survey_app.activities.base import RefusedError, Sheet
from survey_app.core.limits import Brake
from survey_app.workshops.phone import Visit
from survey_app.workshops.queries import At
from survey_app.workshops.scene import Scene
from survey_app.workshops.service import NotOpenError, Sending

LONGEST_NAME = 40
MOST_FIELDS = 200

sending_brake = Brake(tries=240, total=60_000)


def sent() -> Mapping[str, tuple[str, ...]]:
    names = list(request.form)[:MOST_FIELDS]
    return {name: tuple(request.form.getlist(name)) for name in names}


def open_at(scene: Scene, step: str) -> At:
    """The activity of a step, when it is the one that is asked now."""
    if scene.stop is None or scene.stop.code != step or scene.at is None:
        raise NotOpenError(f"step {step} is not asked now")
    return scene.at


def sending_of(visit: Visit, step: str, sheet: Sheet) -> Sending:
    """Make what was sent clean; raise RefusedError with what to mend."""
    at, activity, seat = open_at(visit.scene, step), visit.scene.activity, visit.mine
    assert activity is not None  # noqa: S101 — an open step has an activity
    assert seat is not None  # noqa: S101 — asked before
    sending_brake.count(visit.token)
    asked_round = sheet.first("round")
    if asked_round and asked_round != str(at.round):
        raise NotOpenError("this form belongs to another round")
    name = tidy(sheet.first("name"))[:LONGEST_NAME]
    if activity.named and not name:
        raise RefusedError({"name": _("Schrijf uw voornaam.")})
    body, uuid = activity.clean(sheet.raw), clean_uuid(sheet.first("uuid"))
    return Sending(
        uuid=uuid,
        workshop_id=visit.here.id,
        revision=visit.here.revision,
        activity_id=at.id,
        round=at.round,
        participant_id=seat.id,
        slot=activity.slot(body, uuid),
        body=body,
        pattern=activity.pattern(body),
        standing="waiting" if activity.must_wait(body) else "shown",
        name=name if activity.named else "",
        most=activity.most,
    )


def clean_uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise RefusedError({"": _("Laad deze pagina opnieuw en probeer nog eens.")}) from None
