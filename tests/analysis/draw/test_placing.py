"""Words beside dots: none lies on another; what finds no room gets a number."""

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.draw import svg
from analysis.draw.looks import LOOKS
from analysis.draw.placing import WIDER, Box, labels, square
from analysis.draw.plane import corner_words, field_of, spot
from analysis.draw.widths import widest
from analysis.figure import Dot, Plane
from tests.analysis.examples import QUADRANT

PERCENT = st.floats(0, 100)
DOTS = st.lists(st.builds(lambda x, y: (x, y), PERCENT, PERCENT), max_size=14)


def plane(points, label="Samentuin of pluktuin"):
    dots = tuple(
        Dot(f"{label} {n}", x, y, max(0, x - 9), min(100, x + 9), max(0, y - 9), min(100, y + 9))
        for n, (x, y) in enumerate(points)
    )
    return Plane(dots, "haalbaar", "belangrijk", ("a", "b", "c", "d"))


def given_labels(points, look):
    figure = plane(points)
    field = field_of(figure, LOOKS[look])
    return labels([spot(dot, field) for dot in figure.dots], field, taken=()), field


def box_of(label, look):
    wide = widest(list(label.lines), look.text)
    return Box.at(label.x, label.y - look.text, wide, look.text * 1.25 * len(label.lines))


@given(DOTS, st.sampled_from(["desk", "phone", "print", "projector"]))
def test_no_words_lie_on_other_words_or_outside(points, look):
    found, field = given_labels(points, look)
    beside = [box_of(label, LOOKS[look]) for label in found if not label.number]

    assert not [pair for pair in combinations(beside, 2) if pair[0].meets(pair[1])]
    assert all(box.left >= field.left and box.top >= field.top for box in beside)


@given(DOTS)
def test_every_dot_is_named_and_numbers_run_on(points):
    found, _field = given_labels(points, "phone")
    numbers = [label.number for label in found if label.number]

    assert [label.text for label in found] == [dot.label for dot in plane(points).dots]
    assert list(dict.fromkeys(sorted(numbers))) == list(range(1, len(set(numbers)) + 1))


@given(DOTS, st.sampled_from(["desk", "phone", "print", "projector"]))
def test_no_number_lies_on_another(points, look):
    found, field = given_labels(points, look)
    held = [label for label in found if label.first]

    for one, other in combinations(held, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 2 * WIDER * field.radius


def test_dots_on_one_spot_share_a_number():
    found, _field = given_labels([(50, 50)] * 14, "desk")
    numbered = [label for label in found if label.number]

    assert {label.number for label in numbered} == {1}
    assert [label.first for label in numbered] == [True] + [False] * (len(numbered) - 1)


def corners_beside(points):
    figure = plane(points)
    field = field_of(figure, LOOKS["desk"])
    held = corner_words(figure, field, [spot(dot, field) for dot in figure.dots])
    return [box for _part, box in held]


def test_the_word_of_a_corner_gives_way_to_a_dot():
    free, taken = corners_beside([(50, 50)]), corners_beside([(1, 99)])

    assert taken[0].left > free[0].left
    assert taken[1:] == free[1:]


def test_on_a_phone_the_word_of_a_corner_goes_inward():
    figure, look = plane([(2, 99)]), LOOKS["phone"]
    field = field_of(figure, look)
    held = corner_words(figure, field, [spot(dot, field) for dot in figure.dots])
    dot = square(spot(figure.dots[0], field), field.radius)

    assert not any(box.meets(dot) for _part, box in held)


def test_a_list_names_every_dot_at_one_spot():
    figure = plane([(50, 50)] * 30, label="Een omschrijving over vier woorden")
    names = svg.draw(replace(QUADRANT["plain"], figure=figure), "phone")

    assert "woorden 29" in names.replace("</text>", " ").replace("\n", " ")


def test_a_corner_full_of_dots_keeps_its_word():
    everywhere = [(x, y) for x in range(0, 50, 2) for y in range(50, 100, 4)]

    assert corners_beside(everywhere)[0] == corners_beside([(50, 50)])[0]


def test_dots_on_one_spot_are_told_in_a_list():
    found, _field = given_labels([(50, 50)] * 14, "desk")

    assert any(label.number for label in found)


def test_a_name_of_many_lines_goes_to_the_list():
    figure = plane([(50, 50)], label="Een heel lange omschrijving " * 6)
    field = field_of(figure, LOOKS["desk"])
    (found,) = labels([spot(figure.dots[0], field)], field, taken=())

    assert (found.number, found.lines) == (1, ())


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Box(0, 0, 5, 5), True),
        (Box(10, 0, 20, 10), False),
        (Box(0, 10, 10, 20), False),
        (Box(9, 9, 20, 20), True),
    ],
)
def test_boxes_that_only_touch_do_not_meet(other, meets):
    assert Box(0, 0, 10, 10).meets(other) is meets
    assert other.meets(Box(0, 0, 10, 10)) is meets


def test_a_box_is_within_only_when_all_of_it_is():
    assert Box(1, 1, 9, 9).within(Box(0, 0, 10, 10))
    assert not Box(1, 1, 11, 9).within(Box(0, 0, 10, 10))
    assert not Box(1, 1, 9, 11).within(Box(0, 0, 10, 10))
