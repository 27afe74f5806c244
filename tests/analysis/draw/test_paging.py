"""A long list goes on on the next page and loses no row."""

import re
from dataclasses import replace

import pytest

from analysis.draw.paging import pages, slices
from tests.analysis.examples import ALL, PRIORITIES, QUADRANT


def heights(drawings):
    return [float(re.search(r' height="([\d.]+)"', drawing)[1]) for drawing in drawings]


def test_a_short_chart_is_one_page():
    assert len(pages(PRIORITIES["plain"], "print", tallest=1040)) == 1
    assert len(pages(QUADRANT["plain"], "print", tallest=10)) == 1


def test_a_long_list_is_cut_into_pages_that_fit():
    drawings = pages(PRIORITIES["forty"], "print", tallest=600)

    assert len(drawings) > 2
    assert max(heights(drawings)) <= 600


def test_pages_hold_about_as_many_rows_each():
    found = heights(pages(PRIORITIES["forty"], "print", tallest=600))

    assert max(found[:-1]) - min(found[:-1]) < 40


def test_a_row_that_fits_no_page_stands_alone():
    figure = PRIORITIES["plain"].figure

    assert len(pages(PRIORITIES["plain"], "print", tallest=1)) == len(figure.bars)


@pytest.mark.parametrize("most", range(1, 9))
def test_slices_keep_every_bar_its_place_and_what_stands_apart(most):
    figure = PRIORITIES["plain"].figure
    parts = list(slices(figure, most))

    assert [bar for part in parts for bar in part.bars] == list(figure.bars)
    assert all(sum(part.groups) == len(part.bars) for part in parts)
    assert [part.apart for part in parts] == [()] * (len(parts) - 1) + [figure.apart]


def test_a_figure_without_places_has_none_on_any_page():
    figure = ALL["answers: nominal"].figure

    assert [part.groups for part in slices(figure, 2)] == [()] * -(-len(figure.bars) // 2)


def test_nothing_to_draw_is_still_a_page():
    figure = replace(PRIORITIES["plain"].figure, bars=(), groups=(), apart=())

    assert list(slices(figure, 3)) == [figure]
