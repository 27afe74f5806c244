"""The priority chart: who stands where, how sure that is, and which places are shared."""

from itertools import groupby

from analysis.chart import Bar, Bars, Chart, Table, chart
from analysis.priorities import Priorities, Priority
from analysis.words import chance, decimal, listed, percent, say

TOO_MANY_FIRST = 3


@chart("priorities")
def priorities_chart(found: Priorities, *, about: str = "", language: str = "nl") -> Chart:
    """Draw an item's priorities; ``about`` says where the answers come from (dates, channels)."""
    _ = say(language).gettext
    subtitle = " ".join(
        part for part in (f"“{found.label}”", n_words(found, language), about) if part
    )
    return Chart(
        name="priorities",
        finding=finding(found, language),
        subtitle=subtitle,
        caption=caption(found, language),
        alt=alternative(found, language),
        table=table(found, language),
        figure=figure(found, language),
        caution=caution(found, language),
    )


def n_words(found: Priorities, language: str) -> str:
    ngettext = say(language).ngettext
    if found.hidden:
        return ""
    return ngettext("%(n)s antwoord.", "%(n)s antwoorden.", found.n) % {"n": found.n}


def finding(found: Priorities, language: str) -> str:
    """The chart's title: what one may really say."""
    _ = say(language).gettext
    if found.hidden:
        return _("Te weinig antwoorden om te tonen")
    if not found.rows or not any(row.count for row in found.rows):
        return _("Nog niemand koos iets")
    first = found.first()
    names = listed([row.label for row in first], language)
    if len(first) == len(found.rows):
        return _("Er is geen duidelijke voorkeur: alles ligt dicht bijeen")
    if len(first) == 1:
        return _("%(name)s staat duidelijk bovenaan") % {"name": names}
    if len(first) <= TOO_MANY_FIRST:
        return _("%(names)s staan samen bovenaan") % {"names": names}
    return _("%(n)s keuzes delen de eerste plaats") % {"n": len(first)}


def caption(found: Priorities, language: str) -> str:
    """How to read it, said to somebody who reads such a chart once a year."""
    _ = say(language).gettext
    if found.hidden:
        return _("We tonen cijfers pas als minstens vijf mensen antwoordden.")
    line = _(
        "De lijn toont hoe zeker het cijfer is (95 %). Binnen één haak is het verschil te klein om "
        "te zeggen wie hoger staat. Wie meedeed, koos daar zelf voor; dat ziet u niet aan de lijn."
    )
    rest = []
    if found.dont_know:
        rest.append(_("“Weet ik niet”: %(n)s.") % {"n": found.dont_know})
    if found.skipped:
        rest.append(_("Overgeslagen: %(n)s.") % {"n": found.skipped})
    return " ".join([line, *rest])


def caution(found: Priorities, language: str) -> str:
    _ = say(language).gettext
    if found.hidden or not found.few:
        return ""
    if found.very_few:
        return _("Minder dan tien antwoorden: we tonen aantallen, geen percentages.")
    return _("Minder dan dertig antwoorden: lees dit voorzichtig.")


def alternative(found: Priorities, language: str) -> str:
    """The chart in words, for who does not see it."""
    _ = say(language).gettext
    if found.hidden or not found.rows:
        return finding(found, language)
    parts = [
        _("plaats %(place)s: %(label)s, %(value)s")
        % {
            "place": place_words(row),
            "label": row.label,
            "value": value_words(found, row, language),
        }
        for row in found.rows
    ]
    return finding(found, language) + ". " + "; ".join(parts) + "."


def place_words(row: Priority) -> str:
    first, last = row.place
    return str(first) if first == last else f"{first}\u2013{last}"


def value_words(found: Priorities, row: Priority, language: str) -> str:
    """A value as it stands beside its bar."""
    if row.note == "nobody":
        return say(language).gettext("niemand gevraagd")
    if found.unit == "share":
        return str(row.count) if found.very_few else percent(row.value, language)
    if found.unit == "rank":
        return percent(row.value, language)
    return decimal(row.value, 1, language)


def figure(found: Priorities, language: str) -> Bars:
    _ = say(language).gettext
    top, ticks = axis(found, language)
    bars = tuple(
        Bar(
            row.label,
            row.value,
            None if found.very_few else row.low,
            None if found.very_few else row.high,
            value_words(found, row, language),
            "" if found.very_few else chance(row.p_first, language),
            place_words(row),
            row.place[0] == 1 and len(found.first()) < len(found.rows),
        )
        for row in found.rows
    )
    groups = tuple(len(list(group)) for _place, group in groupby(found.rows, lambda r: r.place))
    return Bars(
        bars, top, ticks, axis_words(found, language), _("Kans op plaats 1"), _("Plaats"), groups
    )


def axis_words(found: Priorities, language: str) -> str:
    _ = say(language).gettext
    return {
        "share": _("Hoeveel van de 100 kozen dit. Lijn: zo zeker zijn we (95 %)."),
        "mean": _("Gemiddelde op de schaal. Lijn: zo zeker zijn we (95 %)."),
        "points": _("Gemiddeld aantal punten. Lijn: zo zeker zijn we (95 %)."),
        "rank": _("Hoe hoog in de rangorde (100 is altijd eerst). Lijn: zo zeker zijn we (95 %)."),
    }[found.unit]


def axis(found: Priorities, language: str) -> tuple[float, tuple[tuple[float, str], ...]]:
    """The end of the axis and its ticks, in round steps that hold the longest bar."""
    longest = max((max(row.value, row.high) for row in found.rows), default=0.0)
    if found.unit in {"share", "rank"}:
        step = 0.1 if longest <= 0.4 else 0.2  # noqa: PLR2004 — four ticks at least
        top = min(1.0, step * (int(longest / step - 1e-9) + 1)) or step
        return top, tuple(
            (i * step, percent(i * step, language)) for i in range(round(top / step) + 1)
        )
    step = 1.0 if found.top <= 10 else 10.0  # noqa: PLR2004 — a scale of 5, 10 or 100
    top = found.top if found.unit == "mean" else step * (int(longest / step - 1e-9) + 1)
    top = max(top, step)
    return top, tuple((i * step, f"{i * step:g}") for i in range(round(top / step) + 1))


def table(found: Priorities, language: str) -> Table:
    _ = say(language).gettext
    value = {"share": _("Deel"), "mean": _("Gemiddelde"), "points": _("Punten"), "rank": _("Rang")}
    columns = (
        _("Plaats"), _("Keuze"), _("Gevraagd"), _("Aantal"), value[found.unit],
        _("Ondergrens"), _("Bovengrens"), _("Kans op plaats 1"),
    )  # fmt: skip
    return Table(
        columns,
        tuple(
            (
                place_words(row), row.label, row.n, row.count, round(row.value, 4),
                round(row.low, 4), round(row.high, 4), round(row.p_first, 4),
            )
            for row in found.rows
        ),
    )  # fmt: skip
