"""Charts that help to decide, in every state: rules, duels, budgets, themes, groups, weights."""

from fractions import Fraction

from analysis.agreement import agreement
from analysis.budgeting import budgeting
from analysis.charts import CHARTS
from analysis.codebook import ItemCode, OptionCode
from analysis.criteria import Criteria
from analysis.duelling import duelling
from analysis.opinions import opinions
from analysis.priorities import priorities
from analysis.sensitivity import what_would_change
from analysis.themes import merged, themes
from question_banks.measures import Measure
from tests.analysis.compared import ABOUT, ASKED, SCALED, counts
from tests.analysis.strange import HOSTILE, LONG

FIVE = tuple(OptionCode(str(n), str(n)) for n in range(1, 6))
THREE = ("Bakker", "Bus", "Bank")
LETTERS = tuple("ABCDE")


def item(measure, labels=THREE, label="Wat eerst?"):
    options = tuple(OptionCode(f"o{n}", text) for n, text in enumerate(labels))
    points = FIVE if measure is Measure.GRID else ()
    return ItemCode("q", label, measure, options=options, points=points)


def ruled(patterns, labels=THREE):
    found = agreement(item(Measure.RANKING, labels), counts(patterns))
    return CHARTS["agreement"](found, about=ABOUT)


def fought(patterns, labels=THREE):
    found = duelling(item(Measure.RANKING, labels), counts(patterns), draws=60)
    return CHARTS["strengths"](found, about=ABOUT)


def changed(channels, asked=ASKED):
    held = {name: counts(patterns) for name, patterns in channels.items()}
    whole = [one for part in held.values() for one in part]
    return CHARTS["change"](what_would_change(asked, whole, held), about=ABOUT)


def spoken(texts, names=None, **fields):
    found = themes(texts, label="Wat mist u?")
    if names is not None:
        found = merged(found, (*names, *[""] * len(found.themes))[: len(found.themes)])
    return CHARTS["themes"](found, about=ABOUT, **fields)


def grouped(patterns, labels):
    asked = item(Measure.GRID, labels, "Wat vindt u?")
    return CHARTS["opinions"](opinions(asked, counts(patterns)), about=ABOUT)


def bought(patterns, costs, budget, labels=THREE):
    found = budgeting(item(Measure.MULTIPLE, labels), counts(patterns), costs=costs, budget=budget)
    return CHARTS["budget"](found, about=ABOUT)


def traits(patterns, asked=SCALED):
    return CHARTS["profile"](priorities(asked, counts(patterns), draws=200), about=ABOUT)


def scored(scores, weights, names=("Vaste plek", "Mobiele plek")):
    options = {f"o{n}": name for n, name in enumerate(names)}
    criteria = {f"c{n}": f"Criterium {n}" for n in range(len(weights))}
    table = {
        option: {c: Fraction(x) for c, x in zip(criteria, row, strict=True)}
        for option, row in zip(options, scores, strict=False)
    }
    weighed = {c: Fraction(w) for c, w in zip(criteria, weights, strict=True)}
    found = Criteria("Welke plek?", options if scores else {}, criteria, table, weighed)
    return CHARTS["criteria"](found, about=ABOUT)


SIX = tuple(f"Uitspraak {n}" for n in range(6))
ONE_SIDE, OTHER_SIDE = "o0=5+o1=5+o2=5+o3=1+o4=1+o5=5", "o0=1+o1=1+o2=5+o3=5+o4=5+o5=5"
RATHER, THAN = "o0=4+o1=5+o2=4+o3=2+o4=1+o5=4", "o0=2+o1=1+o2=4+o3=5+o4=4+o5=5"
APART = {ONE_SIDE: 20, RATHER: 12, OTHER_SIDE: 18, THAN: 10}
MOSTLY_ALIKE = {
    "o0=5+o1=5+o2=5+o3=5+o4=1+o5=1": 20, "o0=4+o1=5+o2=4+o3=5+o4=2+o5=1": 12,
    "o0=5+o1=5+o2=5+o3=5+o4=5+o5=5": 18, "o0=5+o1=4+o2=5+o3=4+o4=5+o5=4": 10,
}  # fmt: skip
ALL_DIFFER = {
    "o0=5+o1=5+o2=1+o3=1+o4=1+o5=1": 25, "o0=1+o1=1+o2=5+o3=5+o4=1+o5=1": 25,
    "o0=1+o1=1+o2=1+o3=1+o4=5+o5=5": 25,
}  # fmt: skip

BREAD = ["de bakker is dicht", "brood van een bakker", "een bakker met brood", "vers brood"]
REST = ["een bank in de zon", "banken langs het pad", "meer bankjes bij het pad", "bank en pad"]

