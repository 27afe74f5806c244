"""Put a dossier together in the worker: releases in, the whole document in one language out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from analysis.chart import Chart
from analysis.disclosure import protect_groups
from analysis.dossier import summary
from analysis.dossier.content import (
    Dossier,
    Fact,
    Kept,
    Part,
    Summary,
    Way,
    dossier_json,
)
from analysis.priorities import Priorities, priorities
from analysis.quadrant import Quadrant
from analysis.report import competes, days
from analysis.scores import UNITS
from analysis.words import number
from survey_app.core.db import db
from survey_app.core.jobs import Spec, file_kind, progress
from survey_app.reports import (
    datasets,
    deep_sources,  # noqa: F401 — registers its sources
    people_sources,  # noqa: F401 — registers its sources
    votes,  # noqa: F401 — as above
)
from survey_app.reports.models import Release
from survey_app.reports.sources import Shown, Village, charts_from, plane_of

ABOUT_PEOPLE = ("profile_age", "profile_hamlet")
QUADRANT_OF_NOTHING = Quadrant((), ())


@file_kind("dossier", "json")
def composed(spec: Spec) -> bytes:
    """The document of ``spec`` as JSON, for every page and file that shows it."""
    return json.dumps(document(village_of(spec), spec), ensure_ascii=False).encode()


def document(village: Village, spec: Spec) -> dict[str, Any]:
    return dossier_json(compose(village, spec))


def village_of(spec: Spec) -> Village:
    """Everything charts are made of, read by the ids of its releases."""
    return Village(
        tuple(shown(one, spec["language"]) for one in spec["surveys"]),
        spec["inhabitants"],
        spec["population"],
        tuple(spec["moments"]),
        tuple(spec["votes"]),
        tuple(spec["weighings"]),
    )


def shown(described: Mapping[str, Any], language: str) -> Shown:
    """A survey with its releases, read by their ids."""
    survey_id = described["id"]
    wanted = select(Release.id, Release.counts).where(Release.id.in_(described["releases"]))
    held = {row.id: row.counts for row in db.session.execute(wanted)}
    asked = datasets.questionnaires(db.session, survey_id)
    return Shown(
        survey_id,
        described["title"],
        described["k"],
        datasets.codebook_of(asked.values(), language).to_json(),
        tuple(held[release] for release in described["releases"]),
        described["namings"],
    )


def compose(village: Village, spec: Spec) -> Dossier:
    language, texts = spec["language"], spec["texts"]
    return Dossier(
        title=texts["title"],
        village=texts["village"],
        organiser=texts["organiser"],
        meant_for=texts["meant_for"],
        language=language,
        day=spec["day"],
        address=spec["address"],
        invented=spec["invented"],
        ways=tuple(way for one in village.surveys for way in ways(one, language)),
        who=tuple(about_people(village, language)),
        summary=summed(village, spec),
        parts=tuple(all_parts(village, spec)),
        promises=tuple(Kept(**one) for one in spec["promises"]),
    )


def ways(survey: Shown, language: str) -> Iterator[Way]:
    """Each channel with its people, small ones and what would tell them left out."""
    held, sizes = survey.dataset(), survey.newest["people"]
    told = protect_groups(sizes, k=survey.k)
    for code, label in held.collectors.items():
        people = sizes.get(code) if code in told else None
        yield Way(survey.title, label, people, days(held, language))


def about_people(village: Village, language: str) -> Iterator[Chart]:
    """Who answered the fullest survey, as far as it was asked, beside the village's figures."""
    for survey in village.surveys[:1]:
        for by in ABOUT_PEOPLE:
            yield from charts_from(
                village, {"kind": "who", "survey": survey.id, "by": by}, language
            )


def all_parts(village: Village, spec: Spec) -> Iterator[Part]:
    """Every part in the coach's order, telling how far it is."""
    described = spec["parts"]
    for done, one in enumerate(described):
        progress(done, len(described))
        yield from parts(village, one, spec["language"])


def parts(village: Village, described: Mapping[str, Any], language: str) -> Iterator[Part]:
    """A part as the coach placed it; a chart whose question is gone falls away."""
    told = {name: described[name] for name in ("kind", "heading", "text")}
    if described["kind"] != "chart":
        yield Part(str(described["id"]), **told, about=asked_by(village, described["source"]))
        return
    group = str(described["source"].get("group", ""))
    for chart in charts_from(village, described["source"], language):
        yield Part(str(described["id"]), **told, chart=chart, about=group)


def asked_by(village: Village, source: Mapping[str, Any]) -> str:
    """The question that a quote answers, in the words of this language."""
    survey = village.survey_in(source)
    item = survey.codebook.get(source.get("item", "")) if survey else None
    return str(item["label"]) if item else ""


def summed(village: Village, spec: Spec) -> Summary:
    """The one page that says it all: the coach's words, or else what the figures say."""
    language, texts = spec["language"], spec["texts"]
    found = list(important(village.surveys))
    plane = plane_of(village, language) if village.surveys else QUADRANT_OF_NOTHING
    return Summary(
        headline=texts["headline"] or summary.headline(found, language),
        lead=texts["lead"],
        facts=tuple(facts(village.surveys, spec, found)),
        needs=summary.needs(plane, language),
        certain=tuple(texts["certain"]) or summary.certain(found, plane, language),
        uncertain=tuple(texts["uncertain"]) or summary.uncertain(found, plane, language),
        asks=tuple(texts["asks"]),
    )


def important(surveys: Sequence[Shown]) -> Iterator[Priorities]:
    """What people want, in the order of the questions: every item about importance."""
    for survey in surveys:
        held = survey.dataset()
        for item in held.codebook.items:
            wanted = item.role == "importance" and item.measure in UNITS and competes(item)
            if wanted and not item.sensitive:
                yield priorities(item, held.of(item.code), k=survey.k)


def facts(surveys: Sequence[Shown], spec: Spec, found: Sequence[Priorities]) -> Iterator[Fact]:
    """Three figures at most: who answered, the first wish, and how many took part in all."""
    language = spec["language"]
    if surveys:
        people = sum(surveys[0].newest["people"].values())
        words = summary.answered(surveys[0].title, people, spec["inhabitants"], language)
        yield Fact(number(people, language), words)
    sure = (summary.first_figure(one, language) for one in found if summary.clear(one))
    told = next((figure for figure in sure if figure), None)
    if told:
        yield Fact(*told)
    came = [one["people"] for one in spec["moments"] if one["people"]]
    if came:
        yield Fact(number(sum(came), language), summary.came(len(came), language))
