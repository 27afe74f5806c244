"""The gaps of several groups, read together, tell nothing of a small one."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.group_gaps import gaps_among
from analysis.groups import priorities_by
from tests.analysis.samples import MULTIPLE, counts

GROUPS = st.lists(
    st.dictionaries(st.sampled_from(["a", "b", "c", "a+b", "?"]), st.integers(0, 30), max_size=5),
    min_size=2,
    max_size=4,
)


def split(groups):
    held = {f"g{n}": tuple(counts(patterns)) for n, patterns in enumerate(groups)}
    return held, [one for part in held.values() for one in part]


@given(GROUPS)
def test_gap_is_told_only_where_the_group_has_a_figure_of_its_own(groups):
    held, whole = split(groups)
    told = priorities_by(MULTIPLE, whole, held, draws=50)

    for group in held:
        found = gaps_among(MULTIPLE, whole, held, group, name=group)
        assert {row.option for row in found.rows} <= {row.option for row in told[group].rows}


def test_small_group_is_not_the_difference_of_two_gaps():
    groups = {"a": 20, "b": 20}, {"a": 15, "b": 25}, {"a": 2, "b": 1}
    held, whole = split(groups)

    shown = [g for g in held if not gaps_among(MULTIPLE, whole, held, g, name=g).hidden]

    assert "g2" not in shown
    assert len(shown) < 2


def test_options_that_may_not_be_told_are_named_as_left_out():
    held, whole = split(({"a": 30, "b": 30, "c": 2}, {"a": 20, "b": 30, "c": 20}))

    found = gaps_among(MULTIPLE, whole, held, "g0", name="g0")

    assert {row.label for row in found.rows} == {"A", "B"}
    assert found.left_out == ("C",)
