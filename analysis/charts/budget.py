"""A bundle within a budget: by equal shares, beside the most votes first."""

from analysis.budgeting import Budget
from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Entry, Grid, Line, Note
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    names,
    self_selected,
    subtitle,
)
from analysis.tally.bundle import Bundle
from analysis.words import grouped, percent, say


@chart("budget")
def budget_chart(found: Budget, *, about: str = "", language: str = "nl") -> Chart:
    """Draw who backs each option, its price, and which rule buys it."""
    said = finding(found, language)
    return Chart(
        name="budget",
        finding=said,
        subtitle=subtitle(found.label, None if found.hidden else found.n, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, code, language) for code in found.options], language),
        table=Table((), ()) if found.hidden else table(found, language),
        figure=Note("", hidden_caption(language)) if found.hidden else figure(found, language),
        caution="" if found.hidden else few_caution(found.n, language, shares=False),
        language=language,
    )


def euros(amount: int, language: str) -> str:
    """Whole euros, with the separator of the language."""
    text = grouped(amount, language)
    return f"{text} €" if language[:2] in {"fr", "de"} else f"€\u00a0{text}"


def figure(found: Budget, language: str) -> Grid:
    _ = say(language).gettext
    return Grid(
        rows=tuple(line(found, code, language) for code in found.options),
        columns=(_("Steun"), _("Prijs"), _("Gelijke aandelen"), _("Meeste stemmen eerst")),
        top=1.0,
        more=more_rows(language),
    )


def line(found: Budget, code: str, language: str) -> Line:
    share = found.backed[code] / found.n
    bought = code in found.fair.options
    entries = (
        Entry(share, percent(share, language), strong=bought),
        Entry(None, euros(found.costs[code], language)),
        verdict(found.fair, code, language),
        verdict(found.plain, code, language),
    )
    return Line(found.labels[code], entries, lit=bought)


def verdict(bundle: Bundle, code: str, language: str) -> Entry:
    bought = code in bundle.options
    return Entry(None, say(language).gettext("erbij") if bought else "–", strong=bought)


def finding(found: Budget, language: str) -> str:
    """Whether the rule matters, and for how many."""
    _ = say(language).gettext
    if found.hidden:
        return hidden_finding(language)
    if not found.fair.bought and not found.plain.bought:
        return _("Geen keuze past in dit budget")
    if set(found.fair.options) == set(found.plain.options):
        return _("Beide regels kopen hetzelfde pakket")
    words = {
        "fair": percent(found.served_fair / found.n, language),
        "plain": percent(found.served_plain / found.n, language),
    }
    if found.served_fair > found.served_plain:
        return (
            _(
                "Met gelijke aandelen krijgt %(fair)s iets van zijn keuze, "
                "met de meeste stemmen %(plain)s"
            )
            % words
        )
    return _("De twee regels kopen een ander pakket")


def caption(found: Budget, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return ""
    left = {
        "budget": euros(found.budget, language),
        "fair": euros(found.fair.left, language),
        "plain": euros(found.plain.left, language),
    }
    said = [
        _("Budget %(budget)s. Over: %(fair)s bij gelijke aandelen, %(plain)s bij meeste stemmen.")
        % left,
        _("Gelijke aandelen: iedereen beheert evenveel geld en betaalt voor eigen keuzes."),
    ]
    even = [found.labels[code] for code in found.fair.even]
    if len(even) > NAMES_IN_A_SENTENCE:
        said.append(
            _("Bij %(n)s keuzes met evenveel steun ging de goedkoopste voor.") % {"n": len(even)}
        )
    elif even:
        said.append(_("Even sterk, dus de goedkoopste ging voor: %(names)s.") % {
            "names": names(even, language)
        })  # fmt: skip
    return " ".join([*said, self_selected(language)])


def spoken(found: Budget, code: str, language: str) -> str:
    _ = say(language).gettext
    words = {
        "label": found.labels[code], "cost": euros(found.costs[code], language),
        "share": percent(found.backed[code] / found.n, language),
    }  # fmt: skip
    if code in found.fair.options:
        return _("%(label)s, %(cost)s, steun %(share)s: erbij") % words
    return _("%(label)s, %(cost)s, steun %(share)s: niet erbij") % words


def table(found: Budget, language: str) -> Table:
    _ = say(language).gettext
    each = {one.option: float(one.each) for one in found.fair.bought}
    rows: list[tuple[Cell, ...]] = []
    for code in found.options:
        fair, plain = (
            _("ja") if code in b.options else _("nee") for b in (found.fair, found.plain)
        )
        paid = round(each[code], 2) if code in each else None
        rows.append((found.labels[code], found.backed[code], found.costs[code], fair, paid, plain))
    columns = (
        _("Keuze"), _("Steun"), _("Prijs"), _("Gelijke aandelen"), _("Betaald per deelnemer"),
        _("Meeste stemmen eerst"),
    )  # fmt: skip
    return Table(columns, tuple(rows))
