"""What one group wants more or less than all others, and which of it is no chance."""

from analysis.axes import round_step
from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Bar, Bars, Note, Ticks
from analysis.gaps import LOUD, QUIET, Gap, Gaps
from analysis.priorities import FEW
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    names,
    not_shown,
    self_selected,
)
from analysis.words import decimal, percent, quoted, say


@chart("gaps")
def gaps_chart(found: Gaps, *, about: str = "", language: str = "nl") -> Chart:
    """Draw the difference of each option as a bar to the right (more) or to the left (less)."""
    said = finding(found, language)
    return Chart(
        name="gaps",
        finding=said,
        subtitle=subtitle(found, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, row, language) for row in found.rows], language),
        table=Table((), ()) if found.hidden else table(found, language),
        figure=Note("", hidden_caption(language)) if found.hidden else figure(found, language),
        caution=caution(found, language),
        language=language,
    )


def figure(found: Gaps, language: str) -> Bars:
    _ = say(language).gettext
    reach = max(max(abs(row.low), abs(row.high)) for row in found.rows)
    step = round_step(reach, most=2)
    return Bars(
        bars=tuple(bar(found, row, language) for row in found.rows),
        top=reach,
        base=-reach,
        zero=0.0,
        ticks=ticks(found, reach, step, language),
        axis=_("Links: minder dan de anderen. Rechts: meer."),
        more=more_rows(language),
    )


def ticks(found: Gaps, reach: float, step: float, language: str) -> Ticks:
    marks = range(-int(reach / step + 1e-9), int(reach / step + 1e-9) + 1)
    return tuple((n * step, amount(found, n * step, language)) for n in marks)


def bar(found: Gaps, row: Gap, language: str) -> Bar:
    return Bar(
        label=row.label,
        value=row.difference,
        low=row.low,
        high=row.high,
        shown=amount(found, row.difference, language),
        strong=row.real,
        note=note(found, row, language),
    )


def amount(found: Gaps, value: float, language: str) -> str:
    """A difference with its sign: in percentage points, or on the scale."""
    if found.unit in {"share", "rank"}:
        whole = round(100 * value)
        return f"{'+' if whole > 0 else '−' if whole < 0 else ''}{abs(whole)}"
    short = decimal(abs(value), 1, language)
    sign = "" if not float(f"{value:.1f}") else "+" if value > 0 else "−"
    return sign + short


def value_words(found: Gaps, value: float, language: str) -> str:
    if found.unit == "share":
        return percent(value, language)
    return str(round(100 * value)) if found.unit == "rank" else decimal(value, 1, language)


def note(found: Gaps, row: Gap, language: str) -> str:
    """Both values, and the word for a need that the whole does not show."""
    _ = say(language).gettext
    both = _("%(inside)s tegen %(outside)s") % {
        "inside": value_words(found, row.inside, language),
        "outside": value_words(found, row.outside, language),
    }
    marks = {QUIET: _("stille nood"), LOUD: _("luide groep")}
    return f"{both}, {marks[row.mark]}" if row.mark else both


def finding(found: Gaps, language: str) -> str:
    """What this group wants more; else less; else that chance explains it all."""
    _ = say(language).gettext
    if found.hidden:
        return hidden_finding(language)
    quiet = [row.label for row in found.rows if row.mark == QUIET]
    more = [row.label for row in found.rows if row.real and row.difference > 0]
    less = [row.label for row in found.rows if row.real and row.difference < 0]
    group = {"group": found.group}
    for labels, words in (
        (quiet, _("Stille nood bij %(group)s: %(names)s")),
        (more, _("Hoger bij %(group)s dan bij de anderen: %(names)s")),
        ([] if more else less, _("Lager bij %(group)s dan bij de anderen: %(names)s")),
    ):
        if 0 < len(labels) <= NAMES_IN_A_SENTENCE:
            return words % {**group, "names": names(labels, language)}
    if more or less:
        several = {**group, "n": len(more) + len(less)}
        return _("Bij %(n)s keuzes een duidelijk verschil: %(group)s en de anderen") % several
    return _("Geen verschil dat groter is dan toeval: %(group)s en de anderen") % group


def subtitle(found: Gaps, about: str, language: str) -> str:
    _ = say(language).gettext
    asked = quoted(found.label, language)
    if found.hidden:
        return " ".join(part for part in (asked, about) if part)
    people = _("%(group)s (%(n)s) tegen alle anderen (%(others)s).") % {
        "group": found.group,
        "n": found.n,
        "others": found.n_others,
    }
    return " ".join(part for part in (asked, people, about) if part)


def caption(found: Gaps, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return ""
    said = [
        _("Donker: het verschil is groter dan toeval, ook na correctie voor het aantal keuzes."),
        _("De lijn toont hoe zeker het verschil is (95 %)."),
    ]
    if any(row.mark == QUIET for row in found.rows):
        said.append(_("Stille nood: hoog bij deze groep, laag in het geheel."))
    if any(row.mark == LOUD for row in found.rows):
        said.append(
            _("Luide groep: deze groep antwoordde meer dan haar deel en duwt de keuze omhoog.")
        )
    if found.left_out:
        said.append(not_shown(found.left_out, language))
    return " ".join([*said, self_selected(language)])


def caution(found: Gaps, language: str) -> str:
    if found.hidden or min(found.n, found.n_others) >= FEW:
        return ""
    return say(language).gettext("Minder dan dertig mensen in een groep: lees dit voorzichtig.")


def spoken(found: Gaps, row: Gap, language: str) -> str:
    return f"{row.label}: {amount(found, row.difference, language)} ({note(found, row, language)})"


def table(found: Gaps, language: str) -> Table:
    _ = say(language).gettext
    columns = (
        _("Keuze"), found.group, _("Alle anderen"), _("Verschil"), _("Van"), _("Tot"),
        _("Zo vaak komt dit toevallig voor (%)"),
    )  # fmt: skip
    by, places = (100, 1) if found.unit in {"share", "rank"} else (1, 2)
    rows: list[tuple[Cell, ...]] = []
    for row in found.rows:
        values = (row.inside, row.outside, row.difference, row.low, row.high)
        rows.append((row.label, *(round(by * x, places) for x in values), round(100 * row.p, 1)))
    left = [(label, *(None,) * (len(columns) - 1)) for label in found.left_out]
    return Table(columns, (*rows, *left))
