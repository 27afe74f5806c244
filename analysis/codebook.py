"""The codebook: what each code in the answers means, so that numbers can speak."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from analysis.errors import AnalyseError, Mistake
from analysis.words import N_
from question_banks import patterns
from question_banks.item import Item
from question_banks.measures import Measure
from question_banks.scales import scales
from question_banks.tidy import tidy

ROLES = ("importance", "feasibility", "none")
WITH_OPTIONS = frozenset(
    {Measure.NOMINAL, Measure.MULTIPLE, Measure.GRID, Measure.RANKING, Measure.POINTS}
)
IN_PATTERNS = frozenset("+=>? ")
"""What a pattern is written with cannot stand in a code."""

LONGEST_SCALE = 200


@dataclass(frozen=True, slots=True)
class OptionCode:
    """An option, a grid's row or a scale's point: its code, its words, what it is about."""

    code: str
    label: str
    topic: str | None = None


NO_POINT = OptionCode("", "")


@dataclass(frozen=True, slots=True)
class ItemCode:
    """One item: its words, its level of measurement, its options, rows or points."""

    code: str
    label: str
    measure: Measure
    role: str = "none"
    options: tuple[OptionCode, ...] = ()
    points: tuple[OptionCode, ...] = ()
    total: int | None = None
    topic: str | None = None
    sensitive: bool = False

    @property
    def option_codes(self) -> tuple[str, ...]:
        """The codes of the options or rows, as ordered in the questionnaire."""
        return tuple(option.code for option in self.options)

    def label_of(self, option: str) -> str:
        """The words of an option's code; the code itself when it is unknown."""
        return next((o.label for o in self.options if o.code == option), option)


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every item of a survey or a project, in the order in which they are asked."""

    items: tuple[ItemCode, ...]

    def item(self, code: str) -> ItemCode:
        """The item of a code; raise KeyError for an unknown one."""
        for item in self.items:
            if item.code == code:
                return item
        raise KeyError(code)

    def to_json(self) -> dict[str, Any]:
        """``{code: {label, measure, role, options: {code: {label, topic?}}, scale?}}``."""
        return {item.code: item_json(item) for item in self.items}


def item_json(item: ItemCode) -> dict[str, Any]:
    document: dict[str, Any] = {
        "label": item.label,
        "measure": str(item.measure),
        "role": item.role,
        "options": {o.code: option_json(o) for o in item.options},
    }
    if item.points:
        document["scale"] = {o.code: o.label for o in item.points}
    extra = {"total": item.total, "topic": item.topic, "sensitive": item.sensitive or None}
    return document | {name: value for name, value in extra.items() if value is not None}


def option_json(option: OptionCode) -> dict[str, str]:
    return {"label": option.label} | ({"topic": option.topic} if option.topic else {})


def from_json(document: Any, file: str = "codebook") -> Codebook:
    """Read a codebook file's content; raise AnalyseError with all that is wrong in it."""
    if not isinstance(document, Mapping) or not document:
        raise AnalyseError(file, [Mistake(N_("Geef een object met vragen per code."))])
    mistakes: list[Mistake] = []
    items = [read_item(str(code), one, mistakes) for code, one in document.items()]
    if mistakes:
        raise AnalyseError(file, mistakes)
    return Codebook(tuple(items))


def read_item(code: str, one: Any, mistakes: list[Mistake]) -> ItemCode:
    """Read one item; add what is wrong to ``mistakes`` and go on with what can be read."""

    def wrong(message: str, **params: str) -> None:
        mistakes.append(Mistake(message, params={"item": code, **params}))

    one = one if isinstance(one, Mapping) else {}
    if one.get("measure") not in list(Measure):
        known = ", ".join(Measure)
        wrong(N_("Vraag %(item)s: kies als measure een van %(known)s."), known=known)
    if (one.get("role") or "none") not in ROLES:
        wrong(N_("Vraag %(item)s: kies als role een van %(known)s."), known=", ".join(ROLES))
    if not isinstance(one.get("options") or {}, Mapping):
        wrong(N_("Vraag %(item)s: geef options als object per code."))
    item = ItemCode(
        code=code,
        label=words(one.get("label"), code),
        measure=Measure(one["measure"]) if one.get("measure") in list(Measure) else Measure.NONE,
        role=str(one.get("role") or "none"),
        options=parts_of(one.get("options")),
        points=points_of(one.get("scale")),
        total=whole(one.get("total")),
        topic=optional(one.get("topic")),
        sensitive=bool(one.get("sensitive")),
    )
    for message in faults_of(item):
        wrong(message)
    return scaled(item)


