"""The plane's words say only what is certain."""

from analysis.quadrant import Lacking
from tests.analysis.examples import QUADRANT, placed, point


def test_only_topics_certain_on_both_sides_are_named():
    chart = placed([point("Bakker", 80, 80), point("Bus", 80, 54), point("Bank", 20, 80)])

    assert chart.finding == "Belangrijk én haalbaar: Bakker"
    assert [dot.grey for dot in chart.figure.dots] == [False, True, False]


def test_nothing_certain_is_said_so():
    assert placed([point("Bus", 51, 51)]).finding == (
        "Nog geen enkel onderwerp is zeker belangrijk én haalbaar"
    )


def test_many_are_counted():
    assert QUADRANT["sure"].finding == "5 onderwerpen zijn belangrijk én haalbaar"


def test_no_topic_has_two_sides():
    assert QUADRANT["nothing"].finding == (
        "Nog geen onderwerp met cijfers voor belang én haalbaarheid"
    )
    assert QUADRANT["nothing"].figure.lists == (("Zonder cijfer voor haalbaarheid:", ("Café",)),)


def test_topics_that_lack_a_side_stand_under_it_and_in_the_table():
    chart = placed([], [Lacking("a", "Bus", "importance"), Lacking("b", "Bank", "feasibility")])

    assert [names for _title, names in chart.figure.lists] == [("Bank",), ("Bus",)]
    assert [row[0] for row in chart.table.rows] == ["Bus", "Bank"]


def test_open_dots_are_explained_when_there_are_any():
    assert "open stip" in placed([point("Bus", 51, 51)]).caption
    assert "open stip" not in placed([point("Bus", 80, 80)]).caption


def test_the_middle_of_a_share_is_half_of_the_people():
    assert "helft van de mensen" in placed([point("Bus", 80, 80, unit="share")]).caption


def test_base_runs_from_the_fewest_to_the_most():
    chart = placed([point("Bakker", 80, 80, n=12), point("Bus", 80, 80, n=60)])

    assert "12 tot 60 antwoorden per cijfer." in chart.subtitle
    assert chart.caution.startswith("Achter sommige stippen")


def test_few_everywhere_is_one_caution():
    assert placed([point("Bus", 80, 80, n=12)]).caution == (
        "Minder dan dertig antwoorden: lees dit voorzichtig."
    )
