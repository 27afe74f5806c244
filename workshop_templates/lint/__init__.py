"""Look a script over, as a coach would who has run many evenings: one rule, one function.

A rule is added in one place: a function in a file of this package, marked with ``@rule``.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from question_banks.bank import Library
from question_banks.lint.rules import Finding, Severity, in_order
from question_banks.lint.rules import run as run_word_rules
from question_banks.lint.scope import PICTOGRAMS, Said, Scope, drawings
from question_banks.text import FIRST
from workshop_templates.lint.script import RULES, Script, said
from workshop_templates.model import WorkshopTemplate

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

TITLE_LANGUAGES = (FIRST, "fr", "de", "en")

__all__ = ["RULES", "Finding", "Severity", "lint_template", "lint_templates"]


def lint_templates(
    templates: Iterable[WorkshopTemplate], library: Library, *, pictograms: Path = PICTOGRAMS
) -> tuple[Finding, ...]:
    """Return what is wrong in scripts, by file and line; empty when all is well."""
    return in_order(
        finding
        for template in templates
        for finding in lint_template(template, library, pictograms=pictograms)
    )


def lint_template(
    template: WorkshopTemplate, library: Library, *, pictograms: Path = PICTOGRAMS
) -> tuple[Finding, ...]:
    """Return what is wrong in one script: by the rules here, and by those for words in banks."""
    script = Script(template, library, drawings(pictograms))
    title = word_scope(script, [Said("title", "title", template.title)], TITLE_LANGUAGES)
    rest = word_scope(script, said(template), (FIRST,))
    return in_order((*RULES.run(script), *run_word_rules(title), *run_word_rules(rest)))


def word_scope(script: Script, said: Iterable[Said], languages: tuple[str, ...]) -> Scope:
    """Gather words for the rules about words: languages, plainness, marks, hidden letters."""
    return Scope(
        items=(),
        loose=tuple(said),
        topics={},
        languages=languages,
        ordered=False,
        pictograms=None,
        place=script.place,
    )
