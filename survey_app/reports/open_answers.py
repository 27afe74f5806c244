"""Open answers: the machine proposes themes, the coach reads, names and merges them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from analysis.charts import CHARTS
from analysis.personal import tells
from analysis.themes import Themes, from_json, merged, placed, themes, to_json
from question_banks.item import Item
from survey_app.core.actions import act
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import interface_language
from survey_app.core.jobs import Spec, file_for, file_kind
from survey_app.core.permissions import Permission, requires
from survey_app.reports import downloads, naming, queries, rules
from survey_app.reports.charts import drawn
from survey_app.reports.downloads import chart_file
from survey_app.reports.forms import one_line
from survey_app.reports.showing import being_made
from survey_app.surveys.models import Survey
from survey_app.surveys.queries import open_survey

bp = Blueprint("open_answers", __name__, template_folder="templates")
BASE = "/desk/<workspace>/surveys/<int:survey_id>/open-answers"
READ = 12
"""So many answers of a theme a coach reads to name it, the clearest first."""
NAME = 80


@file_kind("themes", "json")
def proposed(spec: Spec) -> bytes:
    """Themes by the numbers of their answers: no file holds what people wrote."""
    texts = [plain(text) for text in queries.written(db.session, spec["survey_id"], spec["item"])]
    found = themes(texts, label="", k=spec["k"])
    answers = [theme.answers for theme in found.themes]
    return json.dumps({**to_json(found), "answers": answers}, ensure_ascii=False).encode()


def plain(text: str) -> str:
    """An answer without what may tell of somebody, so that no theme is called after a person."""
    for _kind, words in tells(text):
        text = text.replace(words, " ")
    return text


@file_kind("themes-chart", "json")
def themes_chart(spec: Spec) -> bytes:
    found = from_json(spec["themes"], label=spec["label"])
    chart = CHARTS["themes"](found, language=spec["language"])
    return json.dumps(drawn(chart, item=spec["item"], group="", group_label="")).encode()


@dataclass(frozen=True, slots=True)
class Read:
    """A question with its themes: as they were named, or as the machine proposes them."""

    item: Item
    found: Themes
    texts: list[str]
    stamp: str
    named: bool
    may_again: bool

    @property
    def label(self) -> str:
        return wording(self.item)

    @property
    def examples(self) -> list[list[tuple[int, str]]]:
        """The clearest answers of each theme, each text once with the number of its first."""
        found = []
        for theme in self.found.themes:
            firsts: dict[str, int] = {}
            for i in theme.answers:
                firsts.setdefault(self.texts[i], i)
            found.append([(i, text) for text, i in firsts.items()][:READ])
        return found


def wording(item: Item) -> str:
    return item.text.wording(interface_language()).text


def questions_of(survey: Survey) -> list[Item]:
    return [one for one in queries.open_questions(db.session, survey) if not one.sensitive]


def read(survey: Survey, item: Item, *, again: bool) -> Read | None:
    """The themes of a question; None while the worker seeks them."""
    texts = queries.written(db.session, survey.id, item.code)
    stamp = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
    held, k = queries.naming_of(db.session, survey.id, item.code), survey.least_cell
    kept = None if held is None else held.themes
    may = rules.may_name_anew(n=len(texts), kept=kept["n"] if kept else None, k=k)
    if kept is not None and not (again and may):
        found = from_json(kept, label=wording(item))
        return Read(item, found, texts, str(kept["n"]), named=True, may_again=may)
    spec = {"survey_id": survey.id, "item": item.code, "stamp": stamp, "k": k}
    path = file_for("themes", spec)
    if path is None:
        return None
    found = proposal(json.loads(path.read_text("utf-8")), label=wording(item))
    return Read(item, found, texts, stamp, named=False, may_again=may)


def proposal(made: Mapping[str, Any], *, label: str) -> Themes:
    found = from_json(made, label=label)
    pairs = zip(found.themes, made["answers"], strict=True)
    return replace(found, themes=tuple(replace(one, answers=tuple(told)) for one, told in pairs))


@bp.route(BASE, methods=["GET", "POST"])
@requires(Permission.EDIT)
def show(survey_id: int) -> AnyResponse | str | tuple[str, int]:
    """What people wrote about, a question at a time; naming the themes keeps them."""
    survey, project = open_survey(db.session, g.access.workspace_id, survey_id)
    items, wanted = questions_of(survey), request.args.get("item")
    item = next((one for one in items if one.code == wanted), items[0] if items else None)
    again = request.args.get("again") == "yes"
    held = None if item is None else read(survey, item, again=again)
    if item is not None and held is None:
        return being_made()
    problem = ""
    if request.method == "POST" and held is not None:
        problem = refused(held)
        if not problem:
            return keep(survey, held)
    page = render_template(
        "reports/open_answers.html",
        survey=survey,
        project=project,
        items={one.code: wording(one) for one in items},
        held=held,
        again=again,
        problem=problem,
        names=request.form.getlist("name"),
        chart=chart_of(held) if held and held.named else None,
        formats=downloads.FORMATS,
        dossier=queries.dossier_of(db.session, project.id),
    )
    return (page, 422) if problem else page


def refused(held: Read) -> str:
    """Why what was typed cannot be kept, in a sentence that says what to do; "" when it can."""
    names = request.form.getlist("name")
    if request.form.get("stamp") != held.stamp or len(names) != len(held.found.themes):
        return _("Intussen veranderden de antwoorden. Kijk de namen na en bewaar opnieuw.")
    if any(len(one_line(name)) > NAME for name in names):
        return _("Maak de naam van een thema korter: 80 tekens volstaan.")
    return ""


def keep(survey: Survey, held: Read) -> AnyResponse:
    names = [one_line(name) for name in request.form.getlist("name")]
    told = merged(placed(held.found, moves(held)), names, k=survey.least_cell)
    facts = {"survey_id": survey.id, "item": held.item.code, "themes": to_json(told)}
    act(naming.name_themes, **facts, today=today())
    flash(_("De thema’s zijn bewaard."), "success")
    given = {"workspace": g.access.slug, "survey_id": survey.id, "item": held.item.code}
    return redirect(url("open_answers.show", **given))


def moves(held: Read) -> dict[int, int]:
    """Which answers a coach put in another theme, or in none (-1); equal texts go together."""
    numbers = {str(number): number for number in range(len(held.found.themes))}
    found: dict[int, int] = {}
    for number, examples in enumerate(held.examples):
        for first, text in examples:
            place = numbers.get(request.form.get(f"place.{first}", str(number)), -1)
            if place != number:
                mine = held.found.themes[number].answers
                found |= {i: place for i in mine if held.texts[i] == text}
    return found


def chart_of(held: Read) -> dict[str, Any] | None:
    spec = {
        "themes": to_json(held.found),
        "item": held.item.code,
        "label": held.label,
        "language": interface_language(),
    }
    path = file_for("themes-chart", spec)
    return None if path is None else json.loads(path.read_text("utf-8"))


@bp.get(f"{BASE}/<item>.<any(png,svg,pdf,csv,xlsx,pptx):extension>")
@requires(Permission.VIEW)
def download(survey_id: int, item: str, extension: str) -> Response:
    """The chart of themes that a coach named; it shows no word that somebody alone wrote."""
    survey, _project = open_survey(db.session, g.access.workspace_id, survey_id)
    asked = next((one for one in questions_of(survey) if one.code == item), None)
    held = read(survey, asked, again=False) if asked else None
    if held is None or not held.named:
        raise NotFoundError(f"no themes of {item} in survey {survey_id}")
    found = chart_of(held)
    return being_made() if found is None else chart_file(found["chart"], extension, name=item)