def faults_of(item: ItemCode) -> Iterator[str]:
    """What is wrong with an item as a whole."""
    if not all(may_be_code(code) for code in (item.code, *item.option_codes)):
        yield N_("Vraag %(item)s: gebruik codes zonder spatie en zonder + = > ?.")
    if any(code.startswith("__") for code in item.option_codes):
        yield N_("Vraag %(item)s: begin een code niet met __.")
    if item.measure in WITH_OPTIONS and not item.options:
        yield N_("Vraag %(item)s: geef minstens één keuze bij options.")
    if not all(is_whole(point.code) for point in item.points):
        yield N_("Vraag %(item)s: geef scale als object van hele getallen naar woorden.")


def may_be_code(code: str) -> bool:
    """Whether a code can stand in a pattern and be seen for what it is."""
    clear = code.isprintable() and tidy(code) == code
    return bool(code) and clear and code != patterns.LEFT_OUT and not set(code) & IN_PATTERNS


def scaled(item: ItemCode) -> ItemCode:
    """Take whole numbers listed as the options of an ordinal item for the points of its scale."""
    if item.measure is not Measure.ORDINAL or item.points:
        return item
    if not all(is_whole(code) for code in item.option_codes):
        return item
    return replace(item, options=(), points=item.options)


def parts_of(options: Any) -> tuple[OptionCode, ...]:
    """Options or rows: an object of labels, or of objects with a label and a topic."""
    if not isinstance(options, Mapping):
        return ()
    return tuple(option_from(str(code), one) for code, one in options.items())


def option_from(code: str, one: Any) -> OptionCode:
    if isinstance(one, Mapping):
        return OptionCode(code, words(one.get("label"), code), optional(one.get("topic")))
    return OptionCode(code, words(one, code))


def points_of(scale: Any) -> tuple[OptionCode, ...]:
    """A scale: points by code, a list of points, least and most, or the name of a known scale."""
    if isinstance(scale, str) and scale in scales():
        return tuple(
            OptionCode(str(point.code), point.text.wording("nl").text) for point in scales()[scale]
        )
    if isinstance(scale, Mapping) and is_whole(scale.get("min")) and is_whole(scale.get("max")):
        least, most = int(scale["min"]), int(scale["max"])
        return points_of(list(range(least, min(most, least + LONGEST_SCALE) + 1)))
    if isinstance(scale, list):
        return tuple(option_from(*code_and_words(point)) for point in scale)
    return parts_of(scale) if scale is None or isinstance(scale, Mapping) else (NO_POINT,)


def code_and_words(point: Any) -> tuple[str, Any]:
    if isinstance(point, Mapping):
        return str(point.get("code")), point
    return str(point), None


def words(text: Any, otherwise: str) -> str:
    """A label: its words on one line without control characters, or the code without any."""
    if isinstance(text, Mapping):
        text = text.get("nl") or next(iter(text.values()), None)
    return " ".join(tidy(str(text)).split()) or otherwise if text else otherwise


def optional(text: Any) -> str | None:
    return words(text, "") or None


def is_whole(value: Any) -> bool:
    return bool(re.fullmatch(r"-?[0-9]{1,9}", str(value)))


def whole(value: Any) -> int | None:
    return int(value) if is_whole(value) and int(value) > 0 else None


def from_items(items: Iterable[Item], language: str = "nl") -> Codebook:
    """Make the codebook of items as they are asked; items that ask nothing are left out."""
    return Codebook(
        tuple(item_code(item, language) for item in items if item.measure is not Measure.NONE)
    )


def item_code(item: Item, language: str) -> ItemCode:
    parts = getattr(item, "options", ()) or getattr(item, "rows", ())
    return ItemCode(
        code=item.code,
        label=item.text.wording(language).text,
        measure=item.measure,
        role=item.role,
        options=tuple(OptionCode(p.code, p.text.wording(language).text, p.topic) for p in parts),
        points=tuple(
            OptionCode(str(p.code), p.text.wording(language).text)
            for p in getattr(item, "points", ())
        ),
        total=getattr(item, "total", None),
        topic=item.topic,
        sensitive=item.sensitive,
    )


def merge(codebooks: Iterable[Codebook]) -> Codebook:
    """Join the codebooks of several versions: the newest words win, options of all are kept.

    ``codebooks`` come oldest first; items merge by code, for a changed meaning has its own code.
    """
    items: dict[str, ItemCode] = {}
    for codebook in codebooks:
        for item in codebook.items:
            items[item.code] = joined(items.get(item.code), item)
    return Codebook(tuple(items.values()))


def joined(before: ItemCode | None, now: ItemCode) -> ItemCode:
    if before is None:
        return now
    known = {option.code for option in now.options}
    gone = tuple(option for option in before.options if option.code not in known)
    return ItemCode(
        **{name: getattr(now, name) for name in now.__slots__ if name != "options"},
        options=(*now.options, *gone),
    )
