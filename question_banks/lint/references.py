"""Rules about names that point to something: it must be there, and there once."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from question_banks.bank import parts_of
from question_banks.conditions import Condition
from question_banks.item import Item
from question_banks.lint.rules import Complaint, Severity, rule
from question_banks.lint.scope import Scope
from question_banks.measures import Measure

COMPARED = frozenset({Measure.ORDINAL, Measure.NUMERIC})
HELD = frozenset({Measure.MULTIPLE, Measure.RANKING, Measure.POINTS})
ALIKE = frozenset({Measure.NOMINAL, Measure.ORDINAL, Measure.NUMERIC, Measure.DATE})


@rule("duplicate_code", Severity.ERROR)
def duplicate_code(scope: Scope) -> Iterator[Complaint]:
    """Give every item a code of its own."""
    for code, n in Counter(item.code for item in scope.items).items():
        if n > 1:
            yield Complaint(code, f"{n} items have this code", "give each a code of its own")


@rule("unknown_topic", Severity.ERROR)
def unknown_topic(scope: Scope) -> Iterator[Complaint]:
    """Name only topics that a bank defines."""
    for code, part in parts(scope):
        if part.topic and part.topic not in scope.topics:
            cure = "correct it, or define it under `topics:` of the bank it belongs to"
            yield Complaint(code, f"topic {part.topic} is defined nowhere", cure)


@rule("unknown_pictogram", Severity.ERROR)
def unknown_pictogram(scope: Scope) -> Iterator[Complaint]:
    """Name only pictograms that are drawn."""
    known = scope.pictograms
    for code, part in parts(scope):
        if known is not None and part.pictogram and part.pictogram not in known:
            yield Complaint(
                code, f"there is no pictogram {part.pictogram}", "draw it or name another"
            )


def parts(scope: Scope) -> Iterator[tuple[str, Any]]:
    """Yield every item, option and row, each with the code that finds its line."""
    for item in scope.items:
        yield item.code, item
        for part in parts_of(item):
            yield f"{item.code}.{part.code}", part


@rule("unknown_reference", Severity.ERROR)
def unknown_reference(scope: Scope) -> Iterator[Complaint]:
    """Let a condition look at items, options and points that exist, by a test that fits."""
    for item in scope.items:
        for test in tests(item.show_if):
            looked_at = scope.by_code.get(test.item or "")
            if looked_at is None:
                yield Complaint(item.code, f"show_if looks at unknown {test.item}", "correct it")
            elif complaint := misfit(test, looked_at):
                yield Complaint(item.code, f"show_if: {complaint}", "correct the condition")


def tests(condition: Condition | None) -> Iterator[Condition]:
    """Yield the single tests of a condition, however deep."""
    waiting = [condition] if condition else []
    while waiting:
        held = waiting.pop()
        waiting += held.parts()
        if held.item:
            yield held


def misfit(test: Condition, item: Item) -> str | None:
    """Say why a test cannot be asked of an item; None when it can."""
    if item.measure is Measure.NONE:
        return f"{item.code} asks nothing"
    if test.has is not None:
        return misfit_of(test.has, item, HELD, "has")
    if test.is_ is not None:
        return misfit_of(str(test.is_), item, ALIKE, "is")
    compares = test.at_least is not None or test.at_most is not None
    if compares and item.measure not in COMPARED:
        return f"{item.code} has no numbers to compare"
    return None


def misfit_of(value: str, item: Item, fitting: frozenset[Measure], name: str) -> str | None:
    if item.measure not in fitting:
        return f"`{name}` does not fit {item.code}, which is {item.measure}"
    known = item.offered() or tuple(str(point.code) for point in getattr(item, "points", ()))
    return None if value in known or not known else f"{item.code} has no answer {value}"
