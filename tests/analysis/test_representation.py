"""Who answered beside who lives there: what is missing, and what small groups hide."""

from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.representation import Part, expected_active, most_missing, representation
from analysis.where_next import first_age, where_next

LUMMEN = (
    ("12-17", 10, 1050), ("18-29", 29, 2250), ("30-44", 91, 3150), ("45-64", 185, 4800),
    ("65-79", 70, 1950), ("80+", 27, 1800),
)  # fmt: skip


def ages(rows=LUMMEN, **fields):
    return representation(
        [Part(code, code, n, people) for code, n, people in rows],
        what="Leeftijd", **{"kind": "age", **fields},
    )  # fmt: skip


def test_what_is_missing_is_the_part_of_the_village_less_who_answered():
    found = {group.code: group for group in ages().groups}

    assert (found["12-17"].short, found["12-17"].missing) == (True, ceil(412 * 0.07 - 10))
    assert (found["18-29"].missing, found["80+"].missing) == (33, 23)
    assert (found["45-64"].short, found["45-64"].missing) == (False, 0)


def test_the_groups_that_lack_most_people_come_first():
    assert [group.code for group in ages().short()] == ["18-29", "80+", "12-17"]
    hamlets = representation([Part("x", "X", 9, 50), Part("y", "Y", 200, 50)], what="Gehucht")
    assert [group.code for _one, group in most_missing([ages(), hamlets])][:2] == ["x", "18-29"]


def test_a_group_of_few_and_an_empty_one_look_alike():
    few, none = (
        representation([Part("a", "A", n, 50), Part("b", "B", 60, 10), Part("c", "C", 9 - n, 40)],
                       what="Groep").groups[0]
        for n in (3, 0)
    )  # fmt: skip

    assert few == none
    assert (few.n, few.share, few.missing, few.short) == (None, None, None, True)


def test_too_few_people_show_nothing():
    found = ages([("12-17", 2, 100), ("80+", 1, 100)])

    assert (found.hidden, found.groups, found.n) == (True, (), 0)


def test_without_figures_of_the_village_nobody_is_missing():
    found = ages([(code, n, None) for code, n, _people in LUMMEN])

    assert found.inhabitants == 0
    assert found.short() == ()


def test_four_in_a_hundred_take_part():
    assert expected_active(15_000) == 600


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 500)), min_size=2, max_size=6))
def test_no_small_group_follows_from_what_is_shown(rows):
    found = representation(
        [Part(str(i), str(i), n, people) for i, (n, people) in enumerate(rows)], what="Groep"
    )
    hidden = [n for group, (n, _people) in zip(found.groups, rows, strict=False) if group.n is None]
    small = [n for n in hidden if 0 < n < 5]

    assert all(group.n is None or group.n >= 5 for group in found.groups)
    if small and not found.hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= 5 or len(hidden) == len(rows)
    for group in found.groups:
        assert group.n is not None or group.missing in {0, None}


@pytest.mark.parametrize(
    ("code", "begins"), [("12-17", "Sta aan de schoolpoort"), ("18-29", "Vraag de jeugdraad"),
                         ("45-64", "Sta na de werkuren"), ("65-79", "Ga naar het dienstencentrum"),
                         ("80+", "Ga met een vrijwilliger")],
)  # fmt: skip
def test_where_to_stand_next_follows_the_age(code, begins):
    found = ages()
    group = next(one for one in ages([(code, 10, 100), ("x", 90, 100)]).groups if one.code == code)

    assert where_next(found, group).startswith(begins)


def test_where_to_stand_next_for_a_hamlet_and_for_others():
    hamlets = representation([Part("x", "Linkhout", 10, 50)], what="Gehucht", kind="hamlet")
    others = representation([Part("x", "Arabisch", 10, 50)], what="Taal")

    assert where_next(hamlets, hamlets.groups[0]).startswith("Zet een infostand in dit gehucht")
    assert where_next(others, others.groups[0]).startswith("Vraag een organisatie")
    assert first_age("onbekend") is None
    unknown = ages([("onbekend", 10, 100)])
    assert where_next(unknown, unknown.groups[0]).startswith("Vraag een organisatie")
