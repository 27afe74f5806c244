"""What every chart of people and of choices says in every state, read and found true by hand."""

import pytest

from tests.analysis.examples import EXAMPLES

CUT = "“Gemeenschapshuisvestingsmaatschappijsecretariaat met een omschrijving…”"
FINDINGS = {
    "who_answered": {
        "plain": "We hoorden te weinig: 18–29 jaar, 12–17 jaar en 80 jaar en ouder",
        "all heard": "Elke groep is ongeveer gehoord naar haar deel van het dorp",
        "few": "Te weinig antwoorden om te zeggen wie ontbreekt",
        "one group suppressed": "We hoorden te weinig: 12–17 jaar",
        "hidden": "Te weinig antwoorden om te tonen",
        "no village": "De meeste antwoorden: 30–64 jaar",
        "alike": "De antwoorden zijn gelijk verdeeld over veel groepen",
        "too small to tell": "Van geen enkele groep ontbreken duidelijk antwoorden",
        "none to show": "Te weinig antwoorden per groep om te tonen",
        "crowd": "We hoorden te weinig: 12–17 jaar",
        "many": "39 van de 40 groepen hoorden we te weinig",
    },
    "not_heard": {
        "few": "Te weinig antwoorden om te zeggen wie ontbreekt",
        "plain": "Zoek nog antwoorden bij: 18–29 jaar, 12–17 jaar en 80 jaar en ouder",
        "two kinds": "Zoek nog antwoorden bij 5 groepen",
        "too small to tell": "Van geen enkele groep ontbreken duidelijk antwoorden",
        "no one missing": "Elke groep is ongeveer gehoord naar haar deel van het dorp",
        "hidden": "Te weinig antwoorden om te tonen",
        "no village": "Zonder cijfers van het dorp weten we niet wie ontbreekt",
        "untold": "Zoek nog antwoorden bij: 12–17 jaar en 80 jaar en ouder",
    },
    "gaps": {
        "much differs": "Stille nood bij jongeren: A en B",
        "plain": "Stille nood bij jongeren: Bus",
        "quiet": "Stille nood bij jongeren: Bus",
        "loud": "Hoger bij jongeren dan bij de anderen: Bus en Bank",
        "less": "Lager bij jongeren dan bij de anderen: Bakker",
        "much differs, none quiet": ("Bij 6 keuzes een duidelijk verschil: jongeren en de anderen"),
        "one untold": "Geen verschil dat groter is dan toeval: jongeren en de anderen",
        "no difference": "Geen verschil dat groter is dan toeval: jongeren en de anderen",
        "few": "Geen verschil dat groter is dan toeval: jongeren en de anderen",
        "hidden": "Te weinig antwoorden om te tonen",
        "means": "Hoger bij jongeren dan bij de anderen: Bakker",
        "one mean": "Hoger bij jongeren dan bij de anderen: “Hoe belangrijk?”",
    },
    "compared": {
        "ranked": "In elk dorp mee bovenaan: Bakker",
        "last wave small": "Te weinig antwoorden om vroeger en later te vergelijken",
        "much changed": "Bij 8 keuzes is er echt iets veranderd",
        "villages": "In elk dorp mee bovenaan: Bakker",
        "differ": "Niet elk dorp zet hetzelfde bovenaan",
        "unclear": "In elk dorp mee bovenaan: Bakker",
        "one small": "Bovenaan in elk dorp met genoeg antwoorden: Bakker",
        "one left": "Alleen Heusden heeft genoeg antwoorden",
        "hidden": "Te weinig antwoorden om te tonen",
        "few": "In elk dorp mee bovenaan: Bakker",
        "waves": "Hoger: Bus. Lager: Bakker",
        "rose": "Duidelijk hoger: Bakker",
        "fell": "Duidelijk lager: Bakker",
        "nothing changed": "Geen verandering die groter is dan toeval",
        "one untold": "Geen verandering die groter is dan toeval",
        "small wave": "Te weinig antwoorden om te tonen",
        "means": "In elk dorp mee bovenaan: Bakker",
        "mean waves": "Duidelijk lager: Bakker",
        "nine villages": "In elk dorp mee bovenaan: Bakker",
    },
    "weighted": {
        "partly, hardly": "Wegen verandert weinig aan wat we tonen",
        "plain": "Na wegen bovenaan: Bus in plaats van Bakker",
        "the same first": "Ook na wegen bovenaan: Bakker",
        "partly": "Wegen verandert het meest bij: Bakker",
        "empty group": "De antwoorden zijn nog niet te wegen",
        "too few": "De antwoorden zijn nog niet te wegen",
        "small group": "De antwoorden zijn nog niet te wegen",
        "means": "Wegen verandert het meest bij: Bakker",
        "trimmed": "Ook na wegen bovenaan: Bakker",
        "alike": "Wegen verandert weinig",
    },
    "vote": {
        "everybody": "Vaste plek: gewonnen met 14 tegen 7",
        "part": "Vaste plek: gewonnen met 13 tegen 10",
        "unsure part": "De meeste stemmen: Vaste plek, 13 tegen 10. Dat verschil kan toeval zijn",
        "sample": "Vaste plek: gewonnen met 18 tegen 5",
        "unsure sample": "De meeste stemmen: Vaste plek, 13 tegen 10. Dat verschil kan toeval zijn",
        "crowd": "Vaste plek: gewonnen met 6400 tegen 5600",
        "few abstain": "Vaste plek: gewonnen met 42 tegen 15",
        "long": f"{CUT}: gewonnen met 42 tegen 15",
        "tie": "Gelijke stand: 5 tegen 5",
        "no votes": "Niemand koos",
    },
    "participation": {
        "hourglass": "De opkomst is een zandloper: 64, dan 11, dan 92",
        "rising": "Op het einde meer mensen dan bij de start: 30 tegen 10",
        "falling": "Op het einde minder mensen dan bij de start: 10 tegen 30",
        "level": "De meeste mensen kwamen naar Moment 2: 21",
        "level twice": "Op elk moment evenveel mensen: 20",
        "two fullest": "Op de drukste momenten 20 mensen",
        "crowds": "De opkomst is een zandloper: 12.000, dan 2400, dan 12.000",
        "two": "De meeste mensen kwamen naar Moment 2: 50",
        "not one came": "Er kwam nog niemand",
        "not counted": "Nog geen opkomst ingevuld",
        "none": "Nog geen opkomst ingevuld",
        "no village": "De opkomst is een zandloper: 64, dan 11, dan 92",
        "large village": "De opkomst is een zandloper: 64, dan 11, dan 92",
        "many": "Op het einde meer mensen dan bij de start: 49 tegen 10",
    },
    "agreement": {
        "five may win": "Wie wint, hangt af van de telregel",
        "four share": "Volgens elke telregel delen meer dan drie keuzes de eerste plaats",
        "one winner": "Eerst volgens elke telregel: Bakker",
        "it depends": "Wie wint, hangt af van de telregel: Bus en Bakker",
        "ties": "Volgens elke telregel (mee) eerst: Bakker en Bus",
        "all alike": "Alle keuzes staan even hoog",
        "few": "Eerst volgens elke telregel: Bakker",
        "hidden": "Te weinig antwoorden om te tonen",
    },
    "strengths": {
        "clear": "De meeste duels gewonnen, naar schatting 93\u00a0%: Bakker",
        "unclear": "Geen keuze wint duidelijk de meeste duels",
        "no duels": "Niemand vergeleek deze keuzes",
        "hidden": "Te weinig antwoorden om te tonen",
    },
    "change": {
        "one option": "Er is maar één keuze: Bakker",
        "first untold": "Bovenaan, welk van deze kanalen u ook weglaat: Bakker",
        "firm": "Bovenaan, welk van deze kanalen u ook weglaat: Bakker",
        "turned": "Bovenaan zonder Hoplr: Bus",
        "even without": "Zonder Hoplr niet meer alleen bovenaan: Bakker",
        "one channel": "22 mensen erbij kunnen Bakker van de eerste plaats duwen",
        "small channel": "25 mensen erbij kunnen Bakker van de eerste plaats duwen",
        "tie": "Even hoog: Bakker en Bus. Eén mens kan dat keren",
        "hidden": "Te weinig antwoorden om te tonen",
        "means": "Bovenaan, welk van deze kanalen u ook weglaat: Bakker",
    },
    "themes": {
        "proposed": "Het vaakst gaat het over: bakker, brood, dicht, vers",
        "named": "Het vaakst gaat het over: Vers brood",
        "merged": "Het vaakst gaat het over: Samen",
        "few": "Lees deze antwoorden zelf: het zijn er weinig",
        "hidden": "Te weinig antwoorden om te tonen",
        "no words": "De antwoorden gaan over te veel verschillende dingen",
        "even": "Verschillende thema’s komen even vaak voor",
    },
    "opinions": {
        "much shared": "Elke groep is het eens over 4 uitspraken",
        "shared": "Elke groep is het eens over: Uitspraak 2 en Uitspraak 5",
        "nothing shared": "3 groepen, en geen uitspraak die ze allemaal delen",
        "few": "Te weinig mensen om groepen te zoeken",
        "few statements": "Te weinig uitspraken om groepen te zoeken",
        "one cloud": "Geen aparte groepen: mensen antwoorden door elkaar",
        "hidden": "Te weinig antwoorden om te tonen",
    },
    "budget": {
        "as many served": "De twee regels kopen een ander pakket",
        "differ": (
            "Met gelijke aandelen krijgt 100\u00a0% iets van zijn keuze, "
            "met de meeste stemmen 60\u00a0%"
        ),
        "the same": "Beide regels kopen hetzelfde pakket",
        "too dear": "Geen keuze past in dit budget",
        "many even": "Beide regels kopen hetzelfde pakket",
        "even": "Beide regels kopen hetzelfde pakket",
        "hidden": "Te weinig antwoorden om te tonen",
    },
    "profile": {
        "two lead": "Niet elk kenmerk is even sterk",
        "few a row": "Te weinig antwoorden per keuze om te tonen",
        "both ends": "Het sterkst: Bakker. Het zwakst: Bus",
        "no difference": "Geen kenmerk is duidelijk sterker dan een ander",
        "few": "Het sterkst: Bakker. Het zwakst: Bus",
        "hidden": "Te weinig antwoorden om te tonen",
        "one row": "Gemiddeld 5,0 op 5: Bakker",
    },
    "criteria": {
        "four lead": "Meer dan drie staan samen het hoogst",
        "it depends": "De hoogste score met deze gewichten: Vaste plek",
        "always": "De hoogste score, welk criterium u ook zwaarder laat wegen: Vaste plek",
        "alike": "Alle keuzes scoren evenveel",
        "two lead": "Bakker en Bus staan samen bovenaan",
        "no weights": "Er zijn nog geen scores met gewichten",
        "none": "Er zijn nog geen scores met gewichten",
    },
}
CASES = [(kind, state) for kind, held in FINDINGS.items() for state in held]


