"""One real election whose rules give three winners, and each rule against counting by hand."""

from fractions import Fraction
from itertools import pairwise, permutations

import choix
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tally import RULES
from analysis.tally.bradley_terry import strengths
from analysis.tally.count import Vote
from analysis.tally.instant_runoff import MOST_WAYS, rounds, survivors
from analysis.tally.pairwise import beats_all
from question_banks.measures import Measure
from tests.analysis import samples
from tests.analysis.samples import counts

BURLINGTON = {
    "montroll>kiss>wright": 1332, "montroll>wright>kiss": 767, "montroll": 455,
    "kiss>montroll>wright": 2043, "kiss>wright>montroll": 371, "kiss": 568,
    "wright>montroll>kiss": 1513, "wright>kiss>montroll": 495, "wright": 1289,
}  # fmt: skip
"""Mayor of Burlington, Vermont, 2009: ballots as they order the three who were left at the end.

PrefLib, data set 00005; the counts of the three are those of the whole election's last rounds.
"""
MAYORS = samples.item(Measure.RANKING, "kiss", "montroll", "wright")
FOUR = samples.item(Measure.RANKING, "a", "b", "c", "d")
thorough = settings(max_examples=120, deadline=None)
ballots = st.dictionaries(
    st.sampled_from([way for size in (1, 2, 3, 4) for way in permutations("abcd", size)]),
    st.integers(1, 5),
    min_size=1,
    max_size=6,
)


def counted(rule, votes, item=FOUR):
    return RULES[rule].count(item, counts({">".join(way): n for way, n in votes.items()}))


def mayor(rule):
    return RULES[rule].count(MAYORS, counts(BURLINGTON))


def votes_of(ballots, options="abcd"):
    return tuple(Vote(way, n, frozenset(options)) for way, n in ballots.items())


def test_burlington_has_another_winner_under_each_rule():
    assert mayor("first_choices").first() == ("wright",)
    assert mayor("instant_runoff").first() == ("kiss",)
    assert mayor("schulze").first() == mayor("pairwise").first() == ("montroll",)
    assert beats_all(mayor("pairwise")) == "montroll"


def test_burlington_s_last_round_and_duels_are_those_published():
    run_off, duels = mayor("instant_runoff"), mayor("pairwise")

    assert dict(run_off.line("kiss").spread)["2"] == 4314
    assert dict(run_off.line("wright").spread)["2"] == 4064
    assert run_off.line("montroll").spread == (("1", 2554),)
    assert dict(duels.line("montroll").spread) == {"kiss": 4067, "wright": 4597}
    assert dict(duels.line("kiss").spread)["montroll"] == 3477
    assert dict(duels.line("wright").spread)["montroll"] == 3668


def test_nobody_beats_all_in_a_ring():
    ring = counted("pairwise", {tuple("abc"): 1, tuple("bca"): 1, tuple("cab"): 1}, samples.RANKING)

    assert beats_all(ring) is None


def prefers(way, one, other):
    return one in way and (other not in way or way.index(one) < way.index(other))


def by_hand(votes, one, other):
    return sum(n for way, n in votes.items() if prefers(way, one, other))


def chain(votes, start, end):
    """The strongest chain, by trying every one."""
    between = [code for code in "abcd" if code not in (start, end)]
    chains = [(start, *middle, end) for size in range(3) for middle in permutations(between, size)]
    return max(
        min(
            by_hand(votes, x, y) if by_hand(votes, x, y) > by_hand(votes, y, x) else 0
            for x, y in pairwise(way)
        )
        for way in chains
    )


@thorough
@given(ballots)
def test_schulze_follows_every_chain_of_duels(votes):
    found = counted("schulze", votes)

    for line in found.lines:
        others = [code for code in "abcd" if code != line.option]
        assert dict(line.spread) == {other: chain(votes, line.option, other) for other in others}
        beaten = sum(chain(votes, o, line.option) > chain(votes, line.option, o) for o in others)
        assert line.score == -beaten


