"""Which charts a dossier may hold: what a coach chooses from, and what a new one begins with."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from analysis.scores import UNITS
from question_banks.item import Item
from question_banks.measures import Measure
from survey_app.reports.datasets import questionnaires
from survey_app.reports.deep_sources import OF_ONE_ITEM
from survey_app.reports.people_sources import AGE
from survey_app.reports.queries import namings_of, open_questions
from survey_app.reports.service import NewPart
from survey_app.reports.votes import votes_of, weighings_of
from survey_app.reports.words import DEEPER
from survey_app.surveys.models import Survey
from survey_app.surveys.queries import surveys_of

FIRST_CHARTS = 8
NO_CHART = frozenset({Measure.NONE, Measure.TEXT})


class Offer(NamedTuple):
    """A chart to choose: what it is about, where from, and its source."""

    title: str
    about: str
    source: Mapping[str, Any]


def offers(session: Session, project_id: int) -> Iterator[Offer]:
    """Every chart of a village: all topics together, then each question of each survey."""
    surveys = [one for one in surveys_of(session, project_id) if one.state != "draft"]
    if surveys:
        together = _("alle bevragingen samen")
        yield Offer(_("Belang en haalbaarheid"), together, {"kind": "quadrant"})
        yield Offer(_("Opkomst per moment"), together, {"kind": "moments"})
        yield from over_time(session, surveys, together)
    for vote in votes_of(session, project_id):
        yield Offer(vote["question"], vote["meeting"], {"kind": "vote", "motion": vote["id"]})
    for one in weighings_of(session, project_id):
        title = _("%(question)s Afgewogen op criteria", question=one["question"])
        yield Offer(title, one["meeting"], {"kind": "criteria", "motion": one["id"]})
    for survey in surveys:
        about = {"survey": survey.id}
        yield Offer(_("Wie hoorden we nog niet?"), survey.title, {"kind": "not_heard", **about})
        by_way = {"kind": "who", **about, "by": "collector"}
        yield Offer(_("Wie antwoordde, per kanaal"), survey.title, by_way)
        items = items_of(session, survey)
        aged = any(item.code == AGE for item in items)
        for item in items:
            title = item.text.wording("nl").text
            yield Offer(title, survey.title, item_source(survey, item))
            for kind in deeper(item, aged=aged):
                source = {**item_source(survey, item), "kind": kind}
                yield Offer(str(DEEPER[kind]) % {"question": title}, survey.title, source)
        yield from named_themes(session, survey)


def named_themes(session: Session, survey: Survey) -> Iterator[Offer]:
    """Open questions whose answers a coach already read and named."""
    named = namings_of(session, survey.id)
    for item in open_questions(session, survey):
        if item.code in named and not item.sensitive:
            title = str(DEEPER["themes"]) % {"question": item.text.wording("nl").text}
            yield Offer(title, survey.title, {**item_source(survey, item), "kind": "themes"})


def over_time(session: Session, surveys: list[Survey], about: str) -> Iterator[Offer]:
    """Questions that were asked more than once: before and after."""
    times: dict[str, list[Item]] = {}
    for survey in surveys:
        for item in items_of(session, survey):
            times.setdefault(item.code, []).append(item)
    for code, held in times.items():
        if len(held) > 1 and held[-1].measure in UNITS:
            title = _("%(question)s Vroeger en later", question=held[-1].text.wording("nl").text)
            yield Offer(title, about, {"kind": "waves", "item": code})


def items_of(session: Session, survey: Survey) -> list[Item]:
    """Every question that has a chart, as the newest version asks it."""
    found: dict[str, Item] = {}
    for asked in questionnaires(session, survey.id).values():
        found |= {item.code: item for item in asked.items() if item.measure not in NO_CHART}
    return list(found.values())


def deeper(item: Item, *, aged: bool) -> Iterator[str]:
    """The charts that look further into a question; weights need to know how old people are."""
    if item.sensitive:
        return
    if item.role != "none" and item.measure in UNITS and aged:
        yield "weighted"
    if item.role != "none" and item.measure in UNITS and item.measure is not Measure.ORDINAL:
        yield "change"
    if item.role == "importance" and item.measure in {Measure.MULTIPLE, Measure.POINTS}:
        yield "budget"
    yield from (kind for kind, (held, _work) in OF_ONE_ITEM.items() if item.measure in held)


def item_source(survey: Survey, item: Item) -> dict[str, Any]:
    return {"kind": "item", "survey": survey.id, "item": item.code}


def first_parts(session: Session, project_id: int) -> list[NewPart]:
    """What a new dossier begins with: all topics together, then what people find important."""
    surveys = [one for one in surveys_of(session, project_id) if one.state != "draft"]
    wanted = [
        item_source(survey, item)
        for survey in surveys
        for item in items_of(session, survey)
        if item.role == "importance"
    ]
    sources = ([{"kind": "quadrant"}] if surveys else []) + wanted[: FIRST_CHARTS - 1]
    return [NewPart("chart", source=source) for source in sources]
