"""The chart of options compared two by two, made in the worker child."""

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.charts.duels import Duellist
from survey_app.activities.pairwise.duelling import PairwiseResult


def chart_of(question: str, found: PairwiseResult, *, k: int, about: str, language: str) -> Chart:
    """How often each would win."""
    told = [
        Duellist(one.option.text.wording(language).text, float(one.chance), one.won, one.lost)
        for one in found.lines
    ]
    return CHARTS["duels"](question, told, n=found.people, k=k, about=about, language=language)
