"""The chart of comments on photos, made in the worker child: how many spoke of each, and what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.chart import Chart, Table
from question_banks.measures import Measure
from survey_app.activities.base import Given
from survey_app.activities.charting import choices
from survey_app.activities.wall import cards_of, visible

SAID = {"nl": "Reacties", "fr": "Réactions", "de": "Reaktionen", "en": "Comments"}


def comments_chart(
    question: str,
    captions: Mapping[str, str],
    given: Sequence[Given],
    *,
    k: int,
    about: str,
    language: str,
) -> Chart:
    """How many people said something of each photo; only what the facilitator showed counts."""
    spoken: defaultdict[int, set[str]] = defaultdict(set)
    for one in visible(given):
        spoken[one.participant].add(str(one.body["photo"]))
    chart = choices(
        question,
        list(captions.items()),
        sorted(("+".join(sorted(photos)), 1) for photos in spoken.values()),
        measure=Measure.MULTIPLE,
        k=k,
        about=about,
        language=language,
    )
    return replace(chart, table=with_comments(chart.table, captions, given, language))


def with_comments(
    table: Table, captions: Mapping[str, str], given: Sequence[Given], language: str
) -> Table:
    """The same rows with a last column of what was said; empty where nothing may be told."""
    if not table.rows:
        return table
    said: defaultdict[str, list[str]] = defaultdict(list)
    for card in cards_of(given, place="photo"):
        said[captions[card.place]].append(card.text)
    rows = tuple((*row, " / ".join(said[str(row[0])])) for row in table.rows)
    return Table((*table.columns, SAID.get(language, SAID["nl"])), rows)
