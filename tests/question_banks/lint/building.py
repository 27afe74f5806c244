"""Build a library or a questionnaire of a few items, and see what one rule says of it."""

from pathlib import Path

from question_banks.bank import Bank, Library
from question_banks.item_types import parse_item
from question_banks.lint import Severity, lint_library, lint_questionnaire
from question_banks.questionnaire import Questionnaire, Section

NOWHERE = Path("no_such_folder")
TONGUES = ("nl", "nl-x-easy", "fr", "de", "en")


def said(words: str) -> dict[str, str]:
    """The same words in every language."""
    return dict.fromkeys(TONGUES, words)


def option(code: str, **fields):
    return {"code": code, "text": said(code)} | fields


def item(code: str, kind: str = "text", **fields):
    """An item in which no rule finds anything, but for ``fields``."""
    usual = {"code": code, "type": kind, "text": said(f"Vraag {code}?")}
    if kind in {"choice", "multiple", "ranking", "points"}:
        usual["options"] = [option("bakery"), option("bus"), option("bench")]
    if kind in {"rating", "matrix"}:
        usual["scale"] = "agree5"
    if kind == "matrix":
        usual["rows"] = [option("light"), option("green")]
    return parse_item(usual | fields)


def library(*items, **fields) -> Library:
    bank = {"bank": "tried", "version": 1, "title": said("Proef"), "items": items}
    return Library(banks=(Bank.model_validate(bank | fields),))


def questionnaire(*items, **fields) -> Questionnaire:
    section = Section(code="all", items=items)
    usual = {"title": said("Proef"), "languages": TONGUES, "sections": (section,)}
    return Questionnaire.model_validate(usual | fields)


def found(held: Library | Questionnaire, *, pictograms: Path = NOWHERE) -> list[tuple[str, str]]:
    """The rules that complain, each with what it says."""
    if isinstance(held, Library):
        findings = lint_library(held, pictograms=pictograms)
    else:
        findings = lint_questionnaire(held, {}, pictograms=pictograms)
    return [(finding.rule, finding.what) for finding in findings]


def severities(held: Library) -> list[tuple[str, Severity]]:
    return [(one.rule, one.severity) for one in lint_library(held, pictograms=NOWHERE)]
