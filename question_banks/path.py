"""The path: which questions one person sees, derived from the answers and never stored.

An answer that fell off the path drives nothing and counts for nothing; it is kept by whoever holds
the form, so that going back restores it (as in the ONS questionnaire runner).
"""

from collections.abc import Iterable, Mapping

from question_banks.answer import SKIPPED, Answer
from question_banks.conditions import holds
from question_banks.item import Item
from question_banks.questionnaire import Questionnaire


def visible_items(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> tuple[Item, ...]:
    """Return the items this person is asked, in order; answers to other items are ignored."""
    return walk(questionnaire.items(), answers)


def walk(items: Iterable[Item], answers: Mapping[str, Answer]) -> tuple[Item, ...]:
    """Return those of ``items`` that are asked; a condition looks at earlier, asked items only."""
    path: list[Item] = []
    counted: dict[str, Answer] = {}
    for item in items:
        if item.show_if is None or holds(item.show_if, counted):
            path.append(item)
            if item.code in answers:
                counted[item.code] = answers[item.code]
    return tuple(path)


def on_path(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers that count: one for every asking item on the path, skipped when absent."""
    return {
        item.code: answers.get(item.code, SKIPPED)
        for item in visible_items(questionnaire, answers)
        if item.controls()
    }
