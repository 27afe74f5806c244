"""Whatever a coach does to a questionnaire, it stays one."""

from hypothesis import given
from hypothesis import strategies as st

from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire
from question_banks.text import Text
from survey_app.surveys import editing

CODES = ("one", "two", "three", "four")


def item(code: str, *, after: str | None = None):
    rule = {"show_if": {"item": after, "answered": True}} if after else {}
    return parse_item({"type": "text", "code": code, "text": f"Vraag {code}?", **rule})


def four() -> Questionnaire:
    questionnaire = Questionnaire(title="Vragen")
    for code in CODES:
        questionnaire = editing.add_item(questionnaire, item(code))
    return questionnaire


def codes(questionnaire: Questionnaire) -> list[str]:
    return [one.code for one in questionnaire.items()]


steps = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(CODES), st.integers(-5, 5)),
    st.tuples(st.just("section"), st.text("abc ", min_size=1).filter(str.strip)),
    st.tuples(st.just("merge"), st.integers(0, 3)),
)


def step(questionnaire: Questionnaire, what) -> Questionnaire:
    match what:
        case ("move", code, by):
            return editing.move_item(questionnaire, code, by)
        case ("section", title):
            return editing.add_section(questionnaire, Text({"nl": title}))
        case ("merge", place):
            sections = questionnaire.sections
            return editing.remove_section(questionnaire, sections[place % len(sections)].code)


@given(st.lists(steps, max_size=12))
def test_moving_and_grouping_loses_and_doubles_no_question(edits):
    questionnaire = four()

    for edit in edits:
        questionnaire = step(questionnaire, edit)

    assert sorted(codes(questionnaire)) == sorted(CODES)
    assert Questionnaire.from_json(questionnaire.to_json()) == questionnaire


def test_up_and_down_are_each_others_undoing():
    moved = editing.move_item(four(), "two", 1)

    assert codes(moved) == ["one", "three", "two", "four"]
    assert editing.move_item(moved, "two", -1) == four()


def test_a_question_moves_over_the_border_of_a_part():
    questionnaire = editing.add_section(four(), Text({"nl": "Over u"}))

    moved = editing.move_item(questionnaire, "four", 1)

    assert [len(section.items) for section in moved.sections] == [3, 1]


def test_a_removed_question_takes_the_conditions_on_it_along():
    questionnaire = editing.add_item(four(), item("five", after="one"))

    left = editing.remove_item(questionnaire, "one")

    assert codes(left) == ["two", "three", "four", "five"]
    assert left.item("five").show_if is None


def test_other_words_leave_the_code_alone():
    changed = editing.replace_item(four(), "two", {"text": {"nl": "Andere vraag?"}})

    assert codes(changed) == list(CODES)
    assert changed.item("two").text.wording("nl").text == "Andere vraag?"
