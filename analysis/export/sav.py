"""SPSS files with labels: what was asked and what each number means travel with the numbers."""

import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from question_banks.tidy import tidy

UNKNOWN = -98.0
"""Who does not know: a number of its own that SPSS leaves out of every count."""

LONGEST_NAME, LONGEST_LABEL, LONGEST_TEXT = 64, 250, 2000
RESERVED = frozenset(
    {"ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"}
)
FORBIDDEN = re.compile(r"[^A-Za-z0-9_.]")

Value = float | str | None


@dataclass(frozen=True, slots=True)
class Column:
    """One variable: its name, the question, its level of measurement, the words of its numbers.

    ``measure`` is nominal, ordinal or scale; ``text`` says that it holds words.
    """

    name: str
    label: str
    measure: str = "nominal"
    labels: Mapping[float, str] = field(default_factory=dict)
    text: bool = False


def sav(columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, title: str) -> bytes:
    """Write the rows; None is a value that is missing, UNKNOWN one that the person did not know."""
    import pandas as pd
    import pyreadstat  # noqa: PLC0415 — slow import

    names = safe_names([column.name for column in columns])
    held = [
        [cell(column, value) for column, value in zip(columns, row, strict=True)] for row in rows
    ]
    frame = pd.DataFrame(held, columns=names)
    known = list(zip(names, columns, strict=True))
    for name, column in known:
        frame[name] = frame[name].astype("object" if column.text else "float64")
    numbers = [(name, column) for name, column in known if not column.text]
    with tempfile.TemporaryDirectory(prefix="dorpsstem-") as folder:
        path = Path(folder) / "antwoorden.sav"
        pyreadstat.write_sav(
            frame,
            path,
            file_label=short(title, 60),
            column_labels={name: short(column.label, LONGEST_LABEL) for name, column in known},
            variable_value_labels={
                name: {value: short(words, 120) for value, words in column.labels.items()}
                for name, column in numbers
                if column.labels
            },
            variable_measure={name: column.measure for name, column in known},
            missing_ranges={
                name: [UNKNOWN] for name, column in numbers if UNKNOWN in column.labels
            },
        )
        return path.read_bytes()


def cell(column: Column, value: Value) -> Value:
    """A value as its column holds it."""
    if column.text:
        return short("" if value is None else str(value), LONGEST_TEXT)
    return None if value is None or isinstance(value, str) else float(value)


def short(text: str, most: int) -> str:
    """Text without control characters, at most so many bytes as the format holds."""
    return tidy(text).encode()[:most].decode(errors="ignore")


def safe_names(names: Sequence[str]) -> list[str]:
    """Names that SPSS takes, each once whatever their case."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        plain = FORBIDDEN.sub("_", name)[: LONGEST_NAME - 4].rstrip("._") or "v"
        if not plain[0].isalpha() or plain.upper() in RESERVED:
            plain = f"v_{plain}"
        tries = (plain, *(f"{plain}_{n}" for n in range(2, len(names) + 2)))
        free = next(one for one in tries if one.upper() not in taken)
        taken.add(free.upper())
        found.append(free)
    return found
