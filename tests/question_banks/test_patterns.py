"""The grammar of patterns, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_banks import patterns
from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.measures import Measure
from tests.question_banks.strategies import quick

COUNTED = [measure for measure in Measure if measure not in {Measure.TEXT, Measure.NONE}]

EXAMPLES = [
    (Measure.NOMINAL, "bakery", "bakery"),
    (Measure.MULTIPLE, ("bakery", "bus"), "bakery+bus"),
    (Measure.MULTIPLE, ("bakery",), "bakery"),
    (Measure.ORDINAL, 4, "4"),
    (Measure.ORDINAL, -2, "-2"),
    (Measure.GRID, {"light": 4, "green": None}, "light=4+green=?"),
    (Measure.RANKING, ("bus", "bakery"), "bus>bakery"),
    (Measure.POINTS, {"bakery": 3, "bus": 7, "bench": 0}, "bakery=3+bus=7+bench=0"),
    (Measure.NUMERIC, 12, "12"),
    (Measure.NUMERIC, 2.5, "2.5"),
    (Measure.NUMERIC, -0.001, "-0.001"),
    (Measure.DATE, "2026-05-20", "2026-05-20"),
]


@pytest.mark.parametrize(("measure", "value", "pattern"), EXAMPLES)
def test_a_value_is_written_and_read_back(measure, value, pattern):
    answer = Answer(Status.GIVEN, value)

    assert patterns.write(measure, answer) == pattern
    assert patterns.read(measure, pattern) == answer


def test_a_whole_float_is_written_as_a_whole_number():
    assert patterns.write(Measure.NUMERIC, Answer(Status.GIVEN, 12.0)) == "12"


@pytest.mark.parametrize("measure", COUNTED)
def test_not_knowing_and_skipping_are_patterns_of_every_measure(measure):
    assert patterns.read(measure, patterns.write(measure, DONT_KNOW)) == DONT_KNOW
    assert patterns.read(measure, patterns.write(measure, SKIPPED)) == SKIPPED


def test_typed_words_never_stand_in_a_pattern():
    answer = Answer(Status.GIVEN, ("bus", "elsewhere"), "+>=? naam van een mens")

    assert patterns.write(Measure.MULTIPLE, answer) == "bus+elsewhere"


@pytest.mark.parametrize("measure", [Measure.TEXT, Measure.NONE])
def test_free_text_has_no_pattern(measure):
    assert patterns.write(measure, Answer(Status.GIVEN, "woorden")) is None
    with pytest.raises(ValueError, match="have no patterns"):
        patterns.read(measure, "woorden")


@pytest.mark.parametrize(
    ("measure", "pattern"),
    [
        (Measure.NOMINAL, ""),
        (Measure.NOMINAL, "a+b"),
        (Measure.NOMINAL, "a b"),
        (Measure.MULTIPLE, ""),
        (Measure.MULTIPLE, "a++b"),
        (Measure.ORDINAL, "four"),
        (Measure.ORDINAL, "٤"),
        (Measure.GRID, "a"),
        (Measure.GRID, "a=4+b"),
        (Measure.RANKING, "a>"),
        (Measure.POINTS, "a=?"),
        (Measure.NUMERIC, "1,5"),
        (Measure.NUMERIC, "inf"),
        (Measure.DATE, "20/05/2026"),
    ],
)
def test_what_is_no_pattern_is_refused(measure, pattern):
    with pytest.raises(ValueError, match="is no pattern"):
        patterns.read(measure, pattern)


@quick
@given(measure=st.sampled_from(COUNTED), pattern=st.text())
def test_reading_any_text_gives_an_answer_or_a_value_error(measure, pattern):
    try:
        answer = patterns.read(measure, pattern)
    except ValueError:
        return
    again = patterns.write(measure, answer)
    assert patterns.read(measure, again) == answer
