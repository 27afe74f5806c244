"""Charts of every kind and in every state, that the tests of words, drawings and files share."""

from analysis.charts import CHARTS
from analysis.charts.duels import Duellist
from analysis.charts.placed import Spot
from analysis.codebook import ItemCode, OptionCode
from analysis.dataset import PatternCount
from analysis.priorities import priorities
from analysis.quadrant import Lacking, Quadrant, QuadrantPoint, Side
from question_banks.measures import Measure
from tests.analysis import compared, deciding
from tests.analysis.strange import HOSTILE, LONG

ELEVEN = tuple(OptionCode(str(n), str(n)) for n in range(11))
PLAIN = ("Bakker", "Bus", "Bank", "Café", "Winkel")
SCALE = tuple(
    OptionCode(str(n), word)
    for n, word in enumerate(("Niet", "Weinig", "Een beetje", "Belangrijk", "Heel erg"), start=1)
)


def item(measure, labels=PLAIN, label="Wat mist u?", **fields):
    options = tuple(OptionCode(f"o{n}", text, f"t{n}") for n, text in enumerate(labels))
    scaled = measure in {Measure.ORDINAL, Measure.GRID}
    usual = {"points": SCALE if scaled else (), "role": "importance"}
    return ItemCode("q", label, measure, options=options, **(usual | fields))


def counts(patterns):
    return [PatternCount("q", pattern, n) for pattern, n in patterns.items()]


def ranked(patterns, labels=PLAIN, measure=Measure.MULTIPLE, **fields):
    """The priority chart of these patterns."""
    asked = item(measure, labels, **fields)
    found = priorities(asked, counts(patterns), draws=200)
    return CHARTS["priorities"](found, about="1 tot 9 mei.")


def answered(measure, patterns, labels=PLAIN, **fields):
    """The plain chart of these patterns."""
    asked = item(measure, labels, **fields)
    return CHARTS["answers"](asked, counts(patterns), about="1 tot 9 mei.")


def point(label, x, y, *, n=40, wide=6.0, unit="mean"):
    sides = [Side(v, max(0.0, v - wide), min(100.0, v + wide), n, unit) for v in (x, y)]
    return QuadrantPoint(label, label, *sides, any(side.undecided for side in sides))


def placed(points, lacking=()):
    """The plane of these topics."""
    return CHARTS["quadrant"](Quadrant(tuple(points), tuple(lacking)), about="1 tot 9 mei.")


def supported(cards, *, n=20, question="Wat droomt u?"):
    """Cards with their dots."""
    return CHARTS["support"](question, list(cards), n=n, about="1 tot 9 mei.")


def duelled(lines, *, n=20):
    """Options that were compared two by two."""
    found = [Duellist(*line) for line in lines]
    return CHARTS["duels"]("Dit of dat?", found, n=n, about="1 tot 9 mei.")


def spotted(rows, *, n=20):
    """Options on the plane, half a point apart at either side."""
    found = [
        Spot(label, people, (y - 0.5, y, min(5.0, y + 0.5)), (max(1.0, x - 0.5), x, x))
        for label, people, y, x in rows
    ]
    return CHARTS["placed"]("Hoe belangrijk?", found, n=n, about="1 tot 9 mei.")


def each(n, labels=PLAIN, most=20):
    """Patterns in which every option was chosen, the first most often."""
    return {f"o{i}": max(1, most - i) for i in range(len(labels))} | {"?": n}


FORTY = tuple(f"{LABEL} nummer {n}" for n, LABEL in enumerate(["Iets voor het dorp"] * 40))

