"""Read a CSV file line by line: any usual separator, with or without BOM, never a traceback."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from analysis.errors import AnalyseError, Mistake
from analysis.words import N_

BOM = b"\xef\xbb\xbf"
OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = ",;\t"

Line = tuple[int, tuple[str, ...]]


def csv_lines(path: Path, columns: Sequence[str], *, needed: Sequence[str]) -> Iterator[Line]:
    """Yield a record's first line number and its cells: trimmed, in the order of ``columns``.

    A column that is missing gives empty cells, one that is not in ``columns`` is left alone, and a
    record of empty cells is passed over. The file is never in memory whole. Raise AnalyseError for
    what makes the rest unreadable: no header, another encoding, NUL, a quote that is never closed,
    too many cells.
    """
    with path.open("rb") as file:
        texts = decoded(path, file)
        first = next(texts, "")
        header = next(csv.reader([first], delimiter=separator_of(first)), [])
        places = places_of(path, header, columns, needed)
        for line, cells in records(path, texts, separator_of(first)):
            if len(cells) > len(header) and any(cells[len(header) :]):
                raise stop(path, N_("deze regel heeft meer cellen dan de kop."), line)
            held = tuple(
                cells[place].strip() if 0 <= place < len(cells) else "" for place in places
            )
            if any(held):
                yield line, held


def separator_of(header: str) -> str:
    return max(SEPARATORS, key=header.count)


def places_of(
    path: Path, header: Sequence[str], columns: Sequence[str], needed: Sequence[str]
) -> tuple[int, ...]:
    """Where each column stands in the header, -1 for one that is not there."""
    names = [name.strip().casefold() for name in header]
    missing = [name for name in needed if name not in names]
    if missing:
        raise stop(
            path,
            N_("de kolom %(names)s ontbreekt. Zet de namen van de kolommen op de eerste regel."),
            1,
            names=", ".join(missing),
        )
    return tuple(names.index(name) if name in names else -1 for name in columns)


def decoded(path: Path, file: IO[bytes]) -> Iterator[str]:
    """Yield the lines of a file as text; refuse what is not UTF-8, and NUL."""
    for line, raw in enumerate(file, start=1):
        known = raw.removeprefix(BOM) if line == 1 else raw
        if known.startswith(OTHER_BOMS) and line == 1:
            raise stop(path, NOT_UTF_8, line)
        if b"\0" in known:
            raise stop(
                path, N_("er staat een NUL-teken. Bewaar het bestand opnieuw als CSV."), line
            )
        try:
            yield known.decode("utf-8")
        except UnicodeDecodeError:
            raise stop(path, NOT_UTF_8, line) from None


NOT_UTF_8 = N_("dit is geen UTF-8. Bewaar het bestand als “CSV UTF-8”.")


def records(path: Path, texts: Iterator[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield records after the header, with the number of their first line."""
    reader = csv.reader(texts, delimiter=separator, strict=True)
    line = 2
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            raise stop(
                path, N_("deze regel is geen CSV. Kijk de aanhalingstekens na."), line
            ) from None
        if cells is None:
            return
        yield line, cells
        line = reader.line_num + 2


def stop(path: Path, message: str, line: int, **params: str) -> AnalyseError:
    """The error of a mistake after which nothing more can be read."""
    return AnalyseError(path.name, [Mistake(message, line, params)])
