"""Invented canvases for the demo's villages, grown version by version as a coach would."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import yaml

from survey_app.canvases import service
from survey_app.canvases.models import Note
from survey_app.canvases.rules import Flow, Source, State
from survey_app.canvases.service import NoteFacts
from survey_app.core.audit import Actor
from survey_app.core.writer import write
from workshop_templates.activities import Block

FILE = Path(__file__).with_name("canvases.yaml")


def load_canvas(village: str, *, project_id: int, actor: Actor, now: datetime) -> None:
    """Write a village's canvas through the services, each version on its own day."""
    told = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader).get(village)
    if told is None:
        return
    given: dict[str, Any] = {"project_id": project_id, "actor": actor}
    words = {"title": told["title"], "promise": told["promise"]}
    write(partial(service.set_words, **words, **given, now=now))
    for step in told["steps"]:
        grow(step, given, now)


def grow(step: Mapping[str, Any], given: Mapping[str, Any], now: datetime) -> None:
    """One step of a canvas's life: a note said better, notes that came, a version laid down."""
    if "change" in step:
        write(partial(say_better, change=step["change"], given=given, now=now))
    for name, state in (("notes", State.ACCEPTED), ("waiting", State.PROPOSED)):
        notes = [keyed(line, given["project_id"]) for line in step.get(name, ())]
        if notes:
            write(partial(service.bring_notes, notes=notes, state=state, **given, now=now))
    if "version" in step:
        then = now - timedelta(days=step["days"])
        write(partial(service.lay_down, name=step["version"], **given, now=then))


def keyed(line: list[Any], project_id: int) -> tuple[str, NoteFacts]:
    """A line ``[block, source, text, dots]`` or ``[block, source, text, flow, euro]``."""
    block, source, text, *rest = line
    facts = NoteFacts(Block(block), text, Source(source), **extras(rest))
    return key_of(text, project_id), facts


def extras(rest: list[Any]) -> dict[str, Any]:
    match rest:
        case [str(flow), int(euro)]:
            return {"flow": Flow(flow), "cents": euro * 100}
        case [int(dots)]:
            return {"dots": dots}
        case _:
            return {}


def key_of(text: str, project_id: int) -> str:
    return str(uuid5(NAMESPACE_URL, f"{project_id} {text}"))


def say_better(session: Any, *, change: list[Any], given: Mapping[str, Any], now: datetime) -> None:
    """Give a note other words and another amount, as after a second look."""
    before, text, flow, euro = change
    key = key_of(before, given["project_id"])
    block = Block(session.query(Note.block).filter(Note.uuid == key).scalar())
    facts = NoteFacts(block, text, Source.STEERING, euro * 100, Flow(flow))
    service.change_note(session, key=key, facts=facts, now=now, **given)
