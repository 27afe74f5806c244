"""The survey that is measured: ten questions of the banks, one of nearly every type."""

import random
import uuid
from collections.abc import Iterator
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from question_banks.loader import load_library
from question_banks.questionnaire import Questionnaire
from question_banks.text import Text
from survey_app.core.audit import Actor
from survey_app.core.clock import today, utc_now
from survey_app.core.tokens import Ticket
from survey_app.core.writer import write
from survey_app.demo.people import draw_person, fill_in
from survey_app.projects.service import ProjectFacts, create_project
from survey_app.responses.collecting import CollectorFacts, add_collector
from survey_app.surveys import editing
from survey_app.surveys.service import create_survey, edit_draft, publish_survey
from survey_app.workspaces.models import Workspace

CODE = "BENCHA"
ITEMS = 10
LANGUAGES = ("nl", "nl-x-easy", "fr", "de", "en")
SEED = 20260520


def ten_questions() -> Questionnaire:
    """Ten questions, the types by turns, as the banks have them."""
    questionnaire = Questionnaire(
        title=Text({"nl": "Wat mist u in uw dorp?"}), languages=LANGUAGES, sections=()
    )
    for code in codes_by_turns():
        questionnaire = editing.add_item(questionnaire, load_library().items[code])
    return questionnaire


def codes_by_turns() -> list[str]:
    """One item of each type, then a second of each, until there are ten."""
    by_type: dict[str, list[str]] = {}
    for item in load_library().items.values():
        if item.controls() and item.show_if is None:
            by_type.setdefault(item.type, []).append(item.code)
    turns = max(map(len, by_type.values()))
    mixed = [
        codes[turn] for turn in range(turns) for codes in by_type.values() if turn < len(codes)
    ]
    return mixed[:ITEMS]


def open_survey(ways: tuple[str, ...] = (CODE,)) -> int:
    """Publish the ten questions with these ways in; returns the survey's id."""
    now = utc_now()

    def work(session: Session) -> int:
        workspace = Workspace(slug="bench", name="Bench", created_at=now)
        session.add(workspace)
        session.flush()
        actor = Actor(None, workspace.id)
        facts = ProjectFacts("Plus-plek Lafelt", "Lafelt", "Riemst", "Gemeente Riemst", 500)
        project = create_project(session, facts=facts, actor=actor, now=now, invented=True)
        survey = create_survey(
            session, project_id=project.id, title="Wat mist u?", actor=actor, now=now
        )
        edit_draft(
            session,
            survey_id=survey.id,
            revision=1,
            edit=lambda _empty: ten_questions(),
            actor=actor,
        )
        publish_survey(session, survey_id=survey.id, actor=actor, now=now)
        for code in ways:
            made = add_collector(
                session,
                survey_id=survey.id,
                facts=CollectorFacts(f"Weg {code}"),
                actor=actor,
                now=now,
            )
            made.code = code
        return survey.id

    survey_id: int = write(work)
    return survey_id


def bodies(ticket: str, n: int, *, seed: int = SEED) -> Iterator[bytes]:
    """``n`` filled forms of invented people, each with a uuid of its own, as a phone posts them."""
    chance, questionnaire = random.Random(seed), ten_questions()
    carried = {"version": "1", "ticket": ticket, "lang": "nl", "mode": "self", "at": "@check"}
    for _ in range(n):
        person = draw_person(chance, bend="mixed", loves={})
        fields = [*carried.items(), ("go", "send"), ("uuid", str(uuid.uuid4()))]
        for code, answer in fill_in(questionnaire, person).items():
            for suffix, values in questionnaire.item(code).raw(answer).items():
                name = f"{code}.{suffix}" if suffix else code
                fields += [(name, value) for value in values]
        yield urlencode(fields).encode()


def ticket() -> str:
    """What the form of the survey carries; asked inside the program's context."""
    return Ticket(CODE, 1, today()).signed()
