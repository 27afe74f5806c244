"""The chart of a plane of options, made in the worker child."""

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.charts.placed import Spot, Three
from survey_app.activities.matrix.placing import MatrixResult, Placed, Spread


def chart_of(question: str, found: MatrixResult, *, k: int, about: str, language: str) -> Chart:
    """Options on importance and feasibility."""
    spots = [spot(one, language) for one in found.placed]
    return CHARTS["placed"](question, spots, n=found.n, k=k, about=about, language=language)


def spot(one: Placed, language: str) -> Spot:
    words = one.option.text.wording(language).text
    return Spot(words, one.n, three(one.important), three(one.feasible))


def three(spread: Spread) -> Three:
    return float(spread.low), float(spread.middle), float(spread.high)
