"""What money adds up to, what an amount means where, and what changed between two versions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.canvases.money import cents_of
from survey_app.canvases.rules import (
    Card,
    Changed,
    Difference,
    Flow,
    Sums,
    difference,
    flow_in,
    flows_in,
    fresh,
    sums,
)
from workshop_templates.activities import Block

COFFEE = Card("a", Block.OFFER, "Koffie")
ROOM = Card("b", Block.REVENUE, "Zaal", cents=120_000, flow=Flow.REVENUE_YEAR)
STOVE = Card("c", Block.COSTS, "Kachel", cents=89_950, flow=Flow.COST_ONCE)

CARDS = st.builds(
    Card,
    key=st.sampled_from("abcdef"),
    block=st.sampled_from(Block),
    text=st.sampled_from(["Koffie", "Taart", "Soep"]),
    cents=st.integers(0, 10**9),
    flow=st.sampled_from(Flow),
)
CANVASES = st.lists(CARDS, unique_by=lambda card: card.key, max_size=6)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("38.000", 3_800_000),
        ("38000", 3_800_000),
        ("€ 12,50", 1250),
        ("12.5", 1250),
        ("1.234.567,89", 123_456_789),
        ("0", 0),
        ("7 euro", 700),
        ("", None),
        ("veel", None),
        ("-4", None),
        ("1,2,3", None),
        ("1e9", None),
        ("²", None),
        ("9" * 40, None),
    ],
)
def test_amount_is_read_as_people_write_it(typed, cents) -> None:
    assert cents_of(typed) == cents


def test_what_happens_once_stays_apart_from_what_comes_back_each_year() -> None:
    assert sums([COFFEE, ROOM, STOVE]) == Sums(cost_once=89_950, revenue_year=120_000)
    assert (sums([ROOM, STOVE]).year, sums([ROOM, STOVE]).start) == (120_000, -89_950)
    assert not sums([COFFEE])


@given(CANVASES)
def test_sums_of_blocks_are_the_sum_of_everything(cards) -> None:
    parts = [sums(card for card in cards if card.block == block) for block in Block]

    assert all(sum(part.of(flow) for part in parts) == sums(cards).of(flow) for flow in Flow)


@given(st.sampled_from(Block), st.sampled_from(Flow))
def test_amount_that_moves_means_what_its_block_allows_as_often_as_before(block, flow) -> None:
    moved = flow_in(block, flow)

    assert moved in flows_in(block)
    assert moved is not None
    assert moved[-4:] == flow[-4:]
    assert flow_in(block, None) is None


def test_difference_tells_what_came_what_changed_and_what_went() -> None:
    better = Card("b", Block.REVENUE, "Zaal en tuin", cents=120_000, flow=Flow.REVENUE_YEAR)
    moved = Card("a", Block.ACTIVITIES, "Koffie")
    cake = Card("d", Block.OFFER, "Taart")

    found = difference([COFFEE, ROOM, STOVE], [moved, better, cake])

    assert found[Block.OFFER] == Difference(added=(cake,))
    assert found[Block.REVENUE] == Difference(changed=(Changed(ROOM, better),))
    assert found[Block.ACTIVITIES].changed[0].moved
    assert found[Block.COSTS] == Difference(removed=(STOVE,))
    assert not found[Block.PARTNERS]


def test_more_dots_are_no_change() -> None:
    assert not difference([COFFEE], [Card("a", Block.OFFER, "Koffie", dots=9)])[Block.OFFER]


@given(CANVASES, CANVASES)
def test_difference_one_way_is_the_difference_back(before, after) -> None:
    there, back = difference(before, after), difference(after, before)

    added = {card.key for one in there.values() for card in one.added}
    removed = {card.key for one in back.values() for card in one.removed}
    changed = {one.after.key for part in there.values() for one in part.changed}
    assert added == removed
    assert fresh(before, after) == added | changed


@given(CARDS)
def test_card_survives_the_journey_as_json(card) -> None:
    assert Card.from_json(card.to_json()) == card
