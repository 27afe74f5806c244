"""What every live activity answers: the contract between a kind and the workshop that runs it.

A kind knows nothing of pages, tables or people. The workshop asks it, in this order:

1. ``asked``    what the phone's template needs to draw the form
2. ``clean``    what somebody sent, as a body to keep; ``RefusedError`` says in Dutch what to mend
3. ``slot``     which earlier contribution of the same person this one replaces
4. ``shared``   what everybody may see while it is open; never a number per option
5. ``result``   what is shown once it is revealed, and to the facilitator alone before
6. ``to_chart`` the same as a chart, in the worker child only (it may import ``analysis.charts``)
7. ``answers``  what flows into the project's answers, by item code
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from flask_babel import gettext as _

from question_banks.answer import Answer
from question_banks.item import Item
from question_banks.text import Text
from survey_app.core.errors import InvalidInputError
from workshop_templates.activities import Activity, Asking

if TYPE_CHECKING:
    from analysis.chart import Chart

S = TypeVar("S", bound=Activity)
Body = Mapping[str, Any]
"""What is kept of one contribution: plain JSON that ``clean`` made."""

Raw = Mapping[str, Sequence[str]]
"""What a form sent: strings by the whole name of a control."""

DOT = "dot."
"""Controls ``dot.<key>`` say how many dots somebody gives to the contribution of that key."""


class Standing(StrEnum):
    """Whether everybody may see a contribution."""

    WAITING = "waiting"
    SHOWN = "shown"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Given:
    """One contribution, or ``n`` equal ones.

    Where ``LiveActivity.counted`` is true, equal patterns of one group come together: ``pattern``,
    ``group`` and ``n`` say everything and ``body`` is empty. Otherwise each comes alone, in an
    order that tells nothing of who was first. ``dots`` is the support it got from everybody,
    ``backers`` who gave it and in which role.
    """

    key: str = ""
    participant: int = 0
    group: str = ""
    body: Body = field(default_factory=dict)
    pattern: str | None = None
    n: int = 1
    standing: Standing = Standing.SHOWN
    name: str = ""
    cluster: str = ""
    merged_into: str = ""
    dots: int = 0
    backers: frozenset[tuple[int, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Hand:
    """Raised hands, coloured cards or paper that the facilitator counted for one option."""

    option: str
    way: str
    n: int


@dataclass(frozen=True, slots=True)
class Countable:
    """Something that hands can be counted for."""

    code: str
    text: Text


@dataclass(frozen=True, slots=True)
class Result:
    """A base for what a kind gives back: ``n`` people on devices, ``hands`` counted by hand.

    ``enough`` is false under the privacy threshold; then nothing but ``n`` may be shown.
    """

    n: int
    hands: int = 0
    enough: bool = True

    @property
    def people(self) -> int:
        return self.n + self.hands


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as somebody left it: what was typed, and what is wrong with it.

    ``person`` tells one participant from another and nothing else.
    """

    raw: Raw = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    person: str = ""

    def first(self, name: str) -> str:
        return next(iter(self.raw.get(name, ())), "")


