"""A report as files: an overview, and for each item a CSV, a drawing and a page."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from analysis.chart import Cell
from analysis.codebook import ItemCode
from analysis.draw import svg
from analysis.export.safe import cell
from analysis.page import page
from analysis.priorities import Priorities, Priority
from analysis.report import Report, Told
from analysis.summary import summary
from analysis.words import N_, say
from question_banks.measures import Measure

Line = Sequence[Cell]

COLUMNS = (
    "item", "option", "label", "n", "count", "share", "low", "high", "p_first", "place", "note",
)  # fmt: skip
"""Columns of ``priorities.csv``. ``share`` holds the item's value: a share of ``n`` for choices,
else a mean, points or a place between 0 and 1, and then ``note`` says so. ``place`` is the first of
a shared place; ``note`` says how far it goes. What may not be shown is empty."""

FILE_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
TAKEN = frozenset(
    {"priorities", "summary", "quadrant", "con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names of our own files, and those that Windows keeps for itself."""


def files(made: Report) -> dict[str, bytes]:
    """Every file by its name: the overview, a trio for each item, the summary in words."""
    overview = say(made.language).gettext("Wat de antwoorden zeggen")
    charts = [told.chart for told in made.items] + ([made.plane] if made.plane else [])
    named = {
        "priorities.csv": as_csv(COLUMNS, all_lines(made)),
        "priorities.html": page(charts, title=overview, language=made.language).encode(),
        "summary.md": summary(made).encode(),
    }
    main = made.main()
    if main is not None:
        named["priorities.svg"] = svg.draw(main.chart, framed=True).encode()
    if made.plane:
        named["quadrant.svg"] = svg.draw(made.plane, framed=True).encode()
    if made.groups:
        named["priorities_by_group.csv"] = as_csv(("group", *COLUMNS), lines_by_group(made))
    for told in made.items:
        named |= trio(told, made.language)
    return named


def trio(told: Told, language: str) -> dict[str, bytes]:
    name = file_name(told.item.code)
    numbers = told.chart.table
    return {
        f"{name}.csv": as_csv(COLUMNS, lines_of(told, language))
        if told.found is not None or not numbers.columns
        else as_csv(numbers.columns, numbers.rows),
        f"{name}.svg": svg.draw(told.chart, framed=True).encode(),
        f"{name}.html": page([told.chart], title=told.item.label, language=language).encode(),
    }


def file_name(code: str) -> str:
    """A name for an item's files: its code, or a safe one when no file may be called so."""
    if FILE_NAME.fullmatch(code) and code not in TAKEN and not code.startswith("priorities_by"):
        return code
    return f"item-{sha256(code.encode()).hexdigest()[:12]}"


def as_csv(columns: Sequence[str], rows: Iterable[Line]) -> bytes:
    """UTF-8, commas, a point in numbers, four decimals; no text becomes a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([cell(name) for name in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def all_lines(made: Report) -> Iterator[Line]:
    return (line for told in made.items for line in lines_of(told, made.language))


def lines_by_group(made: Report) -> Iterator[Line]:
    for group, told in made.groups:
        yield from ((group, *line) for line in lines_of(told, made.language))


def lines_of(told: Told, language: str) -> Iterator[Line]:
    """An item's lines in ``priorities.csv``: options in order, then those that have no figures."""
    if told.found is None:
        return
    code = told.item.code
    for row in told.found.rows:
        yield (
            code, row.option, row.label, row.n, row.count, row.value, row.low, row.high,
            row.p_first, row.place[0], note(told.found, row, language),
        )  # fmt: skip
    shown = {row.option for row in told.found.rows}
    nothing = say(language).gettext("te weinig antwoorden om te tonen")
    for option, label in parts(told.item):
        if option not in shown:
            yield code, option, label, *(None,) * 7, nothing


def parts(item: ItemCode) -> list[tuple[str, str]]:
    if item.measure is Measure.ORDINAL:
        return [(item.code, item.label)]
    return [(option.code, option.label) for option in item.options]


VALUES = {
    "mean": N_("gemiddelde"),
    "points": N_("gemiddeld aantal punten"),
    "rank": N_("rangscore van 0 tot 1"),
}


def note(found: Priorities, row: Priority, language: str) -> str:
    """What a line's value is, with whom it shares its place, and what to be careful about."""
    _ = say(language).gettext
    said = [_(VALUES[found.unit])] if found.unit in VALUES else []
    first, last = row.place
    if first != last:
        said.append(_("gedeelde plaats %(first)s tot %(last)s") % {"first": first, "last": last})
    if found.very_few:
        said.append(_("minder dan 10 antwoorden: gebruik aantallen"))
    elif row.note:
        said.append(_("minder dan 30 antwoorden: lees voorzichtig"))
    return "; ".join(said)
