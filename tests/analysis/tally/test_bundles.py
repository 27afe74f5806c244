"""What a budget buys: cases worked out by hand, people counted one by one, and fairness itself."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tally.bundle import Backing, served
from analysis.tally.equal_shares import equal_shares, shared_out
from analysis.tally.greedy import greedy

thorough = settings(max_examples=150, deadline=None)
sets = st.frozensets(st.sampled_from("abcde"), max_size=5)
crowds = st.dictionaries(sets, st.integers(1, 4), min_size=1, max_size=6)
prices = st.fixed_dictionaries({code: st.integers(1, 60) for code in "abcde"})


def backing(held):
    return [Backing(frozenset(options), n) for options, n in held.items()]


def test_the_majority_takes_all_from_greedy_but_not_from_equal_shares():
    """Six want three things in the north, four two in the south; a thing costs as much as two."""
    costs = dict.fromkeys(("n1", "n2", "n3", "s1", "s2"), 20)
    people = backing({("n1", "n2", "n3"): 6, ("s1", "s2"): 4})

    assert greedy(costs, people, budget=60).options == ("n1", "n2", "n3")
    assert equal_shares(costs, people, budget=60).options == ("n1", "n2", "s1")


def test_the_payments_of_a_small_case_are_those_worked_out_by_hand():
    """Three people hold 10 each. All want a (12), so each pays 4; two want b (11): 5.50 each."""
    people = [*backing({"a": 1}), Backing(frozenset("ab"), 2)]

    [first, second] = shared_out({"a": 12, "b": 11}, people, share=Fraction(10)).bought

    assert (first.option, first.each, first.supporters) == ("a", 4, 3)
    assert (second.option, second.each, second.supporters) == ("b", Fraction(11, 2), 2)


def test_who_has_too_little_left_pays_that_and_the_others_pay_more():
    """After a (18, three pay 6) one still holds 4 and another 10: c (13) costs them 4 and 9."""
    people = backing({"a": 1, "ac": 1, "c": 1})
    people[0] = Backing(frozenset("a"), 2)

    found = shared_out({"a": 18, "c": 13}, people, share=Fraction(10)).bought

    assert [(one.option, one.each) for one in found] == [("a", 6), ("c", 9)]


def test_an_option_that_nobody_can_pay_waits_until_shares_have_grown():
    """One of four people wants b (30) and holds 25 of the 100; a (60) takes 20 from the others."""
    people = backing({"a": 3, "b": 1})

    found = equal_shares({"a": 60, "b": 30}, people, budget=100)

    assert found.options == ("a", "b")
    assert (found.spent, found.left) == (90, 10)
    assert not any(one.filled for one in found.bought)


def test_money_that_is_left_buys_the_most_chosen_that_fits():
    people = backing({"a": 6, "b": 5, "c": 1})

    found = equal_shares({"a": 60, "b": 60, "c": 30}, people, budget=100)

    assert [(one.option, one.filled) for one in found.bought] == [("a", False), ("c", True)]
    assert found.even == ()


def test_two_that_become_affordable_together_and_cost_too_much_are_even():
    found = equal_shares({"a": 60, "b": 60}, backing({"a": 5, "b": 5}), budget=100)

    assert (found.options, found.even) == (("a",), ("a", "b"))


def test_a_draw_among_all_bought_options_is_no_draw():
    people = backing({"a": 5, "b": 5})

    assert equal_shares({"a": 10, "b": 10}, people, budget=20).even == ()
    assert greedy({"a": 10, "b": 10}, people, budget=20).even == ()
    assert greedy({"a": 10, "b": 10}, people, budget=10).even == ("a", "b")


def test_the_cheaper_goes_first_where_equally_many_chose():
    found = greedy({"a": 9, "b": 4}, backing({"ab": 3}), budget=10)

    assert (found.options, found.even) == (("b",), ("a", "b"))


def test_nobody_and_no_choice_buy_nothing():
    for people in ([], backing({"": 9})):
        assert equal_shares({"a": 5}, people, budget=10).bought == ()
        assert greedy({"a": 5}, people, budget=10).bought == ()


def test_an_option_without_supporters_is_never_bought():
    found = equal_shares({"a": 5, "b": 5}, backing({"a": 2}), budget=100)

    assert found.options == ("a",)


def test_what_costs_nothing_is_refused():
    for rule in (equal_shares, greedy):
        with pytest.raises(ValueError, match="costs something"):
            rule({"a": 0}, backing({"a": 2}), budget=10)


def test_served_are_those_with_something_of_theirs():
    people = backing({"ab": 6, "c": 3, "": 4})
    found = greedy({"a": 10, "b": 10, "c": 10}, people, budget=20)

    assert served(found, people) == (6, 9)


def one_by_one(costs, held, share):
    """Equal shares as its authors write it, for people one by one: find the least rho each time."""
    money = {(options, i): share for options, n in held.items() for i in range(n)}
    left, bought = dict(costs), []

    def rho(code):
        """Least rho at which everybody paying min(money, rho * cost) pays the whole cost."""
        likes = [who for who in money if code in who[0]]
        if sum(money[who] for who in likes) < costs[code]:
            return None
        marks = sorted({Fraction(money[who]) / costs[code] for who in likes})
        for mark in marks:
            if sum(min(money[who], mark * costs[code]) for who in likes) >= costs[code]:
                poor = [who for who in likes if money[who] < mark * costs[code]]
                rest = Fraction(costs[code]) - sum(money[who] for who in poor)
                return rest / (len(likes) - len(poor)) / costs[code]
        raise AssertionError

    while found := {code: r for code in left if (r := rho(code)) is not None}:
        best = min(left, key=lambda code: (found.get(code, 10**9), costs[code]))
        bought.append(best)
        due = found[best] * costs[best]
        money = {w: had - min(had, due) if best in w[0] else had for w, had in money.items()}
        del left[best]
    return tuple(bought)


@thorough
@given(prices, crowds, st.integers(1, 50))
def test_patterns_buy_what_people_one_by_one_buy(costs, held, share):
    found = shared_out(costs, backing(held), share=Fraction(share))

    assert tuple(one.option for one in found.bought) == one_by_one(costs, held, Fraction(share))


@thorough
@given(prices, crowds, st.integers(1, 150))
def test_no_rule_spends_more_than_there_is_or_leaves_what_still_fits(costs, held, budget):
    people = backing(held)
    for rule in (equal_shares, greedy):
        found = rule(costs, people, budget=budget)

        wanted = {code for options in held for code in options} - set(found.options)
        assert found.left >= 0
        assert len(set(found.options)) == len(found.options)
        assert all(costs[code] > found.left for code in wanted)


@thorough
@given(crowds, st.integers(1, 5))
def test_every_group_that_agrees_on_enough_gets_its_part(held, buys):
    """Extended justified representation: who could pay for that many together, has that many."""
    crowd = [options for options, n in held.items() for _ in range(n) if options]
    bundle = set(equal_shares(dict.fromkeys("abcde", 1), backing(held), budget=buys).options)

    for size in range(1, len(crowd) + 1):
        part = size * buys // len(crowd)
        for group in list(combinations(crowd, size))[:200]:
            if part and len(frozenset.intersection(*group)) >= part:
                assert max(len(options & bundle) for options in group) >= part
