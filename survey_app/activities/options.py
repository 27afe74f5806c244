"""The options that some activities compare: those of a bank's question, or some of their own."""

from collections.abc import Mapping

from question_banks.item import Item
from question_banks.options import Option
from workshop_templates.activities import Placing

FEWEST = 2


def options_of(settings: Placing, items: Mapping[str, Item]) -> tuple[Option, ...]:
    """What is compared: "something else" and "none of these" cannot be."""
    if settings.item is None:
        return settings.options
    held = getattr(items[settings.item], "options", ())
    return tuple(option for option in held if not (option.other or option.exclusive))
