"""What holds for every tally rule: order, doubles, channels and ties do not change the count."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tally import RULES, USUAL, Tally
from analysis.tally.count import tally
from question_banks.measures import Measure
from tests.analysis import samples
from tests.analysis.samples import counts

ITEMS = {
    Measure.NOMINAL: samples.NOMINAL,
    Measure.MULTIPLE: samples.MULTIPLE,
    Measure.ORDINAL: samples.ORDINAL,
    Measure.GRID: samples.GRID,
    Measure.RANKING: samples.RANKING,
    Measure.POINTS: samples.POINTS,
    Measure.NUMERIC: samples.NUMERIC,
    Measure.DATE: samples.DATE,
}
PATTERNS = {
    Measure.NOMINAL: ["a", "b", "c"],
    Measure.MULTIPLE: ["a", "a+b", "b+c", "a+b+c", ""],
    Measure.ORDINAL: ["1", "2", "5"],
    Measure.GRID: ["a=1+b=2", "a=5", "a=?+b=3"],
    Measure.RANKING: ["a>b>c", "c>b", "b", "c>a>b"],
    Measure.POINTS: ["a=10+b=0+c=0", "a=1+b=2+c=7"],
    Measure.NUMERIC: ["3", "2.5", "-4"],
    Measure.DATE: ["2026-05-20", "2025-01-01"],
}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
quick = settings(max_examples=30, deadline=None)


def votes_for(rule):
    return st.dictionaries(st.sampled_from([*PATTERNS[rule.measure], "?", "-"]), st.integers(0, 9))


@every_rule
@quick
@given(st.data())
def test_the_order_of_votes_does_not_matter(rule, data):
    held = counts(data.draw(votes_for(rule)))
    mixed = data.draw(st.permutations(held))

    assert rule.count(ITEMS[rule.measure], mixed) == rule.count(ITEMS[rule.measure], held)


@every_rule
@quick
@given(st.data())
def test_people_counted_one_by_one_count_the_same(rule, data):
    patterns = data.draw(votes_for(rule))
    single = [one for pattern, n in patterns.items() for one in counts({pattern: 1}) * n]

    together = rule.count(ITEMS[rule.measure], counts(patterns))

    assert rule.count(ITEMS[rule.measure], single) == together


@every_rule
@quick
@given(st.data())
def test_places_follow_scores_and_ties_share_them(rule, data):
    found = rule.count(ITEMS[rule.measure], counts(data.draw(votes_for(rule))))

    for line in found.lines:
        assert line.place == 1 + sum(other.score > line.score for other in found.lines)
        assert isinstance(line.score, Fraction)
        assert 0 <= line.count <= line.n <= found.n


@every_rule
def test_nobody_gives_no_first(rule):
    found = rule.count(ITEMS[rule.measure], counts({"-": 3}))

    assert (found.n, found.skipped, found.first()) == (0, 3, ())


@every_rule
def test_who_does_not_know_is_in_the_base(rule):
    found = rule.count(ITEMS[rule.measure], counts({PATTERNS[rule.measure][0]: 4, "?": 2}))

    assert (found.n, found.dont_know) == (6, 2)
    assert all(line.n == 6 for line in found.lines)


@every_rule
def test_options_keep_the_order_of_the_question_when_they_tie(rule):
    found = rule.count(ITEMS[rule.measure], [])

    offered = ITEMS[rule.measure].option_codes or ("q",)
    assert tuple(line.option for line in found.lines) == offered


def test_every_measure_that_can_be_counted_has_its_usual_rule():
    assert set(USUAL) == set(Measure) - {Measure.TEXT, Measure.NONE}


def test_a_second_rule_of_one_name_or_a_second_usual_one_is_refused():
    with pytest.raises(ValueError, match="plurality"):
        tally(Measure.NUMERIC, name="plurality", usual=False)(lambda _item, _votes: [])
    with pytest.raises(ValueError, match="nominal"):
        tally(Measure.NOMINAL, name="another")(lambda _item, _votes: [])
    assert "another" not in RULES


def test_an_option_has_the_base_of_who_was_shown_it():
    found = USUAL[Measure.MULTIPLE].count(
        samples.MULTIPLE, counts({"a": 5}, offered=("a", "b")) + counts({"c": 2})
    )

    assert {line.option: (line.count, line.n) for line in found.lines} == {
        "a": (5, 7),
        "b": (0, 7),
        "c": (2, 2),
    }


def test_the_line_of_an_unknown_option_is_a_key_error():
    found = Tally("plurality", "q", 0, 0, 0, ())

    with pytest.raises(KeyError, match="z"):
        found.line("z")


def test_ties_are_said_and_not_broken():
    found = USUAL[Measure.NOMINAL].count(samples.NOMINAL, counts({"b": 4, "c": 4, "a": 1}))

    assert found.first() == ("b", "c")
    assert [(line.option, line.place) for line in found.lines] == [("b", 1), ("c", 1), ("a", 3)]


def test_plurality_and_approval_agree_when_everybody_chooses_one():
    votes = counts({"a": 4, "b": 7, "c": 2, "?": 3})

    one = RULES["plurality"].count(samples.NOMINAL, votes)
    many = RULES["approval"].count(samples.MULTIPLE, votes)

    assert one.lines == many.lines


def test_approval_counts_each_choice():
    found = RULES["approval"].count(samples.MULTIPLE, counts({"a+b": 4, "b": 3, "": 2}))

    assert {line.option: line.count for line in found.lines} == {"b": 7, "a": 4, "c": 0}
    assert found.n == 9


def test_points_add_up_and_say_how_many_gave_any():
    found = RULES["points"].count(
        samples.POINTS, counts({"a=10+b=0+c=0": 3, "a=0+b=4+c=6": 5, "b=10": 1})
    )

    assert [(line.option, line.score, line.count) for line in found.lines] == [
        ("a", 30, 3),
        ("b", 30, 6),
        ("c", 30, 5),
    ]
    assert found.line("b").spread == (("0", 3), ("4", 5), ("10", 1))


def test_a_scale_counts_every_point_and_its_mean():
    found = RULES["scale"].count(samples.ORDINAL, counts({"2": 3, "5": 1, "?": 4}))

    [line] = found.lines
    assert (line.option, line.n, line.count, line.score) == ("q", 8, 4, Fraction(11, 4))
    assert line.spread == (("1", 0), ("2", 3), ("3", 0), ("4", 0), ("5", 1))


def test_a_grid_counts_each_row_by_itself():
    found = RULES["grid"].count(samples.GRID, counts({"a=1+b=5": 2, "a=?+b=4": 1, "b=3": 1}))

    assert [(line.option, line.n, line.count, line.score) for line in found.lines] == [
        ("b", 4, 4, Fraction(17, 4)),
        ("a", 4, 2, Fraction(1)),
    ]


def test_numbers_and_days_are_counted_by_value():
    numbers = RULES["numbers"].count(samples.NUMERIC, counts({"10": 1, "2.5": 2, "?": 1}))
    days = RULES["days"].count(samples.DATE, counts({"2026-05-20": 1, "2025-01-01": 2, "?": 1}))

    assert numbers.lines[0].spread == (("2.5", 2), ("10", 1))
    assert numbers.lines[0].score == 5
    assert days.lines[0].spread == (("2025-01-01", 2), ("2026-05-20", 1))
    assert (days.lines[0].n, days.lines[0].count) == (4, 3)


def test_tallies_need_no_numbers_library():
    """They run where answers come in, and numpy would stop every phone for a second."""
    import subprocess  # noqa: PLC0415 — a process of its own is the point
    import sys  # noqa: PLC0415 — for that process

    code = "import analysis.tally, sys; print('numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "False"


def brute_places(ranking, option):
    """The mean place of an option over all ways to finish a ranking that was cut short."""
    left = [code for code in "abc" if code not in ranking]
    ways = [(*ranking, *rest) for rest in permutations(left)]
    return Fraction(sum(way.index(option) + 1 for way in ways), len(ways))


rankings = st.dictionaries(
    st.sampled_from([way for size in (1, 2, 3) for way in permutations("abc", size)]),
    st.integers(1, 6),
    min_size=1,
)


@settings(max_examples=80, deadline=None)
@given(rankings)
def test_a_mean_place_is_that_of_all_ways_to_finish_the_ranking(votes):
    found = RULES["ranking"].count(
        samples.RANKING, counts({">".join(way): n for way, n in votes.items()})
    )

    people = sum(votes.values())
    for line in found.lines:
        total = sum(brute_places(way, line.option) * n for way, n in votes.items())
        assert -line.score == Fraction(total, people)
        assert dict(line.spread)["1"] == sum(n for way, n in votes.items() if way[0] == line.option)
        assert line.count == sum(n for way, n in votes.items() if line.option in way)


@settings(max_examples=80, deadline=None)
@given(rankings)
def test_pairwise_counts_are_those_of_everybody_asked_one_by_one(votes):
    found = RULES["pairwise"].count(
        samples.RANKING, counts({">".join(way): n for way, n in votes.items()})
    )

    def prefers(way, one, other):
        return one in way and (other not in way or way.index(one) < way.index(other))

    for line in found.lines:
        won = Fraction(0)
        for other, above in line.spread:
            mine = sum(n for way, n in votes.items() if prefers(way, line.option, other))
            theirs = sum(n for way, n in votes.items() if prefers(way, other, line.option))
            assert above == mine
            won += Fraction(1 if mine > theirs else 0) if mine != theirs else Fraction(1, 2)
        assert line.score == won


def test_a_ring_of_preferences_has_three_first_places():
    found = RULES["pairwise"].count(samples.RANKING, counts({"a>b>c": 1, "b>c>a": 1, "c>a>b": 1}))

    assert found.first() == ("a", "b", "c")


def test_an_option_nobody_judged_stands_last():
    found = RULES["ranking"].count(samples.RANKING, counts({"b>a": 4}, offered=("a", "b")))

    assert [(line.option, line.n) for line in found.lines] == [("b", 4), ("a", 4), ("c", 0)]


def test_the_ranking_rule_orders_as_the_priorities_do():
    from analysis.priorities import priorities  # noqa: PLC0415 — beside the test that needs it

    votes = counts({"a>b>c": 12, "c>b": 9, "b": 5, "c": 3})

    tallied = RULES["ranking"].count(samples.RANKING, votes)
    ordered = priorities(samples.RANKING, votes)

    assert [line.option for line in tallied.lines] == [row.option for row in ordered.rows]
    for row in ordered.rows:
        place = -tallied.line(row.option).score
        assert row.value == pytest.approx(float((3 - place) / 2))
