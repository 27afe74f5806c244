"""What holds for every type of item, whoever wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from question_banks import patterns
from question_banks.answer import DONT_KNOW, SKIPPED, Answer, InvalidAnswerError, Problem, Status
from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.measures import Measure
from tests.question_banks.strategies import answers, hostile, items, quick

every_item = pytest.mark.parametrize("item", items(), ids=lambda item: item.code)
every_type = pytest.mark.parametrize("kind", sorted(Item.types))


@every_type
def test_every_type_has_a_mini_bank(kind):
    assert kind in {item.type for item in items()}


@every_type
def test_every_type_is_one_file_of_its_name(kind):
    module = Item.types[kind].__module__

    assert module == f"question_banks.item_types.{kind}"


@every_type
def test_every_type_states_what_others_need(kind):
    of_type = Item.types[kind]

    assert of_type.name == kind
    assert of_type.measure in Measure
    assert of_type.look
    assert of_type.typical_seconds > 0
    assert of_type.__doc__


@every_item
@quick
@given(data=st.data())
def test_cleaning_what_a_form_sends_gives_the_answer_back(item, data):
    answer = data.draw(answers(item))

    assert item.clean(item.raw(answer)) == answer


@every_item
@quick
@given(data=st.data())
def test_an_answer_survives_json(item, data):
    answer = data.draw(answers(item))

    assert Answer.from_json(answer.to_json()) == answer


@every_item
@quick
@given(data=st.data())
def test_a_pattern_reads_back_as_the_answer_without_typed_words(item, data):
    answer = data.draw(answers(item))
    pattern = item.pattern(answer)

    if item.measure in {Measure.TEXT, Measure.NONE}:
        assert pattern is None
    else:
        assert patterns.read(item.measure, pattern) == Answer(answer.status, answer.value)
        assert len(pattern) <= patterns.LONGEST


@every_item
@quick
@given(data=st.data())
def test_rows_say_the_same_as_the_pattern(item, data):
    answer = data.draw(answers(item))
    rows = item.unfold(answer)

    assert bool(rows) is (answer.status is Status.GIVEN)
    if item.measure not in {Measure.TEXT, Measure.NONE} and rows:
        assert folded(item.measure, rows) == item.pattern(answer)
    assert answer.other in {None, *(row.text for row in rows)}


def folded(measure, rows):
    """Write a pattern from rows alone."""
    cells = [(row.row or row.option, "?" if row.number is None else row.number) for row in rows]
    return {
        Measure.NOMINAL: lambda: rows[0].option,
        Measure.MULTIPLE: lambda: "+".join(row.option for row in rows),
        Measure.ORDINAL: lambda: str(rows[0].number),
        Measure.GRID: lambda: "+".join(f"{code}={n}" for code, n in cells),
        Measure.RANKING: lambda: ">".join(
            row.option for row in sorted(rows, key=lambda row: row.position)
        ),
        Measure.POINTS: lambda: "+".join(f"{code}={n}" for code, n in cells),
        Measure.NUMERIC: lambda: str(rows[0].number),
        Measure.DATE: lambda: rows[0].text,
    }[measure]()


@every_item
@quick
@given(data=st.data())
def test_whatever_is_sent_is_an_answer_or_refused_with_a_reason(item, data):
    raw = data.draw(hostile(item))

    answer, error = judged(item, raw)

    if error is None:
        assert item.clean(item.raw(answer)) == answer
    else:
        assert error.problem in Problem
        assert error.item_code == item.code
        assert all(isinstance(value, str | int) for value in error.params.values())


def judged(item, raw):
    try:
        return item.clean(raw), None
    except InvalidAnswerError as error:
        return None, error


@every_item
def test_ten_thousand_letters_are_refused_or_ignored(item):
    raw = {suffix: ["é" * 10_000] for suffix in item.controls()}

    if raw:
        with pytest.raises(InvalidAnswerError):
            item.clean(raw)


@every_item
def test_nothing_sent_is_skipped_or_missing(item):
    if item.required:
        with pytest.raises(InvalidAnswerError) as refused:
            item.clean({"": [" \x00 "]})
        assert refused.value.problem is Problem.MISSING
    else:
        assert item.clean({"": [" \x00 "]}) == SKIPPED


@every_item
def test_skipping_wins_over_whatever_else_was_sent(item):
    raw = {suffix: ["x"] for suffix in item.controls()} | {"": ["x", "__skipped"]}

    if not item.required:
        assert item.clean(raw) == SKIPPED


@every_item
def test_not_knowing_is_an_answer_only_where_it_is_offered(item):
    raw = {"": ["__dont_know"]}

    if item.dont_know:
        assert item.clean(raw) == DONT_KNOW
    elif item.controls():
        with pytest.raises(InvalidAnswerError) as refused:
            item.clean(raw)
        assert refused.value.problem is Problem.UNKNOWN_OPTION


@every_item
@quick
@given(data=st.data())
def test_not_knowing_and_an_answer_exclude_each_other(item, data):
    answer = data.draw(answers(item))
    raw = item.raw(answer)
    raw[""] = (*raw.get("", ()), "__dont_know")

    if item.dont_know and answer.given:
        with pytest.raises(InvalidAnswerError) as refused:
            item.clean(raw)
        assert refused.value.problem is Problem.EXCLUSIVE


@every_item
def test_an_item_survives_json(item):
    assert parse_item(item.to_json()) == item


@every_item
def test_an_item_never_changes(item):
    with pytest.raises(ValidationError, match="frozen"):
        item.required = True


def test_not_knowing_beside_a_wrong_answer_is_two_things_at_once():
    item = items_by_code()["points_ten"]

    with pytest.raises(InvalidAnswerError) as refused:
        item.clean({"": ["__dont_know"], "bakery": ["3"]})

    assert refused.value.problem is Problem.EXCLUSIVE


def test_not_knowing_and_skipping_at_once_is_not_knowing():
    item = items_by_code()["text_short"]

    assert item.clean({"": ["__skipped", "__dont_know"]}) == DONT_KNOW


def items_by_code():
    return {item.code: item for item in items()}


def test_a_new_type_registers_itself():
    class Weather(Item, name="weather", measure=Measure.NONE, look="weather", seconds=1):
        def read(self, sent):  # noqa: ARG002 — the signature of every type
            return SKIPPED

        def raw_value(self, answer):  # noqa: ARG002 — the signature of every type
            return {}

    try:
        item = parse_item({"code": "sunny", "type": "weather", "text": "Schijnt de zon?"})

        assert item.widget == "weather"
        assert item.seconds == 1
        assert item.offered() == ()
    finally:
        del Item.types["weather"]


def test_a_second_type_of_the_same_name_is_refused():
    before = Item.types["rating"]

    with pytest.raises(TypeError, match="two item types are called rating"):
        type("Again", (Item,), {}, name="rating", measure=Measure.ORDINAL, look="", seconds=1)

    assert Item.types["rating"] is before


def test_a_type_without_a_name_is_a_base_and_no_type():
    names = set(Item.types)

    type("Base", (Item,), {})

    assert set(Item.types) == names


@pytest.mark.parametrize("kind", ["poll", None, ["rating"], 3])
def test_an_unknown_type_lists_those_that_are_known(kind):
    with pytest.raises(ValueError, match=r"known: choice, date, .*, text"):
        parse_item({"code": "any", "type": kind, "text": "Wat?"})


def test_what_is_no_mapping_is_no_item():
    with pytest.raises(ValueError, match="unknown question type"):
        parse_item("choice")


def test_an_item_passes_through_unchanged():
    item = items()[0]

    assert parse_item(item) is item


def test_a_type_refuses_what_is_no_mapping():
    with pytest.raises(ValidationError):
        Item.types["choice"].model_validate("Wat?")


def test_codes_that_stand_twice_are_refused():
    options = [{"code": "bus", "text": "Bus"}, {"code": "bus", "text": "Trein"}]

    with pytest.raises(ValidationError, match="codes stand twice: bus"):
        parse_item({"code": "any", "type": "choice", "text": "Wat?", "options": options})


def test_more_codes_than_the_tally_can_hold_are_refused():
    options = [{"code": f"{'very_' * 6}long_{n}", "text": "Iets"} for n in range(30)]

    with pytest.raises(ValidationError, match="too many options or too long codes"):
        parse_item({"code": "any", "type": "points", "text": "Wat?", "options": options})


@pytest.mark.parametrize("code", ["", "a", "Bread", "9lives", "__skipped", "a.b", "a" * 41, "één"])
def test_a_code_is_short_and_plain(code):
    with pytest.raises(ValidationError):
        parse_item({"code": code, "type": "text", "text": "Wat?"})


@pytest.mark.parametrize("name", ["../secret", "a/b", "Bakker", "x.svg", ""])
def test_a_pictogram_is_a_name_and_no_path(name):
    with pytest.raises(ValidationError):
        parse_item({"code": "any", "type": "text", "text": "Wat?", "pictogram": name})
