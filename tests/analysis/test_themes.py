"""Themes of open answers, the words they show, and what in a quote tells who said it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.personal import Tells, tells
from analysis.themes import from_json, merged, placed, themes, to_json
from analysis.words_of_people import commonest_forms, stems, tokens
from tests.analysis.strange import HOSTILE

BREAD = ["de bakker is dicht", "brood van een bakker", "een bakker met brood", "vers brood"]
BUS = ["de bus rijdt niet", "een bus in het weekend", "bussen naar het station", "bus en station"]
BENCH = ["een bank in de zon", "banken langs het pad", "meer bankjes bij het pad", "bank en pad"]


def proposed(texts, **fields):
    return themes(texts, label="Wat mist u?", **fields)


def test_answers_about_one_thing_come_together():
    found = proposed((BREAD + BUS + BENCH) * 5)

    for part, start in ((BREAD, 0), (BUS, 4), (BENCH, 8)):
        mine = {i for i in range(60) if start <= i % 12 < start + 4}
        best = max(len(mine & set(theme.answers)) for theme in found.themes)
        assert best >= 0.5 * len(mine), part


def test_every_answer_stands_in_one_theme_or_in_the_rest():
    found = proposed((BREAD + BUS) * 6 + ["xyz"] * 3)

    told = [i for theme in found.themes for i in theme.answers]
    assert len(told) == len(set(told))
    assert len(told) + found.rest == found.n == 51


def test_a_word_that_few_answers_use_is_never_shown():
    found = proposed([*BREAD * 6, "geheimpje", "geheimpje met brood", "geheimpje bij de bakker"])

    assert all("geheimpje" not in theme.words for theme in found.themes)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*BREAD, *BUS, *HOSTILE, "", "?"]), max_size=60))
def test_a_theme_stands_for_enough_answers_whatever_people_write(texts):
    found = proposed(texts)

    assert all(theme.n >= 5 for theme in found.themes)
    for theme in found.themes:
        for word in theme.words:
            assert sum(stems([word])[0] in stems(tokens(text)) for text in texts) >= 5


def test_the_same_answers_give_the_same_themes():
    assert proposed((BREAD + BUS) * 6) == proposed((BREAD + BUS) * 6)


def test_few_answers_are_read_by_people():
    assert (proposed(BREAD).hidden, proposed(BREAD).n) == (True, 0)
    assert (proposed(BREAD * 2).hidden, proposed(BREAD * 2).n) == (True, 8)


def test_the_coach_names_and_merges_themes():
    found = proposed((BREAD + BUS) * 6)
    one = merged(found, ["Dagelijks"] * len(found.themes))

    assert [(theme.label, theme.n) for theme in one.themes] == [
        ("Dagelijks", sum(theme.n for theme in found.themes))
    ]
    kept = merged(found, [""] * len(found.themes))
    assert [theme.label for theme in kept.themes] == [theme.label for theme in found.themes]


def test_an_answer_is_put_elsewhere_or_nowhere():
    found = proposed((BREAD + BUS) * 6)
    first, second = found.themes[0].answers[:2]

    told = placed(found, {first: 1, second: -1})

    assert first in told.themes[1].answers
    assert all(second not in theme.answers for theme in told.themes)
    assert told.rest == found.rest + 1
    assert sum(theme.n for theme in told.themes) + told.rest == told.n


def test_a_theme_that_became_too_small_goes_to_the_rest():
    found = proposed((BREAD + BUS) * 6)
    emptied = dict.fromkeys(found.themes[0].answers[4:], -1)

    told = merged(placed(found, emptied), [""] * len(found.themes))

    assert len(told.themes) == len(found.themes) - 1
    assert all(theme.n >= 5 for theme in told.themes)
    assert sum(theme.n for theme in told.themes) + told.rest == told.n


def test_what_is_kept_counts_answers_without_saying_which():
    found = merged(proposed((BREAD + BUS) * 6), ["Brood", "Bus", "Rest", "Nog"][:4])

    kept = from_json(to_json(found), label=found.label)

    assert to_json(kept) == to_json(found)
    assert all(theme.answers == () for theme in kept.themes)


def test_words_are_shown_as_people_write_them_and_say_something():
    said = "Wij zouden graag een Bakker willen, zie www.x.be of jan@x.be!"
    forms = [("bakker", "bakkers"), ("bakker", "bakker"), ("bakker", "bakkers")]

    assert tokens(said) == ["bakker", "zie"]
    assert commonest_forms(forms) == {"bakker": "bakkers"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mail mij op een.naam@post.be", Tells.MAIL),
        ("Bel 0470 12 34 56 na vijf uur", Tells.PHONE),
        ("bel +32 11 22 33 44", Tells.PHONE),
        ("zie www.dorp.be", Tells.LINK),
        ("Ik woon in de Dorpsstraat 12", Tells.ADDRESS),
        ("Kerkplein nr. 3a is te hoog", Tells.ADDRESS),
        ("Mijn nummer is 85.07.30-033.28", Tells.NUMBER),
        ("Stort op BE71 0961 2345 6769", Tells.NUMBER),
        ("Mevrouw Peeters helpt altijd", Tells.NAME),
        ("Ik heet Lieve", Tells.NAME),
        ("mijn zoon Tom komt niet", Tells.NAME),
        ("Vraag het aan An Janssens", Tells.NAME),
    ],
)
def test_a_quote_that_tells_who_said_it_is_pointed_at(text, kind):
    assert kind in {found for found, _words in tells(text)}


@pytest.mark.parametrize("text", ["Een bank onder de bomen.", "De bus van 8.30 uur is vol.", ""])
def test_a_plain_quote_is_not(text):
    assert tells(text) == ()


def test_no_answer_is_moved_where_nobody_moved_one():
    found = themes(["een bakker met brood", "vers brood"] * 12, label="Wat mist u?")

    assert placed(found, {}) is found
