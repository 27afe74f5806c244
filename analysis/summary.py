"""A report in words: what was found, what to be careful about, how to read it; in Markdown."""

from collections.abc import Iterator

from analysis.cautions import cautions, general
from analysis.chart import Chart
from analysis.markdown import heading, paragraph, table
from analysis.report import Report, Told
from analysis.words import say


def summary(made: Report) -> str:
    """Return the whole text; no label of people can break it."""
    _ = say(made.language).gettext
    return (
        "\n\n".join(
            (
                heading(1, _("Wat de antwoorden zeggen")),
                *(block for told in made.items for block in about(told, made.language)),
                *in_groups(made),
                *in_quadrant(made),
                heading(2, _("Hoe leest u dit?")),
                "\n".join(f"- {paragraph(line)}" for line in general(made.language)),
            )
        )
        + "\n"
    )


def about(told: Told, language: str) -> Iterator[str]:
    """One item: the question, the finding, the cautions, the numbers."""
    yield heading(2, told.item.label)
    yield from in_words(told.chart)
    said = cautions(told.found, language) if told.found is not None else (told.chart.caution,)
    yield from (f"> {paragraph(line)}" for line in said if line)


def in_words(chart: Chart) -> Iterator[str]:
    yield f"**{paragraph(chart.finding)}**"
    yield paragraph(chart.subtitle)
    if chart.table.rows:
        yield table(chart.table.columns, chart.table.rows)
    yield paragraph(chart.caption)


def in_groups(made: Report) -> Iterator[str]:
    """The same for each channel or group, one finding each; the numbers are in their file."""
    _ = say(made.language).gettext
    if not made.groups:
        return
    yield heading(2, _("Per groep"))
    for group, told in made.groups:
        name = group or _("zonder groep")
        yield f"- {paragraph(told.item.label)} – {paragraph(name)}: {paragraph(told.chart.finding)}"


def in_quadrant(made: Report) -> Iterator[str]:
    if made.plane is None:
        return
    yield heading(2, say(made.language).gettext("Belang en haalbaarheid"))
    yield from in_words(made.plane)
