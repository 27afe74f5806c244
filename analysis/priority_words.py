"""The words of a priority chart: true for a clear winner, a shared place, a tie, and no answers."""

from analysis.priorities import Priorities, Priority
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    few_caution,
    hidden_finding,
    named,
    names,
    own_choice,
    self_selected,
    skipped,
    unsure,
)
from analysis.words import mean_words, number, percent, say


def counted(found: Priorities) -> bool:
    """Fewer than ten people chose: counts say it, percentages would pretend."""
    return found.unit == "share" and found.very_few


def finding(found: Priorities, language: str) -> str:
    """The chart's title: what one may really say, whatever the answers are."""
    _ = say(language).gettext
    if found.hidden:
        return hidden_finding(language)
    nobody = found.unit == "share" and not any(row.count for row in found.rows)
    if not found.rows or (nobody and found.left_out):
        return _("Te weinig antwoorden per keuze om te tonen")
    if nobody:
        return _("Niemand koos een van deze keuzes")
    if len(found.rows) == 1 and not found.left_out:
        return only_one(found, found.rows[0], language)
    return about_first(found, found.first(), language)


def only_one(found: Priorities, row: Priority, language: str) -> str:
    """One option has no rank: its value is what there is to say."""
    _, ngettext = say(language).gettext, say(language).ngettext
    words = {
        "name": named(row.label, language),
        "value": value_words(found, row, language),
        "count": row.count,
        "n": row.n,
        "top": number(found.top, language),
    }
    if counted(found):
        return (
            ngettext(
                "%(count)s van de %(n)s mensen koos %(name)s",
                "%(count)s van de %(n)s mensen kozen %(name)s",
                row.count,
            )
            % words
        )
    if found.unit == "share":
        return _("%(value)s koos %(name)s") % words
    if found.unit == "mean":
        return _("Gemiddeld %(value)s op %(top)s: %(name)s") % words
    return _("Er is maar één keuze: %(name)s") % words


def about_first(found: Priorities, first: tuple[Priority, ...], language: str) -> str:
    """Who has the first place: one, a few, many, all, or somebody who may not be shown."""
    _, ngettext = say(language).gettext, say(language).ngettext
    every = len(found.rows) + len(found.left_out)
    if not first:
        return _("Wie eerst staat, tonen we niet: het gaat om te weinig mensen")
    if len(first) == every:
        return nobody_first(found, language)
    if len(first) == 1:
        return winner(found, first[0], language)
    if found.very_few:
        return _("Nog te weinig antwoorden voor een volgorde")
    if len(first) <= NAMES_IN_A_SENTENCE:
        return _("%(names)s staan samen bovenaan") % {
            "names": names([row.label for row in first], language)
        }
    return ngettext(
        "%(n)s van de %(all)s keuzes staat bovenaan",
        "%(n)s van de %(all)s keuzes delen de eerste plaats",
        len(first),
    ) % {"n": len(first), "all": every}


def nobody_first(found: Priorities, language: str) -> str:
    _ = say(language).gettext
    if len({round(row.value, 9) for row in found.rows}) == 1:
        return _("Alle keuzes staan even hoog")
    return _("Nog geen duidelijke voorkeur: de verschillen kunnen toeval zijn")


def winner(found: Priorities, row: Priority, language: str) -> str:
    """One option alone in the first place; few answers make no clear winner."""
    _ = say(language).gettext
    words = {"name": named(row.label, language), "count": row.count, "n": row.n}
    if counted(found):
        return _("Het vaakst gekozen: %(name)s (%(count)s van de %(n)s)") % words
    if found.few:
        return _("Bovenaan: %(name)s, maar er zijn weinig antwoorden") % words
    return _("Duidelijk bovenaan: %(name)s") % words


def caption(found: Priorities, language: str) -> str:
    """How to read it, said to somebody who reads such a chart once a year."""
    _ = say(language).gettext
    if found.hidden:
        return ""
    said = []
    if found.rows and not found.very_few:
        said.append(_("De lijn toont hoe zeker het cijfer is (95 %)."))
    if len({row.place for row in found.rows}) < len(found.rows):
        said.append(_("Op een gedeelde plaats is niet zeker wie hoger staat."))
    said.append(self_selected(language) if found.very_few else own_choice(language))
    if found.dont_know:
        said.append(unsure(found.dont_know, language))
    if found.skipped:
        said.append(skipped(found.skipped, language))
    return " ".join(said)


def caution(found: Priorities, language: str) -> str:
    """Few answers to the item, or to some of its options."""
    if found.hidden:
        return ""
    if found.few:
        return few_caution(found.n, language, shares=found.unit == "share")
    if any(row.note == "few" for row in found.rows):
        return say(language).gettext(
            "Bij sommige keuzes antwoordden minder dan dertig mensen: lees die voorzichtig."
        )
    return ""


def spoken(found: Priorities, row: Priority, language: str) -> str:
    """One row for who does not see the chart."""
    return say(language).gettext("plaats %(place)s: %(label)s, %(value)s") % {
        "place": place_words(row),
        "label": row.label,
        "value": value_words(found, row, language),
    }


def place_words(row: Priority) -> str:
    first, last = row.place
    return str(first) if first == last else f"{first}\u2013{last}"


def value_words(found: Priorities, row: Priority, language: str) -> str:
    """A value as it stands beside its bar."""
    if counted(found):
        return number(row.count, language)
    if found.unit == "share":
        return percent(row.value, language)
    if found.unit == "rank":
        return str(round(100 * row.value))
    return mean_words(row.value, language)


def axis_words(found: Priorities, language: str) -> str:
    _ = say(language).gettext
    what = {
        "share": _("Hoeveel van de 100 mensen dit kozen."),
        "mean": _("Gemiddelde op de schaal."),
        "points": _("Gemiddeld aantal punten."),
        "rank": _("Hoe hoog in de rangorde. 100 is altijd eerst."),
    }
    if found.hidden or not found.rows:
        return ""
    if counted(found):
        return _("Hoeveel mensen dit kozen.")
    if found.very_few:
        return what[found.unit]
    return f"{what[found.unit]} {_('Lijn: zo zeker zijn we (95 %).')}"
