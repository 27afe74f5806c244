"""Whose door is open: every line of the rule, as a table."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.responses.rules import Door, door

TODAY = date(2026, 5, 20)
BEFORE = date(2026, 5, 19)
LONG_AGO = date(2026, 5, 1)
AFTER = date(2026, 5, 21)
STATES = ("draft", "open", "closed")

TABLE = {
    "a draft": ({"state": "draft"}, Door.DRAFT),
    "a draft with dates": ({"state": "draft", "opens_on": AFTER}, Door.DRAFT),
    "open without dates": ({"state": "open"}, Door.OPEN),
    "opens tomorrow": ({"state": "open", "opens_on": AFTER}, Door.NOT_YET),
    "opens today": ({"state": "open", "opens_on": TODAY}, Door.OPEN),
    "last day": ({"state": "open", "closes_on": TODAY}, Door.OPEN),
    "day after the last": ({"state": "open", "closes_on": BEFORE}, Door.CLOSED),
    "began on the last day": ({"state": "open", "closes_on": BEFORE, "began": BEFORE}, Door.OPEN),
    "began long ago": ({"state": "open", "closes_on": BEFORE, "began": LONG_AGO}, Door.OPEN),
    "began too late": ({"state": "open", "closes_on": BEFORE, "began": TODAY}, Door.CLOSED),
    "two days late": ({"state": "open", "closes_on": LONG_AGO, "began": LONG_AGO}, Door.CLOSED),
    "closed by hand": ({"state": "closed", "closed_on": TODAY}, Door.CLOSED),
    "closed while typing": ({"state": "closed", "closed_on": TODAY, "began": TODAY}, Door.OPEN),
    "closed, began before": ({"state": "closed", "closed_on": TODAY, "began": BEFORE}, Door.OPEN),
    "closed yesterday": ({"state": "closed", "closed_on": BEFORE, "began": BEFORE}, Door.CLOSED),
    "closed without a day": ({"state": "closed", "began": TODAY}, Door.CLOSED),
    "closed before it opens": (
        {"state": "closed", "closed_on": TODAY, "opens_on": AFTER, "began": TODAY},
        Door.NOT_YET,
    ),
    "room left": ({"state": "open", "quota": 3, "taken": 2}, Door.OPEN),
    "full": ({"state": "open", "quota": 3, "taken": 3}, Door.FULL),
    "more than full": ({"state": "open", "quota": 3, "taken": 4}, Door.FULL),
    "full and closed": ({"state": "closed", "quota": 3, "taken": 3}, Door.CLOSED),
}


@pytest.mark.parametrize(("facts", "found"), TABLE.values(), ids=TABLE.keys())
def test_door(facts: dict[str, object], found: Door) -> None:
    assert door(today=TODAY, **facts) is found


days = st.none() | st.dates(date(2026, 5, 10), date(2026, 5, 30))


@given(opens=days, closes=days, closed=days, began=days, taken=st.integers(0, 5))
def test_a_visitor_who_began_is_never_worse_off(opens, closes, closed, began, taken) -> None:
    for state, quota in product(STATES, (None, 3)):
        facts = {
            "state": state, "opens_on": opens, "closes_on": closes, "closed_on": closed,
            "quota": quota, "taken": taken, "today": TODAY,
        }  # fmt: skip

        stranger, known = door(**facts), door(**facts, began=began)

        assert known is stranger or (stranger is Door.CLOSED and known is Door.OPEN)


@given(opens=days, closes=days, began=days)
def test_a_draft_never_takes_answers(opens, closes, began) -> None:
    found = door(state="draft", today=TODAY, opens_on=opens, closes_on=closes, began=began)

    assert found is Door.DRAFT
