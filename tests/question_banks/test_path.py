"""The path: what one person is asked, and what counts."""

from hypothesis import given
from hypothesis import strategies as st

from question_banks.answer import SKIPPED, Answer, Status
from question_banks.path import on_path, visible_items
from question_banks.questionnaire import Questionnaire, Section
from tests.question_banks.strategies import answers, items, mini_banks, quick

LIBRARY = mini_banks()
CHAIN = tuple(LIBRARY.items[code] for code in ("path_visits", "path_rating", "path_why"))
SHORT = Questionnaire(
    title="Pad", sections=(Section(code="all", items=(LIBRARY.items["info_why"], *CHAIN)),)
)
LONG = Questionnaire(title="Pad", sections=(Section(code="all", items=tuple(items())),))
OFTEN = Answer(Status.GIVEN, "often")
NEVER = Answer(Status.GIVEN, "never")
BAD = Answer(Status.GIVEN, 1)


def shown(given_answers):
    return [item.code for item in visible_items(SHORT, given_answers)]


def test_an_item_is_asked_when_its_condition_holds():
    assert shown({}) == ["info_why", "path_visits"]
    assert shown({"path_visits": OFTEN}) == ["info_why", "path_visits", "path_rating"]
    assert shown({"path_visits": OFTEN, "path_rating": BAD})[-1] == "path_why"


def test_an_answer_off_the_path_drives_nothing():
    off = {"path_visits": NEVER, "path_rating": BAD}

    assert shown(off) == ["info_why", "path_visits"]
    assert on_path(SHORT, off) == {"path_visits": NEVER}


def test_what_was_asked_and_not_answered_is_skipped():
    assert on_path(SHORT, {"path_visits": OFTEN}) == {"path_visits": OFTEN, "path_rating": SKIPPED}


def test_information_is_shown_and_never_answered():
    assert "info_why" in shown({})
    assert "info_why" not in on_path(SHORT, {"info_why": BAD})


everything = st.fixed_dictionaries({}, optional={item.code: answers(item) for item in items()})


@quick
@given(everything)
def test_dropping_answers_off_the_path_changes_nothing(given_answers):
    kept = on_path(LONG, given_answers)

    assert on_path(LONG, kept) == kept
    assert visible_items(LONG, kept) == visible_items(LONG, given_answers)


@quick
@given(everything)
def test_the_path_keeps_the_order_of_the_questionnaire(given_answers):
    path = [item.code for item in visible_items(LONG, given_answers)]

    assert path == [item.code for item in LONG.items() if item.code in set(path)]
