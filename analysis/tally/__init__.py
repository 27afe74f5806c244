"""Counting by the standard library alone, so that live pages may do it: one file a rule.

A rule is added in one place: a function in a file of this package, marked with ``@tally``.
"""

from importlib import import_module
from pkgutil import iter_modules

from analysis.tally.count import RULES, USUAL, Line, Tally, TallyRule, Vote, tally

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["RULES", "USUAL", "Line", "Tally", "TallyRule", "Vote", "tally"]
