"""Rules about the answers offered: fair, few enough, and with a way out."""

from collections import Counter
from collections.abc import Iterator, Sequence

from question_banks.bank import parts_of
from question_banks.item import Item
from question_banks.lint.dutch import dutch, spoken
from question_banks.lint.rules import Complaint, Severity, rule
from question_banks.lint.scope import Scope
from question_banks.measures import Measure
from question_banks.scales import Point, scales
from question_banks.text import FIRST

MOST_OPTIONS = 12
LISTS = frozenset(
    {
        Measure.NOMINAL,
        Measure.MULTIPLE,
        Measure.ORDINAL,
        Measure.GRID,
        Measure.RANKING,
        Measure.POINTS,
    }
)
OFFERED_ON_DEMAND = frozenset({Measure.RANKING, Measure.POINTS})
FACTS = frozenset({"frequency5"})
"""Scales that ask what people do, not what they think."""


@rule("no_dont_know", Severity.ERROR)
def no_dont_know(scope: Scope) -> Iterator[Complaint]:
    """Let people say "weet ik niet" where an opinion is asked.

    An opinion: the item has a role, or it is judged on a scale that is not about facts. For a
    ranking and for points it is a warning, because there one may also leave out what one does not
    know.
    """
    for item in scope.items:
        if asks_opinion(item) and not item.dont_know:
            severity = Severity.WARNING if item.measure in OFFERED_ON_DEMAND else None
            what = "an opinion is asked without “weet ik niet”"
            yield Complaint(item.code, what, "set `dont_know: true`", severity)


def asks_opinion(item: Item) -> bool:
    """Tell whether an item with a list of answers asks what somebody thinks."""
    if item.measure not in LISTS:
        return False
    judged = item.measure in {Measure.ORDINAL, Measure.GRID}
    return item.role != "none" or (judged and getattr(item, "scale", "") not in FACTS)


@rule("too_many_options", Severity.WARNING)
def too_many_options(scope: Scope) -> Iterator[Complaint]:
    """Offer twelve options or fewer: a longer list is read by nobody."""
    for item in scope.items:
        n = len(item.offered())
        if n > MOST_OPTIONS:
            yield Complaint(
                item.code, f"{n} options are offered", f"keep {MOST_OPTIONS} or split it"
            )


@rule("unbalanced_scale", Severity.WARNING)
def unbalanced_scale(scope: Scope) -> Iterator[Complaint]:
    """Give a scale of your own as many points against as in favour.

    Codes below and above zero are counted; without them the Dutch words are ("niet", "slecht"
    against; "goed", "vaak" in favour). Words that say neither leave the scale unjudged. The named
    scales are taken to be balanced.
    """
    for item in scope.items:
        points = getattr(item, "points", ())
        if not points or getattr(item, "scale", None) in scales():
            continue
        count = Counter(leaning(points))
        if count[-1] != count[1]:
            what = f"the scale has {count[-1]} points against and {count[1]} in favour"
            yield Complaint(item.code, what, "offer as many of both, or name a known scale")


def leaning(points: Sequence[Point]) -> list[int]:
    """Return -1, 0 or 1 for each point; only zeros when neither codes nor words tell."""
    if points[0].code < 0:
        return [(point.code > 0) - (point.code < 0) for point in points]
    return [lean(spoken(point.text.wording(FIRST).text)) for point in points]


def lean(words: frozenset[str]) -> int:
    if words & dutch("between"):
        return 0
    return -1 if words & dutch("against") else int(bool(words & dutch("in_favour")))


@rule("double_option", Severity.WARNING)
def double_option(scope: Scope) -> Iterator[Complaint]:
    """Let no two options of an item say the same in Dutch."""
    for item in scope.items:
        texts = [said.text for said in scope.said if said.code.startswith(f"{item.code}.")]
        words = Counter(text.wording(FIRST).text.casefold() for text in texts)
        for twice in (text for text, n in words.items() if n > 1):
            yield Complaint(item.code, f"two options say “{twice}”", "make them differ or drop one")


@rule("some_pictures", Severity.WARNING)
def some_pictures(scope: Scope) -> Iterator[Complaint]:
    """Give every option of an item a pictogram, or none: who cannot read sees only those."""
    for item in scope.items:
        bare = [option.code for option in parts_of(item) if option.pictogram is None]
        if bare and len(bare) < len(parts_of(item)):
            what = f"no pictogram for {', '.join(bare)}, while others have one"
            yield Complaint(item.code, what, "give each a pictogram, or none")
