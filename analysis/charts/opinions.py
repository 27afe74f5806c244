"""Opinion groups: what all of them share, and where they stand apart."""

from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Entry, Grid, Line, Note
from analysis.opinions import ENOUGH, FEWEST_STATEMENTS, SHARED, Opinion, Opinions, names_of
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    names,
    self_selected,
    subtitle,
    too_few,
)
from analysis.words import percent, say


@chart("opinions")
def opinions_chart(found: Opinions, *, about: str = "", language: str = "nl") -> Chart:
    """Draw the part of each group that agrees with each statement, what is shared first."""
    said = finding(found, language)
    return Chart(
        name="opinions",
        finding=said,
        subtitle=subtitle(found.label, found.n or None, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(row, language) for row in found.rows], language),
        table=table(found, language) if found.rows else Table((), ()),
        figure=figure(found, language) if found.rows else Note("", nothing(found, language)),
        language=language,
    )


def figure(found: Opinions, language: str) -> Grid:
    return Grid(
        rows=tuple(line(row, language) for row in found.rows),
        columns=columns(found, language),
        top=1.0,
        axis=say(language).gettext("Hoeveel van de 100 mensen in de groep het eens zijn."),
        more=more_rows(language),
    )


def columns(found: Opinions, language: str) -> tuple[str, ...]:
    _ = say(language).gettext
    letters = names_of(found)
    return tuple(
        _("Groep %(letter)s (%(n)s)") % {"letter": letters[n], "n": size}
        for n, size in enumerate(found.sizes)
    )


def line(row: Opinion, language: str) -> Line:
    entries = tuple(
        Entry(None, "–")
        if part is None
        else Entry(part, percent(part, language), strong=row.shared)
        for part in row.agree
    )
    note = say(language).gettext("gedeeld") if row.shared else ""
    return Line(row.label, entries, note, lit=row.shared)


def finding(found: Opinions, language: str) -> str:
    _ = say(language).gettext
    reasons = {
        "hidden": hidden_finding(language),
        "few": _("Te weinig mensen om groepen te zoeken"),
        "statements": _("Te weinig uitspraken om groepen te zoeken"),
        "one": _("Geen aparte groepen: mensen antwoorden door elkaar"),
    }
    if found.reason:
        return reasons[found.reason]
    shared = [row.label for row in found.shared()]
    if not shared:
        return _("%(n)s groepen, en geen uitspraak die ze allemaal delen") % {"n": len(found.sizes)}
    if len(shared) <= NAMES_IN_A_SENTENCE:
        return _("Elke groep is het eens over: %(names)s") % {"names": names(shared, language)}
    return _("Elke groep is het eens over %(n)s uitspraken") % {"n": len(shared)}


def nothing(found: Opinions, language: str) -> str:
    _ = say(language).gettext
    return {
        "hidden": hidden_caption(language),
        "few": _("Onder %(n)s mensen hangen groepen af van één antwoord.") % {"n": ENOUGH},
        "statements": _("Vraag minstens %(n)s uitspraken op dezelfde schaal.")
        % {"n": FEWEST_STATEMENTS},
        "one": _("De verschillen volgen geen vaste lijn. Dat is ook een resultaat."),
    }[found.reason]


def caption(found: Opinions, language: str) -> str:
    _ = say(language).gettext
    if not found.rows:
        return ""
    return " ".join(
        (
            _("De groepen volgen uit deze antwoorden alleen, niet uit wie mensen zijn."),
            _("Gedeeld: in elke groep is minstens %(part)s het eens.")
            % {"part": percent(SHARED, language)},
            self_selected(language),
        )
    )


def spoken(row: Opinion, language: str) -> str:
    told = [too_few(language) if part is None else percent(part, language) for part in row.agree]
    return f"{row.label}: {', '.join(told)}"


def table(found: Opinions, language: str) -> Table:
    _ = say(language).gettext
    rows: list[tuple[Cell, ...]] = []
    for row in found.rows:
        parts = (None if part is None else round(100 * part, 1) for part in row.agree)
        rows.append((row.label, *parts, _("ja") if row.shared else _("nee")))
    heads = (f"{name} (%)" for name in columns(found, language))
    return Table((_("Uitspraak"), *heads, _("Gedeeld")), tuple(rows))