@pytest.mark.parametrize(("kind", "state"), CASES, ids=lambda part: part)
def test_the_finding_is_true_for(kind, state):
    assert EXAMPLES[kind][state].finding == FINDINGS[kind][state]


def test_every_state_has_been_read():
    read = {kind: set(held) for kind, held in FINDINGS.items()}

    for kind, held in read.items():
        assert set(EXAMPLES[kind]) - held <= {"hostile", "forty"}


@pytest.mark.parametrize("kind", ["gaps", "compared"])
def test_an_option_without_a_figure_is_named_under_the_chart(kind):
    assert "Niet getoond, te weinig mensen: Bank." in EXAMPLES[kind]["one untold"].caption


def test_a_group_with_a_number_is_promised_only_where_one_is_given():
    told, untold = EXAMPLES["not_heard"]["plain"], EXAMPLES["not_heard"]["untold"]
    numbers = [row[1] for row in untold.table.rows]

    assert "Met zoveel antwoorden erbij" in told.caption
    assert ("Met zoveel antwoorden erbij" in untold.caption) == any(numbers)


def test_a_shift_is_the_difference_of_the_figures_beside_it():
    for row in EXAMPLES["weighted"]["plain"].figure.rows:
        raw, fair = (int(one.split("\u00a0")[0]) for one in (row.shown, row.other_shown))

        assert int(row.side.replace("\u2212", "-") or 0) == fair - raw


def test_who_abstains_is_not_called_a_vote():
    assert "59 mensen stemden of onthielden zich." in EXAMPLES["vote"]["few abstain"].subtitle


def test_where_all_score_alike_none_stands_out():
    assert not any(row.lit for row in EXAMPLES["criteria"]["alike"].figure.rows)


def test_many_choices_with_even_support_are_counted_not_listed():
    caption = EXAMPLES["budget"]["many even"].caption

    assert "keuzes met evenveel steun ging de goedkoopste voor." in caption
