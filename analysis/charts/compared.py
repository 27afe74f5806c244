"""The same question in several villages, or before and after: small bars side by side."""

from analysis.chart import Chart, Table, chart
from analysis.comparing import Compared
from analysis.figure import Entry, Grid, Line, Note
from analysis.priorities import FEW, VERY_FEW, Priority
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    names,
    not_shown,
    own_choice,
    too_few,
)
from analysis.words import decimal, number, percent, quoted, say


@chart("compared")
def compared_chart(found: Compared, *, about: str = "", language: str = "nl") -> Chart:
    """Draw an item's options as rows, the villages or the waves as columns."""
    said = finding(found, language)
    return Chart(
        name="compared",
        finding=said,
        subtitle=subtitle(found, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, code, language) for code in found.options], language),
        table=table(found, language) if found.options else Table((), ()),
        figure=figure(found, language) if found.options else Note("", hidden_caption(language)),
        caution=caution(found, language),
        language=language,
    )


def figure(found: Compared, language: str) -> Grid:
    _ = say(language).gettext
    highs = [
        cell.high if found.bases[n] >= VERY_FEW else cell.value
        for code in found.options
        for n, cell in enumerate(found.cells[code])
        if cell is not None
    ]
    return Grid(
        rows=tuple(line(found, code, language) for code in found.options),
        columns=tuple(column_words(found, n, language) for n in range(len(found.columns))),
        top=found.top if found.unit == "mean" else max(highs, default=1.0) or 1.0,
        base=found.least if found.unit == "mean" else 0.0,
        dots=found.unit == "mean",
        axis=axis_words(found, language),
        more=more_rows(language),
    )


def column_words(found: Compared, n: int, language: str) -> str:
    """A village or a wave with how many answered there."""
    base = found.bases[n]
    return f"{found.columns[n]} ({number(base, language)})" if base else found.columns[n]


def line(found: Compared, code: str, language: str) -> Line:
    best = [leaders(found, n) for n in range(len(found.columns))]
    entries = tuple(
        entry(found, n, cell, language, strong=code in best[n])
        for n, cell in enumerate(found.cells[code])
    )
    return Line(found.labels[code], entries, change_words(found, code, language))


def entry(found: Compared, n: int, cell: Priority | None, language: str, *, strong: bool) -> Entry:
    if cell is None:
        return Entry(None, "–")
    sure = found.bases[n] >= VERY_FEW
    low, high = (cell.low, cell.high) if sure else (None, None)
    return Entry(cell.value, value_words(found, n, cell, language), low, high, strong)


def value_words(found: Compared, n: int, cell: Priority, language: str) -> str:
    if found.unit == "share":
        return (
            percent(cell.value, language)
            if found.bases[n] >= VERY_FEW
            else number(cell.count, language)
        )
    if found.unit == "rank":
        return str(round(100 * cell.value))
    return decimal(cell.value, 1, language)


def leaders(found: Compared, n: int) -> tuple[str, ...]:
    """The options that share the first place in a column."""
    cells = [(code, found.cells[code][n]) for code in found.options]
    first = tuple(code for code, cell in cells if cell is not None and cell.place[0] == 1)
    return first if len(first) < len([cell for _code, cell in cells if cell]) else ()


def change_words(found: Compared, code: str, language: str) -> str:
    _ = say(language).gettext
    return {1: _("duidelijk hoger"), -1: _("duidelijk lager")}.get(found.changed.get(code, 0), "")


def finding(found: Compared, language: str) -> str:
    if not found.options:
        return hidden_finding(language)
    return over_time(found, language) if found.waves else over_villages(found, language)


def over_time(found: Compared, language: str) -> str:
    """What really rose or fell from the first wave to the last."""
    _ = say(language).gettext
    known = [n for n, base in enumerate(found.bases) if base]
    if known[:1] != [0] or known[-1] != len(found.bases) - 1 or len(known) == 1:
        return _("Te weinig antwoorden om vroeger en later te vergelijken")
    up = [found.labels[code] for code in found.options if found.changed.get(code) == 1]
    down = [found.labels[code] for code in found.options if found.changed.get(code) == -1]
    if not up and not down:
        return _("Geen verandering die groter is dan toeval")
    if len(up) > NAMES_IN_A_SENTENCE or len(down) > NAMES_IN_A_SENTENCE:
        return _("Bij %(n)s keuzes is er echt iets veranderd") % {"n": len(up) + len(down)}
    words = {"up": names(up, language), "down": names(down, language)}
    if up and down:
        return _("Hoger: %(up)s. Lager: %(down)s") % words
    return (_("Duidelijk hoger: %(up)s") if up else _("Duidelijk lager: %(down)s")) % words


