"""Every kind of chart that a dossier may hold, from the counts of one small village."""

import pytest

from analysis.codebook import Codebook, ItemCode, OptionCode
from question_banks.measures import Measure
from survey_app.reports import composing  # noqa: F401 — registers every source
from survey_app.reports.sources import SOURCES, Shown, Village, charts_from

AGES = ("from_18_to_29", "from_30_to_44", "from_65_to_79")
OPTIONS = tuple(OptionCode(code, code.title(), f"t_{code}") for code in ("bread", "bus", "bench"))
FIVE = tuple(OptionCode(str(n), f"punt {n}") for n in range(1, 6))
ITEMS = (
    ItemCode("missing", "Wat mist u?", Measure.MULTIPLE, "importance", OPTIONS),
    ItemCode("first", "Wat eerst?", Measure.RANKING, "importance", OPTIONS),
    ItemCode("idea", "Wat wilt u veranderen?", Measure.TEXT, "none"),
    ItemCode("can", "Wat kan?", Measure.GRID, "feasibility", OPTIONS, FIVE),
    ItemCode(
        "profile_age", "Hoe oud?", Measure.NOMINAL, "none", tuple(map(OptionCode, AGES, AGES))
    ),
)
NAMED = {
    "n": 40, "rest": 12, "hidden": False,
    "themes": [{"name": "De bus", "words": ["bus", "halte"], "n": 28}],
}  # fmt: skip
WEIGHED = {
    "id": 8, "question": "Vast of mobiel?", "meeting": "Commissie",
    "criteria": [
        {"code": "c1", "label": "Bereikbaar", "weight": 2},
        {"code": "c2", "label": "Betaalbaar", "weight": 3},
    ],
    "options": [
        {"code": "a", "title": "Mobiel", "scores": {"c1": 5, "c2": 2}},
        {"code": "b", "title": "Vast", "scores": {"c2": 5}},
    ],
}  # fmt: skip
SAID = {
    "missing": (("bread", 40), ("bread+bus", 20), ("bench", 20)),
    "first": (("bread>bus>bench", 50), ("bus>bench", 30)),
    "can": (("bread=5+bus=2+bench=4", 45), ("bread=4+bus=1+bench=5", 35)),
    "profile_age": tuple(zip(AGES, (20, 30, 30), strict=True)),
}


def counts(*, more: int = 0):
    rows = [
        [item, pattern, n + (more if place == 0 else 0), "GATE22", "self", 1]
        for item, said in SAID.items()
        for place, (pattern, n) in enumerate(said)
    ]
    groups = [
        [item, pattern, n // 3, age, 1]
        for item in ("missing", "first", "can")
        for pattern, n in SAID[item]
        for age in AGES
    ]
    return {
        "counts": rows,
        "offered": {"1": {code: ["bread", "bus", "bench"] for code in ("missing", "first", "can")}},
        "collectors": {"GATE22": "Schoolpoort"},
        "days": ["2026-05-01", "2026-05-20"],
        "people": {"GATE22": 80 + more},
        "groups": {"profile_age": groups},
    }


def village(*releases):
    codebook = Codebook(ITEMS).to_json()
    shown = [
        Shown(n, f"Bevraging {n}", 5, codebook, releases or (counts(),), {"idea": NAMED})
        for n in (1, 2)
    ]
    vote = {
        "id": 7, "question": "Vast of mobiel?", "meeting": "Commissie", "of": 23, "abstained": 2,
        "cast": [("Mobiel", 6), ("Vast", 14)],
    }  # fmt: skip
    moments = ({"title": "Infostand", "day": "01/05/2026", "people": 40},)
    people = {"18-29": 60, "30-44": 95, "65-79": 70}
    return Village(tuple(shown), 500, people, moments, (vote,), (WEIGHED,))


ASKED = {
    "item": {"item": "missing"},
    "quadrant": {},
    "who": {"by": "profile_age"},
    "not_heard": {},
    "gaps": {"item": "missing", "by": "profile_age", "group": "from_65_to_79"},
    "weighted": {"item": "missing"},
    "waves": {"item": "missing"},
    "moments": {},
    "change": {"item": "missing"},
    "agreement": {"item": "first"},
    "strengths": {"item": "first"},
    "opinions": {"item": "can"},
    "profile": {"item": "can"},
    "themes": {"item": "idea"},
    "budget": {"item": "missing", "budget": 900, "costs": {"bread": 500, "bus": 700, "bench": 300}},
    "vote": {"motion": 7},
    "criteria": {"motion": 8},
}


def test_every_source_is_tried_here():
    assert set(ASKED) == set(SOURCES)


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_source_gives_a_chart_with_words_and_numbers(kind, language):
    [chart] = charts_from(village(), {"kind": kind, "survey": 1, **ASKED[kind]}, language)

    assert chart.finding
    assert chart.language == language


@pytest.mark.parametrize("kind", sorted(set(ASKED) - {"quadrant", "moments"}))
def test_source_of_what_is_gone_gives_nothing(kind):
    gone = {"kind": kind, "survey": 99, "item": "nothing", "motion": 99}

    assert charts_from(village(), gone, "nl") == []


def test_source_nobody_knows_gives_nothing():
    assert charts_from(village(), {"kind": "\x00"}, "nl") == []
    assert charts_from(village(), {}, "nl") == []


def test_four_more_people_change_no_chart():
    asked = {"kind": "item", "survey": 1, "item": "missing"}

    before = charts_from(village(counts()), asked, "nl")

    assert charts_from(village(counts(), counts(more=4)), asked, "nl") == before
    assert charts_from(village(counts(), counts(more=9)), asked, "nl") != before


def test_council_vote_says_who_won_and_by_how_many():
    [chart] = charts_from(village(), {"kind": "vote", "motion": 7}, "nl")

    assert "Vast: gewonnen met 14 tegen 6" in chart.finding


def test_criteria_say_from_which_weight_the_order_turns():
    """Mobiel gains 5 by each part of reach and loses 3 by each of cost: level at 3/8."""
    [chart] = charts_from(village(), {"kind": "criteria", "motion": 8}, "nl")

    assert "De hoogste score" in chart.finding
    assert "Bereikbaar 38\xa0% tot 100\xa0%" in chart.caption
