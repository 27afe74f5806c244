"""Files of a chart: one file a format, found by itself."""

from importlib import import_module
from pkgutil import iter_modules

from analysis.export.registry import EXPORTS, Export

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["EXPORTS", "Export"]
