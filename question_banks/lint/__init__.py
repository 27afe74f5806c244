"""Look a bank or a questionnaire over, as a careful colleague would: one rule, one function.

A rule is added in one place: a function in a file of this package, marked with ``@rule``.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from question_banks.bank import Library
from question_banks.lint.rules import RULES, Finding, Severity, run
from question_banks.lint.scope import PICTOGRAMS, library_scope, questionnaire_scope
from question_banks.questionnaire import Questionnaire
from question_banks.text import Text

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["RULES", "Finding", "Severity", "lint_library", "lint_questionnaire"]


def lint_library(library: Library, *, pictograms: Path = PICTOGRAMS) -> tuple[Finding, ...]:
    """Return what is wrong in all banks together, by file and line; empty when all is well.

    ``pictograms`` is the folder of drawings; when there is no such folder, their names are not
    checked. Doubles and whatever cannot be read at all are the loader's mistakes, not findings.
    """
    return run(library_scope(library, pictograms))


def lint_questionnaire(
    questionnaire: Questionnaire, topics: Mapping[str, Text], *, pictograms: Path = PICTOGRAMS
) -> tuple[Finding, ...]:
    """Return what is wrong in one questionnaire, in the languages it says it speaks.

    ``topics`` are those of the library. A finding's file is the code of the section, its line the
    number of the item as it is asked, from 1.
    """
    return run(questionnaire_scope(questionnaire, topics, pictograms))
