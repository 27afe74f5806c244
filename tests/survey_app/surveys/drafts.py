"""The one draft of these tests: what stands in it, and pressing a button on its pages."""

from question_banks.loader import load_library
from question_banks.questionnaire import Questionnaire
from survey_app.core.db import db
from survey_app.surveys.models import Survey

HOME = "/desk/gilden/"
PLACE = f"{HOME}surveys/1"


def draft(web) -> Questionnaire:
    with web.app_context():
        db.session.close()
        return Questionnaire.from_json(db.session.get_one(Survey, 1).draft)


def revision(web) -> str:
    with web.app_context():
        db.session.close()
        return str(db.session.get_one(Survey, 1).draft_revision)


def press(desk, web, address: str, **sent: str):
    return desk.post(f"{PLACE}{address}", data={"revision": revision(web), **sent})


def questions() -> tuple[str, str]:
    items = load_library().items.values()
    plain = [item for item in items if item.type == "multiple" and item.show_if is None]
    return plain[0].code, plain[1].code