class RefusedError(InvalidInputError):
    """What was sent cannot be kept: sentences by the name of the control, ``""`` for the whole."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(f"refused: {', '.join(problems)}")
        self.problems = dict(problems)


class LiveActivity(Generic[S]):
    """One activity of a workshop. A class states its ``kind``; a double is refused at import.

    ``collects`` is false for a slide or a pause: nothing is sent, opened or revealed.
    ``items`` are the bank's items that the script names, by code.
    """

    kinds: ClassVar[dict[str, type["LiveActivity[Any]"]]] = {}
    kind: ClassVar[str]
    collects: ClassVar[bool]

    def __init_subclass__(cls, *, kind: str = "", collects: bool = True) -> None:
        super().__init_subclass__()
        if not kind:
            return
        if kind in LiveActivity.kinds:
            raise TypeError(f"two activities are called {kind}")
        cls.kind, cls.collects = kind, collects
        LiveActivity.kinds[kind] = cls

    def __init__(self, settings: S, items: Mapping[str, Item]) -> None:
        self.settings = settings
        self.items = items

    # ---- what the script says ----

    @property
    def title(self) -> Text | None:
        """The question or the proposal, large on every screen; None shows the step's title."""
        return next((text for _field, text in self.settings.said()), None)

    @property
    def rounds(self) -> int:
        return self.settings.rounds if isinstance(self.settings, Asking) else 1

    @property
    def seconds(self) -> int | None:
        return self.settings.seconds if isinstance(self.settings, Asking) else None

    @property
    def named(self) -> bool:
        """Whether people are asked for a first name with what they send."""
        return isinstance(self.settings, Asking) and self.settings.named

    @property
    def trial(self) -> bool:
        """A trial checks every device and is not counted anywhere."""
        return bool(getattr(self.settings, "trial", False))

    @property
    def continues(self) -> str | None:
        """The step whose contributions it takes up again."""
        return getattr(self.settings, "continues", None)

    # ---- what a kind may say ----

    stays: ClassVar[str] = ""
    """Why its answers do not go to the project's own: a sentence for the report."""

    counted: bool = False
    """Whether equal patterns may come together (see ``Given``): quick for a thousand phones."""

    waits: bool = False
    """Whether a contribution waits until the facilitator shows it."""

    def must_wait(self, body: Body) -> bool:  # noqa: ARG002 — for kinds where it depends on what was sent
        """Whether this contribution waits until the facilitator shows it."""
        return self.waits

    most: int | None = None
    """How many contributions one person may have; None when ``slot`` sets the bound."""

    dots: int = 0
    """How many dots one person may give to contributions."""

    dots_on_one: int | None = None
    """How many of them may go to one contribution; None means all."""

    def clean(self, raw: Raw) -> Body:  # noqa: ARG002 — for kinds that take something
        """Turn what a form sent into a body; raise RefusedError with Dutch sentences."""
        raise RefusedError({"": _("Hier valt niets te versturen.")})

    def slot(self, body: Body, uuid: str) -> str:  # noqa: ARG002 — for kinds that need them
        """Name the place it takes: a later contribution of the same person there replaces it.

        ``""`` is one contribution a person, ``uuid`` as many as ``most`` allows.
        """
        return ""

    def done(self, mine: Sequence[Given]) -> bool:
        """Whether somebody who sent these is ready: the phone thanks instead of asking again."""
        return bool(mine)

    def pattern(self, body: Body) -> str | None:  # noqa: ARG002 — for kinds that count
        """The text by which equal contributions are counted together; None is never counted so."""
        return None

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — for kinds that ask
        """What ``participant.html`` needs: ``mine`` is what this person sent in this round."""
        return {}

    def shared(self, given: Sequence[Given]) -> Sequence[Given]:  # noqa: ARG002 — for walls
        """What projector and phones may see while it is open. Never a number per option.

        The workshop takes ``dots`` off before it shows them.
        """
        return ()

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> Result:
        """Count what was given in one round. Pure; the same for any order of ``given``."""
        people = {one.participant for one in given}
        return Result(len(people), sum(hand.n for hand in hands), enough=len(people) >= k)

    def countable(self, given: Sequence[Given]) -> Sequence[Countable]:  # noqa: ARG002 — for walls, whose options people write
        """The options that hands, cards or paper can be counted for; empty when none can."""
        return ()

    def group_figure(self, row: Any) -> str:
        """What a group's line says about one option, in the report's table: a number of people."""
        return str(int(row.value))

    def to_chart(
        self,
        given: Iterable[Given],  # noqa: ARG002 — for kinds that draw
        hands: Iterable[Hand],  # noqa: ARG002 — for kinds that draw
        *,
        k: int,  # noqa: ARG002 — for kinds that draw
        about: str,  # noqa: ARG002 — for kinds that draw
        language: str,  # noqa: ARG002 — for kinds that draw
    ) -> "Chart | None":
        """Make the chart of one round; None when there is none. Runs in the worker child only."""
        return None

    def items_answered(self) -> Sequence[Item]:
        """The items that ``answers`` speaks of: the script's own, or those a kind makes."""
        code = self.settings.item_code
        return (self.items[code],) if code and not self.trial else ()

    def answers(self, body: Body) -> Iterator[tuple[str, Answer]]:  # noqa: ARG002 — for kinds that answer items
        """Yield what a contribution answers, by item code, for the project's own answers."""
        yield from ()

    def dots_from(self, raw: Raw, keys: Iterable[str]) -> Mapping[str, int]:
        """Read how somebody spreads the dots over the contributions with these keys."""
        given = {key: n for key in keys if (n := number(raw.get(f"{DOT}{key}", ())))}
        most = self.dots_on_one or self.dots
        if sum(given.values()) > self.dots or any(n > most for n in given.values()):
            raise RefusedError({"": _("Geef hoogstens %(n)s stippen.", n=self.dots)})
        return given


def number(values: Sequence[str]) -> int:
    """The sum of the whole numbers among ``values``: a ticked box of value 1 counts one."""
    return sum(int(value) for value in values if value.isdecimal() and len(value) < 4)  # noqa: PLR2004 — nobody has a thousand dots
