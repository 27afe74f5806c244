"""Which question is asked: the phone and the server decide alike, whatever was answered."""

import datetime as dt
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from question_banks.answer import DONT_KNOW, Answer, InvalidAnswerError, Status
from question_banks.conditions import Condition, holds
from question_banks.item_types import parse_item

pytestmark = pytest.mark.browser

ITEMS = ("a", "b", "c")
CODES = ("bakery", "bus", "3", "12", "2.5", "2026-05-20")
CASES: list[tuple[dict, dict, bool]] = []

numbers = st.integers(-5, 120) | st.floats(-5, 120).map(lambda f: round(f, 2)).filter(
    lambda f: f % 1
)
tests = st.sampled_from(ITEMS).flatmap(
    lambda item: st.one_of(
        st.sampled_from(CODES).map(lambda code: {"item": item, "is": code}),
        numbers.map(lambda n: {"item": item, "is": n}),
        st.sampled_from(CODES).map(lambda code: {"item": item, "has": code}),
        numbers.map(lambda n: {"item": item, "at_least": n}),
        numbers.map(lambda n: {"item": item, "at_most": n}),
        st.just({"item": item, "answered": True}),
    )
)
rules = st.recursive(
    tests,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        inner.map(lambda part: {"not": part}),
    ),
    max_leaves=6,
)
values = st.one_of(
    st.sampled_from(CODES),
    numbers,
    st.lists(st.sampled_from(CODES), unique=True, min_size=1).map(tuple),
    st.dictionaries(st.sampled_from(CODES), st.integers(0, 10), min_size=1),
    st.none(),
)


def in_the_page(value: object) -> object:
    """The same answer as the page's script holds it: a text or number, or a list of codes."""
    if isinstance(value, dict):
        return [code for code, n in value.items() if n]
    return list(value) if isinstance(value, tuple) else value


@settings(max_examples=1500, suppress_health_check=list(HealthCheck))
@given(rule=rules, given_values=st.dictionaries(st.sampled_from(ITEMS), values))
def collect(rule, given_values) -> None:
    answers = {
        item: DONT_KNOW if value is None else Answer(Status.GIVEN, value)
        for item, value in given_values.items()
    }
    condition = Condition.model_validate(rule)
    sent = condition.model_dump(by_alias=True, exclude_none=True)
    page = {item: in_the_page(v) for item, v in given_values.items() if v is not None}
    CASES.append((json.loads(json.dumps(sent)), page, holds(condition, answers)))


def test_phone_and_server_judge_every_condition_alike(resident) -> None:
    CASES.clear()
    collect()
    page = resident().open().page

    judged = page.evaluate(
        """async (cases) => {
            const page = document.querySelector("script[src]").src;
            const { holds } = await import(page.replace("answer.js", "reading.js"));
            return cases.map(([rule, answers]) => holds(rule, answers));
        }""",
        [case[:2] for case in CASES],
    )

    wrong = [case for case, found in zip(CASES, judged, strict=True) if case[2] is not found]
    assert len(CASES) > 1000
    assert wrong[:5] == []


def test_phone_and_server_read_numbers_and_days_alike(resident) -> None:
    typed = [
        "12", "2,5", "2.5", "1.500", "1.500,25", "1 500", "-3", "−3", "3,1234", "1e3", "", "x",
        "12,", "1,50", "007", "31/2/2026", "20/5/2026", "20-5-2026", "2026-05-20", "2026-5-2",
        "1.1.2026", "29/02/2024", "29/02/2025", "0/1/2026", "1/13/2026", "20 5 2026",
    ]  # fmt: skip
    page = resident().open().page

    read = page.evaluate(
        """async (typed) => {
            const page = document.querySelector("script[src]").src;
            const { numberOf, dayOf } = await import(page.replace("answer.js", "reading.js"));
            const known = (found) => (Number.isNaN(found) ? null : found);
            const numbers = (text) => [0, 2, 3].map((n) => known(numberOf(text, n)));
            return typed.map((text) => [numbers(text), dayOf(text)]);
        }""",
        typed,
    )

    for text, (found, day) in zip(typed, read, strict=True):
        if text:
            assert found == [number(text, decimals) for decimals in (0, 2, 3)], text
            assert day == the_day(text), text


def number(text: str, decimals: int) -> float | None:
    item = parse_item(
        {"type": "number", "code": "age", "min": -9999, "max": 9_999_999, "decimals": decimals,
         "text": {"nl": "?"}}
    )  # fmt: skip
    try:
        return item.clean({"": [text]}).value
    except InvalidAnswerError:
        return None


def the_day(text: str) -> str:
    item = parse_item({"type": "date", "code": "day", "text": {"nl": "?"}})
    try:
        value = item.clean({"": [text]}).value
    except InvalidAnswerError:
        return ""
    return dt.date.fromisoformat(value).isoformat()
