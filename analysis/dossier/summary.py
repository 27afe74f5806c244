"""What it all comes down to, worked out from the figures: what people need, what is sure, what not.

Every sentence is true whatever was answered; a coach may put own words in its place.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from analysis.dossier.content import Need
from analysis.priorities import Priorities
from analysis.priority_words import finding
from analysis.quadrant import MIDDLE, Quadrant, QuadrantPoint, Side
from analysis.sentences import NAMES_IN_A_SENTENCE, named, names
from analysis.words import number, percent, quoted, say

NEEDS = 5
LINES = 4


def needs(plane: Quadrant, language: str) -> tuple[Need, ...]:
    """The topics that people find most important, each with what the other side says of it."""
    ranked = sorted(plane.points, key=lambda point: (-point.y.value, point.label))
    return tuple(need(point, language) for point in ranked[:NEEDS])


def need(point: QuadrantPoint, language: str) -> Need:
    _ = say(language).gettext
    verdicts = {
        "yes": _("haalbaar"), "no": _("moeilijk"), "unsure": _("haalbaarheid onzeker"),
    }  # fmt: skip
    held = feasible(point.x)
    return Need(
        point.label,
        out_of_hundred(point.y, language),
        out_of_hundred(point.x, language),
        verdicts[held],
        held != "unsure",
    )


def feasible(side: Side) -> str:
    """On which side of the middle of the scale, where that is certain."""
    if side.low > MIDDLE:
        return "yes"
    return "no" if side.high < MIDDLE else "unsure"


def out_of_hundred(side: Side, language: str) -> str:
    _ = say(language).gettext
    return _("%(value)s op 100 (tussen %(low)s en %(high)s)") % {
        "value": round(side.value),
        "low": round(side.low),
        "high": round(side.high),
    }


def certain(found: Sequence[Priorities], plane: Quadrant, language: str) -> tuple[str, ...]:
    """What the figures really say: clear first places, and what is surely feasible."""
    _ = say(language).gettext
    said = [about(one, finding(one, language), language) for one in found if clear(one)]
    can = [point.label for point in first_by_feasibility(plane) if feasible(point.x) == "yes"]
    if can:
        said.append(_("Zeker haalbaar: %(names)s.") % {"names": names(can[:NEEDS], language)})
    return tuple(said[:LINES])


def about(found: Priorities, words: str, language: str) -> str:
    """A finding with the question it answers."""
    return say(language).gettext("%(finding)s, bij %(question)s.") % {
        "finding": words,
        "question": quoted(found.label, language),
    }


def clear(found: Priorities) -> bool:
    """A first place that a few options hold and the others do not, on thirty answers or more."""
    first = found.first()
    every = len(found.rows) + len(found.left_out)
    named_all = 0 < len(first) <= NAMES_IN_A_SENTENCE and len(first) < every
    return named_all and not found.few and any(row.count for row in first)


def first_by_feasibility(plane: Quadrant) -> list[QuadrantPoint]:
    return sorted(plane.points, key=lambda point: (-point.x.value, point.label))


def uncertain(found: Sequence[Priorities], plane: Quadrant, language: str) -> tuple[str, ...]:
    """What nobody can say yet: ties, few answers, many who do not know, unsure feasibility."""
    said = [line for one in found for line in doubts(one, language)]
    unsure = [point.label for point in plane.points if feasible(point.x) == "unsure"]
    _ = say(language).gettext
    if unsure:
        shown = names(unsure[:NAMES_IN_A_SENTENCE], language)
        said.append(_("Of dit kan, is niet zeker: %(names)s.") % {"names": shown})
    return tuple(dict.fromkeys(said))[:LINES]


def doubts(found: Priorities, language: str) -> Iterator[str]:
    _, ngettext = say(language).gettext, say(language).ngettext
    asked = {"question": quoted(found.label, language)}
    if found.hidden:
        yield _("Te weinig antwoorden op %(question)s om iets te zeggen.") % asked
        return
    if found.few:
        words = ngettext(
            "Er is maar %(n)s antwoord op %(question)s.",
            "Er zijn maar %(n)s antwoorden op %(question)s.",
            found.n,
        )
        yield words % {**asked, "n": found.n}
    for labels in tied(found):
        if len(labels) <= NAMES_IN_A_SENTENCE:
            words = _("Wie van deze hoger staat: %(names)s.")
            yield words % {"names": names(labels, language)}
        elif labels:
            words = _("Welke van de %(n)s keuzes na de eerste hoger staat, bij %(question)s.")
            if labels[0] == (found.rows[0].label if found.rows else ""):
                words = _("Welke van de %(n)s keuzes bovenaan echt eerst komt, bij %(question)s.")
            yield words % {**asked, "n": len(labels)}


def tied(found: Priorities) -> Iterator[list[str]]:
    """The labels of the first place that several options share."""
    for _place, rows in groupby(found.rows, key=lambda row: row.place):
        labels = [row.label for row in rows]
        if len(labels) > 1:
            yield labels
            return


def headline(found: Sequence[Priorities], language: str) -> str:
    """The title when the coach wrote none: the first clear finding, else that it is open."""
    told = next((one for one in found if clear(one)), None)
    if told is None:
        return say(language).gettext("Wat het dorp zegt, en wat nog open is")
    return finding(told, language)


def first_figure(found: Priorities, language: str) -> tuple[str, str] | None:
    """The share of the leading option with its bounds, where shares are told."""
    if found.unit != "share" or found.hidden or found.very_few or not found.rows:
        return None
    row = found.rows[0]
    words = say(language).gettext("koos %(name)s (tussen %(low)s en %(high)s)") % {
        "name": named(row.label, language),
        "low": percent(row.low, language),
        "high": percent(row.high, language),
    }
    return percent(row.value, language), words


def answered(title: str, people: int, inhabitants: int | None, language: str) -> str:
    """What stands under the number of people who answered."""
    _ = say(language).gettext
    words = _("inzendingen bij %(title)s") % {"title": quoted(title, language)}
    if not inhabitants:
        return words
    share = number(round(100 * people / inhabitants, 1), language)
    return words + ", " + _("%(share)s %% van de inwoners") % {"share": share}


def came(moments: int, language: str) -> str:
    """What stands under the number of people who came."""
    return say(language).ngettext("mensen op %(n)s moment", "mensen op %(n)s momenten", moments) % {
        "n": moments
    }
