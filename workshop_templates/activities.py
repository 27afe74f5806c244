"""What people do together in a step: one class per kind of activity, with just what it needs."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from question_banks.item import Code, Frozen
from question_banks.options import Option
from question_banks.text import Pictogram, Text
from workshop_templates.some import Some

FEWEST_OPTIONS = 2
Dots = Annotated[int, Field(ge=0, le=20)]


class Block(StrEnum):
    """The nine blocks of the Business Model Canvas."""

    OFFER = "offer"
    SEGMENTS = "segments"
    RELATIONSHIPS = "relationships"
    CHANNELS = "channels"
    REVENUE = "revenue"
    ACTIVITIES = "activities"
    RESOURCES = "resources"
    PARTNERS = "partners"
    COSTS = "costs"


class Activity(Frozen):
    """A base for every kind. ``reads`` names the fields with words for participants."""

    reads: ClassVar[tuple[str, ...]] = ()

    @property
    def item_code(self) -> str | None:
        """The bank item it uses, where it uses one."""
        return getattr(self, "item", None)

    @property
    def own_options(self) -> tuple[Option, ...]:
        """The options it brings itself, where it compares some."""
        return getattr(self, "options", ())

    def said(self) -> Iterator[tuple[str, Text]]:
        """Yield the activity's own words for participants, each with the name of its field."""
        for field in self.reads:
            text = getattr(self, field)
            if text is not None:
                yield field, text


class Asking(Activity):
    """A base for kinds that collect something.

    ``rounds`` is how often it is asked, with talk in between; ``seconds`` a countdown; ``named``
    asks people for a first name.
    """

    rounds: int = Field(default=1, ge=1, le=3)
    seconds: int | None = Field(default=None, ge=10, le=3600)
    named: bool = False


class Prompted(Asking):
    """A base for kinds that begin with a question of their own."""

    reads = ("question",)
    question: Text


class Placing(Prompted):
    """A base for kinds that compare options: those of a bank item, or some of their own."""

    item: Code | None = None
    options: tuple[Option, ...] = ()

    @model_validator(mode="after")
    def something_to_compare(self) -> "Placing":
        """Refuse both or neither, one option, and marks that only a question understands."""
        if bool(self.item) == bool(self.options):
            raise ValueError("name an `item` of a bank, or list `options`")
        if self.options and len(self.options) < FEWEST_OPTIONS:
            raise ValueError("give at least two options")
        if any(option.other or option.exclusive for option in self.options):
            raise ValueError("remove `other` and `exclusive` from the options")
        return self


class Ask(Asking):
    """Any question of a bank, live. A ``trial`` checks every device and is not counted."""

    kind: Literal["ask"]
    item: Code
    trial: bool = False


class Ideas(Prompted):
    """An idea wall; every person has ``dots`` to support what others wrote.

    ``continues`` is the step whose wall is taken up again, to put together and to support.
    """

    kind: Literal["ideas"]
    continues: Code | None = None
    ideas_each: int = Field(default=5, ge=0, le=20)
    dots: Dots = 3
    moderated: bool = True


class Matrix(Placing):
    """Options placed by importance and by feasibility."""

    kind: Literal["matrix"]


class Pairwise(Placing):
    """Two options side by side, ``pairs`` times for each person."""

    kind: Literal["pairwise"]
    pairs: int = Field(default=8, ge=1, le=50)


class Questions(Prompted):
    """Questions from the hall, which others support."""

    kind: Literal["questions"]
    moderated: bool = True


class Consent(Asking):
    """A proposal with which people agree, have a concern, or a weighty objection."""

    reads = ("proposal",)
    kind: Literal["consent"]
    proposal: Text
    rounds: int = Field(default=2, ge=1, le=3)


class Canvas(Asking):
    """Blocks of the Business Model Canvas, filled from phones; ``dots`` support notes."""

    kind: Literal["canvas"]
    blocks: Some[Block] = tuple(Block)
    dots: Dots = 3


class Photo(Prompted):
    """``photos`` pictures of the coach: choose some, or comment on each.

    ``captions`` say in words what is on them, one after the other; the coach writes them with the
    pictures.
    """

    kind: Literal["photo"]
    take: Literal["choose", "comment"] = "choose"
    photos: int = Field(default=6, ge=2, le=24)
    captions: tuple[Text, ...] = Field(default=(), max_length=24)
    most: int = Field(default=1, ge=1, le=24)


class Info(Activity):
    """A slide: words of its own, or an item of a bank that only informs."""

    reads = ("body",)
    kind: Literal["info"]
    item: Code | None = None
    body: Text | None = None
    pictogram: Pictogram | None = None

    @model_validator(mode="after")
    def something_to_show(self) -> "Info":
        """Refuse both or neither."""
        if bool(self.item) == bool(self.body):
            raise ValueError("write a `body`, or name an `item` of a bank")
        return self


class Break(Activity):
    """A pause as long as its step, with a timer."""

    kind: Literal["break"]


AnyActivity = Annotated[
    Ask | Ideas | Matrix | Pairwise | Questions | Consent | Canvas | Photo | Info | Break,
    Field(discriminator="kind"),
]
