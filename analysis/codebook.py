"""The codebook: what each code in the answers means, so that numbers can speak."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from question_banks.item import Item
from question_banks.measures import Measure


@dataclass(frozen=True, slots=True)
class OptionCode:
    """An option, a grid's row or a scale's point: its code, its words, what it is about."""

    code: str
    label: str
    topic: str | None = None


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


def from_json(document: Mapping[str, Any]) -> Codebook:
    """Read a codebook file's content; raise ValueError naming the item that is wrong."""
    if not isinstance(document, Mapping) or not document:
        raise ValueError("a codebook is an object of items by code")
    return Codebook(tuple(item_from(code, one) for code, one in document.items()))


def item_from(code: str, one: Any) -> ItemCode:
    if not isinstance(one, Mapping) or "measure" not in one:
        raise ValueError(f"{code}: an item needs a label and a measure")
    try:
        measure = Measure(str(one["measure"]))
    except ValueError:
        known = ", ".join(Measure)
        raise ValueError(f"{code}: unknown measure {one['measure']!r}; known: {known}") from None
    options = one.get("options") or {}
    scale = one.get("scale") or {}
    if not isinstance(options, Mapping) or not isinstance(scale, Mapping | list):
        raise ValueError(f"{code}: options are an object by code")
    return ItemCode(
        code=str(code),
        label=str(one.get("label") or code),
        measure=measure,
        role=str(one.get("role") or "none"),
        options=tuple(option_from(c, o) for c, o in options.items()),
        points=points_from(scale),
        total=int(one["total"]) if one.get("total") else None,
        topic=one.get("topic"),
        sensitive=bool(one.get("sensitive")),
    )


def option_from(code: Any, one: Any) -> OptionCode:
    if isinstance(one, Mapping):
        return OptionCode(str(code), str(one.get("label") or code), one.get("topic"))
    return OptionCode(str(code), str(one or code))


def points_from(scale: Any) -> tuple[OptionCode, ...]:
    if isinstance(scale, Mapping):
        return tuple(option_from(code, label) for code, label in scale.items())
    return tuple(OptionCode(str(point), str(point)) for point in scale)


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