def over_villages(found: Compared, language: str) -> str:
    """What stands first everywhere; else that villages differ; else that it is too close."""
    _ = say(language).gettext
    shown = [n for n, base in enumerate(found.bases) if base]
    firsts = [set(leaders(found, n)) for n in shown]
    everywhere = [c for c in found.options if firsts and all(c in first for first in firsts)]
    if len(shown) == 1:
        return _("Alleen %(name)s heeft genoeg antwoorden") % {"name": found.columns[shown[0]]}
    if everywhere and len(everywhere) <= NAMES_IN_A_SENTENCE:
        words = {"names": names([found.labels[code] for code in everywhere], language)}
        if len(shown) < len(found.bases):
            return _("Bovenaan in elk dorp met genoeg antwoorden: %(names)s") % words
        return _("In elk dorp mee bovenaan: %(names)s") % words
    if all(firsts) and not set.intersection(*firsts):
        return _("Niet elk dorp zet hetzelfde bovenaan")
    return _("Nog niet overal duidelijk wat bovenaan staat")


def subtitle(found: Compared, about: str, language: str) -> str:
    """The question and how many answered in all; each column says its own."""
    ngettext, n = say(language).ngettext, sum(found.bases)
    told = ngettext("%(n)s antwoord.", "%(n)s antwoorden.", n) % {"n": n} if n else ""
    return " ".join(part for part in (quoted(found.label, language), told, about) if part)


def axis_words(found: Compared, language: str) -> str:
    _ = say(language).gettext
    what = {
        "share": _("Hoeveel van de 100 mensen dit kozen."),
        "mean": _("Gemiddelde op de schaal."),
        "points": _("Gemiddeld aantal punten."),
        "rank": _("Hoe hoog in de rangorde. 100 is altijd eerst."),
    }
    return f"{what[found.unit]} {_('Lijn: zo zeker zijn we (95 %).')}"


def caption(found: Compared, language: str) -> str:
    _ = say(language).gettext
    if not found.options:
        return ""
    said = [_("Donker: deelt de eerste plaats.")]
    if found.waves:
        said.append(
            _("We bewaren niet wie antwoordde: dit zijn groepen, niet telkens dezelfde mensen.")
        )
    if any(n == 0 for n in found.bases):
        said.append(_("Een kolom zonder cijfers had te weinig antwoorden."))
    left_out = [label for code, label in found.labels.items() if code not in found.options]
    if left_out:
        said.append(not_shown(left_out, language))
    return " ".join([*said, own_choice(language)])


def caution(found: Compared, language: str) -> str:
    if not found.options or all(n >= FEW or not n for n in found.bases):
        return ""
    return say(language).gettext("Minder dan dertig antwoorden in een kolom: lees die voorzichtig.")


def spoken(found: Compared, code: str, language: str) -> str:
    cells = [
        f"{name} {too_few(language) if cell is None else value_words(found, n, cell, language)}"
        for n, (name, cell) in enumerate(zip(found.columns, found.cells[code], strict=True))
    ]
    return f"{found.labels[code]}: {', '.join(cells)}"


def table(found: Compared, language: str) -> Table:
    _ = say(language).gettext
    by, places = (100, 1) if found.unit in {"share", "rank"} else (1, 2)
    unit = " (%)" if found.unit == "share" else ""
    rows = [
        (
            found.labels[code],
            *(
                None if cell is None else round(by * cell.value, places)
                for cell in found.cells[code]
            ),
            *((change_words(found, code, language),) if found.waves else ()),
        )
        for code in found.options
    ]
    change = (_("Verandering"),) if found.waves else ()
    return Table((_("Keuze"), *(f"{name}{unit}" for name in found.columns), *change), tuple(rows))
