"""Options: the answers a question offers, and what all types with a list of them share."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from pydantic import field_validator

from question_banks.answer import Answer, AnswerRow, Problem
from question_banks.item import Code, Frozen, Item, Raw
from question_banks.text import Pictogram, Text

LONGEST_OTHER = 300
ADDED_BY_THE_TYPE = "dont_know"
BESIDE = "other"
"""The control in which words beside an ``other`` option are typed."""


class Option(Frozen):
    """One possible answer. ``exclusive`` stands alone; ``other`` asks for words beside it."""

    code: Code
    text: Text
    topic: Code | None = None
    pictogram: Pictogram | None = None
    exclusive: bool = False
    other: bool = False


class OptionItem(Item):
    """A base for types with a list of options; not a type itself.

    ``takes_other`` and ``takes_exclusive`` say which marks of an option a type understands.
    """

    takes_other: ClassVar[bool] = False
    takes_exclusive: ClassVar[bool] = False

    options: tuple[Option, ...]

    @field_validator("options")
    @classmethod
    def some_options(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        """Refuse a list that is no choice, or options marked for what the type cannot do."""
        if len(options) < 2:  # noqa: PLR2004 — one option is no choice
            raise ValueError("give at least two options")
        if any(option.code == ADDED_BY_THE_TYPE for option in options):
            raise ValueError(
                "leave the option dont_know out; `dont_know: true` adds it with its own words"
            )
        if sum(option.other for option in options) > cls.takes_other:
            raise ValueError("mark one option at most as `other`, in a choice or multiple only")
        if any(option.exclusive for option in options) and not cls.takes_exclusive:
            raise ValueError("remove `exclusive`; only a multiple needs it")
        return options

    def offered(self) -> tuple[str, ...]:
        return tuple(option.code for option in self.options)

    def controls(self) -> tuple[str, ...]:
        return ("", BESIDE) if any(option.other for option in self.options) else ("",)

    def option(self, code: str) -> Option:
        """Return the option of a code; raise KeyError for an unknown one."""
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(code)

    def known(self, code: str) -> str:
        """Return ``code`` if it is offered; refuse it otherwise."""
        if code not in self.offered():
            raise self.wrong(Problem.UNKNOWN_OPTION)
        return code

    def typed_beside(self, sent: Raw, chosen: Sequence[str]) -> str | None:
        """Return what was typed beside a chosen "other"; it is not kept when not chosen."""
        if not any(self.option(code).other for code in chosen):
            return None
        text = self.only(sent, BESIDE)
        if text is not None and len(text) > LONGEST_OTHER:
            raise self.wrong(Problem.TOO_LONG, max=LONGEST_OTHER)
        return text

    def unfold(self, answer: Answer) -> tuple[AnswerRow, ...]:
        """Return one row an option; words typed beside "other" stand on that option's row."""
        others = {option.code for option in self.options if option.other}
        return tuple(
            replace(row, text=answer.other) if row.option in others else row
            for row in super().unfold(answer)
        )
