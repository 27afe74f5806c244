"""Edits of a questionnaire, each a pure step from one questionnaire to the next."""

from collections.abc import Callable
from typing import Any

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire, Section
from question_banks.text import Text

Edit = Callable[[Questionnaire], Questionnaire]
Sections = tuple[Section, ...]


def with_sections(questionnaire: Questionnaire, sections: Sections) -> Questionnaire:
    return set_texts(questionnaire, sections=sections)


def with_items(section: Section, items: tuple[Item, ...]) -> Section:
    return Section.model_validate(dict(section) | {"items": items})


def add_item(questionnaire: Questionnaire, item: Item, section: str = "") -> Questionnaire:
    """Put an item at the end of a section, or of the last one; a new questionnaire gets one."""
    sections = questionnaire.sections or (Section(code="part1"),)
    place = section or sections[-1].code
    return with_sections(
        questionnaire,
        tuple(with_items(s, (*s.items, item)) if s.code == place else s for s in sections),
    )


def remove_item(questionnaire: Questionnaire, code: str) -> Questionnaire:
    """Take an item out; conditions that looked at it go with it, so that no question is lost."""
    kept = tuple(
        with_items(section, tuple(loose(item, code) for item in section.items if item.code != code))
        for section in questionnaire.sections
    )
    return with_sections(questionnaire, kept)


def loose(item: Item, gone: str) -> Item:
    looks = item.show_if is not None and gone in item.show_if.items()
    return parse_item(item.to_json() | {"show_if": None}) if looks else item


def replace_item(questionnaire: Questionnaire, code: str, data: dict[str, Any]) -> Questionnaire:
    """Change some fields of an item; its code stays unless ``data`` names another."""
    item = parse_item(questionnaire.item(code).to_json() | data)
    sections = tuple(
        with_items(s, tuple(item if held.code == code else held for held in s.items))
        for s in questionnaire.sections
    )
    return with_sections(questionnaire, sections)


def move_item(questionnaire: Questionnaire, code: str, by: int) -> Questionnaire:
    """Move an item ``by`` places up (negative) or down, over the borders of sections."""
    slots: list[tuple[str, Item | None]] = []
    for section in questionnaire.sections:
        slots.append((section.code, None))
        slots += [(section.code, item) for item in section.items]
    at = next(i for i, (_s, item) in enumerate(slots) if item is not None and item.code == code)
    slot = slots.pop(at)
    slots.insert(min(max(at + by, 1), len(slots)), slot)
    return with_sections(questionnaire, regrouped(questionnaire.sections, slots))


def regrouped(sections: Sections, slots: list[tuple[str, Item | None]]) -> Sections:
    """Read a flat list of headings and items back into sections."""
    groups: dict[str, list[Item]] = {section.code: [] for section in sections}
    current = sections[0].code
    for code, item in slots:
        if item is None:
            current = code
        else:
            groups[current].append(item)
    return tuple(with_items(section, tuple(groups[section.code])) for section in sections)


def add_section(questionnaire: Questionnaire, title: Text) -> Questionnaire:
    taken = {section.code for section in questionnaire.sections}
    number = next(n for n in range(1, 1000) if f"part{n}" not in taken)
    section = Section(code=f"part{number}", title=title)
    return with_sections(questionnaire, (*questionnaire.sections, section))


def rename_section(questionnaire: Questionnaire, code: str, title: Text | None) -> Questionnaire:
    sections = tuple(
        Section.model_validate(dict(s) | {"title": title}) if s.code == code else s
        for s in questionnaire.sections
    )
    return with_sections(questionnaire, sections)


def remove_section(questionnaire: Questionnaire, code: str) -> Questionnaire:
    """Take a heading away; its items move to the section before it (or after, for the first)."""
    sections = list(questionnaire.sections)
    at = next(i for i, section in enumerate(sections) if section.code == code)
    if len(sections) == 1:
        return rename_section(questionnaire, code, None)
    gone = sections.pop(at)
    target = max(at - 1, 0)
    held = sections[target].items
    items = (*gone.items, *held) if at == 0 else (*held, *gone.items)
    sections[target] = with_items(sections[target], items)
    return with_sections(questionnaire, tuple(sections))


def set_texts(questionnaire: Questionnaire, **texts: object) -> Questionnaire:
    """Change the questionnaire's own texts and languages: title, intro, next_steps, languages."""
    fields = {name: getattr(questionnaire, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_validate(fields | texts)
