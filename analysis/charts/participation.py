"""Participation over the moments: an hourglass, with the yardstick of four in a hundred."""

from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Gathering, Hourglass, Note
from analysis.participation import Moment, Participation, Shape
from analysis.sentences import in_words, more_rows, named
from analysis.words import number, say


@chart("participation")
def participation_chart(found: Participation, *, about: str = "", language: str = "nl") -> Chart:
    """Draw every moment as wide as its people around one middle, in order of time."""
    _ = say(language).gettext
    said, what = finding(found, language), _("Opkomst per moment, van eerst naar laatst.")
    nothing = not found.counted()
    return Chart(
        name="participation",
        finding=said,
        subtitle=" ".join(part for part in (what, about) if part),
        caption=caption(found, language),
        alt=in_words(said, [spoken(one, language) for one in found.moments], language),
        table=table(found, language) if found.moments else Table((), ()),
        figure=Note("", _("Vul bij elk moment in hoeveel mensen er waren.")) if nothing
        else figure(found, language),
        language=language,
    )  # fmt: skip


def figure(found: Participation, language: str) -> Hourglass:
    _ = say(language).gettext
    most = max(one.people or 0 for one in found.counted())
    near = found.fair and found.fair <= 3 * max(most, 1)
    words = _("Stippellijn: 4 %% van de inwoners, %(n)s mensen.") % {"n": found.fair}
    return Hourglass(
        rows=tuple(gathering(one, most, language) for one in found.moments),
        top=float(most),
        mark=float(found.fair) if near else 0.0,
        mark_words=words if near else "",
        more=more_rows(language),
    )


def gathering(one: Moment, most: int, language: str) -> Gathering:
    value = None if one.people is None else float(one.people)
    shown = people_words(one, language)
    return Gathering(one.label, value, shown, one.note, lit=bool(one.people) and one.people == most)


def people_words(one: Moment, language: str) -> str:
    """How many came, unless nobody counted."""
    if one.people is None:
        return say(language).gettext("niet geteld")
    return number(one.people, language)


def finding(found: Participation, language: str) -> str:
    """The shape of the attendance, else its fullest moment."""
    _ = say(language).gettext
    counted = found.counted()
    if not counted:
        return _("Nog geen opkomst ingevuld")
    if not any(one.people for one in counted):
        return _("Er kwam nog niemand")
    first, last = counted[0], counted[-1]
    ends = {"first": first.people, "last": last.people,
            "waist": min(one.people or 0 for one in counted[1:-1] or counted)}  # fmt: skip
    shapes = {
        Shape.HOURGLASS: _("De opkomst is een zandloper: %(first)s, dan %(waist)s, dan %(last)s"),
        Shape.RISING: _("Op het einde meer mensen dan bij de start: %(last)s tegen %(first)s"),
        Shape.FALLING: _("Op het einde minder mensen dan bij de start: %(last)s tegen %(first)s"),
    }  # fmt: skip
    shape = found.shape()
    if shape in shapes:
        return shapes[shape] % ends
    most = max(one.people or 0 for one in counted)
    top = [one for one in counted if one.people == most]
    if len(top) == len(found.moments):
        return _("Op elk moment evenveel mensen: %(n)s") % {"n": most}
    if len(top) > 1:
        return _("Op de drukste momenten %(n)s mensen") % {"n": most}
    return _("De meeste mensen kwamen naar %(name)s: %(n)s") % {
        "name": named(top[0].label, language),
        "n": most,
    }


def caption(found: Participation, language: str) -> str:
    _ = say(language).gettext
    said = []
    if found.counted():
        said.append(_("Wie naar meer dan één moment kwam, telt elke keer mee."))
    if found.inhabitants:
        said.append(
            _("Ongeveer 4 %% van een dorp doet actief mee: hier %(n)s mensen.") % {"n": found.fair}
        )
    if found.shape() is Shape.HOURGLASS:
        said.append(_("Zo gaat het vaak: veel volk bij de start en bij de resultaten."))
    return " ".join(said)


def spoken(one: Moment, language: str) -> str:
    return f"{one.label}: {people_words(one, language)}"


def table(found: Participation, language: str) -> Table:
    _ = say(language).gettext
    rows: list[tuple[Cell, ...]] = [(one.label, one.note, one.people) for one in found.moments]
    return Table((_("Moment"), _("Wanneer en waar"), _("Mensen")), tuple(rows))
