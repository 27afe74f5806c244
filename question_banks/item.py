"""An item is one question, written once and asked in many ways; every type of item is one file."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from question_banks import patterns, unfold
from question_banks.answer import (
    DONT_KNOW,
    SKIPPED,
    Answer,
    AnswerRow,
    InvalidAnswerError,
    Problem,
    Status,
)
from question_banks.conditions import Condition
from question_banks.measures import Measure
from question_banks.text import Pictogram, Text
from question_banks.tidy import tidy

Raw = Mapping[str, Sequence[str]]
"""What a form sent for one item: strings by what follows ``<code>.`` in a control's name."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Role = Literal["importance", "feasibility", "none"]
SAYS_DONT_KNOW = "__dont_know"
SAYS_SKIP = "__skipped"
ROOM_BESIDE_A_CODE = len("=-100+")


class Frozen(BaseModel):
    """Data that is checked once and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(Frozen):
    """A question with everything that all types share.

    A type is a subclass in a file of ``item_types``, such as ``class Rating(Item, name="rating",
    measure=Measure.ORDINAL, look="rating", seconds=10)``. It registers itself in ``Item.types``; a
    second class of the same name is refused at import. A subclass without a name is a base for
    others. What a type must say: ``read`` and ``raw_value``; where it has options or rows also
    ``offered`` and ``controls``.
    """

    types: ClassVar[dict[str, type["Item"]]] = {}
    name: ClassVar[str]
    measure: ClassVar[Measure]
    look: ClassVar[str]
    typical_seconds: ClassVar[int]
    asks_opinion: ClassVar[bool]

    type: str
    code: Code
    text: Text
    hint: Text | None = None
    role: Role = "none"
    topic: Code | None = None
    sensitive: bool = False
    required: bool = False
    dont_know: bool = False
    pictogram: Pictogram | None = None
    seconds: int = Field(default=0, ge=0, le=3600)
    show_if: Condition | None = None
    interviewer_note: Text | None = None

    def __init_subclass__(
        cls,
        *,
        name: str = "",
        measure: Measure = Measure.NONE,
        look: str = "",
        seconds: int = 0,
        asks_opinion: bool = False,
    ) -> None:
        super().__init_subclass__()
        if not name:
            return
        if name in Item.types:
            raise TypeError(f"two item types are called {name}")
        cls.name, cls.measure, cls.look = name, measure, look
        cls.typical_seconds, cls.asks_opinion = seconds, asks_opinion
        Item.types[name] = cls

    @classmethod
    def __pydantic_init_subclass__(cls, **_named: Any) -> None:
        """Take the class's own words from pydantic, which hands them on; they are read above."""

    @model_validator(mode="before")
    @classmethod
    def complete(cls, data: Any) -> Any:
        """Fill in what follows from the type: how long it takes, whether one may not know."""
        if not isinstance(data, dict):
            return data
        usual = {"seconds": cls.typical_seconds, "dont_know": cls.asks_opinion}
        return cls.expand(usual | data | {"type": cls.name})

    @classmethod
    def expand(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Write out a type's shorthand, such as the name of a scale; raise ValueError if wrong."""
        return data

    @model_validator(mode="after")
    def one_option_a_code(self) -> "Item":
        """Refuse codes that stand twice, or that would make a pattern too long for the tally."""
        codes = self.offered()
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"codes stand twice: {', '.join(twice)}; give each its own")
        if sum(len(code) + ROOM_BESIDE_A_CODE for code in codes) > patterns.LONGEST:
            raise ValueError("too many options or too long codes; leave some out or shorten them")
        return self

    @model_validator(mode="after")
    def can_be_answered(self) -> "Item":
        """Refuse to require an answer where nothing is asked."""
        if self.required and not self.controls():
            raise ValueError("nothing is asked here, so it cannot be required; remove `required`")
        return self

    @property
    def widget(self) -> str:
        """Name of the template that draws this item."""
        return self.look

    def offered(self) -> tuple[str, ...]:
        """Return the codes of the options, or of a grid's rows; empty where there are none."""
        return ()

    def controls(self) -> tuple[str, ...]:
        """Return what may follow ``<code>.`` in a control's name; ``""`` is the bare name."""
        return ("",)

    def clean(self, raw: Raw) -> Answer:
        """Turn submitted strings into an answer; raise InvalidAnswerError and nothing else.

        Names that are no control of this item are ignored, and so are blanks. Nothing sent is
        SKIPPED. ``__skipped`` under the bare name wins over whatever else was sent.
        """
        sent = {suffix: tidied(raw.get(suffix, ())) for suffix in self.controls()}
        bare = sent.get("", ())
        if SAYS_DONT_KNOW in bare:
            return self.not_known(sent)
        answer = SKIPPED if SAYS_SKIP in bare else self.read(sent)
        if self.required and answer.status is Status.SKIPPED:
            raise self.wrong(Problem.MISSING)
        return answer

    def not_known(self, sent: Raw) -> Answer:
        """Return DONT_KNOW; refuse it beside an answer, or where it is not offered."""
        if not self.dont_know:
            raise self.wrong(Problem.UNKNOWN_OPTION)
        bare = tuple(v for v in sent[""] if v not in {SAYS_DONT_KNOW, SAYS_SKIP})
        try:
            besides = self.read({**sent, "": bare})
        except InvalidAnswerError:
            raise self.wrong(Problem.EXCLUSIVE) from None
        if besides.given:
            raise self.wrong(Problem.EXCLUSIVE)
        return DONT_KNOW

    @abstractmethod
    def read(self, sent: Raw) -> Answer:
        """Read tidy strings by control; SKIPPED when there is nothing, InvalidAnswerError if wrong.

        ``sent`` holds every suffix of ``controls()`` and no empty string.
        """

    @abstractmethod
    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        """Return the strings a form would send for a given answer."""

    def raw(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        """Return the strings a form would send: ``item.clean(item.raw(answer)) == answer``.

        ``answer`` is one that ``clean`` returned.
        """
        if answer.status is Status.DONT_KNOW:
            return {"": (SAYS_DONT_KNOW,)}
        if answer.status is Status.SKIPPED:
            return {}
        return self.raw_value(answer)

    def pattern(self, answer: Answer) -> str | None:
        """Return the answer's text in the tally (see ``patterns``); None for free text."""
        return patterns.write(self.measure, answer)

    def unfold(self, answer: Answer) -> tuple[AnswerRow, ...]:
        """Return the answer as rows of a long export; none when it was not given."""
        return unfold.unfold(self.measure, answer)

    def wrong(self, problem: Problem, **params: str | int) -> InvalidAnswerError:
        """Make the error that says what is wrong with what was sent for this item."""
        return InvalidAnswerError(problem, self.code, **params)

    def only(self, sent: Raw, suffix: str = "") -> str | None:
        """Return the one string of a control, None when empty; refuse several that differ."""
        values = sent.get(suffix, ())
        if len(set(values)) > 1:
            raise self.wrong(Problem.TOO_MANY, max=1)
        return values[0] if values else None

    def to_json(self) -> dict[str, Any]:
        """Return the item as JSON that ``parse_item`` reads back to an equal item."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def tidied(values: Sequence[str]) -> tuple[str, ...]:
    """Return the tidy strings among ``values`` that say something."""
    return tuple(said for value in values if (said := tidy(value)))
