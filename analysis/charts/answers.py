"""A plain chart of one item: how often each answer was given, in the order of the question."""

from collections.abc import Callable, Iterable

from analysis.chart import Chart, Table, chart
from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST
from analysis.distributions import UNREAD, People, hidden, people
from analysis.figure import Note
from analysis.plain_answers import choices, scales, spread
from analysis.plain_answers.draft import Draft
from analysis.sentences import (
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    own_choice,
    self_selected,
    skipped,
    subtitle,
    unsure,
)
from analysis.words import say
from question_banks.measures import Measure

DRAFTS: dict[Measure, Callable[..., Draft]] = {
    Measure.NOMINAL: choices.chosen,
    Measure.MULTIPLE: choices.chosen,
    Measure.RANKING: choices.first_places,
    Measure.POINTS: choices.divided,
    Measure.ORDINAL: scales.rated,
    Measure.GRID: scales.rated_rows,
    Measure.NUMERIC: spread.numbers,
    Measure.DATE: spread.dates,
}

OF_ALL = frozenset({Measure.NOMINAL, Measure.MULTIPLE, Measure.RANKING})
"""Where a share is one of everybody who did not skip, who does not know included."""


@chart("answers")
def answers_chart(
    item: ItemCode,
    counts: Iterable[PatternCount],
    *,
    k: int = LEAST,
    about: str = "",
    language: str = "nl",
) -> Chart:
    """Show how often each answer was given; the words that people wrote are never shown."""
    if item.measure in UNREAD:
        return written(item, about, language)
    held = people(item, counts, k=k)
    if hidden(held, k=k):
        return too_few(item, about, language)
    base = held.n if item.measure in OF_ALL else held.given
    draft = DRAFTS[item.measure](item, held, k=k, language=language)
    return Chart(
        name="answers",
        finding=draft.finding,
        subtitle=subtitle(item.label, base, about, language),
        caption=caption(item, held, draft, language),
        alt=in_words(draft.finding, list(draft.lines), language),
        table=draft.table,
        figure=draft.figure,
        caution=few_caution(base, language, shares=item.measure is not Measure.POINTS),
        language=language,
    )


def caption(item: ItemCode, held: People, draft: Draft, language: str) -> str:
    """How to read it, and who is not in it; small numbers of a sensitive item are not told."""
    _ = say(language).gettext
    said = [_("De lijn toont hoe zeker het cijfer is (95 %).")] if draft.lined else []
    said.append(own_choice(language) if draft.lined else self_selected(language))
    if held.dont_know and not item.sensitive:
        said.append(unsure(held.dont_know, language))
    if held.skipped and not item.sensitive:
        said.append(skipped(held.skipped, language))
    return " ".join(said)


def too_few(item: ItemCode, about: str, language: str) -> Chart:
    """Nothing but why there is nothing."""
    finding = hidden_finding(language)
    return Chart(
        name="answers",
        finding=finding,
        subtitle=subtitle(item.label, None, about, language),
        caption="",
        alt=finding + ".",
        table=Table((), ()),
        figure=Note("", hidden_caption(language)),
        language=language,
    )


def written(item: ItemCode, about: str, language: str) -> Chart:
    """Open answers are read by people, not counted by a chart."""
    _ = say(language).gettext
    finding = _("Open antwoorden staan niet in een grafiek")
    line = _("Wat mensen schreven, leest u apart. Zo komt geen naam in een grafiek.")
    return Chart(
        name="answers",
        finding=finding,
        subtitle=subtitle(item.label, None, about, language),
        caption="",
        alt=f"{finding}. {line}",
        table=Table((), ()),
        figure=Note("", line),
        language=language,
    )
