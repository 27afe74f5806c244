"""What holds for every level of measurement; each one's own reading is tried with whole files."""

import pytest

from analysis.measures import RULES, Row, UnreadableError, answer_of
from analysis.measures.rule import MeasureRule, nothing, register
from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.measures import Measure
from question_banks.unfold import unfold
from tests.analysis import samples

ITEMS = {
    Measure.NOMINAL: (samples.NOMINAL, "b"),
    Measure.MULTIPLE: (samples.MULTIPLE, ("a", "c")),
    Measure.ORDINAL: (samples.ORDINAL, 4),
    Measure.GRID: (samples.GRID, {"a": 4, "b": 2}),
    Measure.RANKING: (samples.RANKING, ("c", "a")),
    Measure.POINTS: (samples.POINTS, {"a": 3, "b": 7, "c": 0}),
    Measure.NUMERIC: (samples.NUMERIC, 2.5),
    Measure.DATE: (samples.DATE, "2026-05-20"),
    Measure.TEXT: (samples.TEXT, "Hallo"),
}


def as_row(part):
    return Row(
        option=part.option or part.row or "",
        number=next((str(n) for n in (part.number, part.position) if n is not None), ""),
        text=part.text or "",
    )


def test_every_measure_has_a_rule():
    assert set(RULES) == set(Measure)


@pytest.mark.parametrize("measure", ITEMS, ids=str)
def test_an_answer_unfolded_into_rows_is_read_back(measure):
    item, value = ITEMS[measure]
    answer = Answer(Status.GIVEN, value)
    rows = tuple(as_row(part) for part in unfold(measure, answer))

    assert answer_of(item, rows) == answer


@pytest.mark.parametrize("measure", ITEMS, ids=str)
def test_who_skips_and_who_does_not_know_is_read_alike_for_every_measure(measure):
    item, _value = ITEMS[measure]

    assert answer_of(item, (Row("__skipped"),)) == SKIPPED
    assert answer_of(item, (Row("__dont_know"),)) == DONT_KNOW
    assert answer_of(item, (Row("__skipped"), Row("__dont_know"))) == DONT_KNOW


def test_a_text_without_words_is_no_answer():
    assert answer_of(samples.TEXT, (Row(text="  "),)) == DONT_KNOW


@pytest.mark.parametrize("measure", [m for m, rule in RULES.items() if not rule.unit], ids=str)
def test_what_has_no_unit_scores_nothing(measure):
    assert RULES[measure].says(samples.TEXT, "x", ()) == {}


def test_a_second_rule_for_a_measure_is_refused():
    with pytest.raises(ValueError, match="two rules for measure text"):
        register(Measure.TEXT, MeasureRule("", nothing, nothing))


def test_an_unreadable_answer_says_what_is_wrong():
    with pytest.raises(UnreadableError, match="unknown_option: z") as error:
        answer_of(samples.NOMINAL, (Row("z"),))

    assert (error.value.what, error.value.found) == ("unknown_option", "z")


def test_a_scale_that_is_not_known_takes_any_whole_number():
    loose = samples.item(Measure.ORDINAL, points=())

    assert answer_of(loose, (Row(number="11"),)).value == 11
