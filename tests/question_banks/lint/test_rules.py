"""The register of rules, and findings as they are told."""

import pytest

from question_banks.lint import RULES, Finding, Severity, lint_library, lint_questionnaire
from question_banks.lint.rules import Complaint, rule
from question_banks.loader import load_bank, load_library
from tests.question_banks.lint.building import NOWHERE, item, library, option, questionnaire, said
from tests.question_banks.strategies import mini_banks

ASKED_FOR = {
    "duplicate_code",
    "missing_language",
    "missing_easy",
    "long_sentence",
    "double_question",
    "no_dont_know",
    "unknown_topic",
    "unknown_pictogram",
    "unknown_reference",
    "circular_condition",
    "dead_end",
    "unbalanced_scale",
    "too_many_options",
}


def test_the_rules_that_were_asked_for_are_there():
    assert RULES.keys() >= ASKED_FOR


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_says_in_one_sentence_what_it_wants(name):
    assert RULES[name].what.endswith(".")


def test_a_second_rule_of_the_same_name_is_refused():
    with pytest.raises(TypeError, match="two rules are called markup"):
        rule("markup", Severity.ERROR)(lambda _scope: ())


def test_a_new_rule_is_one_function():
    @rule("no_x", Severity.WARNING)
    def no_x(scope):
        """Write no x."""
        yield from (Complaint(one.code, "x", "y") for one in scope.items if "x" in one.code)

    try:
        held = library(item("fax"), lines={"fax": 12}, file="tried.yaml")
        assert lint_library(held, pictograms=NOWHERE) == (
            Finding("tried.yaml", 12, "no_x", Severity.WARNING, "fax: x", "y"),
        )
    finally:
        del RULES["no_x"]


def test_the_mini_banks_are_without_a_finding():
    assert lint_library(mini_banks()) == ()


def test_the_banks_of_the_house_have_no_errors():
    errors = [one for one in lint_library(load_library()) if one.severity is Severity.ERROR]

    assert errors == []


def test_a_finding_names_the_file_and_the_line(tmp_path):
    path = tmp_path / "shops.yaml"
    path.write_text(
        "bank: shops\nversion: 1\ntitle: Winkels\nitems:\n"
        "  - code: how_far\n    type: number\n    text: {nl: Hoe ver?, fr: Loin ?, de: Weit?}\n",
        "utf-8",
    )

    findings = lint_library(mini_banks().model_copy(update={"banks": (load_bank(path),)}))

    assert [str(one) for one in findings] == [
        (
            "shops.yaml:1: error missing_language: shops: title is missing in fr, de, en; "
            "write it in fr, de, en"
        ),
        (
            "shops.yaml:5: error missing_easy: how_far: text has no easy variant; "
            "write it as nl-x-easy, in short plain words"
        ),
        "shops.yaml:5: error missing_language: how_far: text is missing in en; write it in en",
    ]


def test_a_finding_in_an_option_has_the_line_of_the_option():
    options = [option("bus"), {"code": "train", "text": {"nl": "Trein"}}]
    held = library(
        item("travel", "choice", options=options),
        lines={"travel": 5, "travel.bus": 7, "travel.train": 8},
        file="tried.yaml",
    )

    (finding,) = lint_library(held, pictograms=NOWHERE)

    assert (finding.file, finding.line) == ("tried.yaml", 8)


def test_a_finding_in_a_bank_that_knows_no_lines_has_the_first():
    (finding,) = lint_library(library(item("how", text="Hoe?"), title=said("Proef")))[1:]

    assert (finding.file, finding.line) == ("", 1)


def test_a_finding_in_a_questionnaire_names_the_section_and_the_number():
    held = questionnaire(item("one"), item("two", text={"nl": "Wat?", "nl-x-easy": "Wat?"}))

    (finding,) = lint_questionnaire(held, {})

    assert (finding.file, finding.line) == ("all", 2)
    assert finding.what == "two: text is missing in fr, de, en"


def test_a_questionnaire_needs_only_the_languages_it_speaks():
    plain = item("one", text="Wat?")

    assert lint_questionnaire(questionnaire(plain, languages=("nl",)), {}) == ()


def test_titles_of_a_questionnaire_are_read_too():
    section = {"code": "first", "title": {"nl": "Eerst"}, "items": [item("one")]}
    held = questionnaire(intro={"nl": "Welkom"}, sections=[section])

    assert [(one.file, one.what) for one in lint_questionnaire(held, {})] == [
        ("", "first: title is missing in fr, de, en"),
        ("", "intro: intro is missing in fr, de, en"),
    ]


def test_a_questionnaire_may_use_the_topics_of_the_library():
    held = questionnaire(item("one", topic="bread"))

    assert lint_questionnaire(held, mini_banks().topics) == ()
    assert [one.rule for one in lint_questionnaire(held, {})] == ["unknown_topic"]
