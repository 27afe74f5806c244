"""Rules about the way through: no question waits for itself, none waits for ever."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from question_banks.conditions import Condition
from question_banks.item import Item
from question_banks.lint.candidates import candidates
from question_banks.lint.references import tests
from question_banks.lint.rules import Complaint, Severity, rule
from question_banks.lint.scope import Scope
from question_banks.path import walk

MOST_WAYS = 20_000
"""Above this many combinations of answers a condition is taken to be possible."""

Looks = Mapping[str, frozenset[str]]


@rule("circular_condition", Severity.ERROR)
def circular_condition(scope: Scope) -> Iterator[Complaint]:
    """Show no item because of itself, straight or by way of others."""
    looks = looks_of(scope)
    for code in looks:
        if code in before(code, looks):
            yield Complaint(code, "show_if waits for itself", "break the circle of conditions")


@rule("looks_ahead", Severity.ERROR)
def looks_ahead(scope: Scope) -> Iterator[Complaint]:
    """Look back in a questionnaire: what is asked later has no answer yet."""
    seen: set[str] = set()
    looks = looks_of(scope) if scope.ordered else {}
    for code, looked_at in looks.items():
        for later in sorted((looked_at & looks.keys()) - seen - {code}):
            what = f"show_if looks at {later}, which is asked later"
            yield Complaint(code, what, f"ask {later} first")
        seen.add(code)


@rule("dead_end", Severity.ERROR)
def dead_end(scope: Scope) -> Iterator[Complaint]:
    """Leave no item out of reach: some way of answering must show it.

    All ways of answering what the condition looks at, and what those items look at in turn, are
    tried by the rules of the path, with the answers that matter to the conditions.
    """
    looks = looks_of(scope)
    for code, item in scope.by_code.items():
        behind = before(code, looks)
        if behind <= looks.keys() and not any(one in before(one, looks) for one in {code, *behind}):
            chain = sorted(behind, key=lambda one: len(before(one, looks)))
            if not reachable(item, [scope.by_code[one] for one in chain]):
                yield Complaint(code, "no way of answering ever shows this", "correct its show_if")


def reachable(item: Item, chain: Sequence[Item]) -> bool:
    """Tell whether one way of answering ``chain``, asked in its order, shows ``item``."""
    asked = [test for one in (*chain, item) for test in tests(one.show_if)]
    answers = [candidates(one, of_item(asked, one.code)) for one in chain]
    if prod(len(options) for options in answers) > MOST_WAYS:
        return True
    codes = [one.code for one in chain]
    ways = (dict(zip(codes, way, strict=True)) for way in product(*answers))
    return any(item is walk((*chain, item), way)[-1] for way in ways)


def of_item(asked: Sequence[Condition], code: str) -> list[Condition]:
    return [test for test in asked if test.item == code]


def looks_of(scope: Scope) -> dict[str, frozenset[str]]:
    """Return, for each item, the items its condition looks at."""
    return {
        code: item.show_if.items() if item.show_if else frozenset()
        for code, item in scope.by_code.items()
    }


def before(code: str, looks: Looks) -> frozenset[str]:
    """Return every item that an item's condition depends on, however far back."""
    found: set[str] = set()
    waiting = list(looks.get(code, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += looks.get(one, ())
    return frozenset(found)
