"""The shape of the attendance over the moments of a trajectory."""

import pytest

from analysis.participation import Moment, Shape, participation


def shape(*people):
    return participation([Moment(str(n), "", n) for n in people], inhabitants=1400).shape()


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((64, 11, 92), Shape.HOURGLASS),
        ((64, None, 11, 92), Shape.HOURGLASS),
        ((10, 20, 30), Shape.RISING),
        ((30, 20, 10), Shape.FALLING),
        ((20, 21, 20), Shape.LEVEL),
        ((0, 0, 0), Shape.LEVEL),
        ((0, 0, 5), Shape.RISING),
        ((20, 90), Shape.UNKNOWN),
        ((), Shape.UNKNOWN),
    ],
)
def test_the_shape_of(people, expected):
    assert shape(*people) is expected


def test_a_village_without_figures_has_no_yardstick():
    assert participation([], inhabitants=None).fair == 0
    assert participation([], inhabitants=1400).fair == 56
