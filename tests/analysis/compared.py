"""Charts that hold people, villages and times side by side, in every state."""

from analysis.charts import CHARTS
from analysis.codebook import ItemCode, OptionCode
from analysis.comparing import villages, waves
from analysis.dataset import PatternCount
from analysis.gaps import gaps
from analysis.participation import Moment, participation
from analysis.raking import Profiled, raked
from analysis.representation import Part, representation
from analysis.voting import Duel, Round
from analysis.weighting import CannotWeighError, Margin
from question_banks.measures import Measure
from tests.analysis.strange import HOSTILE, LONG

ABOUT = "1 tot 9 mei."
ASKED = ItemCode(
    "q",
    "Wat mist u?",
    Measure.MULTIPLE,
    role="importance",
    options=tuple(OptionCode(f"o{n}", text) for n, text in enumerate(("Bakker", "Bus", "Bank"))),
)
SCALED = ItemCode(
    "q",
    "Hoe belangrijk?",
    Measure.GRID,
    options=tuple(OptionCode(f"o{n}", text) for n, text in enumerate(("Bakker", "Bus"))),
    points=tuple(OptionCode(str(n), str(n)) for n in range(1, 6)),
)
ONE_SCALE = ItemCode(
    "q",
    "Hoe belangrijk?",
    Measure.ORDINAL,
    points=tuple(OptionCode(str(n), str(n)) for n in range(1, 6)),
)
EIGHT = ItemCode(
    "q", "Wat mist u?", Measure.NOMINAL,
    options=tuple(OptionCode(f"o{n}", text) for n, text in enumerate("ABCDEFGH")),
)  # fmt: skip
SEVERAL = ItemCode("q", "Wat mist u?", Measure.MULTIPLE, options=EIGHT.options)
RANKED = ItemCode("q", "Wat eerst?", Measure.RANKING, options=ASKED.options)
BANDS = ("12–17 jaar", "18–29 jaar", "30–64 jaar", "65–79 jaar", "80 jaar en ouder")


def counts(patterns):
    return [PatternCount("q", pattern, n) for pattern, n in patterns.items()]


def ages(heard, lives=(7, 15, 53, 15, 10), labels=BANDS, **fields):
    """Ages that answered, beside a village of these parts in a hundred."""
    parts = [
        Part(label[:5], label, n, None if people is None else people * 14)
        for label, n, people in zip(labels, heard, lives, strict=True)
    ]
    return representation(parts, what="Leeftijd", **{"kind": "age", **fields})


def heard(*args, **fields):
    return CHARTS["who_answered"](ages(*args, **fields), about=ABOUT)


def missing(*found):
    return CHARTS["not_heard"](found, about=ABOUT)


def differing(group, others, item=ASKED, name="jongeren", **fields):
    held = {"mine": counts(group), "others": counts(others)}
    whole = held["mine"] + held["others"]
    found = gaps(item, whole, held, group="mine", name=name, draws=300, **fields)
    return CHARTS["gaps"](found, about=ABOUT)


def side_by_side(held, item=ASKED, how=villages):
    found = how(item, {name: counts(patterns) for name, patterns in held.items()}, draws=200)
    return CHARTS["compared"](found, about=ABOUT)


def weighed(cells, lives, item=ASKED, k=5):
    """Cells are ``{(group, pattern): n}``; ``lives`` people by group."""
    held = [Profiled((group,), pattern, n) for (group, pattern), n in cells.items()]
    try:
        found = raked(item, held, [Margin(lives, {})], k=k)
    except CannotWeighError as error:
        found = error
    return CHARTS["weighted"](found, item=item, about=ABOUT)


def voted(*rounds, of=0, one="Vaste plek", other="Mobiele plek"):
    return CHARTS["vote"](Duel("Welk concept kiest u?", one, other, rounds, of), about=ABOUT)


def attended(*people, inhabitants=1400, label="Moment"):
    moments = [Moment(f"{label} {n}", f"{n} mei", many) for n, many in enumerate(people, start=1)]
    return CHARTS["participation"](participation(moments, inhabitants=inhabitants), about=ABOUT)


MANY = tuple(f"{LONG} {n}" for n in range(40))
STRANGE = ItemCode(
    "q",
    "<b>=1",
    Measure.MULTIPLE,
    options=tuple(OptionCode(f"o{n}", text) for n, text in enumerate(HOSTILE)),
)
EVERYTHING = {f"o{n}": 20 + n for n in range(len(HOSTILE))}

