"""A small script in which no rule finds anything, and files of scripts."""

from pathlib import Path
from typing import Any

from question_banks.loader import load_library
from workshop_templates.lint import lint_template
from workshop_templates.model import WorkshopTemplate

NOWHERE = Path("no_such_folder")
BANKS = load_library()


def step(code: str = "first", **fields: Any) -> dict[str, Any]:
    usual = {"code": code, "title": "Begin", "minutes": 10, "do": "Doe dit.", "notes": "Zeg dit."}
    return {key: value for key, value in (usual | fields).items() if value is not None}


def asking(item: str = "facilities_first", **fields: Any) -> dict[str, Any]:
    return {"kind": "ask", "item": item} | fields


def wall(**fields: Any) -> dict[str, Any]:
    return {"kind": "ideas", "question": "Wat wilt u?"} | fields


def option(code: str, **fields: Any) -> dict[str, Any]:
    return {"code": code, "topic": "cafe", "text": code} | fields


def document(*steps: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """What stands in a file of a script; its minutes are those of its steps."""
    held = list(steps) or [step(activity=asking())]
    usual = {
        "code": "tried",
        "version": 1,
        "kind": "workshop",
        "title": dict.fromkeys(("nl", "fr", "de", "en"), "Proef"),
        "purpose": "Proberen.",
        "audience": "Iedereen.",
        "minutes": sum(one["minutes"] for one in held),
        "people": {"least": 2, "most": 20},
        "team": ["Een begeleider."],
        "materials": ["Een laptop."],
        "access": ["Geen drempels."],
        "steps": held,
    }
    return usual | fields


def script(*steps: dict[str, Any], **fields: Any) -> WorkshopTemplate:
    return WorkshopTemplate.model_validate(document(*steps, **fields))


def found(held: WorkshopTemplate, pictograms: Path = NOWHERE) -> list[tuple[str, str]]:
    """The rules that complain, each with what it says."""
    findings = lint_template(held, BANKS, pictograms=pictograms)
    return [(finding.rule, finding.what) for finding in findings]
