"""Who have we not heard yet? Every group that is heard too little, and where to stand next."""

from collections.abc import Sequence

from analysis.chart import Chart, Table, chart
from analysis.charts.who_answered import none_missing, yardstick
from analysis.figure import Entry, Grid, Line, Note
from analysis.priorities import FEW
from analysis.representation import Heard, Representation, most_missing
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    names,
    too_few,
)
from analysis.where_next import where_next
from analysis.words import number, say

Missing = tuple[Representation, Heard]


@chart("not_heard")
def not_heard_chart(
    found: Sequence[Representation], *, about: str = "", language: str = "nl"
) -> Chart:
    """List whom to look for, over all kinds of groups, those that lack most people first."""
    _ = say(language).gettext
    missing = most_missing(found)
    said = finding(found, missing, language)
    rows = [
        (group.label, group.missing, where_next(one, group, language)) for one, group in missing
    ]
    spoken = [f"{label}: {where}" for label, _n, where in rows]
    what = _("Wie hoorden we nog niet?")
    return Chart(
        name="not_heard",
        finding=said,
        subtitle=" ".join(part for part in (what, about) if part),
        caption=caption(found, missing, language),
        alt=in_words(said, spoken, language),
        table=Table((_("Groep"), _("Nog te horen"), _("Waar?")), tuple(rows))
        if rows
        else Table((), ()),
        figure=figure(missing, language) if missing else Note("", nothing(found, language)),
        language=language,
    )


def figure(missing: Sequence[Missing], language: str) -> Grid:
    _ = say(language).gettext
    return Grid(
        rows=tuple(line(one, group, language) for one, group in missing),
        columns=(_("Nog te horen"), _("Waar?")),
        top=max(float(group.missing or 0) for _one, group in missing) or 1.0,
        more=more_rows(language),
    )


def line(one: Representation, group: Heard, language: str) -> Line:
    n = group.missing
    shown = too_few(language) if n is None else number(n, language)
    many = Entry(None if n is None else float(n), shown, strong=n is not None)
    where = Entry(None, where_next(one, group, language))
    return Line(group.label, (many, where), one.what)


def finding(found: Sequence[Representation], missing: Sequence[Missing], language: str) -> str:
    _, ngettext = say(language).gettext, say(language).ngettext
    if not missing:
        if all(one.hidden for one in found):
            return hidden_finding(language)
        if not any(one.inhabitants for one in found if not one.hidden):
            return _("Zonder cijfers van het dorp weten we niet wie ontbreekt")
        if all(one.n < FEW for one in found):
            return _("Te weinig antwoorden om te zeggen wie ontbreekt")
        return none_missing([one for one in found if not one.hidden], language)
    labels = [group.label for _one, group in missing]
    if len(labels) <= NAMES_IN_A_SENTENCE:
        return _("Zoek nog antwoorden bij: %(names)s") % {"names": names(labels, language)}
    return ngettext(
        "Zoek nog antwoorden bij %(n)s groep", "Zoek nog antwoorden bij %(n)s groepen", len(labels)
    ) % {"n": len(labels)}


def nothing(found: Sequence[Representation], language: str) -> str:
    """What to do when no group stands out."""
    _ = say(language).gettext
    if all(one.hidden for one in found):
        return hidden_caption(language)
    if not all(one.sure() for one in found):
        return _("Sommige groepen zijn te klein om het zeker te weten.")
    if any(one.inhabitants for one in found if not one.hidden):
        return _("U hoeft niemand apart te zoeken.")
    return _("Vul bij het traject in hoeveel mensen er per leeftijd wonen.")


def caption(found: Sequence[Representation], missing: Sequence[Missing], language: str) -> str:
    _ = say(language).gettext
    said = []
    if any(group.missing for _one, group in missing):
        said.append(_("Met zoveel antwoorden erbij telt de groep mee naar haar deel van het dorp."))
    inhabitants = max((one.inhabitants for one in found), default=0)
    if inhabitants:
        said += [yardstick(inhabitants, language), _("Zoek spreiding, geen aantal.")]
    return " ".join(said)
