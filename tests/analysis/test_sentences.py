"""What every chart says in the same words."""

import pytest

from analysis.sentences import few_caution, in_words, named, names, skipped, subtitle, unsure


def test_subtitle_holds_question_base_and_origin():
    assert subtitle("Wat mist u?", 1, "Mei.", "nl") == "“Wat mist u?” 1 antwoord. Mei."
    assert subtitle("", None, "", "nl") == ""


@pytest.mark.parametrize(
    ("n", "shares", "text"),
    [
        (30, True, ""),
        (29, True, "Minder dan dertig antwoorden: lees dit voorzichtig."),
        (9, True, "Minder dan tien antwoorden: we tonen aantallen, geen percentages."),
        (9, False, "Minder dan tien antwoorden: dit zegt nog niet veel."),
    ],
)
def test_caution_grows_as_answers_are_fewer(n, shares, text):
    assert few_caution(n, "nl", shares=shares) == text


def test_one_and_many_people_have_their_own_verbs():
    assert unsure(1, "nl") == "1 mens weet het niet."
    assert unsure(2, "nl") == "2 mensen weten het niet."
    assert skipped(1, "nl") == "1 mens sloeg de vraag over."
    assert skipped(2, "nl") == "2 mensen sloegen de vraag over."


def test_labels_in_a_sentence_are_short_or_between_quotes():
    assert named("Bakker.") == "Bakker"
    assert named("Komt u?") == "“Komt u?”"
    assert named("woord " * 20) == "“" + ("woord " * 11).strip() + "…”"
    assert names(["Bakker", "Bus"], "nl") == "Bakker en Bus"


def test_alternative_text_counts_what_it_leaves_to_the_table():
    assert in_words("A", [], "nl") == "A."
    assert in_words("A", ["b", "c"], "nl", most=1) == "A. b; en nog 1 in de tabel."
