"""Charts on one HTML page that stands alone: words, drawing and numbers, without any script."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from analysis.chart import Cell, Chart, Table
from analysis.draw import svg
from analysis.words import decimal, say
from question_banks.tidy import tidy

STYLE = Path(__file__).with_name("page.css")


def page(charts: Sequence[Chart], *, title: str, language: str = "nl") -> str:
    """Return the page; every word of people is escaped."""
    shown = escape(tidy(title))
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{shown}</title>",
            f"<style>{STYLE.read_text('utf-8')}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{shown}</h1>",
            *("\n".join(article(chart, language)) for chart in charts),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def article(chart: Chart, language: str) -> Iterator[str]:
    """One chart: what it says, the drawing, how to read it, its numbers."""
    _ = say(language).gettext
    yield "<article>"
    yield f"<h2>{words(chart.finding)}</h2>"
    yield f'<p class="soft">{words(chart.subtitle)}</p>'
    if chart.caution:
        yield f'<p class="caution">{words(chart.caution)}</p>'
    yield f'<div class="drawing wide">{svg.draw(chart)}</div>'
    yield f'<div class="drawing narrow">{svg.draw(chart, "phone")}</div>'
    yield f'<p class="soft">{words(chart.caption)}</p>'
    if chart.table.rows:
        yield "<details>"
        yield f"<summary>{escape(_('De cijfers'))}</summary>"
        yield from table(chart.table, language)
        yield "</details>"
    yield "</article>"


def table(numbers: Table, language: str) -> Iterator[str]:
    """The numbers as a table whose first row and first column are headers."""
    heads = "".join(f'<th scope="col">{words(name)}</th>' for name in numbers.columns)
    yield f'<div class="scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead><tbody>'
    for first, *others in numbers.rows:
        cells = "".join(cell(value, language) for value in others)
        yield f'<tr><th scope="row">{words(shown(first, language))}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def cell(value: Cell, language: str) -> str:
    kind = ' class="number"' if isinstance(value, int | float) else ""
    return f"<td{kind}>{words(shown(value, language))}</td>"


def shown(value: Cell, language: str) -> str:
    """A cell in the reader's way of writing numbers; what is not shown is an en dash."""
    if value is None:
        return "–"
    return decimal(value, 4, language) if isinstance(value, float) else str(value)


def words(text: str) -> str:
    return escape(tidy(text))
