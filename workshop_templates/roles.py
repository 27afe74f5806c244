"""Who people are in a workshop: known roles, so that a word means the same everywhere."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from question_banks.item import Code
from question_banks.marked_yaml import read_marked
from question_banks.text import Text

FILE = Path(__file__).with_name("roles.yaml")


@cache
def roles() -> dict[str, Text]:
    """Return every role by its code, in the order in which they are offered."""
    data = read_marked(FILE.read_bytes()).data
    return {code: Text.model_validate(words) for code, words in data.items()}


def known(code: str) -> str:
    """Return ``code`` if it is a role; refuse it otherwise."""
    if code not in roles():
        raise ValueError(f"unknown role {code!r}; known: {', '.join(roles())}")
    return code


Role = Annotated[Code, AfterValidator(known)]
