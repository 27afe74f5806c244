"""Read a CSV file line by line: any usual separator, with or without BOM, never a traceback."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from analysis.errors import AnalyseError, Mistake
from analysis.words import N_

BOM = b"\xef\xbb\xbf"
NOT_UTF_8 = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = ",;\t"

Line = tuple[int, tuple[str, ...]]


def csv_lines(path: Path, columns: Sequence[str], *, needed: Sequence[str]) -> Iterator[Line]:
    """Yield line numbers and cells, ordered as ``columns``, trimmed, empty where there is none.

    Lines without any cell are passed over; columns that are not in ``columns`` are left alone.
    Raise AnalyseError for what makes the rest unreadable: no header, other encoding, NUL, a quote
    that is never closed, a line with too many cells. The file is never held in memory whole.
    """
    with path.open("rb") as file:
        texts = decoded(path, file)
        header = next(texts, "")
        separator = max(SEPARATORS, key=header.count)
        try:
            rows = csv.reader(with_first(header, texts), delimiter=separator, strict=True)
            yield from arranged(path, rows, columns, needed)
        except csv.Error as error:
            line = texts_read(rows)
            raise unreadable(path, line, N_("deze regel is geen CSV (%(why)s). Kijk de "
                                            "aanhalingstekens na."), why=str(error)) from None
