"""What every chart says in the same words."""

import pytest

from analysis.sentences import (
    few_caution,
    in_words,
    named,
    names,
    not_shown,
    skipped,
    subtitle,
    unsure,
)


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
    assert named("Bakker.", "nl") == "Bakker"
    assert named("Komt u?", "nl") == "“Komt u?”"
    assert named("woord " * 20, "nl") == "“" + ("woord " * 11).strip() + "…”"
    assert names(["Bakker", "Bus"], "nl") == "Bakker en Bus"


def test_alternative_text_counts_what_it_leaves_to_the_table():
    assert in_words("A", [], "nl") == "A."
    assert in_words("A", ["b", "c"], "nl", most=1) == "A. b; en nog 1 in de tabel."


@pytest.mark.parametrize(
    ("language", "question", "label"),
    [
        ("nl", "“Wat mist u?” 12.000 antwoorden.", "“Komt u?”"),
        ("fr", "«\u00a0Wat mist u?\u00a0» 12\u202f000 réponses.", "«\u00a0Komt u?\u00a0»"),
        ("de", "„Wat mist u?“ 12.000 Antworten.", "„Komt u?“"),
        ("en", "“Wat mist u?” 12,000 answers.", "“Komt u?”"),
    ],
)
def test_each_language_has_its_own_quotes_and_thousands(language, question, label):
    assert subtitle("Wat mist u?", 12_000, "", language) == question
    assert named("Komt u?", language) == label


def test_options_without_a_figure_are_named_or_counted():
    assert not_shown(["Bus"], "nl") == "Niet getoond, te weinig mensen: Bus."
    assert not_shown("ABCD", "nl") == "Niet getoond, te weinig mensen: 4 keuzes."
