"""A script is checked data that travels as JSON; a role is one of a few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.workshop_templates.scripts import asking, option, script, step, wall
from workshop_templates.activities import Block
from workshop_templates.model import WorkshopTemplate
from workshop_templates.roles import roles

SENTENCES = st.text("abcdé ,.?", min_size=1).map(str.strip).filter(bool)
TEXTS = st.dictionaries(st.sampled_from(["nl", "fr", "nl-x-easy"]), SENTENCES, min_size=1)
ROUNDS = st.integers(1, 3)
ITEMS = st.sampled_from(["facilities_first", "pilot_feel"])
TWO = [option("one"), option("two")]
ACTIVITIES = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("ask"), "item": ITEMS, "rounds": ROUNDS, "trial": st.booleans()}
    ),
    st.fixed_dictionaries(
        {"kind": st.just("ideas"), "question": TEXTS, "dots": st.integers(0, 20)}
    ),
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["matrix", "pairwise"]),
            "question": TEXTS,
            "options": st.just(TWO),
        }
    ),
    st.fixed_dictionaries({"kind": st.just("questions"), "question": TEXTS}),
    st.fixed_dictionaries({"kind": st.just("consent"), "proposal": TEXTS}),
    st.fixed_dictionaries(
        {"kind": st.just("canvas"), "blocks": st.lists(st.sampled_from(Block), min_size=1)}
    ),
    st.fixed_dictionaries({"kind": st.just("photo"), "question": TEXTS}),
    st.fixed_dictionaries({"kind": st.just("info"), "body": TEXTS}),
    st.just({"kind": "break"}),
)


@given(activity=ACTIVITIES, minutes=st.integers(1, 480), words=TEXTS)
def test_a_script_survives_the_journey_through_json(activity, minutes, words):
    held = script(step(activity=activity, minutes=minutes, do=words))

    again = WorkshopTemplate.from_json(held.to_json())

    assert again == held


def test_json_keeps_to_itself_where_a_script_was_read():
    held = script(file="tried.yaml", lines={"steps": 3})

    assert held.to_json().keys().isdisjoint(WorkshopTemplate.READ)


def test_a_script_never_changes():
    with pytest.raises(ValidationError, match="frozen"):
        script().minutes = 5


@pytest.mark.parametrize(
    ("activity", "told"),
    [
        ({"kind": "ask"}, "item"),
        ({"kind": "matrix", "question": "Wat?"}, "name an `item` of a bank, or list `options`"),
        (
            {"kind": "matrix", "question": "Wat?", "item": "pilot_feel", "options": TWO},
            "name an `item` of a bank, or list `options`",
        ),
        (
            {"kind": "pairwise", "question": "Wat?", "options": TWO[:1]},
            "give at least two options",
        ),
        (
            {"kind": "matrix", "question": "Wat?", "options": [*TWO, option("x1", other=True)]},
            "remove `other` and `exclusive`",
        ),
        ({"kind": "info"}, "write a `body`, or name an `item` of a bank"),
        ({"kind": "info", "body": "Dag", "item": "pilot_intro"}, "write a `body`, or name"),
        ({"kind": "break", "item": "pilot_feel"}, "Extra inputs are not permitted"),
        ({"kind": "ideas"}, "question"),
        ({"kind": "ideas", "question": "Wat?", "dots": 21}, "less than or equal to 20"),
        ({"kind": "photo", "question": "Wat?", "take": "steal"}, "'choose' or 'comment'"),
        ({"kind": "consent"}, "proposal"),
        ({"kind": "canvas", "blocks": []}, "list at least one"),
        ({"kind": "ask", "item": "pilot_feel", "seconds": 5}, "greater than or equal to 10"),
    ],
)
def test_an_activity_without_what_it_needs_is_refused(activity, told):
    with pytest.raises(ValidationError, match="activity") as error:
        script(step(activity=activity))

    assert told in str(error.value)


def test_more_people_are_needed_at_most_than_at_least():
    with pytest.raises(ValidationError, match="`least` is more than `most`"):
        script(people={"least": 5, "most": 4})


def test_the_canvas_has_nine_blocks_unless_fewer_are_asked():
    held = script(step(activity={"kind": "canvas"}))

    assert len(held.steps[0].activity.blocks) == 9


def test_items_are_named_once_in_order():
    steps = [
        step("one", activity=asking("pilot_feel", trial=True)),
        step("two", activity=wall()),
        step("three", activity=asking("facilities_first")),
        step("four", activity=asking("pilot_feel")),
        step("five"),
    ]

    assert script(*steps).items() == ("pilot_feel", "facilities_first")


def test_a_listing_says_what_a_program_needs():
    assert script(step(activity=asking())).listing() == {
        "template": "tried",
        "version": 1,
        "kind": "workshop",
        "minutes": 10,
        "languages": ["nl", "fr", "de", "en"],
        "activities": ["ask"],
        "items": ["facilities_first"],
    }


def test_every_role_is_said_in_every_language():
    assert {words.languages for words in roles().values()} == {
        ("nl", "nl-x-easy", "fr", "de", "en")
    }


def test_an_unknown_role_is_refused_with_those_that_exist():
    with pytest.raises(ValidationError, match="unknown role 'king'; known: resident, care_user"):
        script(roles=["king"])
