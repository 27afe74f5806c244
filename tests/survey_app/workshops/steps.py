"""A gathering with a step of every kind: opened, answered by people, judged by the facilitator."""

from functools import partial
from typing import Any

from sqlalchemy import select

from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.workshops import judging
from survey_app.workshops.models import Contribution
from tests.gathering import SHORT, Gathering
from tests.programs import NOW
from tests.survey_app.activities.kinds import EXAMPLES
from workshop_templates.model import WorkshopTemplate


def script(**activities: Any) -> WorkshopTemplate:
    steps = [
        {"code": code, "title": code, "minutes": 5, "do": "Doe.", "activity": activity}
        for code, activity in activities.items()
    ]
    minutes = 5 * len(steps)
    return WorkshopTemplate.from_json({**SHORT, "minutes": minutes, "steps": steps})


def every_kind() -> WorkshopTemplate:
    """One step of every kind, each under the name of its kind."""
    return script(**{f"step_{kind}": example.settings for kind, example in EXAMPLES.items()})


def forms(kind: str) -> list[dict[str, Any]]:
    return [{name: list(values) for name, values in raw.items()} for raw in EXAMPLES[kind].good]


def opened(hall: Gathering, kind: str, people: int = 0) -> str:
    """Open the step of a kind; ``people`` send one of its good forms each."""
    step = f"step_{kind}"
    hall.go(step, "open")
    for number in range(people):
        form = forms(kind)[number % len(forms(kind))]
        assert hall.phone().send(step, form).status_code == 303
    return step


def judge(hall: Gathering, doing: str, words: str = "") -> None:
    """Do one thing with everything that came in."""
    with hall.app.app_context():
        db.session.close()
        for key in db.session.scalars(select(Contribution.id)).all():
            facts = {"workshop_id": hall.id, "key": key, "doing": doing, "words": words}
            write(partial(judging.judge, **facts, actor=hall.actor, now=NOW))


def held(hall: Gathering, model: Any = Contribution) -> list[Any]:
    with hall.app.app_context():
        db.session.close()
        return list(db.session.scalars(select(model)).all())