WHO_ANSWERED = {
    "plain": heard((10, 29, 276, 70, 27)),
    "all heard": heard((7, 15, 53, 15, 10)),
    "few": heard((1, 2, 4, 1, 1)),
    "one group suppressed": heard((2, 15, 53, 15, 10)),
    "hidden": heard((1, 1, 0, 0, 0)),
    "no village": heard((10, 29, 276, 70, 27), (None,) * 5, kind="channel"),
    "too small to tell": heard((80, 60, 1), (55, 44, 1), ("Centrum", "Linkhout", "Gehucht")),
    "alike": heard((10, 10, 10, 10, 10), (None,) * 5, kind="channel"),
    "none to show": heard((4, 4, 4, 4, 4), (None,) * 5, kind="channel"),
    "crowd": heard((400, 1800, 6400, 1800, 1600)),
    "many": heard((3,) * 39 + (900,), (2,) * 40, MANY),
    "hostile": heard((30,) * len(HOSTILE), (5,) * len(HOSTILE), HOSTILE),
}
NOT_HEARD = {
    "plain": missing(ages((10, 29, 276, 70, 27))),
    "two kinds": missing(
        ages((10, 29, 276, 70, 27)),
        ages((9, 200), (50, 50), ("Linkhout", "Centrum"), kind="hamlet"),
        ages((9, 200), (50, 50), ("Arabisch", "Nederlands"), kind="other"),
    ),
    "few": missing(ages((1, 2, 4, 1, 1))),
    "too small to tell": missing(
        ages((80, 60, 1), (55, 44, 1), ("Centrum", "Linkhout", "Gehucht"), kind="hamlet")
    ),
    "no one missing": missing(ages((7, 15, 53, 15, 10))),
    "hidden": missing(ages((1, 1, 0, 0, 0))),
    "no village": missing(ages((10, 29, 276, 70, 27), (None,) * 5)),
    "untold": missing(ages((2, 15, 53, 15, 3), (20, 15, 40, 15, 10))),
    "hostile": missing(ages((9,) * 8 + (900,) * 4, (9,) * 12, HOSTILE, kind="other")),
}
GAPS = {
    "plain": differing({"o0+o1": 40, "o1": 12}, {"o0": 150, "o2": 60, "o0+o1": 30}),
    "quiet": differing({"o1": 40, "o2": 12}, {"o0": 150, "o2": 60}, lives=0.5),
    "loud": differing({"o1": 40, "o2": 12}, {"o0": 30, "o1": 10}, lives=0.1),
    "less": differing({"o0": 8, "": 40}, {"o0": 90, "": 30}),
    "much differs": differing(
        dict.fromkeys(("o0", "o1", "o2", "o3"), 30),
        dict.fromkeys(("o4", "o5", "o6", "o7"), 90),
        EIGHT,
    ),
    "much differs, none quiet": differing(
        {"o0+o1+o2+o3+o4": 40}, {"o0+o1": 60, "o0": 40, "o5": 30}, SEVERAL
    ),
    "one untold": differing({"o0": 20, "o1": 20, "o2": 2}, {"o0": 40, "o1": 40, "o2": 2}),
    "no difference": differing({"o0": 20, "o1": 20}, {"o0": 40, "o1": 40}),
    "few": differing({"o0": 6, "o1": 6}, {"o0": 40, "o1": 40}),
    "hidden": differing({"o0": 4}, {"o0": 40}),
    "means": differing({"o0=5+o1=1": 30}, {"o0=2+o1=2": 40, "o0=3": 20}, SCALED),
    "one mean": differing({"5": 12, "4": 20}, {"1": 40, "2": 20}, ONE_SCALE),
    "hostile": differing(EVERYTHING, {"o0": 40, "o1": 90}, STRANGE, name=HOSTILE[0]),
}
COMPARED = {
    "villages": side_by_side({"Heusden": {"o0": 60, "o1": 20}, "Pelt": {"o0": 50, "o2": 9}}),
    "differ": side_by_side({"Heusden": {"o0": 60, "o1": 9}, "Pelt": {"o1": 50, "o0": 9}}),
    "unclear": side_by_side({"Heusden": {"o0": 60, "o1": 9}, "Pelt": {"o1": 9, "o0": 9}}),
    "one small": side_by_side(
        {"Heusden": {"o0": 60}, "Pelt": {"o0": 2}, "Lummen": {"o0": 70, "o1": 9}}
    ),
    "one left": side_by_side({"Heusden": {"o0": 60, "o1": 9}, "Pelt": {"o0": 2}}),
    "hidden": side_by_side({"Heusden": {"o0": 2}, "Pelt": {"o0": 1}}),
    "few": side_by_side({"Heusden": {"o0": 6}, "Pelt": {"o0": 4, "o1": 4}}),
    "waves": side_by_side({"Voor": {"o0": 60, "o1": 20}, "Na": {"o0": 20, "o1": 60}}, how=waves),
    "rose": side_by_side({"Voor": {"o0": 60, "": 60}, "Na": {"o0": 110, "": 9}}, how=waves),
    "fell": side_by_side({"Voor": {"o0": 90, "": 20}, "Na": {"o0": 30, "": 90}}, how=waves),
    "nothing changed": side_by_side(
        {"Voor": {"o0": 30, "o1": 29}, "Na": {"o0": 31, "o1": 30}}, how=waves
    ),
    "much changed": side_by_side(
        {
            "Voor": dict.fromkeys(("o0", "o1", "o2", "o3"), 60),
            "Na": dict.fromkeys(("o4", "o5", "o6", "o7"), 60),
        },
        EIGHT,
        waves,
    ),
    "last wave small": side_by_side(
        {"Voor": {"o0": 40, "o1": 20}, "Midden": {"o0": 30}, "Na": {"o0": 3}}, how=waves
    ),
    "ranked": side_by_side({"Heusden": {"o0>o1": 40}, "Pelt": {"o0>o2": 30}}, RANKED),
    "one untold": side_by_side(
        {"Voor": {"o0": 40, "o1": 20, "o2": 2}, "Na": {"o0": 30, "o1": 20, "o2": 3}}, how=waves
    ),
    "small wave": side_by_side({"Voor": {"o0": 30}, "Na": {"o0": 3}}, how=waves),
    "means": side_by_side({"Heusden": {"o0=5+o1=2": 40}, "Pelt": {"o0=4+o1=1": 9}}, SCALED),
    "mean waves": side_by_side(
        {"Voor": {"o0=5+o1=2": 40, "o0=4": 9}, "Na": {"o0=2+o1=2": 50}}, SCALED, waves
    ),
    "nine villages": side_by_side({f"{LONG} {n}": {"o0": 30, "o1": 8} for n in range(9)}),
    "hostile": side_by_side(dict.fromkeys(HOSTILE[:4], EVERYTHING), STRANGE),
}
WEIGHTED = {
    "plain": weighed(
        {("jong", "o0"): 10, ("jong", "o1"): 20, ("oud", "o0"): 90, ("oud", "o1"): 30},
        {"jong": 70, "oud": 30},
    ),
    "the same first": weighed(
        {("jong", "o0"): 30, ("jong", "o1"): 9, ("oud", "o0"): 60, ("oud", "o1"): 30},
        {"jong": 40, "oud": 60},
    ),
    "partly": weighed(
        {
            ("jong", "o0"): 10,
            ("jong", "o1"): 3,
            ("jong", ""): 9,
            ("oud", "o0+o1"): 40,
            ("oud", ""): 9,
        },
        {"jong": 50, "oud": 50},
    ),
    "empty group": weighed({("oud", "o0"): 30}, {"jong": 40, "oud": 60}),
    "too few": weighed({("oud", "o0"): 3}, {"oud": 60}),
    "small group": weighed({("jong", "o0"): 3, ("oud", "o0"): 60}, {"jong": 9, "oud": 9}),
    "means": weighed(
        {("jong", "o0=5+o1=2"): 20, ("oud", "o0=1+o1=2"): 60}, {"jong": 50, "oud": 50}, SCALED
    ),
    "trimmed": weighed(
        {("jong", "o0"): 6, ("jong", "o1"): 6, ("oud", "o0"): 400, ("oud", "o1"): 300},
        {"jong": 90, "oud": 10},
    ),
    "partly, hardly": weighed(
        {("jong", "o0"): 20, ("jong", "o1"): 3, ("oud", "o0"): 60, ("oud", "o1"): 9},
        {"jong": 50, "oud": 150},
    ),
    "alike": weighed({("jong", "o0+o1"): 20, ("oud", "o0+o1"): 60}, {"jong": 5, "oud": 5}),
}
VOTE = {
    "everybody": voted(Round("Voor", 10, 11, 2), Round("Na", 14, 7, 2), of=23),
    "part": voted(Round("", 13, 10), of=25),
    "unsure part": voted(Round("", 13, 10), of=90),
    "sample": voted(Round("", 18, 5, 1)),
    "unsure sample": voted(Round("", 13, 10)),
    "crowd": voted(Round("", 6400, 5600)),
    "tie": voted(Round("", 5, 5), of=10),
    "few abstain": voted(Round("", 42, 15, 2)),
    "long": voted(Round("Vóór het gesprek", 30, 20), Round("Na", 42, 15), one=LONG, other=LONG),
    "no votes": voted(Round("", 0, 0, 4), of=4),
    "hostile": voted(Round(HOSTILE[0], 3, 4), of=7, one=HOSTILE[1], other=HOSTILE[9]),
}
PARTICIPATION = {
    "hourglass": attended(64, 14, 11, None, 92),
    "rising": attended(10, 20, 30),
    "falling": attended(30, 20, 10),
    "level": attended(20, 21, 20),
    "level twice": attended(20, 20, 20),
    "two fullest": attended(20, 20, 19),
    "crowds": attended(12_000, 2_400, 12_000),
    "two": attended(20, 50),
    "not one came": attended(0, 0, 0),
    "not counted": attended(None, None),
    "none": attended(),
    "no village": attended(64, 11, 92, inhabitants=None),
    "large village": attended(64, 11, 92, inhabitants=34_000),
    "many": attended(*range(10, 50), label=LONG),
    "hostile": attended(64, 11, 92, label=HOSTILE[0]),
}
EXAMPLES = {
    "who_answered": WHO_ANSWERED,
    "not_heard": NOT_HEARD,
    "gaps": GAPS,
    "compared": COMPARED,
    "weighted": WEIGHTED,
    "vote": VOTE,
    "participation": PARTICIPATION,
}
