"""What would change it: how few people turn the order, and the outcome without each channel."""

from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Entry, Grid, Line, Note
from analysis.sensitivity import Change, Without
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
from analysis.words import decimal, percent, say


@chart("change")
def change_chart(found: Change, *, about: str = "", language: str = "nl") -> Chart:
    """Draw every option with all answers, and with each channel left out."""
    said = finding(found, language)
    return Chart(
        name="change",
        finding=said,
        subtitle=subtitle(found.label, None if found.hidden else found.n, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, code, language) for code in found.options], language),
        table=Table((), ()) if found.hidden else table(found, language),
        figure=Note("", hidden_caption(language)) if found.hidden else figure(found, language),
        caution="" if found.hidden else few_caution(found.n, language, shares=False),
        language=language,
    )


def figure(found: Change, language: str) -> Grid:
    _ = say(language).gettext
    values = [x for one in (found.values, *(w.values for w in found.without)) for x in one.values()]
    mean = found.unit == "mean"
    return Grid(
        rows=tuple(line(found, code, language) for code in found.options),
        columns=(
            _("Alle antwoorden (%(n)s)") % {"n": found.n},
            *(_("Zonder %(name)s (%(n)s)") % {"name": w.channel, "n": w.n} for w in found.without),
        ),
        top=found.top if mean else max(values, default=1.0) or 1.0,
        base=found.least if mean else 0.0,
        dots=mean,
        axis=_("Donker: staat eerst als dit kanaal niet meetelt."),
        more=more_rows(language),
    )


def line(found: Change, code: str, language: str) -> Line:
    whole = found.values[code]
    first = Entry(whole, value_words(found, whole, language), strong=code in found.first)
    return Line(
        found.labels[code], (first, *(entry(found, w, code, language) for w in found.without))
    )


def entry(found: Change, one: Without, code: str, language: str) -> Entry:
    value, strong = one.values.get(code), code in one.first
    if value is None:
        return Entry(None, say(language).gettext("eerst") if strong else "–", strong=strong)
    return Entry(value, value_words(found, value, language), strong=strong)


def value_words(found: Change, value: float, language: str) -> str:
    if found.unit == "share":
        return percent(value, language)
    return str(round(100 * value)) if found.unit == "rank" else decimal(value, 1, language)


def finding(found: Change, language: str) -> str:
    """Whether leaving one channel out changes what stands first; else how few would."""
    _, ngettext = say(language).gettext, say(language).ngettext
    if found.hidden:
        return hidden_finding(language)
    first = {"name": names([found.labels[code] for code in found.first], language)}
    if len(found.options) == 1:
        return _("Er is maar één keuze: %(name)s") % first
    if len(found.first) > 1:
        many = len(found.first) > NAMES_IN_A_SENTENCE
        alike = _("Even hoog: %(name)s. Eén mens kan dat keren") % first
        return _("Meer dan drie keuzes staan even hoog") if many else alike
    other = [w for w in found.without if w.first != found.first]
    if other:
        return turned(found, other[0], language)
    if found.without:
        return _("Bovenaan, welk van deze kanalen u ook weglaat: %(name)s") % first
    return ngettext(
        "%(n)s mens erbij kan %(name)s van de eerste plaats duwen",
        "%(n)s mensen erbij kunnen %(name)s van de eerste plaats duwen",
        found.more,
    ) % {"n": found.more, **first}


def turned(found: Change, one: Without, language: str) -> str:
    """What stands first without a channel, when that is another option."""
    _ = say(language).gettext
    words = {
        "channel": named(one.channel, language),
        "name": named(found.labels[found.first[0]], language),
    }
    if len(one.first) == 1:
        words["name"] = named(found.labels[one.first[0]], language)
        return _("Bovenaan zonder %(channel)s: %(name)s") % words
    return _("Zonder %(channel)s niet meer alleen bovenaan: %(name)s") % words


def caption(found: Change, language: str) -> str:
    _, ngettext = say(language).gettext, say(language).ngettext
    if found.hidden:
        return ""
    said = []
    if found.more:
        words = {
            "n": found.more, "second": named(found.labels[found.second], language),
            "first": named(found.labels[found.first[0]], language),
        }  # fmt: skip
        said.append(
            ngettext(
                "%(n)s mens die %(second)s wil en %(first)s niet, keert de volgorde.",
                "%(n)s mensen die %(second)s willen en %(first)s niet, keren de volgorde.",
                found.more,
            )
            % words
        )
    if found.untold:
        said.append(
            _("Niet apart weg te laten: %(names)s.") % {"names": names(found.untold, language)}
        )
    return " ".join([*said, self_selected(language)])


def spoken(found: Change, code: str, language: str) -> str:
    return f"{found.labels[code]}: {value_words(found, found.values[code], language)}"


def table(found: Change, language: str) -> Table:
    _ = say(language).gettext
    by, places = (100, 1) if found.unit in {"share", "rank"} else (1, 2)
    unit = " (%)" if found.unit == "share" else ""
    rows: list[tuple[Cell, ...]] = []
    for code in found.options:
        left = (one.values.get(code) for one in found.without)
        values = (None if x is None else round(by * x, places) for x in (found.values[code], *left))
        rows.append((found.labels[code], *values))
    columns = (
        _("Keuze"),
        _("Alle antwoorden") + unit,
        *(_("Zonder %(name)s") % {"name": one.channel} + unit for one in found.without),
    )
    return Table(columns, tuple(rows))
