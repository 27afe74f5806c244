"""The script on paper, for whoever leads: what to bring, who does what, each step and its notes."""

from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from question_banks.text import Text
from survey_app.core import i18n
from survey_app.core.jobs import Spec, file_kind
from survey_app.workshops.course import Course, Stop
from survey_app.workshops.words import JOINING, KINDS
from workshop_templates.roles import roles

TEMPLATE = Path(__file__).with_name("script.typ")


@file_kind("script", "pdf")
def script_pdf(spec: Spec) -> bytes:
    from analysis import typeset  # noqa: PLC0415 — slow import

    return typeset.pdf(TEMPLATE, spec)


def spec(course: Course, *, title: str, place: str, code: str = "") -> dict[str, Any]:
    """All that stands on it, in the language of who prints it; ``code`` is how people join."""
    script, language = course.script, i18n.current()
    lists = {
        _("Wat u nodig hebt"): script.materials,
        _("Wie doet wat"): script.team,
        _("Zodat iedereen kan meedoen"): script.access,
    }
    return {
        "lang": language,
        "document": _("Draaiboek: %(title)s", title=title),
        "title": title,
        "place": place,
        "purpose": said(script.purpose, language),
        "facts": facts(course, code),
        "lists": [
            {"title": name, "lines": [said(one, language) for one in lines]}
            for name, lines in lists.items()
        ],
        "steps_title": _("Stap voor stap"),
        "steps": [step(stop, language) for stop in course.stops],
        "words": {"say": _("U zegt"), "page": _("blad"), "min": _("min.")},
    }


def facts(course: Course, code: str) -> list[dict[str, str]]:
    """Duration, people, ways to take part, groups: each with its name."""
    script, known = course.script, roles()
    people, language = script.people, i18n.current()
    told = {
        _("Voor wie"): said(script.audience, language),
        _("Duur"): _("%(n)s minuten", n=script.minutes),
        _("Mensen"): _("%(least)s tot %(most)s", least=people.least, most=people.most),
        _("Meedoen met"): ", ".join(str(JOINING[way]) for way in script.joining),
        _("Groepen"): ", ".join(said(known[role], language) for role in script.roles),
        _("Code"): code,
    }
    return [{"name": name, "words": words} for name, words in told.items() if words]


def step(stop: Stop, language: str) -> dict[str, Any]:
    activity = stop.activity
    asked = activity.title if activity is not None else None
    return {
        "title": said(stop.step.title, language),
        "minutes": stop.step.minutes,
        "kind": str(KINDS[activity.kind]) if activity is not None else "",
        "do": said(stop.step.do, language),
        "notes": said(stop.step.notes, language),
        "asked": said(asked, language),
        "options": [said(one.text, language) for one in stop.options],
    }


def said(text: Text | None, language: str) -> str:
    return text.wording(language).text if text is not None else ""
