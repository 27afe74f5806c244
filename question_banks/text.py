"""A text in several languages, and which one a reader is shown."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, RootModel, StringConstraints

FIRST = "nl"
EASY = "nl-x-easy"
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
Pictogram = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
"""The name of a drawing, without folder or ending."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a reader is shown, and the language it is really in (a BCP 47 tag)."""

    text: str
    language: str


def as_languages(value: Any) -> Any:
    """Take a plain string in a bank for Dutch."""
    return {FIRST: value} if isinstance(value, str) else value


class Text(RootModel[Annotated[dict[Tag, Words], BeforeValidator(as_languages)]]):
    """Words by language tag: ``{"nl": "Bakker", "nl-x-easy": "Bakker", "fr": "Boulangerie"}``."""

    model_config = ConfigDict(
        frozen=True, json_schema_extra={"type": ["object", "string"], "minLength": 1}
    )

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages it is written in, as ordered in the bank."""
        return tuple(self.root)

    def wording(self, language: str, fallback: str = FIRST) -> Wording:
        """Return the words in ``language``, else in its base, in ``fallback``, in what there is.

        An empty text gives an empty wording; nothing raises.
        """
        for tag in (language, language.split("-", maxsplit=1)[0], fallback, *self.root):
            if tag in self.root:
                return Wording(self.root[tag], tag)
        return Wording("", language)
