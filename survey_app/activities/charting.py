"""What activities hand to the charts; imported in the worker child only."""

from collections.abc import Sequence

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import ItemCode, OptionCode
from analysis.dataset import PatternCount
from question_banks.measures import Measure
from survey_app.activities.base import Given, Hand
from survey_app.activities.wall import Card

CODE = "activity"


def support(
    question: str,
    given: Sequence[Given],
    cards: Sequence[Card],
    *,
    k: int,
    about: str,
    language: str,
) -> Chart:
    """Cards with their dots."""
    people = len({one.participant for one in given})
    told = [(card.text, card.dots) for card in cards]
    return CHARTS["support"](question, told, n=people, k=k, about=about, language=language)


def choices(
    question: str,
    options: Sequence[tuple[str, str]],
    patterns: Sequence[tuple[str, int]],
    hands: Sequence[Hand] = (),
    *,
    measure: Measure,
    k: int,
    about: str,
    language: str,
) -> Chart:
    """A plain count of codes with their words, as of a survey's question."""
    item = ItemCode(
        CODE, question, measure, options=tuple(OptionCode(code, words) for code, words in options)
    )
    counts = [PatternCount(CODE, pattern, n) for pattern, n in patterns]
    counts += [PatternCount(CODE, hand.option, hand.n, mode=hand.way) for hand in hands]
    return CHARTS["answers"](item, counts, k=k, about=about, language=language)
