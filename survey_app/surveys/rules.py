"""What may happen to a survey, and what kind of change an edit is. Pure decisions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from question_banks.item import Item
from question_banks.questionnaire import Questionnaire


class State(StrEnum):
    """Where a survey is in its life."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Kind(StrEnum):
    """What an edit does to results that are there already."""

    WORDING = "wording"
    NEW_OPTION = "new_option"
    OPTION_GONE = "option_gone"
    NEW_ITEM = "new_item"
    ITEM_GONE = "item_gone"
    MEANING = "meaning"
    RULES = "rules"
    FRAME = "frame"


READ = {"text", "hint", "options", "rows", "points", "body", "seconds"}
"""Fields of an item that its rules leave out: what people read, and how long that takes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions; ``what`` is an option's code where it is about one.

    ``item`` is empty for a change of the whole: title, order, languages, first and last words.
    """

    kind: Kind
    item: str
    what: str = ""


def changes(before: Questionnaire, after: Questionnaire) -> tuple[Change, ...]:
    """Say what differs between two questionnaires, by item code, in the order of ``after``."""
    found = [
        change
        for item in after.items()
        for change in item_changes(before.by_code.get(item.code), item)
    ]
    gone = [code for code in before.by_code if code not in after.by_code]
    kept = before.by_code.keys() & after.by_code.keys()
    whole = [Change(Kind.FRAME, "")] if frame(before, kept) != frame(after, kept) else []
    return (*found, *(Change(Kind.ITEM_GONE, code) for code in gone), *whole)


def item_changes(before: Item | None, after: Item) -> Iterator[Change]:
    if before is None:
        yield Change(Kind.NEW_ITEM, after.code)
    elif meaning(before) != meaning(after) or topics_moved(before, after):
        yield Change(Kind.MEANING, after.code)
    else:
        held, now = set(before.offered()), set(after.offered())
        yield from (Change(Kind.NEW_OPTION, after.code, code) for code in sorted(now - held))
        yield from (Change(Kind.OPTION_GONE, after.code, code) for code in sorted(held - now))
        kept = held & now
        if words(before, kept) != words(after, kept):
            yield Change(Kind.WORDING, after.code)
        if rules(before, kept) != rules(after, kept):
            yield Change(Kind.RULES, after.code)


def meaning(item: Item) -> tuple[object, ...]:
    """What makes answers comparable: with another of these the answers mean something else."""
    points = tuple(point.code for point in getattr(item, "points", ()))
    own = (getattr(item, "total", None), getattr(item, "most", None), getattr(item, "max", None))
    return (item.type, item.role, item.topic, points, own)


def topics_moved(before: Item, after: Item) -> bool:
    """An option that keeps its code but is about something else."""
    held = {part.code: part.topic for part in parts(before)}
    return any(part.code in held and held[part.code] != part.topic for part in parts(after))


def words(item: Item, kept: set[str]) -> tuple[object, ...]:
    """Everything a respondent reads of an item, of its options those that stand in both."""
    return (
        item.text,
        item.hint,
        {part.code: part.text for part in parts(item) if part.code in kept},
        tuple(point.text for point in getattr(item, "points", ())),
        getattr(item, "body", None),
    )


def rules(item: Item, kept: set[str]) -> tuple[object, ...]:
    """Everything else: who sees it, whether it may be left open, the options' order and kinds."""
    own = item.model_dump(exclude=READ, by_alias=True)
    return (own, [part.model_dump(exclude={"text"}) for part in parts(item) if part.code in kept])


def frame(questionnaire: Questionnaire, kept: Collection[str]) -> tuple[object, ...]:
    """The whole without its items: words before and after, languages, sections, order."""
    return (
        questionnaire.title,
        questionnaire.intro,
        questionnaire.next_steps,
        questionnaire.languages,
        [
            (section.title, [item.code for item in section.items if item.code in kept])
            for section in questionnaire.sections
        ],
    )


def parts(item: Item) -> tuple[Any, ...]:
    """Options and rows: whatever carries a code of its own."""
    return (*getattr(item, "options", ()), *getattr(item, "rows", ()))


def apart(code: str, taken: frozenset[str]) -> str:
    """A new code for a changed meaning: ``bread`` becomes ``bread_v2``, then ``bread_v3``."""
    stem, _mark, number = code.rpartition("_v")
    base, start = (stem, int(number) + 1) if stem and number.isdecimal() else (code, 2)
    number_now = start
    while (new := f"{base[:36]}_v{number_now}") in taken:
        number_now += 1
    return new
