"""A list in a script that may not be empty."""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

T = TypeVar("T")


def not_empty(parts: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse an empty list, but only when all that stands in it is right."""
    if not parts:
        raise ValueError("list at least one")
    return parts


Some = Annotated[tuple[T, ...], AfterValidator(not_empty), Field(json_schema_extra={"minItems": 1})]
"""A list that may not be empty."""
