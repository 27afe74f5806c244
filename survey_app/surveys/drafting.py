"""From what a coach typed to a question. Pure; bad input raises ValueError or KeyError."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire
from question_banks.tidy import tidy

WITH_OPTIONS = ("choice", "multiple", "ranking", "points", "image_choice")
OWN_TYPES = (
    "choice",
    "multiple",
    "rating",
    "matrix",
    "ranking",
    "points",
    "number",
    "text",
    "date",
    "info",
)
LONGEST_CODE = 30
AS_IT_IS = "="
"""What the form says of a condition that it cannot show in parts."""


def code_of(words: str, taken: frozenset[str], prefix: str = "") -> str:
    """A code for words: ``Wat mist u?`` becomes ``own_wat_mist_u``; never one that is taken."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    stem = (prefix + re.sub(r"[^a-z0-9]+", "_", plain).strip("_"))[:LONGEST_CODE].rstrip("_")
    if not re.match(r"[a-z][a-z0-9_]", stem):
        stem = f"{prefix or 'x'}_{stem or 'vraag'}".strip("_")
    number = 2
    code = stem
    while code in taken:
        code, number = f"{stem}_{number}", number + 1
    return code


def own_item(sent: Mapping[str, str], taken: frozenset[str]) -> Item:
    """Make an item of the form for own questions; raise ValueError with what is missing."""
    question = tidy(sent.get("question", ""))
    kind = sent.get("type", "")
    if not question or kind not in OWN_TYPES:
        raise ValueError("question")
    text = {"nl": question}
    if easy := tidy(sent.get("easy", "")):
        text["nl-x-easy"] = easy
    data: dict[str, Any] = {
        "type": kind,
        "code": code_of(question, taken, prefix="own_"),
        "text": text,
        "role": sent.get("role") if sent.get("role") in {"importance", "feasibility"} else "none",
    }
    return parse_item(data | own_fields(kind, sent))


def own_fields(kind: str, sent: Mapping[str, str]) -> dict[str, Any]:
    """What belongs to one type: options, a scale, a body."""
    lines = [tidy(line) for line in sent.get("options", "").splitlines() if tidy(line)]
    if kind in WITH_OPTIONS:
        return {"options": parts_of(lines)} | most_of(kind, sent, len(lines))
    if kind == "matrix":
        return {"rows": parts_of(lines), "scale": sent.get("scale") or "important5"}
    if kind == "rating":
        return {"scale": sent.get("scale") or "important5"}
    if kind == "info":
        return {"body": {"nl": tidy(sent.get("options", "")) or tidy(sent.get("question", ""))}}
    return {"long": True} if kind == "text" else {}


def parts_of(lines: list[str]) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    for line in lines:
        taken = frozenset(part["code"] for part in parts)
        parts.append({"code": code_of(line, taken), "text": {"nl": line}})
    return parts


def most_of(kind: str, sent: Mapping[str, str], n: int) -> dict[str, int]:
    text = sent.get("most", "").strip()
    if not text.isdecimal() or not 1 <= int(text) <= n:
        return {}
    return (
        {"max": int(text)}
        if kind == "multiple"
        else {"most": int(text)}
        if kind == "ranking"
        else {}
    )


def adapted(item: Item, sent: Mapping[str, str], languages: tuple[str, ...]) -> dict[str, Any]:
    """The fields of an item as the adapt form gives them: wordings by language, required or not."""
    data = item.to_json()
    changed: dict[str, Any] = {
        "text": worded(data["text"], "text", sent, languages),
        "hint": worded(data.get("hint") or {}, "hint", sent, languages) or None,
        "required": sent.get("required") == "yes",
    }
    for group in ("options", "rows"):
        if group in data:
            changed[group] = [
                part | {"text": worded(part["text"], f"{group}.{part['code']}", sent, languages)}
                for part in data[group]
                if sent.get(f"{group}.{part['code']}.keep", "yes") == "yes"
            ]
            added = [tidy(line) for line in sent.get(f"{group}.new", "").splitlines() if tidy(line)]
            taken = {part["code"] for part in data[group]}
            for line in added:
                code = code_of(line, frozenset(taken))
                taken.add(code)
                changed[group].append({"code": code, "text": {"nl": line}})
    return changed


def worded(
    held: Mapping[str, str], name: str, sent: Mapping[str, str], languages: tuple[str, ...]
) -> dict[str, str]:
    """A text with what was typed per language; an emptied language disappears, Dutch never does."""
    texts = dict(held)
    for language in languages:
        typed = sent.get(f"{name}.{language}")
        if typed is None:
            continue
        if tidy(typed):
            texts[language] = tidy(typed)
        elif language != "nl" or name == "hint":
            texts.pop(language, None)
    return texts


def condition_of(questionnaire: Questionnaire, sent: Mapping[str, str]) -> dict[str, Any] | None:
    """The condition a coach chose: a question asked before, and what must have been answered."""
    picked = sent.get("show_if", "")
    if not picked:
        return None
    code, _colon, value = picked.partition(":")
    item = questionnaire.item(code)
    if value == "":
        return {"item": code, "answered": True}
    if item.measure == "multiple":
        return {"item": code, "has": value}
    if item.measure == "ordinal":
        return (
            {"item": code, "at_most": int(value[1:])}
            if value[0] == "<"
            else ({"item": code, "at_least": int(value.lstrip(">"))})
        )
    return {"item": code, "is": value}
