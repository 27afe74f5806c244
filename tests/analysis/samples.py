"""Small codebooks and counts that the tests of the analysis share."""

from analysis.codebook import ItemCode, OptionCode
from analysis.dataset import PatternCount
from question_banks.measures import Measure

FIVE = tuple(OptionCode(str(n), word) for n, word in enumerate("abcde", start=1))


def options(*codes):
    return tuple(OptionCode(code, code.upper(), f"about_{code}") for code in codes)


def item(measure, *codes, code="q", **fields):
    """An item with options of these codes; scales have five points, points add up to ten."""
    scaled = measure in {Measure.ORDINAL, Measure.GRID}
    usual = {
        "points": FIVE if scaled else (),
        "total": 10 if measure is Measure.POINTS else None,
    }
    return ItemCode(code, "Vraag?", measure, options=options(*codes), **(usual | fields))


def counts(patterns, code="q", **fields):
    """Counted patterns of one item, from ``{pattern: n}``."""
    return [PatternCount(code, pattern, n, **fields) for pattern, n in patterns.items()]


MULTIPLE = item(Measure.MULTIPLE, "a", "b", "c")
NOMINAL = item(Measure.NOMINAL, "a", "b", "c")
ORDINAL = item(Measure.ORDINAL, topic="about_q")
GRID = item(Measure.GRID, "a", "b")
RANKING = item(Measure.RANKING, "a", "b", "c")
POINTS = item(Measure.POINTS, "a", "b", "c")
NUMERIC = item(Measure.NUMERIC)
DATE = item(Measure.DATE)
TEXT = item(Measure.TEXT)
