"""Counted answers: pooled, split, filtered."""

import pytest

from analysis.codebook import Codebook
from analysis.dataset import Dataset, PatternCount, answer_in, by, pooled
from question_banks.answer import SKIPPED, Answer, Status
from question_banks.measures import Measure
from tests.analysis.samples import MULTIPLE, NOMINAL, counts

HELD = (
    PatternCount("q", "a", 3, "poster", "self"),
    PatternCount("q", "a", 4, "hoplr", "paper", version=2),
    PatternCount("q", "b", 1, "poster", "self", offered=("a", "b")),
    PatternCount("q", "b", 2, "poster", "self"),
    PatternCount("q", "c", 0),
)


def test_equal_patterns_are_added_up_when_the_same_was_offered():
    assert pooled(HELD) == (
        PatternCount("q", "a", 7),
        PatternCount("q", "b", 2),
        PatternCount("q", "b", 1, offered=("a", "b")),
    )


def test_the_order_in_which_patterns_come_does_not_matter():
    assert pooled(reversed(HELD)) == pooled(HELD)


def test_what_was_taken_away_again_is_gone():
    assert pooled(counts({"a": 2}) + counts({"a": -2})) == ()


def test_patterns_are_split_by_channel():
    parts = by(HELD, "collector")

    assert {name: sum(count.n for count in held) for name, held in parts.items()} == {
        "poster": 6,
        "hoplr": 4,
        "": 0,
    }
    assert list(by(HELD, "version")) == ["1", "2"]


def test_a_dataset_is_filtered_by_item_and_by_where_answers_came_from():
    dataset = Dataset(Codebook((MULTIPLE, NOMINAL)), HELD)

    assert dataset.of("q") == HELD
    assert dataset.of("other") == ()
    assert dataset.where(collector="hoplr", mode="paper").counts == HELD[1:2]
    assert dataset.where(collector="hoplr", mode="self").counts == ()


def test_a_choice_of_nothing_is_an_answer_to_a_multiple_only():
    assert answer_in(Measure.MULTIPLE, "") == Answer(Status.GIVEN, ())
    assert answer_in(Measure.MULTIPLE, "-") == SKIPPED
    with pytest.raises(ValueError, match="no pattern of measure nominal"):
        answer_in(Measure.NOMINAL, "")
