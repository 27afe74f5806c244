"""The chart of a live question, made in the worker child: the same as of a survey's question."""

from collections.abc import Sequence

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import item_code
from analysis.dataset import PatternCount
from analysis.report import told
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
    """Draw one round. Raised hands are shares of one choice each, in no order."""
    counts = [PatternCount(item.code, one.pattern, one.n) for one in given if one.pattern]
    code = item_code(item, language)
    if not (hands and item.measure in ONE_EACH):
        return told(code, tuple(counts), about=about, k=k, language=language).chart
    counts += [PatternCount(item.code, hand.option, hand.n, mode=hand.way) for hand in hands]
    return CHARTS["answers"](code, counts, k=k, about=about, language=language)
