"""What the rules look at: one script, its activities, its words, and the banks it may name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from question_banks.bank import Library
from question_banks.item import Item
from question_banks.lint.rules import Rulebook
from question_banks.lint.scope import Place, Said
from workshop_templates.activities import Activity
from workshop_templates.model import Step, WorkshopTemplate


@dataclass(frozen=True)
class Script:
    """All that one run of the rules looks at: a template, and what it may name."""

    template: WorkshopTemplate
    library: Library
    pictograms: frozenset[str] | None

    @property
    def place(self) -> Callable[[str], Place]:
        """Return the file and the line of a field, a step or an option."""
        return lambda code: (self.template.file.name, self.template.line_of(code))

    @cached_property
    def activities(self) -> tuple[tuple[str, Activity, Item | None], ...]:
        """Every activity, with the code that finds its line and its item as far as it is known."""
        return tuple(
            (code_of(step), activity, self.library.items.get(activity.item_code or ""))
            for step, activity in self.template.activities()
        )


RULES: Rulebook[Script] = Rulebook()
rule = RULES.rule


def said(template: WorkshopTemplate) -> Iterator[Said]:
    """Yield everything a script says, but for its title."""
    yield Said("purpose", "purpose", template.purpose)
    yield Said("audience", "audience", template.audience)
    for field in template.LISTS:
        for number, text in enumerate(getattr(template, field)):
            yield Said(f"{field}.{number}", field, text)
    for step in template.steps:
        for part in ("title", "do", "notes"):
            text = getattr(step, part)
            if text is not None:
                yield Said(code_of(step), part, text)
    yield from said_to_participants(template)


def said_to_participants(template: WorkshopTemplate) -> Iterator[Said]:
    for step, activity in template.activities():
        for part, text in activity.said():
            yield Said(code_of(step), part, text)
        for option in activity.own_options:
            yield Said(f"{code_of(step)}.{option.code}", "option", option.text)


def code_of(step: Step) -> str:
    """Return the code that finds the line of a step."""
    return f"steps.{step.code}"