@thorough
@given(ballots)
def test_who_beats_all_wins_by_schulze_and_by_duels(votes):
    best = beats_all(counted("pairwise", votes))

    if best is not None:
        assert counted("schulze", votes).first() == counted("pairwise", votes).first() == (best,)


def dropped_out(votes, standing):
    """Everybody who can be the last one left, whatever lot is drawn; one at a time."""
    if len(standing) == 1:
        return set(standing)
    tops = dict.fromkeys(standing, 0)
    for way, n in votes.items():
        top = next((code for code in way if code in standing), None)
        if top:
            tops[top] += n
    least = min(tops.values())
    return set().union(
        *(dropped_out(votes, standing - {code}) for code in standing if tops[code] == least)
    )


@thorough
@given(ballots)
def test_an_instant_run_off_names_all_who_can_win_by_any_lot(votes):
    assert set(counted("instant_runoff", votes).first()) == dropped_out(votes, frozenset("abcd"))


@thorough
@given(ballots)
def test_the_rounds_of_a_run_off_add_up_and_end_with_the_winner_or_a_draw(votes):
    told = rounds(FOUR.option_codes, votes_of(votes))

    for one in told:
        assert sum(n for _code, n in one.votes) + one.exhausted == sum(votes.values())
    winners = counted("instant_runoff", votes).first()
    if not told[-1].tied:
        assert winners == (told[-1].votes[0][0],)
    assert all(one.out and not one.tied for one in told[:-1])


def test_a_majority_of_first_choices_wins_the_run_off():
    assert counted("instant_runoff", {("a",): 6, ("b", "c"): 3, ("c", "b"): 2}).first() == ("a",)


def test_a_draw_that_matters_ends_the_rounds():
    told = rounds(("a", "b", "c"), votes_of({("a",): 4, ("b", "c"): 3, ("c", "b"): 3}, "abc"))

    assert [one.tied for one in told] == [("b", "c")]


def test_a_draw_that_cannot_matter_does_not():
    told = rounds(("a", "b", "c"), votes_of({("a",): 9, ("b", "c"): 3, ("c", "b"): 3}, "abc"))

    assert [one.out for one in told] == [("b", "c"), ()]


def test_too_many_draws_to_follow_leave_everybody_able_to_win():
    codes = tuple(f"o{n}" for n in range(40))
    votes = tuple(Vote((code,), 1, frozenset(codes)) for code in codes)

    found = survivors(codes, votes)

    assert set(found.values()) == {39}
    assert MOST_WAYS < 10_000


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=12, max_size=12))
def test_strengths_are_those_of_an_independent_library(numbers):
    duels = dict(zip(permutations("abcd", 2), numbers, strict=True))
    won = [("abcd".index(a), "abcd".index(b)) for (a, b), n in duels.items() for _ in range(n)]

    found = strengths("abcd", duels, imagined=0)

    theirs = choix.ilsr_pairwise(4, won, alpha=0)
    total = sum(map(pow, [2.718281828459045] * 4, theirs))
    for code, log in zip("abcd", theirs, strict=True):
        assert found[code] == pytest.approx(2.718281828459045**log / total, abs=1e-6)


def test_who_never_lost_is_strong_but_not_without_limit():
    found = strengths("abc", {("a", "b"): 5, ("b", "c"): 5})

    assert found["a"] > found["b"] > found["c"] > 0.005


def test_one_option_has_all_strength_and_none_has_none():
    assert strengths("a", {}) == {"a": 1.0}
    assert strengths("", {}) == {}


def test_pairs_shown_to_some_compare_options_that_never_met():
    votes = counts({"a>b": 8, "b>a": 2}, offered=("a", "b")) + counts(
        {"b>c": 8, "c>b": 2}, offered=("b", "c")
    )

    found = RULES["bradley_terry"].count(samples.RANKING, votes)

    assert [line.option for line in found.lines] == ["a", "b", "c"]
    assert [line.n for line in found.lines] == [10, 20, 10]
    assert sum(line.score for line in found.lines) == pytest.approx(1, abs=1e-5)
    assert all(isinstance(line.score, Fraction) for line in found.lines)
