"""Where formats register themselves."""

from collections.abc import Callable
from typing import NamedTuple

from analysis.chart import Chart

Write = Callable[[Chart], bytes]


class Export(NamedTuple):
    """A format: its file extension, its media type, and the function that writes a chart."""

    extension: str
    mimetype: str
    write: Write


EXPORTS: dict[str, Export] = {}


def export(name: str, extension: str, mimetype: str) -> Callable[[Write], Write]:
    """Register a format; a second one of the same name is refused."""

    def register(write: Write) -> Write:
        if name in EXPORTS:
            raise ValueError(f"two formats are called {name}")
        EXPORTS[name] = Export(extension, mimetype, write)
        return write

    return register
