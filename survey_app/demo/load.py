"""Fill a database with the demo: villages by the services, answers through the real page."""

import json
import random
import re
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password
from sqlalchemy import select
from sqlalchemy.orm import Session

from question_banks.loader import load_library
from question_banks.questionnaire import Questionnaire
from question_banks.text import Text
from survey_app.accounts.models import User
from survey_app.core.audit import Actor
from survey_app.core.clock import utc_now
from survey_app.core.errors import StateError
from survey_app.core.writer import write
from survey_app.demo.canvases import load_canvas
from survey_app.demo.dossiers import load_dossier
from survey_app.demo.meetings import load_meeting
from survey_app.demo.people import Person, draw_person, fill_in
from survey_app.demo.workshops import load_workshops
from survey_app.projects.queries import projects_of
from survey_app.projects.rules import Phase
from survey_app.projects.service import (
    MomentFacts,
    ProjectFacts,
    add_moment,
    create_project,
    delete_project,
    set_phase,
    set_population,
)
from survey_app.responses.collecting import CollectorFacts, add_collector
from survey_app.surveys import editing
from survey_app.surveys.service import create_survey, edit_draft, publish_survey
from survey_app.workspaces.models import Workspace
from survey_app.workspaces.service import make_first_owner

FILE = Path(__file__).with_name("villages.yaml")
EMAIL = "coach@dorpsstem.example"
SEED = 20260420
STEERING = 14


class Asked(NamedTuple):
    """A published survey of the demo and its ways in: (code, people, whom they meet)."""

    title: str
    questionnaire: Questionnaire
    ways: tuple[tuple[str, int, str], ...]
    days: int
    survey_id: int


def load_demo(app: Flask, *, password: str) -> dict[str, str]:
    """Fill an empty database once; return the login. A second call only reads it back."""
    known: Path = app.config["DATA"] / "demo.json"
    if known.exists():
        login: dict[str, str] = json.loads(known.read_text("utf-8"))["login"]
        return login
    data = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    with app.app_context():
        actor = found_workspace(data["workspace"], password)
        projects = [load_village(app, data, village, actor) for village in data["villages"]]
    login = {"email": EMAIL, "password": password}
    facts = {"base_url": app.config["BASE_URL"], "login": login, "projects": projects}
    part = known.with_suffix(".part")
    part.write_text(json.dumps(facts, ensure_ascii=False, indent=2), "utf-8")
    part.chmod(0o600)
    part.replace(known)
    return login


def found_workspace(name: str, password: str) -> Actor:
    """The organisation of the demo; what an earlier load left half done is cleared away."""
    hashed, now = hash_password(password), utc_now()

    def found(session: Session) -> Actor:
        user = session.scalar(select(User).where(User.email == EMAIL))
        if user is not None:
            return begin_anew(session, user, hashed, now)
        if session.scalar(select(User.id).limit(1)) is not None:
            raise StateError(
                "an organisation works here already; choose another folder: --data demo"
            )
        key = make_first_owner(
            session, name="Coach", email=EMAIL, password_hash=hashed, workspace=name, now=now
        )
        return Actor(key, session.scalars(select(Workspace.id)).one())

    return write(found)


def begin_anew(session: Session, user: User, password_hash: str, now: datetime) -> Actor:
    user.password = password_hash
    actor = Actor(user.id, session.scalars(select(Workspace.id)).one())
    for project in projects_of(session, actor.workspace_id):
        delete_project(session, project_id=project.id, actor=actor, now=now)
    return actor


def load_village(
    app: Flask, data: Mapping[str, Any], village: Mapping[str, Any], actor: Actor
) -> dict[str, Any]:
    """One village: facts, moments, surveys, then the answers of its invented people."""
    project = write(partial(make_project, village=village, actor=actor, now=utc_now()))
    load_canvas(village["village"], project_id=project["id"], actor=actor, now=utc_now())
    surveys = []
    for asked in surveys_of(data, village, actor, project["id"]):
        send_answers(app, asked, village)
        surveys.append(listed(asked, actor))
    meetings = (
        load_meeting(app, project_id=project["id"], actor=actor) if village.get("meeting") else []
    )
    return {
        "slug": project["slug"],
        "name": project["name"],
        "surveys": surveys,
        "workshops": workshops_of(village, project["id"], actor),
        "meetings": meetings,
        **load_dossier(app, project_id=project["id"], actor=actor),
    }


def workshops_of(village: Mapping[str, Any], project_id: int, actor: Actor) -> list[dict[str, str]]:
    """The workshops of a village that has some, as ``demo.json`` names them."""
    if not village.get("workshops"):
        return []
    slug = write(lambda session: session.get_one(Workspace, actor.workspace_id).slug)
    return load_workshops(project_id, actor, slug, village["loves"], utc_now())


def make_project(
    session: Session, *, village: Mapping[str, Any], actor: Actor, now: datetime
) -> dict[str, Any]:
    names = ("village", "municipality", "organiser", "inhabitants")
    facts = ProjectFacts(name=f"Plus-plek {village['village']}", **{n: village[n] for n in names})
    project = create_project(session, facts=facts, actor=actor, now=now, invented=True)
    given: dict[str, Any] = {"project_id": project.id, "actor": actor, "now": now}
    set_population(session, people=village["population"], **given)
    set_phase(session, phase=Phase(village["phase"]), **given)
    for moment in village["moments"]:
        add_moment(session, facts=moment_facts(moment, now), **given)
    return {"id": project.id, "slug": project.slug, "name": project.name}


