"""What totals tell of a hidden cell, against trying every table there can be."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.solving import bounds

small = settings(max_examples=80, deadline=None)


def every_table(row_totals, column_totals):
    """All tables of whole numbers with these totals."""
    if len(row_totals) == 1:
        yield [list(column_totals)]
        return
    for first in product(*(range(min(row_totals[0], c) + 1) for c in column_totals)):
        if sum(first) == row_totals[0]:
            left = [c - n for c, n in zip(column_totals, first, strict=True)]
            for rest in every_table(row_totals[1:], left):
                yield [list(first), *rest]


@small
@given(
    st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=3),
    st.data(),
)
def test_bounds_are_those_of_all_tables_that_fit(table, data):
    cells = [(i, j) for i in range(len(table)) for j in range(3)]
    hidden = data.draw(st.sets(st.sampled_from(cells), min_size=1))
    cell = data.draw(st.sampled_from(sorted(hidden)))
    fitting = [
        other[cell[0]][cell[1]]
        for other in every_table(
            [sum(row) for row in table], [sum(row[j] for row in table) for j in range(3)]
        )
        if all(other[i][j] == table[i][j] for i, j in cells if (i, j) not in hidden)
    ]

    assert bounds(table, hidden, cell, enough=100) == (min(fitting), max(fitting))


def test_looking_stops_when_it_is_enough():
    assert bounds([[2, 50], [50, 2]], {(0, 0), (0, 1), (1, 0), (1, 1)}, (0, 0), enough=5) == (0, 5)


def test_a_cell_hidden_alone_is_solved():
    assert bounds([[2, 50], [50, 20]], {(0, 0)}, (0, 0), enough=5) == (2, 2)
