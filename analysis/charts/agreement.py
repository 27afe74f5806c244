"""A ranking under several rules side by side: one winner, or a warning."""

from analysis.agreement import Agreement
from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Entry, Grid, Line, Note
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    named,
    names,
    self_selected,
    subtitle,
)
from analysis.words import say


@chart("agreement")
def agreement_chart(found: Agreement, *, about: str = "", language: str = "nl") -> Chart:
    """Draw a row for each option with its place under each rule."""
    said = finding(found, language)
    return Chart(
        name="agreement",
        finding=said,
        subtitle=subtitle(found.label, None if found.hidden else found.n, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, code, language) for code in found.options], language),
        table=table(found, language) if found.options else Table((), ()),
        figure=Note("", hidden_caption(language)) if found.hidden else figure(found, language),
        caution="" if found.hidden else few_caution(found.n, language, shares=False),
        language=language,
    )


def rule_words(language: str) -> dict[str, str]:
    _ = say(language).gettext
    return {
        "first_choices": _("Eerste keuzes"),
        "ranking": _("Gemiddelde plaats"),
        "instant_runoff": _("Afvalrondes"),
        "schulze": _("Duels (Schulze)"),
    }


def figure(found: Agreement, language: str) -> Grid:
    words = rule_words(language)
    return Grid(
        rows=tuple(line(found, code) for code in found.options),
        columns=tuple(words[rule] for rule in found.places),
        top=1.0,
        axis=say(language).gettext("De plaats van elke keuze volgens vier manieren van tellen."),
        more=more_rows(language),
    )


def line(found: Agreement, code: str) -> Line:
    entries = tuple(
        Entry(None, place_words(found, rule, code), strong=places[code] == 1)
        for rule, places in found.places.items()
    )
    return Line(found.labels[code], entries, lit=found.agreed() == (code,))


def place_words(found: Agreement, rule: str, code: str) -> str:
    """A place; a shared one with an equals sign, as in sport."""
    place = found.places[rule][code]
    return f"{place}=" if place in found.tied[rule] else str(place)


def finding(found: Agreement, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return hidden_finding(language)
    firsts = {rule: found.winners(rule) for rule in found.places}
    if all(len(first) == len(found.options) for first in firsts.values()):
        return _("Alle keuzes staan even hoog")
    agreed = found.agreed()
    alone = all(len(first) == 1 for first in firsts.values())
    if agreed and alone:
        return _("Eerst volgens elke telregel: %(name)s") % {
            "name": named(found.labels[agreed[0]], language)
        }
    if agreed:
        labels = [found.labels[code] for code in agreed]
        if len(labels) <= NAMES_IN_A_SENTENCE:
            return _("Volgens elke telregel (mee) eerst: %(names)s") % {
                "names": names(labels, language)
            }
        return _("Volgens elke telregel delen meer dan drie keuzes de eerste plaats")
    return depends(found, firsts, language)


def depends(found: Agreement, firsts: dict[str, tuple[str, ...]], language: str) -> str:
    """Who wins by some rule and not by another."""
    _ = say(language).gettext
    some = {code for first in firsts.values() for code in first}
    labels = [found.labels[code] for code in found.options if code in some]
    if len(labels) <= NAMES_IN_A_SENTENCE:
        return _("Wie wint, hangt af van de telregel: %(names)s") % {
            "names": names(labels, language)
        }
    return _("Wie wint, hangt af van de telregel")


def caption(found: Agreement, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return ""
    said = [_("Spreek vóór de telling af welke regel geldt.")]
    if found.beats_all:
        said.append(
            _("Elk duel met een andere keuze gewonnen: %(name)s.")
            % {"name": named(found.labels[found.beats_all], language)}
        )
    else:
        said.append(_("Geen enkele keuze wint elk duel."))
    if any(found.tied.values()):
        said.append(_("Het teken = staat bij een gedeelde plaats."))
    return " ".join([*said, self_selected(language)])


def spoken(found: Agreement, code: str, language: str) -> str:
    words = rule_words(language)
    told = ", ".join(f"{words[rule]} {place_words(found, rule, code)}" for rule in found.places)
    return f"{found.labels[code]}: {told}"


def table(found: Agreement, language: str) -> Table:
    words = rule_words(language)
    rows: list[tuple[Cell, ...]] = [
        (found.labels[code], *(places[code] for places in found.places.values()))
        for code in found.options
    ]
    columns = (say(language).gettext("Keuze"), *(words[rule] for rule in found.places))
    return Table(columns, tuple(rows))