PRIORITIES = {
    "plain": ranked(each(7) | {"-": 3}),
    "nobody": ranked({}),
    "hidden": ranked({"o1": 4}),
    "nobody chose": ranked({"?": 40}),
    "one option": ranked({"o0": 20, "?": 22}, PLAIN[:1]),
    "all alike": ranked({"o0+o1+o2+o3+o4": 30, "o0": 0}),
    "under ten": ranked({"o0": 5, "o1+o2": 2, "?": 1}),
    "under thirty": ranked({"o0": 16, "o1": 2}),
    "forty": ranked(each(2, FORTY, most=60), FORTY),
    "long": ranked(each(2, (LONG, LONG, "Bus")), (LONG, LONG, "Bus")),
    "three long": ranked({"o0+o1+o2": 40, "o3": 4}, (LONG, LONG, LONG, "Bus")),
    "hostile": ranked(each(2, HOSTILE), HOSTILE, label="=cmd|' /C calc'!A0 <img src=x>"),
    "sensitive": ranked({"o0": 30, "o1": 2, "o2": 21, "o3": 9}, sensitive=True),
    "means": ranked({"o0=5+o1=4": 30, "o0=4+o1=2+o2=3": 20, "o2=?+o3=1": 6}, measure=Measure.GRID),
    "points": ranked(
        {"o0=7+o1=3": 20, "o0=1+o2=9": 15}, measure=Measure.POINTS, total=10, labels=PLAIN[:3]
    ),
    "ranking": ranked({"o0>o1>o2": 20, "o2>o0": 18}, measure=Measure.RANKING),
    "few means": ranked({"o0=5+o1=4": 6}, measure=Measure.GRID),
}
QUADRANT = {
    "plain": placed([point("Bakker", 80, 82), point("Bus", 30, 70), point("Bank", 52, 20)]),
    "nothing": placed([], [Lacking("a", "Café", "feasibility")]),
    "lacking": placed(
        [point("Bakker", 80, 80, unit="share", n=12)],
        [Lacking("a", LONG, "feasibility"), Lacking("b", "Bus", "importance")],
    ),
    "one spot": placed([point(f"Dienst {n}", 50, 50) for n in range(12)]),
    "in a corner": placed([point("Bakker", 1, 99), point("Bus", 99, 1)]),
    "crowded": placed([point(f"{LONG} {n}", 50 + n % 7, 50 + n % 5) for n in range(30)]),
    "hostile": placed([point(label, 7 * n, 100 - 8 * n) for n, label in enumerate(HOSTILE)]),
    "sure": placed([point(f"Dienst {n}", 70 + 5 * n, 75, n=12 + 30 * n) for n in range(5)]),
}
ANSWERS = {
    "nominal": answered(Measure.NOMINAL, {"o0": 20, "o1": 30, "o2": 4, "?": 6, "-": 2}),
    "nominal few": answered(Measure.NOMINAL, {"o0": 3, "o1": 3, "?": 1}),
    "multiple": answered(Measure.MULTIPLE, {"o0+o1": 20, "o1": 30, "": 5}),
    "ranking": answered(Measure.RANKING, {"o0>o1": 20, "o1": 30}),
    "points alike": answered(Measure.POINTS, {"o0=2+o1=2+o2=2+o3=2": 20}, total=8),
    "eleven points": answered(Measure.ORDINAL, {str(n): 3 + n for n in range(11)}, points=ELEVEN),
    "one number": answered(Measure.NUMERIC, {"12": 12_000}),
    "points": answered(Measure.POINTS, {"o0=7+o1=3": 20, "o1=10": 3}, total=10),
    "ordinal": answered(Measure.ORDINAL, {"1": 3, "3": 12, "4": 30, "5": 9, "?": 4}),
    "ordinal few": answered(Measure.ORDINAL, {"2": 3, "4": 3}),
    "grid": answered(Measure.GRID, {"o0=5+o1=4": 30, "o0=4+o1=2+o2=3": 20, "o2=?+o3=1": 6}),
    "numeric": answered(Measure.NUMERIC, {str(n): 1 + n % 3 for n in range(10, 90, 7)}),
    "date": answered(Measure.DATE, {f"2026-0{m}-12": m for m in range(1, 9)}),
    "text": answered(Measure.TEXT, {}),
    "nobody": answered(Measure.NOMINAL, {}),
    "hidden": answered(Measure.ORDINAL, {"4": 4}),
    "long": answered(Measure.NOMINAL, each(2, (LONG, LONG)), (LONG, LONG)),
    "hostile": answered(Measure.NOMINAL, each(2, HOSTILE), HOSTILE, label="<b>=1"),
    "hostile grid": answered(Measure.GRID, {"o0=5+o1=4": 30, "o5=2": 9}, HOSTILE),
    "sensitive": answered(Measure.NOMINAL, {"o0": 20, "o1": 2, "o2": 9}, sensitive=True),
    "sensitive grid": answered(Measure.GRID, {"o0=5": 30, "o0=4": 2}, sensitive=True),
    "sensitive number": answered(Measure.NUMERIC, {"3": 30, "4": 2}, sensitive=True),
}
SUPPORT = {
    "plain": supported(zip(PLAIN, (12, 7, 7, 0, 3), strict=True)),
    "nobody": supported([], n=0),
    "hidden": supported([("Bakker", 3)], n=4),
    "no dots": supported([(label, 0) for label in PLAIN]),
    "alike": supported([(label, 4) for label in PLAIN]),
    "one": supported([("Bakker", 1)]),
    "forty": supported([(label, n) for n, label in enumerate(FORTY)]),
    "hostile": supported([(label, n) for n, label in enumerate(HOSTILE)], question="<b>=1"),
    "long": supported([(LONG, 3), (LONG + " 2", 9)]),
}
DUELS = {
    "plain": duelled([("Bakker", 0.82, 14, 3), ("Bus", 0.5, 8, 8), ("Bank", 0.2, 2, 13)]),
    "nobody": duelled([], n=0),
    "hidden": duelled([("Bakker", 0.9, 3, 0)], n=4),
    "nothing compared": duelled([(label, 0.5, 0, 0) for label in PLAIN]),
    "alike": duelled([(label, 0.5, 4, 4) for label in PLAIN]),
    "hostile": duelled([(label, n / 12, n, 12 - n) for n, label in enumerate(HOSTILE)]),
    "long": duelled([(LONG, 0.7, 7, 3), ("Bus", 0.3, 3, 7)]),
}
PLACED = {
    "plain": spotted([("Bakker", 9, 5, 4), ("Bus", 9, 2, 4), ("Bank", 8, 2, 1)]),
    "nobody": spotted([], n=0),
    "hidden": spotted([("Bakker", 4, 5, 4)], n=4),
    "few placed it": spotted([("Bakker", 9, 5, 4), ("Bus", 3, 2, 4)]),
    "much to do": spotted([(label, 9, 5, 4) for label in PLAIN]),
    "hostile": spotted([(label, 9, 1 + n % 5, 5 - n % 5) for n, label in enumerate(HOSTILE)]),
    "long": spotted([(LONG, 9, 4, 4), (LONG + " 2", 9, 2, 3)]),
}
EXAMPLES = {
    "priorities": PRIORITIES,
    "quadrant": QUADRANT,
    "answers": ANSWERS,
    "support": SUPPORT,
    "duels": DUELS,
    "placed": PLACED,
    **compared.EXAMPLES,
    **deciding.EXAMPLES,
}
ALL = {f"{kind}: {name}": chart for kind, held in EXAMPLES.items() for name, chart in held.items()}
