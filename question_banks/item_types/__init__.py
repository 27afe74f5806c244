"""Every type of question: one file each, found by itself."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any

from pydantic import BeforeValidator, SerializeAsAny

from question_banks.item import Item

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")


def parse_item(data: Any) -> Item:
    """Read one item from a bank's or a published questionnaire's data.

    Raises ValueError (pydantic's ValidationError is one) that says what is wrong.
    """
    if isinstance(data, Item):
        return data
    kind = data.get("type") if isinstance(data, dict) else None
    if not isinstance(kind, str) or kind not in Item.types:
        known = ", ".join(sorted(Item.types))
        raise ValueError(f"unknown question type {kind!r}; known: {known}")
    return Item.types[kind].model_validate(data)


AnyItem = Annotated[SerializeAsAny[Item], BeforeValidator(parse_item)]
"""A field of a model that holds an item of any type."""
