"""What a reader is warned of."""

import pytest

from analysis.cautions import cautions, general
from analysis.priorities import priorities
from tests.analysis.samples import MULTIPLE, counts


@pytest.mark.parametrize(
    ("patterns", "said"),
    [
        ({"a": 4}, ["Te weinig antwoorden om te tonen."]),
        (
            {"a": 8, "b": 1},
            ["Minder dan tien antwoorden: gebruik aantallen, geen percentages."],
        ),
        ({"a": 26, "b": 2}, ["Minder dan dertig antwoorden: lees dit voorzichtig."]),
        ({"a": 60, "b": 2, "?": 20}, []),
        ({"a": 60, "b": 2, "?": 21}, ["Veel mensen weten het niet: 21 van 83."]),
        (
            {"a": 31, "b": 30, "c": 29},
            ["De verschillen zijn te klein om te zeggen wat eerst komt."],
        ),
        ({"a": 60, "b": 10}, []),
    ],
)
def test_every_caution_has_its_cause(patterns, said):
    assert list(cautions(priorities(MULTIPLE, counts(patterns)))) == said


def test_options_that_are_left_out_are_named():
    found = priorities(
        MULTIPLE,
        counts({"a": 40, "b": 20}, offered=("a", "b")) + counts({"c": 3}, version=2),
    )

    assert cautions(found) == ("Niet getoond, te weinig mensen: C.",)


def test_what_holds_for_every_figure_is_said_in_plain_sentences():
    assert len(general()) == 8
    assert all(len(sentence.split()) <= 12 for line in general() for sentence in line.split(". "))
