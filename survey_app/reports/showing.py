"""From a project to its dossier as outsiders see it: counts, then the document, then its files."""

import json
from functools import partial
from typing import Any, NamedTuple

from flask import Response, make_response, render_template
from flask_babel import force_locale

from survey_app.answers.queries import n_by_survey
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.hosts import public_url
from survey_app.core.i18n import EASY, INTERFACE, base, interface_language, page_language
from survey_app.core.jobs import file_for
from survey_app.core.made import made
from survey_app.core.writer import write
from survey_app.projects.models import Project
from survey_app.projects.queries import moments_of, population_of
from survey_app.reports import (
    composing,
    files,
    queries,
    releases,
    rules,
    service,
    votes,
    words,
)
from survey_app.reports.downloads import chart_file
from survey_app.reports.models import Dossier, DossierCopy
from survey_app.surveys.models import Survey
from survey_app.surveys.queries import surveys_of

Document = dict[str, Any]
__all__ = ["composing", "files", "releases"]


class Waiting(NamedTuple):
    """Answers that came in since the figures outsiders see were counted."""

    survey: Survey
    people: int
    shown: int


def count_anew(project_id: int) -> bool:
    """Move the figures for outsiders on where they may; False while the worker counts."""
    done = [moved_on(*one) for one in standing(project_id)]
    db.session.commit()  # nothing was written here: the next reading sees what the writer wrote
    return all(done)


def moved_on(survey: Survey, people: int, shown: int | None) -> bool:
    """Whether a survey's figures stand where they should."""
    k, open_ = survey.least_cell, survey.state == "open"
    if not rules.may_release(people=people, shown=shown, k=k, open_=open_):
        return True
    spec = {"survey_id": survey.id, "stamp": stamp(survey, people)}
    path = file_for("survey-counts", spec)
    if path is not None:
        counts = json.loads(path.read_text("utf-8"))
        given: dict[str, Any] = {"survey_id": survey.id, "k": k, "open_": open_, "today": today()}
        write(partial(service.release, counts=counts, **given))
    return path is not None


def stamp(survey: Survey, people: int) -> list[str]:
    """What names a count: a later one is another file."""
    return [str(people), today().isoformat(), survey.state]


def standing(project_id: int) -> list[tuple[Survey, int, int | None]]:
    """Each published survey, the people who answered, and those outsiders see; fullest first."""
    surveys = [one for one in surveys_of(db.session, project_id) if one.state != "draft"]
    ids = [survey.id for survey in surveys]
    counts, held = n_by_survey(db.session, ids), queries.releases_of(db.session, ids)
    found = [
        (one, counts.get(one.id, 0), held[one.id][-1].people if one.id in held else None)
        for one in surveys
    ]
    return sorted(found, key=lambda one: (-(one[2] or 0), one[0].id))


def waiting(project_id: int) -> list[Waiting]:
    """Surveys whose newest answers outsiders do not see yet."""
    found = standing(project_id)
    return [Waiting(one, n, shown or 0) for one, n, shown in found if n != (shown or 0)]


def spec_of(dossier: Dossier, project: Project, language: str) -> Document:
    """Everything the worker needs; as long as nothing changes it names the same file."""
    surveys = [one for one, _people, shown in standing(project.id) if shown is not None]
    held = queries.releases_of(db.session, [one.id for one in surveys])
    return {
        "language": language,
        "texts": texts_of(dossier, project),
        "invented": project.invented,
        "inhabitants": project.inhabitants,
        "population": population_of(db.session, project.id),
        "moments": [
            {
                "title": one.title,
                "day": one.starts_on.strftime("%d/%m/%Y") if one.starts_on else "",
                "people": one.attendance,
            }
            for one in moments_of(db.session, project.id)
            if one.done
        ],
        **votes_in(project, language),
        "day": max((str(one.day) for lines in held.values() for one in lines), default=""),
        "address": public_url(f"/p/{project.slug}"),
        "surveys": [
            {
                "id": one.id,
                "title": one.title,
                "k": one.least_cell,
                "releases": [line.id for line in held[one.id]],
                "namings": queries.namings_of(db.session, one.id),
            }
            for one in surveys
        ],
        "parts": [
            {name: getattr(part, name) for name in ("id", "kind", "heading", "text", "source")}
            for part in queries.parts_of(db.session, dossier.id)
        ],
        "promises": promises_of(dossier, language),
    }


