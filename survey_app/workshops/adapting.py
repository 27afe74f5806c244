"""Edits of a script, each a pure step from one script to the next; its minutes always add up."""

from collections.abc import Mapping
from typing import Any

from question_banks.text import Text
from workshop_templates.model import Step, WorkshopTemplate

LONGEST = 480
FIRST = "nl"
NEW = ("ask", "info", "ideas", "questions", "consent", "break", "talk")
"""What a coach may add; ``talk`` is a step without an activity."""


def rebuilt(script: WorkshopTemplate, steps: list[dict[str, Any]]) -> WorkshopTemplate:
    """The same script with other steps; raise ValueError when one is wrong."""
    minutes = min(sum(int(step["minutes"]) for step in steps), 600)
    return WorkshopTemplate.from_json(
        script.to_json() | {"steps": steps, "minutes": max(minutes, 1)}
    )


def documents(script: WorkshopTemplate) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = script.to_json()["steps"]
    return steps


def move_step(script: WorkshopTemplate, code: str, by: int) -> WorkshopTemplate:
    """Move a step up (negative) or down; at the end it stays where it is."""
    steps = documents(script)
    place = place_of(steps, code)
    other = min(max(place + by, 0), len(steps) - 1)
    steps.insert(other, steps.pop(place))
    return rebuilt(script, steps)


def remove_step(script: WorkshopTemplate, code: str) -> WorkshopTemplate:
    """Take a step out, and with it the steps that continue its wall."""
    steps = documents(script)
    gone = steps[place_of(steps, code)]
    kept = [
        step
        for step in steps
        if step is not gone and (step.get("activity") or {}).get("continues") != code
    ]
    if not kept:
        raise ValueError("a workshop has at least one step")
    return rebuilt(script, kept)


def change_step(script: WorkshopTemplate, code: str, facts: Mapping[str, Any]) -> WorkshopTemplate:
    """Change what a step says: ``title``, ``minutes``, ``do``, ``notes``, ``words``, ``item``.

    ``words`` are the question, the proposal or the slide; a changed Dutch text loses its
    translations, which would say something else.
    """
    steps = documents(script)
    step = steps[place_of(steps, code)]
    for field in ("title", "do", "notes"):
        if field in facts:
            step[field] = retold(step.get(field), facts[field])
    if not step.get("notes"):
        step.pop("notes", None)
    step["minutes"] = facts.get("minutes", step["minutes"])
    if step.get("activity"):
        change_activity(step["activity"], facts)
    return rebuilt(script, steps)


def change_activity(activity: dict[str, Any], facts: Mapping[str, Any]) -> None:
    """Change an activity's own words, its question of the bank and its clock."""
    field = words_field(activity["kind"])
    if "words" in facts and field in activity:
        activity[field] = retold(activity[field], facts["words"])
    if facts.get("item") and "item" in activity:
        activity["item"] = facts["item"]
    if "seconds" in facts and activity["kind"] not in {"info", "break"}:
        activity["seconds"] = facts["seconds"]
        if activity["seconds"] is None:
            del activity["seconds"]


def add_step(
    script: WorkshopTemplate, kind: str, *, title: str, words: str, item: str, minutes: int
) -> WorkshopTemplate:
    """Put a new step at the end."""
    if kind not in NEW:
        raise ValueError(f"unknown kind {kind!r}")
    activity: dict[str, Any] | None = {"kind": kind}
    if kind == "talk":
        activity = None
    elif kind == "ask":
        activity = {"kind": kind, "item": item}
    elif kind != "break":
        activity = {"kind": kind, words_field(kind): {FIRST: words}}
    step: dict[str, Any] = {
        "code": free_code(script),
        "title": {FIRST: title},
        "minutes": minutes,
        "do": {FIRST: title},
    }
    return rebuilt(
        script, [*documents(script), step | ({"activity": activity} if activity else {})]
    )


def words_field(kind: str) -> str:
    """The field in which a kind keeps its own words for participants."""
    return {"info": "body", "consent": "proposal"}.get(kind, "question")


def words_of(step: Step) -> Text | None:
    """The words of a step that participants read, when they are its own and not a bank's."""
    if step.activity is None:
        return None
    return next((text for _field, text in step.activity.said()), None)


def retold(before: Any, words: str) -> dict[str, str]:
    held: dict[str, str] = {FIRST: before} if isinstance(before, str) else dict(before or {})
    return held if held.get(FIRST) == words else ({FIRST: words} if words else {})


def place_of(steps: list[dict[str, Any]], code: str) -> int:
    return next(place for place, step in enumerate(steps) if step["code"] == code)


def free_code(script: WorkshopTemplate) -> str:
    taken = {step.code for step in script.steps}
    return next(code for n in range(1, len(taken) + 2) if (code := f"step_{n}") not in taken)
