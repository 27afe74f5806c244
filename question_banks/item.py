"""An item is one question, written once and asked in many ways; every type of item is one file."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

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
from question_banks.text import Text
from question_banks.tidy import tidy

Raw = Mapping[str, Sequence[str]]
"""What a form sent for one item: strings by what follows ``<code>.`` in a control's name."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Role = Literal["importance", "feasibility", "none"]
SAYS_DONT_KNOW = "__dont_know"
SAYS_SKIP = "__skipped"
LONGEST_OTHER = 300


class Frozen(BaseModel):
    """Data that is checked once and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(Frozen):
    """One possible answer. ``exclusive`` stands alone; ``other`` asks for words beside it."""

    code: Code
    text: Text
    topic: Code | None = None
    pictogram: str | None = None
    exclusive: bool = False
    other: bool = False


class Item(Frozen):
    """A question with everything that all types share.

    A type is a subclass ``class Rating(Item, name="rating", measure=…, look=…, seconds=…)``; the
    class registers itself, a second class of the same name is refused at import.
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
    pictogram: str | None = None
    seconds: int = 0
    show_if: Condition | None = None
    interviewer_note: Text | None = None

    def __init_subclass__(cls, **named: Any) -> None:
        super().__init_subclass__()
        cls.name = named["name"]
        if cls.name in Item.types:
            raise TypeError(f"two item types are called {cls.name}")
        cls.measure = named["measure"]
        cls.look = named["look"]
        cls.typical_seconds = named["seconds"]
        cls.asks_opinion = named.get("asks_opinion", False)
        Item.types[cls.name] = cls

    @classmethod
    def __pydantic_init_subclass__(cls, **_named: Any) -> None:
        """Pydantic hands the class's own words on; they are read above."""

    @model_validator(mode="before")
    @classmethod
    def complete(cls, data: Any) -> Any:
        """Fill in what follows from the type: how long it takes, whether one may not know."""
        if not isinstance(data, dict) or not hasattr(cls, "name"):
            return data
        own = {"type": cls.name, "seconds": cls.typical_seconds, "dont_know": cls.asks_opinion}
        return cls.expand(own | data)

    @classmethod
    def expand(cls, data: dict[str, Any]) -> dict[str, Any]:
        """A type may write out shorthand here, such as the name of a scale."""
        return data

    @model_validator(mode="after")
    def one_option_a_code(self) -> "Item":
        codes = self.offered()
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"option codes stand twice: {', '.join(twice)}")
        return self

    @property
    def widget(self) -> str:
        """Which template draws this item."""
        return self.look

    def offered(self) -> tuple[str, ...]:
        """Codes of the options, or of a grid's rows; empty where there are none."""
        return ()

    def controls(self) -> tuple[str, ...]:
        """What may follow ``<code>.`` in a control's name; the empty string is the bare name."""
        return ("",)

    def clean(self, raw: Raw) -> Answer:
        """Turn submitted strings into an answer; raise InvalidAnswerError and nothing else."""
        sent = {
            suffix: tuple(tidy(value) for value in raw.get(suffix, ()) if tidy(value))
            for suffix in self.controls()
        }
        spoken = sent.get("", ())
        if SAYS_DONT_KNOW in spoken:
            return self.not_known(sent)
        answer = SKIPPED if SAYS_SKIP in spoken else self.read(sent)
        if self.required and answer.status is Status.SKIPPED:
            raise self.wrong(Problem.MISSING)
        return answer

    def not_known(self, sent: Raw) -> Answer:
        """Somebody says not to know; together with an answer that is two things at once."""
        if not self.dont_know:
            raise self.wrong(Problem.UNKNOWN_OPTION)
        rest = {k: tuple(v for v in vs if v != SAYS_DONT_KNOW) for k, vs in sent.items()}
        if self.measure is Measure.MULTIPLE and rest.get(""):
            raise self.wrong(Problem.EXCLUSIVE)
        return DONT_KNOW

    @abstractmethod
    def read(self, sent: Raw) -> Answer:
        """Read tidy strings; SKIPPED when there is nothing."""
        raise NotImplementedError

    @abstractmethod
    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        """The strings a form would send for a given answer."""
        raise NotImplementedError

    def raw(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        """The strings a form would send: ``item.clean(item.raw(answer)) == answer``."""
        if answer.status is Status.DONT_KNOW:
            return {"": (SAYS_DONT_KNOW,)}
        if answer.status is Status.SKIPPED:
            return {}
        return self.raw_value(answer)

    def pattern(self, answer: Answer) -> str | None:
        """The answer's text in the tally (see ``patterns``); None for free text."""
        return patterns.write(self.measure, answer)

    def unfold(self, answer: Answer) -> tuple[AnswerRow, ...]:
        """The answer as rows of a long export."""
        return unfold.unfold(self.measure, answer)

    def wrong(self, problem: Problem, **params: str | int) -> InvalidAnswerError:
        return InvalidAnswerError(problem, self.code, **params)

    def only(self, sent: Raw, suffix: str = "") -> str | None:
        """The one string of a control; None when empty, refused when there are several."""
        values = tuple(sent.get(suffix, ()))
        if len(set(values)) > 1:
            raise self.wrong(Problem.TOO_MANY, max=1)
        return values[0] if values else None

    def to_json(self) -> dict[str, Any]:
        """The item as JSON that ``parse_item`` reads back to an equal item."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


class OptionItem(Item, name="option_item", measure=Measure.NONE, look="none", seconds=0):
    """What types with a list of options share; not a type itself."""

    options: tuple[Option, ...]

    @model_validator(mode="after")
    def some_options(self) -> "OptionItem":
        if len(self.options) < 2:  # noqa: PLR2004 — one option is no choice
            raise ValueError("at least two options are needed")
        if any(option.code == "dont_know" for option in self.options):
            raise ValueError("leave dont_know out: `dont_know: true` adds it with its own words")
        return self

    def offered(self) -> tuple[str, ...]:
        return tuple(option.code for option in self.options)

    def option(self, code: str) -> Option:
        """The option of a code; raise KeyError for an unknown one."""
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(code)

    def known(self, code: str) -> str:
        if code not in self.offered():
            raise self.wrong(Problem.UNKNOWN_OPTION)
        return code

    def read(self, sent: Raw) -> Answer:
        raise NotImplementedError

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        raise NotImplementedError

    def typed_beside(self, sent: Raw, chosen: Sequence[str]) -> str | None:
        """What was typed beside a chosen "other"; not kept when "other" was not chosen."""
        text = self.only(sent, "other")
        if text is None or not any(self.option(code).other for code in chosen):
            return None
        if len(text) > LONGEST_OTHER:
            raise self.wrong(Problem.TOO_LONG, max=LONGEST_OTHER)
        return text

    def choice_controls(self) -> tuple[str, ...]:
        return ("", "other") if any(option.other for option in self.options) else ("",)


del Item.types["option_item"]
