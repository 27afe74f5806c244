"""The rules about scripts: one that finds nothing, and each rule that finds its own."""

import pytest

from question_banks.lint.scope import PICTOGRAMS
from tests.workshop_templates.scripts import (
    BANKS,
    asking,
    found,
    option,
    script,
    step,
    wall,
)
from workshop_templates.lint import RULES, Severity, lint_template, lint_templates

LONG = "Dit is een zin met te veel woorden voor iemand die op haar gsm leest"
VERY_LONG = f"{LONG}, of voor een begeleider"
PAIR = [option("coffee"), option("cards")]


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_says_in_one_sentence_what_it_wants(name):
    assert RULES[name].what.endswith(".")


def test_a_good_script_is_without_a_finding():
    assert found(script()) == []


def slide(**fields):
    return {"kind": "info"} | fields


def placed(**fields):
    return {"kind": "matrix", "question": "Waar past dit?"} | fields


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (
            script(minutes=25),
            ("wrong_minutes", "minutes: the steps take 10 minutes together, not 25"),
        ),
        (
            script(step(activity=asking()), step()),
            ("duplicate_code", "steps.first: 2 steps have this code"),
        ),
        (
            script(step(activity=placed(options=[*PAIR, option("cards")]))),
            ("duplicate_code", "steps.first.cards: 2 options have this code"),
        ),
        (
            script(step(activity=asking("no_such_item"))),
            ("unknown_item", "steps.first: no bank has an item no_such_item"),
        ),
        (
            script(step(activity=asking("facilities_intro"))),
            ("unfit_item", "steps.first: facilities_intro asks nothing"),
        ),
        (
            script(step("one", activity=wall()), step(activity=slide(item="pilot_feel"))),
            ("unfit_item", "steps.first: pilot_feel is a question, to be asked"),
        ),
        (
            script(step(activity=placed(item="facilities_idea"))),
            ("unfit_item", "steps.first: facilities_idea has no options to compare"),
        ),
        (
            script(step(activity=wall(continues="later")), step("later", activity=wall())),
            ("unknown_wall", "steps.first: no earlier step later has an idea wall"),
        ),
        (
            script(step(activity=wall(ideas_each=0))),
            ("nothing_to_write", "steps.first: nobody may write an idea on this new wall"),
        ),
        (
            script(step("one", activity=asking()), step(activity=asking())),
            ("asked_twice", "steps.first: facilities_first is asked before"),
        ),
        (
            script(step(activity=asking("neighbourhood_lonely"))),
            ("sensitive_item", "steps.first: neighbourhood_lonely is sensitive"),
        ),
        (
            script(step(activity=placed(options=[*PAIR, option("roof", topic="no_topic_here")]))),
            ("unknown_topic", "steps.first.roof: topic no_topic_here is defined nowhere"),
        ),
        (
            script(
                step(activity=placed(options=[{"code": c, "text": c} for c in ("tea", "milk")]))
            ),
            ("no_topic", "steps.first: none of the options has a topic"),
        ),
        (
            script(step(activity=asking(), notes=None)),
            ("no_notes", "steps.first: there are no speaker notes"),
        ),
        (script(step()), ("no_activity", "steps: nobody is asked anything")),
        (
            script(*[step(f"s{n}", minutes=50, activity=wall()) for n in range(3)]),
            ("no_break", "minutes: there is no break"),
        ),
        (
            script(step(minutes=70, activity=asking())),
            ("long_step", "steps.first: this takes 70 minutes"),
        ),
        (
            script(step(activity=wall(question=LONG))),
            (
                "long_for_participants",
                "steps.first: question has a sentence of 15 words, for people on their phones",
            ),
        ),
        (
            script(access=[VERY_LONG]),
            ("long_sentence", "access.0: access in nl has a sentence of 19 words"),
        ),
        (
            script(title={"nl": "Proef", "en": "Trial"}),
            ("missing_language", "title: title is missing in fr, de"),
        ),
        (
            script(purpose={"fr": "Essayer."}),
            ("missing_language", "purpose: purpose is missing in nl"),
        ),
        (
            script(materials=["<b>Laptop</b>"]),
            ("markup", "materials.0: materials in nl has marks of HTML or Markdown"),
        ),
        (
            script(audience="Iedereen\u202e"),
            ("hidden_letter", "audience: audience in nl has a letter that nobody sees"),
        ),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_a_rule_finds_what_it_is_for(held, told):
    assert found(held) == [told]


def test_a_pictogram_must_be_drawn():
    unicorn = slide(body="Welkom.", pictogram="unicorn")
    held = script(step("one", activity=asking()), step(activity=unicorn))

    assert found(held, PICTOGRAMS) == [
        ("unknown_pictogram", "steps.first: there is no pictogram unicorn")
    ]


def test_a_trial_may_ask_what_is_asked_later():
    held = script(step("one", activity=asking(trial=True)), step(activity=asking()))

    assert found(held) == []


def test_a_wall_may_be_taken_up_again():
    again = step("again", activity=wall(continues="first", ideas_each=0))

    assert found(script(step(activity=wall()), again)) == []


def test_a_break_needs_no_notes_and_is_enough_for_a_long_evening():
    halves = [step(f"s{n}", minutes=60, activity=wall()) for n in range(2)]
    pause = step("pause", notes=None, activity={"kind": "break"})

    assert found(script(halves[0], pause, halves[1])) == []


def test_a_finding_knows_its_file_and_line():
    held = script(step(activity=asking(), notes=None), lines={"steps.first": 12}, file="tried.yaml")

    (finding,) = lint_templates([held], BANKS)

    assert str(finding) == (
        "tried.yaml:12: error no_notes: steps.first: there are no speaker notes; write `notes:`"
    )


def test_what_people_may_notice_is_a_warning_only():
    held = script(step(activity=asking("neighbourhood_lonely")))

    assert [one.severity for one in lint_template(held, BANKS)] == [Severity.WARNING]
