"""The chart of a live question, made in the worker child: the same as of a survey's question."""

from collections.abc import Sequence

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import item_code
from analysis.dataset import PatternCount
from question_banks.item import Item
from survey_app.activities.ask.counting import ONE_EACH
from survey_app.activities.base import Given, Hand


def chart_of(
    item: Item,
    given: Sequence[Given],
    hands: Sequence[Hand],
    *,
    k: int,
    about: str,
    language: str,
) -> Chart:
    """Draw one round. Raised hands are shares of one choice each; ``about`` names them."""
    counts = [PatternCount(item.code, one.pattern, one.n) for one in given if one.pattern]
    if item.measure in ONE_EACH:
        counts += [PatternCount(item.code, hand.option, hand.n, mode=hand.way) for hand in hands]
    return CHARTS["answers"](item_code(item, language), counts, k=k, about=about, language=language)