def moment_facts(moment: Mapping[str, Any], now: datetime) -> MomentFacts:
    return MomentFacts(
        kind=moment["kind"],
        title=moment["title"],
        starts_on=(now - timedelta(days=moment["days"])).date(),
        attendance=moment.get("attendance"),
        expected=moment.get("expected"),
        outcome=moment.get("outcome", ""),
        done=moment["days"] > 0,
    )


def surveys_of(
    data: Mapping[str, Any], village: Mapping[str, Any], actor: Actor, project_id: int
) -> list[Asked]:
    """The residents, the pupils where there is a school, and the steering group."""
    days = next(moment["days"] for moment in village["moments"] if moment.get("survey"))
    make = partial(make_survey, data=data, actor=actor, project_id=project_id, now=utc_now())
    found = [
        write(
            partial(
                make, which="residents", title=village["title"], ways=village["ways"], days=days
            )
        )
    ]
    if "pupils" in village:
        way = {"label": "In de klas", "kind": "school", "n": village["pupils"], "bend": "young"}
        found.append(
            write(
                partial(
                    make, which="pupils", title=village["title"], ways=[way], days=60, least_cell=10
                )
            )
        )
    way = {"label": "Stuurgroep", "kind": "other", "n": STEERING, "bend": "mixed"}
    found.append(
        write(partial(make, which="steering", title=data["steering_title"], ways=[way], days=40))
    )
    return found


def make_survey(
    session: Session,
    *,
    data: Mapping[str, Any],
    actor: Actor,
    project_id: int,
    which: str,
    title: Mapping[str, str],
    ways: list[Mapping[str, Any]],
    days: int,
    now: datetime,
    least_cell: int = 5,
) -> Asked:
    library = load_library()
    given: dict[str, Any] = {"actor": actor, "now": now}
    survey = create_survey(
        session, project_id=project_id, title=title["nl"], least_cell=least_cell, **given
    )

    def edit(draft: Questionnaire) -> Questionnaire:
        for code in data["items"][which]:
            draft = editing.add_item(draft, library.items[code])
        return editing.set_texts(
            draft, title=Text(dict(title)), next_steps=Text(data["next_steps"])
        )

    edit_draft(session, survey_id=survey.id, revision=1, edit=edit, actor=actor)
    version = publish_survey(session, survey_id=survey.id, **given)
    opened = []
    for way in ways:
        facts = CollectorFacts(label=way["label"], kind=way["kind"], place=way.get("place", ""))
        collector = add_collector(session, survey_id=survey.id, facts=facts, **given)
        opened.append((collector.code, way["n"], way["bend"]))
    questionnaire = Questionnaire.from_json(version.questionnaire)
    return Asked(title["nl"], questionnaire, tuple(opened), days, survey.id)


def send_answers(app: Flask, asked: Asked, village: Mapping[str, Any]) -> None:
    """Every invented person fills in the page as a phone would, on a day of the past."""
    chance = random.Random(f"{SEED} {village['village']} {asked.survey_id}")  # noqa: S311 — a demo, the same each time
    loves = village["loves"]
    if any(item.role == "feasibility" for item in asked.questionnaire.items()):
        loves = {topic: score / 2.6 for topic, score in village["feasible"].items()}
    now = utc_now()
    client = app.test_client()
    for code, n, bend in asked.ways:
        ticket = ticket_of(client, code)
        for _number in range(n):
            app.config["NOW"] = now - timedelta(days=max(asked.days - chance.randint(0, 21), 1))
            person = draw_person(chance, bend=bend, loves=loves)
            send_one(client, code, ticket, asked, person)
    app.config.pop("NOW", None)


def ticket_of(client: FlaskClient, code: str) -> str:
    page = client.get(f"/s/{code}").get_data(as_text=True)
    found = re.search(r'name="ticket" value="([^"]+)"', page)
    if found is None:
        raise RuntimeError(f"the page of {code} carries no ticket")
    return found[1]


def send_one(client: FlaskClient, code: str, ticket: str, asked: Asked, person: Person) -> None:
    drawn = uuid.UUID(int=person.chance.getrandbits(128), version=4)
    form: dict[str, Any] = {"uuid": str(drawn), "version": "1", "ticket": ticket, "go": "send"}
    for item_code, answer in fill_in(asked.questionnaire, person).items():
        raw = asked.questionnaire.item(item_code).raw(answer)
        form |= {f"{item_code}.{s}" if s else item_code: list(v) for s, v in raw.items()}
    response = client.post(f"/s/{code}", data=form, headers={"Accept": "application/json"})
    if response.status_code != 200:  # noqa: PLR2004 — HTTP's own word for done
        raise RuntimeError(f"an invented answer was refused: {response.get_data(as_text=True)}")


def listed(asked: Asked, actor: Actor) -> dict[str, str]:
    """A survey as ``demo.json`` names it."""
    code = asked.ways[0][0]
    slug = write(lambda session: session.get_one(Workspace, actor.workspace_id).slug)
    return {
        "title": asked.title,
        "url": f"/s/{code}",
        "poster_url": f"/s/{code}/poster.pdf",
        "results_url": f"/desk/{slug}/surveys/{asked.survey_id}/results",
    }
