"""A dossier for each invented village: composed, promised, frozen, and open to the village."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from flask import Flask
from sqlalchemy.orm import Session

from analysis.dossier.content import checksum
from analysis.themes import merged, themes, to_json
from survey_app.core.audit import Actor
from survey_app.core.clock import today, utc_now
from survey_app.core.db import db
from survey_app.core.tokens import digest, new_token
from survey_app.core.writer import write
from survey_app.projects.models import Project
from survey_app.reports import editing, naming, offering, queries, service, showing
from survey_app.reports.editing import PromiseFacts
from survey_app.reports.rules import Status
from survey_app.reports.service import DossierTexts, NewPart
from survey_app.reports.votes import votes_of, weighings_of
from survey_app.surveys.models import Survey
from survey_app.surveys.queries import surveys_of

FILE = Path(__file__).with_name("dossiers.yaml")
QUESTION = "neighbourhood_change"
"""The open question of the residents' survey; the quotes are answers to it."""

Given = dict[str, Any]


def load_dossier(app: Flask, *, project_id: int, actor: Actor) -> dict[str, str]:
    """Make a village's dossier; return its addresses as ``demo.json`` names them."""
    data = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    project = db.session.get_one(Project, project_id)
    told, parts = data["villages"][project.village], parts_of(data, project)
    given: Given = {"actor": actor, "now": utc_now()}
    if "themes" in told:
        name_themes(project, told["themes"], given)
    write(
        partial(
            composed, project=project, told=told, parts=parts, pin=digest(data["pin"]), given=given
        )
    )
    with made_at_once(app):
        freeze(project, given)
    dossier = queries.dossier_of(db.session, project_id)
    if dossier is None:
        raise RuntimeError(f"{project.village} has no dossier")
    return {
        "dossier_url": f"/d/{dossier.token}",
        "dossier_pin": data["pin"],
        "public_url": f"/p/{project.slug}",
    }


def parts_of(data: Mapping[str, Any], project: Project) -> list[NewPart]:
    """The charts a new dossier begins with, who was missed, how many came; words and quotes."""
    survey = surveys_of(db.session, project.id)[0]
    about = {"survey": survey.id, "item": QUESTION}
    words = data["villages"][project.village]["words"]
    return [
        *offering.first_parts(db.session, project.id),
        NewPart("chart", source={"kind": "not_heard", "survey": survey.id}),
        NewPart("chart", source={"kind": "moments"}),
        *(
            NewPart("chart", source={"kind": "vote", "motion": vote["id"]})
            for vote in votes_of(db.session, project.id)
        ),
        *(
            NewPart("chart", source={"kind": "criteria", "motion": one["id"]})
            for one in weighings_of(db.session, project.id)
        ),
        *deeper(data["villages"][project.village], survey),
        NewPart("words", words["heading"], words["text"]),
        *(NewPart("quote", text=text, source=about) for text in data["quotes"]),
    ]


def deeper(told: Mapping[str, Any], survey: Survey) -> Iterator[NewPart]:
    """What a budget buys and what people wrote about, where the coach looked into it."""
    if "budget" in told:
        yield NewPart("chart", source={"kind": "budget", "survey": survey.id, **told["budget"]})
    if "themes" in told:
        source = {"kind": "themes", "survey": survey.id, "item": QUESTION}
        yield NewPart("chart", source=source)


def name_themes(project: Project, words: Mapping[str, str], given: Given) -> None:
    """Call each theme by the first of its words that has a name."""
    survey = surveys_of(db.session, project.id)[0]
    found = themes(queries.written(db.session, survey.id, QUESTION), label="", k=survey.least_cell)
    names = [
        next((words[one] for one in theme.words if one in words), "") for theme in found.themes
    ]
    kept = to_json(merged(found, names, k=survey.least_cell))
    facts: Given = {"survey_id": survey.id, "item": QUESTION, "themes": kept, "today": today()}
    write(partial(naming.name_themes, **facts, **given))


def composed(
    session: Session,
    *,
    project: Project,
    told: Mapping[str, Any],
    parts: list[NewPart],
    pin: str,
    given: Given,
) -> None:
    title = f"Dossier {project.name}"
    dossier_id = service.create_dossier(
        session,
        project_id=project.id,
        title=title,
        token=new_token(),
        pin_digest=pin,
        parts=parts,
        **given,
    )
    texts = DossierTexts(title, **{name: told[name] for name in ("meant_for", "lead", "asks")})
    service.change_texts(session, dossier_id=dossier_id, texts=texts, **given)
    for one in told["promises"]:
        facts = PromiseFacts(one["said"], Status(one["status"]), one["done"])
        editing.keep_promise(
            session,
            dossier_id=dossier_id,
            promise_id=None,
            facts=facts,
            today=given["now"].date(),
            **given,
        )


@contextmanager
def made_at_once(app: Flask) -> Iterator[None]:
    """Nobody serves yet, so there is no worker: make files here."""
    huey = app.extensions["huey"]
    before, huey.immediate = huey.immediate, True
    try:
        yield
    finally:
        huey.immediate = before


def freeze(project: Project, given: Given) -> None:
    """Keep the dossier as it is, and show that copy to the village."""
    db.session.commit()  # nothing was written here: see what the writer wrote
    dossier = queries.dossier_of(db.session, project.id)
    content = None if dossier is None else showing.in_every_language(dossier, project)
    if dossier is None or content is None:
        raise RuntimeError(f"the dossier of {project.village} could not be made")
    kept: Given = {"content": content, "sha256": checksum(content), "today": today()}
    number = write(partial(service.freeze, dossier_id=dossier.id, **kept, **given))
    write(partial(service.make_public, dossier_id=dossier.id, number=number, **given))
    db.session.commit()  # as above
