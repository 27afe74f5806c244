"""Every chart: one file each, found by itself."""

from importlib import import_module
from pkgutil import iter_modules

from analysis.chart import CHARTS

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["CHARTS"]