def texts_of(dossier: Dossier, project: Project) -> Document:
    plain = ("title", "meant_for", "headline", "lead")
    lists = ("certain", "uncertain", "asks")
    return {
        **{name: getattr(dossier, name) for name in plain},
        **{name: rules.lines_of(getattr(dossier, name)) for name in lists},
        "village": project.village,
        "organiser": project.organiser,
    }


def votes_in(project: Project, language: str) -> Document:
    with force_locale(
        base(language)
    ):  # options such as "for" and "against" have words of their own
        return {
            "votes": votes.votes_of(db.session, project.id),
            "weighings": votes.weighings_of(db.session, project.id),
        }


def promises_of(dossier: Dossier, language: str) -> list[Document]:
    with force_locale(base(language)):
        return [
            {
                "said": one.said,
                "status": one.status,
                "status_words": str(words.STATUSES[one.status]),
                "done": one.done,
                "day": one.changed_on.isoformat(),
            }
            for one in queries.promises_of(db.session, dossier.id)
        ]


def document(dossier: Dossier, project: Project, language: str) -> Document | None:
    """The dossier as it is now; None while the worker is still at it."""
    if not count_anew(project.id):
        return None
    path = file_for("dossier", spec_of(dossier, project, language))
    return None if path is None else json.loads(path.read_text("utf-8"))


class Held(NamedTuple):
    """A document as a page or file shows it; ``seal`` and ``frozen_on`` are those of a copy."""

    document: Document
    seal: str = ""
    frozen_on: str = ""


def newest(dossier: Dossier, project: Project) -> Held | None:
    """What the steering group reads: the dossier as it is now, in the visitor's language."""
    made_one = document(dossier, project, interface_language())
    if made_one is None:
        return None
    copies = [] if made_one["ways"] else queries.copies_of(db.session, dossier.id)
    if copies:  # every answer is forgotten: what was frozen is what there is
        return frozen(queries.copy_of(db.session, dossier.id, copies[0].number))
    return Held(made_one)


def frozen(copy: DossierCopy) -> Held:
    """A frozen copy in the visitor's language; one from before there were easy words has none."""
    spoken = (page_language(), interface_language(), "nl")
    told = next(copy.content[tag] for tag in spoken if tag in copy.content)
    return Held(told, copy.sha256, copy.frozen_on.isoformat())


def in_every_language(dossier: Dossier, project: Project) -> dict[str, Document] | None:
    """What is frozen: the same figures in each language of the program, and in easy words."""
    tags = (*INTERFACE, EASY)
    found = {language: document(dossier, project, language) for language in tags}
    return None if None in found.values() else {k: v for k, v in found.items() if v is not None}


def drawings(held: Document) -> list[dict[str, str]] | None:
    """Each chart of a document, drawn for a desk and for a phone, in the order of reading."""
    path = file_for("dossier-drawings", {"dossier": held})
    return None if path is None else json.loads(path.read_text("utf-8"))


def being_made() -> Response:
    response = make_response(render_template("errors/being_made.html"), 202)
    response.headers["Refresh"] = "3"
    return response


def file_of(held: Held, kind: str, *, name: str) -> Response:
    """A document as a file, to keep."""
    spec = {"dossier": held.document, "seal": held.seal, "frozen_on": held.frozen_on}
    return made(f"dossier-{kind}", spec, name=name, attach=True)


def chart_file_of(held: Held, place: int, extension: str, *, name: str) -> Response:
    """One chart of a document as a file, by its place in the order of reading, from 1."""
    drawn = [part["chart"] for part in held.document["parts"] if part["chart"]]
    charts = dict(enumerate([*held.document["who"], *drawn], start=1))
    if place not in charts:
        raise NotFoundError(f"no chart {place} in the dossier of {name}")
    return chart_file(charts[place], extension, name=f"{name}-{place}")
