"""What a dossier comes down to is true for clear winners, ties, few answers and none."""

import pytest

from analysis.dossier import summary
from analysis.priorities import priorities
from analysis.quadrant import Quadrant
from question_banks.measures import Measure
from tests.analysis.examples import FORTY, counts, each, item, point

NOTHING = Quadrant((), ())


def found(patterns, **more):
    asked = item(Measure.MULTIPLE, **more)
    return priorities(asked, counts(patterns), draws=200)


CLEAR = found({"o0": 60, "o1": 20, "o2": 10, "?": 10})
TIED = found({"o0": 40, "o1": 38, "o2": 3, "?": 10})
ALL_TIED = found({"o0+o1+o2+o3+o4": 40})
FEW = found({"o0": 12, "o1": 2})
HIDDEN = found({"o0": 3})
MANY = found(each(2, FORTY, most=60), labels=FORTY)
EVERY = {"clear": CLEAR, "tied": TIED, "all": ALL_TIED, "few": FEW, "hidden": HIDDEN, "many": MANY}


def test_clear_first_place_is_certain_and_the_headline():
    assert summary.certain([CLEAR], NOTHING, "nl") == (
        "Duidelijk bovenaan: Bakker, bij “Wat mist u?”.",
    )
    assert summary.headline([TIED, CLEAR], "nl") == "Bakker en Bus staan samen bovenaan"


def test_two_that_share_the_first_place_are_certain_together_and_uncertain_apart():
    assert summary.certain([TIED], NOTHING, "nl") == (
        "Bakker en Bus staan samen bovenaan, bij “Wat mist u?”.",
    )
    assert "Wie van deze hoger staat: Bakker en Bus." in summary.uncertain([TIED], NOTHING, "nl")


@pytest.mark.parametrize("name", ["all", "few", "hidden"])
def test_nothing_is_certain_of_ties_and_few_answers(name):
    assert summary.certain([EVERY[name]], NOTHING, "nl") == ()


def test_few_and_hidden_answers_are_said():
    assert summary.uncertain([FEW], NOTHING, "nl")[0] == (
        "Er zijn maar 14 antwoorden op “Wat mist u?”."
    )
    assert summary.uncertain([HIDDEN], NOTHING, "nl") == (
        "Te weinig antwoorden op “Wat mist u?” om iets te zeggen.",
    )


def test_hidden_number_of_answers_is_not_told():
    assert "3" not in " ".join(summary.uncertain([HIDDEN], NOTHING, "nl"))


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_a_few_whole_lines_in_every_language(name, language):
    plane = Quadrant((point("Bakker", 80, 82), point("Bus", 52, 70)), ())
    told = summary.certain([EVERY[name]], plane, language) + summary.uncertain(
        [EVERY[name]], plane, language
    )

    assert len(told) <= 8
    assert all(line.endswith((".", "?")) and "%(" not in line for line in told)


def test_needs_are_the_most_important_topics_with_what_is_feasible():
    points = (point("Bus", 20, 90), point("Bank", 52, 80), point("Bakker", 80, 60))

    told = [(need.label, need.verdict) for need in summary.needs(Quadrant(points, ()), "nl")]

    assert told == [
        ("Bus", "moeilijk"),
        ("Bank", "haalbaarheid onzeker"),
        ("Bakker", "haalbaar"),
    ]


def test_surely_feasible_topics_are_certain_and_doubtful_ones_not():
    plane = Quadrant((point("Bakker", 80, 82), point("Bus", 52, 70)), ())

    assert summary.certain([], plane, "nl") == ("Zeker haalbaar: Bakker.",)
    assert summary.uncertain([], plane, "nl") == ("Of dit kan, is niet zeker: Bus.",)


def test_first_figure_is_told_with_its_bounds_and_not_of_few():
    figure = summary.first_figure(CLEAR, "nl")

    assert figure == ("60\u00a0%", "koos Bakker (tussen 50\u00a0% en 69\u00a0%)")
    assert summary.first_figure(HIDDEN, "nl") is None
    assert summary.first_figure(found({"o0": 8}), "nl") is None


def test_without_any_answer_the_headline_says_that_it_is_open():
    assert summary.headline([], "nl") == "Wat het dorp zegt, en wat nog open is"


def test_who_answered_is_held_against_who_lives_there():
    assert summary.answered("Plein", 148, 14800, "nl") == (
        "inzendingen bij “Plein”, 1 % van de inwoners"
    )


def test_without_inhabitants_only_the_survey_is_named():
    assert summary.answered("Plein", 148, None, "de") == "Einsendungen bei „Plein“"


@pytest.mark.parametrize(
    ("moments", "words"), [(1, "people at 1 moment"), (4, "people at 4 moments")]
)
def test_moments_are_counted_as_people_do(moments, words):
    assert summary.came(moments, "en") == words