AGREEMENT = {
    "one winner": ruled({"o0>o1>o2": 30, "o1>o0>o2": 12}),
    "it depends": ruled({"o0>o1>o2": 30, "o1>o2>o0": 25, "o2>o1>o0": 20}),
    "ties": ruled({"o0>o1>o2": 20, "o1>o0>o2": 20}),
    "all alike": ruled({"o0>o1>o2": 9, "o1>o2>o0": 9, "o2>o0>o1": 9}),
    "four share": ruled(
        {"o0>o1>o2>o3": 9, "o1>o2>o3>o0": 9, "o2>o3>o0>o1": 9, "o3>o0>o1>o2": 9}, LETTERS
    ),
    "five may win": ruled({"o0>o4": 9, "o1>o4": 9, "o2>o4": 9, "o3>o4": 9}, LETTERS),
    "few": ruled({"o0>o1>o2": 6}),
    "hidden": ruled({"o0>o1": 4}),
    "forty": ruled({"o0>o1": 30, "o3>o2": 9}, tuple(f"{LONG} {n}" for n in range(40))),
    "hostile": ruled({"o0>o3": 30, "o4": 9}, HOSTILE),
}
STRENGTHS = {
    "clear": fought({"o0>o1>o2": 60, "o1>o0>o2": 9}),
    "unclear": fought({"o0>o1>o2": 9, "o1>o0>o2": 9}),
    "no duels": fought({"?": 12}),
    "hidden": fought({"o0>o1": 4}),
    "hostile": fought({"o0>o3": 30, "o4": 9}, HOSTILE),
}
CHANGE = {
    "firm": changed({"Hoplr": {"o0": 30, "o1": 9}, "Papier": {"o0": 40, "o1": 20}}),
    "turned": changed({"Hoplr": {"o0": 60, "o1": 20}, "Papier": {"o0": 20, "o1": 40}}),
    "even without": changed({"Hoplr": {"o0": 30, "o1": 9}, "Papier": {"o0": 20, "o1": 20}}),
    "one channel": changed({"Hoplr": {"o0": 30, "o1": 9}}),
    "small channel": changed({"Hoplr": {"o0": 30, "o1": 9}, "Papier": {"o0": 3}}),
    "first untold": changed({"Hoplr": {"o0": 30, "o1": 3}, "Papier": {"o0": 40, "o1": 20}}),
    "one option": changed({"Hoplr": {"o0": 30, "": 9}}, item(Measure.MULTIPLE, THREE[:1])),
    "tie": changed({"Hoplr": {"o0": 9, "o1": 9}, "Papier": {"o0": 8, "o1": 8}}),
    "hidden": changed({"Hoplr": {"o0": 2}}),
    "means": changed({"Hoplr": {"o0=5+o1=2": 20}, "Papier": {"o0=4+o1=1": 12}}, SCALED),
    "hostile": changed({HOSTILE[0]: {"o0": 30, "o1": 9}, HOSTILE[1]: {"o0": 40, "o1": 20}}),
}
THEMES = {
    "proposed": spoken(BREAD * 6 + REST * 4),
    "named": spoken(BREAD * 6 + REST * 4, ("Vers brood", "Zitten"), quotes=("Een bank, graag.",)),
    "merged": spoken(BREAD * 6 + REST * 4, ("Samen",) * 8),
    "few": spoken(BREAD * 2),
    "hidden": spoken(["niets"]),
    "no words": spoken([f"woord{chr(97 + n)}x" for n in range(25)]),
    "even": spoken(BREAD * 6 + REST * 6),
    "hostile": spoken([*HOSTILE * 6, *BREAD * 6], HOSTILE),
}
OPINIONS = {
    "shared": grouped(APART, SIX),
    "much shared": grouped(MOSTLY_ALIKE, SIX),
    "nothing shared": grouped(ALL_DIFFER, SIX),
    "few": grouped({ONE_SIDE: 12}, SIX),
    "few statements": grouped({"o0=5+o1=1": 60}, SIX[:2]),
    "one cloud": grouped({ONE_SIDE: 60}, SIX),
    "hidden": grouped({ONE_SIDE: 3}, SIX),
    "hostile": grouped(APART, HOSTILE[:6]),
}
BUDGET = {
    "differ": bought({"o0+o1": 60, "o2": 40}, {"o0": 60, "o1": 40, "o2": 40}, 100),
    "the same": bought({"o0": 60, "o1": 20, "o2": 9}, {"o0": 60, "o1": 40, "o2": 40}, 100),
    "too dear": bought({"o0": 60}, {"o0": 600, "o1": 400, "o2": 400}, 100),
    "as many served": bought({"o0+o1": 60, "o1+o2": 40}, {"o0": 61, "o1": 40, "o2": 40}, 101),
    "even": bought({"o0": 20, "o1": 20}, {"o0": 60, "o1": 60}, 100),
    "many even": bought({"o0+o1+o2+o3+o4": 60}, {f"o{n}": 20 for n in range(5)}, 60, LETTERS),
    "hidden": bought({"o0": 2}, {"o0": 60}, 100),
    "hostile": bought({"o0+o4": 60, "o2": 40}, {f"o{n}": 999 for n in range(12)}, 5000, HOSTILE),
}
PROFILE = {
    "both ends": traits({"o0=5+o1=2": 30, "o0=4+o1=1": 12}),
    "no difference": traits({"o0=5+o1=4": 9, "o0=3+o1=4": 9}),
    "few": traits({"o0=5+o1=4": 6}),
    "hidden": traits({"o0=5": 3}),
    "one row": traits({"o0=5": 30}),
    "few a row": traits({"o0=5": 3, "o1=4": 3}),
    "two lead": traits({"o0=5+o1=5+o2=1": 30}, item(Measure.GRID)),
    "hostile": traits({"o0=5+o3=2": 30, "o1=2": 30}, item(Measure.GRID, HOSTILE)),
}
CRITERIA = {
    "it depends": scored([(6, 8), (9, 4)], (1, 2)),
    "always": scored([(6, 8), (5, 4)], (1, 2)),
    "alike": scored([(6, 6), (6, 6)], (1, 2)),
    "two lead": scored([(6, 6), (6, 6), (1, 1)], (1, 2), THREE),
    "four lead": scored([(6,), (6,), (6,), (6,), (1,)], (1,), LETTERS),
    "no weights": scored([(6, 8), (5, 4)], (0, 0)),
    "none": scored([], (1,)),
    "hostile": scored([(n,) for n in range(12)], (1,), HOSTILE),
}
EXAMPLES = {
    "agreement": AGREEMENT,
    "strengths": STRENGTHS,
    "change": CHANGE,
    "themes": THEMES,
    "opinions": OPINIONS,
    "budget": BUDGET,
    "profile": PROFILE,
    "criteria": CRITERIA,
}
