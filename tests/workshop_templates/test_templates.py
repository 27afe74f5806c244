"""The scripts of the house: all there, without a finding, and fit for whoever comes."""

import json
from itertools import pairwise

import pytest

from survey_app.projects.rules import MomentKind
from tests.workshop_templates.scripts import BANKS
from workshop_templates.lint import lint_template
from workshop_templates.loader import load_templates
from workshop_templates.model import WorkshopTemplate
from workshop_templates.schema import schema

TEMPLATES = load_templates()
PROMISED = {
    "info_stand_school",
    "info_stand_open_day",
    "resident_workshop",
    "photo_brainstorm",
    "site_visit",
    "neighbourhood_chat",
    "school_lesson",
    "parents_committee",
    "key_interview",
    "steering_priorities",
    "council_poll",
    "canvas_workshop",
    "pilot_evaluation",
    "opening_day",
    "volunteers",
    "village_actors",
    "needs_and_offers",
}
every_template = pytest.mark.parametrize("held", TEMPLATES.values(), ids=lambda one: one.code)


def test_the_scripts_that_were_promised_are_there():
    assert TEMPLATES.keys() >= PROMISED


@every_template
def test_a_script_is_without_a_finding(held):
    assert lint_template(held, BANKS) == ()


@every_template
def test_a_script_bears_the_name_of_its_file(held):
    assert held.file.stem == held.code


@every_template
def test_a_script_becomes_a_moment_of_its_kind(held):
    assert held.kind in set(MomentKind)


@every_template
def test_a_script_survives_the_journey_through_json(held):
    again = WorkshopTemplate.from_json(json.loads(json.dumps(held.to_json())))

    assert again == held.model_copy(update={"file": again.file, "lines": again.lines})


@every_template
def test_nobody_needs_a_phone(held):
    assert set(held.joining) - {"phone"}


@every_template
def test_participants_read_every_question_in_easy_dutch_too(held):
    said = [text for _step, activity in held.activities() for _part, text in activity.said()]

    assert [text.root["nl"] for text in said if "nl-x-easy" not in text.languages] == []


@every_template
def test_a_hall_reads_every_script_in_four_languages(held):
    titles = [step.title for step in held.steps]
    said = [text for _step, activity in held.activities() for _part, text in activity.said()]
    options = [one.text for _step, activity in held.activities() for one in activity.own_options]
    languages = {"nl", "fr", "de", "en"}

    assert [
        text.root["nl"] for text in titles + said + options if not languages <= text.root.keys()
    ] == []


@every_template
def test_two_breaks_never_follow_each_other(held):
    kinds = [step.activity.kind if step.activity else "" for step in held.steps]

    assert ("break", "break") not in pairwise(kinds)


def test_the_council_tests_two_concepts_before_it_chooses():
    codes = [step.code for step in TEMPLATES["council_poll"].steps]
    wanted = ("trial", "mobile", "fixed", "plan", "first", "direction")
    order = [codes.index(code) for code in wanted]

    assert order == sorted(order)


def test_the_canvas_workshop_fills_all_nine_blocks_once():
    blocks = [
        block
        for _step, activity in TEMPLATES["canvas_workshop"].activities()
        if activity.kind == "canvas"
        for block in activity.blocks
    ]

    assert len(blocks) == len(set(blocks)) == 9


def test_the_schema_names_only_what_stands_in_a_file():
    described = schema()

    assert set(described["properties"]) == set(WorkshopTemplate.model_fields) - {"file", "lines"}
    assert described["additionalProperties"] is False
    assert "resident" in described["properties"]["roles"]["items"]["enum"]


def test_every_reference_of_the_schema_leads_somewhere():
    described = schema()
    named = {part.partition('"')[0] for part in json.dumps(described).split('"#/$defs/')[1:]}

    assert named
    assert named <= described["$defs"].keys()


def test_the_schema_takes_plain_words_for_dutch():
    assert schema()["$defs"]["Text"]["type"] == ["object", "string"]
