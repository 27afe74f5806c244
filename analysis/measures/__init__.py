"""Every level of measurement: one file each, found by itself."""

from importlib import import_module
from pkgutil import iter_modules

from analysis.measures.rule import RULES, MeasureRule, Row, Rows, UnreadableError, answer_of

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["RULES", "MeasureRule", "Row", "Rows", "UnreadableError", "answer_of"]
