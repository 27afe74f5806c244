"""What walls, stances, notes and photos count."""

from fractions import Fraction

import pytest

from question_banks.text import Text
from survey_app.activities.bars import is_broad, leaves_of
from survey_app.activities.base import Countable, Given, Hand, Sheet, Standing
from survey_app.activities.canvas import LiveCanvas
from survey_app.activities.consent import LiveConsent
from survey_app.activities.ideas import LiveIdeas
from survey_app.activities.photo import LivePhoto
from survey_app.activities.questions import LiveQuestions
from survey_app.canvases.rules import Flow
from tests.survey_app.activities.kinds import EXAMPLES, given, text
from workshop_templates.activities import Block

K = 5


@pytest.fixture(autouse=True)
def inside(app):
    with app.test_request_context():
        yield


def idea(key: int, words: str, **more) -> Given:
    return Given(key=str(key), participant=key, body={"text": words}, **more)


def wall(*more: Given) -> list[Given]:
    """Five ideas of five people, and more."""
    return [*(idea(n, f"Idee {n}") for n in range(1, 6)), *more]


def ideas(**settings) -> LiveIdeas:
    activity = EXAMPLES["ideas"].activity(**settings)
    assert isinstance(activity, LiveIdeas)
    return activity


def test_merged_ideas_bring_their_dots_along_and_stand_once() -> None:
    held = wall(idea(6, "Bank", dots=2), idea(7, "Een bank", dots=3, merged_into="6"))

    best = ideas().result(held, [], k=K).cards[0]

    assert (best.text, best.dots, best.same) == ("Bank", 5, 1)


def test_hidden_idea_brings_nothing_along() -> None:
    hidden = idea(7, "Scheldwoord", dots=3, merged_into="6", standing=Standing.HIDDEN)
    held = wall(idea(6, "Bank", dots=2), hidden)

    result = ideas().result(held, [], k=K)

    assert result.cards[0].dots == 2
    assert "Scheldwoord" not in str(result)


def test_groups_stand_by_their_best_idea_and_the_rest_comes_last() -> None:
    held = wall(idea(6, "Soep", dots=9, cluster="Eten"), idea(7, "Pad", dots=2, cluster="Buiten"))

    clusters = ideas().result(held, [], k=K).clusters

    assert [cluster.name for cluster in clusters] == ["Eten", "Buiten", ""]


def test_what_waits_or_is_hidden_is_on_no_wall() -> None:
    held = wall(
        idea(6, "Wacht", standing=Standing.WAITING), idea(7, "Weg", standing=Standing.HIDDEN)
    )

    assert {"Wacht", "Weg"}.isdisjoint(card.text for card in ideas().result(held, [], k=K).cards)
    assert {"Wacht", "Weg"}.isdisjoint(one.body["text"] for one in ideas().shared(held))


def test_step_that_only_supports_takes_no_ideas() -> None:
    activity = ideas(ideas_each=0)

    assert (activity.most, activity.asked(mine=[], sheet=Sheet(), language="nl")["left"]) == (0, 0)


def test_answered_questions_sink_below_those_that_are_open() -> None:
    activity = EXAMPLES["questions"].activity()
    assert isinstance(activity, LiveQuestions)
    held = wall(idea(6, "Al gezegd", dots=9, cluster="answered"))

    assert activity.result(held, [], k=K).cards[-1].text == "Al gezegd"
    assert activity.shared(held)[-1].body["text"] == "Al gezegd"


# ---- consent ----


def stances(*codes: str, **more) -> list[Given]:
    activity = EXAMPLES["consent"].activity()
    sent = {"agree": {}, "concern": {}, "objection": {"reason": ("Te duur",)}}
    return [
        given(activity, {"stance": (code,)} | sent[code], n, **more) for n, code in enumerate(codes)
    ]


@pytest.mark.parametrize(
    ("codes", "verdict"),
    [
        (["agree"] * 5, "all"),
        (["agree"] * 4 + ["concern"], "mind"),
        (["agree"] * 40 + ["objection"], "change"),
    ],
)
def test_one_weighty_objection_asks_for_a_change(codes, verdict) -> None:
    activity = EXAMPLES["consent"].activity()
    assert isinstance(activity, LiveConsent)

    assert activity.result(stances(*codes), [], k=K).verdict == verdict


def test_raised_hands_are_counted_along_and_said_as_such() -> None:
    activity = EXAMPLES["consent"].activity()
    hands = [Hand("agree", "hand", 7), Hand("agree", "paper", 2)]

    result = activity.result(stances("agree", "concern"), hands, k=K)

    assert (result.n, result.hands, result.people) == (2, 9, 11)
    assert (result.bars[0].value, result.bars[0].by_hand) == (10, 9)
    assert result.bars[0].share == Fraction(10, 11)


def test_reason_waits_until_it_was_read_and_a_plain_yes_does_not() -> None:
    activity = EXAMPLES["consent"].activity()

    assert [activity.must_wait(one.body) for one in stances("agree", "objection")] == [False, True]
    shown = stances(*["agree"] * 4, "objection", standing=Standing.SHOWN)
    hidden = stances(*["agree"] * 4, "objection", standing=Standing.WAITING)
    assert [one.text for one in activity.result(shown, [], k=K).reasons] == ["Te duur"]
    assert activity.result(hidden, [], k=K).reasons == ()


def test_groups_have_a_line_from_five_people_up() -> None:
    activity = EXAMPLES["consent"].activity()
    people = [
        *stances(*["agree"] * 5, group="resident"),
        *stances(*["concern"] * 5, group="volunteer"),
        *stances(*["objection"] * 5),
    ]

    assert [one.role for one in activity.result(people, [], k=K).groups] == [
        "resident",
        "volunteer",
    ]
    assert activity.result(people[:9], [], k=K).groups == ()


# ---- canvas and photos ----


def test_accepted_notes_go_to_the_projects_canvas_with_money_and_dots() -> None:
    activity = EXAMPLES["canvas"].activity()
    assert isinstance(activity, LiveCanvas)
    stove = text("Kachel", block="costs", amount="1.250,50", often="once")
    held = [
        given(activity, stove, 1, dots=2),
        given(activity, text("Soep", block="offer"), 2, standing=Standing.WAITING),
        given(activity, text("Kacheltje", block="costs"), 3, merged_into="1001", dots=1),
    ]

    ((key, note),) = activity.notes(held)

    assert (note.block, note.text, note.cents, note.flow, note.dots) == (
        Block.COSTS,
        "Kachel",
        125_050,
        Flow.COST_ONCE,
        3,
    )
    assert [k for k, _note in activity.notes(held)] == [key]


def test_amount_on_a_note_about_the_offer_is_left_out() -> None:
    assert EXAMPLES["canvas"].activity().clean(text("Soep", block="offer", amount="5")) == {
        "block": "offer",
        "text": "Soep",
    }


def test_step_of_one_block_asks_no_block() -> None:
    activity = EXAMPLES["canvas"].activity(blocks=["partners"])

    assert activity.clean(text("School"))["block"] == "partners"


def photo(**settings) -> LivePhoto:
    activity = EXAMPLES["photo"].activity(**settings)
    assert isinstance(activity, LivePhoto)
    return activity


def test_photos_are_counted_by_person() -> None:
    activity = photo()
    held = [given(activity, {"chosen": ("1", "3")}, n) for n in range(6)]

    assert activity.counts(activity.result(held, [], k=K)) == {"1": 6, "2": 0, "3": 6}
    assert activity.counts(None) == {}


def test_groups_choose_photos_of_their_own_from_five_people_up() -> None:
    activity = photo()
    people = [
        given(activity, {"chosen": ("1",)}, n, group="resident" if n < 6 else "volunteer")
        for n in range(12)
    ]

    groups = activity.result(people, [], k=K).groups

    assert [(one.role, one.n, one.row("1").value) for one in groups] == [
        ("resident", 6, 6),
        ("volunteer", 6, 6),
    ]
    assert activity.result(people[:10], [], k=K).groups == ()


def test_comments_stand_with_their_photo_once_they_are_shown() -> None:
    activity = photo(take="comment")
    shown = [given(activity, text("Mooi licht", photo="2"), n) for n in range(5)]
    waiting = given(activity, text("Nog niet", photo="2"), 9, standing=Standing.WAITING)

    result = activity.result([*shown, waiting], [], k=K)

    assert [card.text for card in result.about("2")] == ["Mooi licht"] * 5
    assert result.about("1") == ()


def test_photo_is_called_by_what_is_on_it_and_else_by_its_number() -> None:
    activity = photo(captions=["Een bakfiets"])

    words = [activity.caption(code).wording("nl").text for code in activity.codes]

    assert words == ["Een bakfiets", "Foto 2", "Foto 3"]


def test_hands_are_raised_for_photos_when_each_chooses_one() -> None:
    assert len(photo(most=1).countable([])) == 3
    assert photo().countable([]) == photo(take="comment").countable([]) == ()


def test_comments_have_a_chart_by_photo_and_only_what_was_shown_is_in_its_table() -> None:
    activity = photo(take="comment", captions=["Een bakfiets"])
    shown = [given(activity, text("Mooi licht", photo="1"), n) for n in range(6)]
    other = [given(activity, text("Te steil", photo="2"), n) for n in range(5)]
    waiting = given(activity, text("Nog niet", photo="1"), 9, standing=Standing.WAITING)

    chart = activity.to_chart([*shown, *other, waiting], [], k=K, about="", language="nl")

    said = {row[0]: row[-1] for row in chart.table.rows}
    assert chart.table.columns[-1] == "Reacties"
    assert said["Een bakfiets"] == " / ".join(["Mooi licht"] * 6)
    assert said["Foto 2"] == " / ".join(["Te steil"] * 5)
    assert "Nog niet" not in str(chart)


def test_few_people_who_commented_leave_the_table_empty() -> None:
    activity = photo(take="comment")
    few = [given(activity, text("Mooi licht", photo="1"), n) for n in range(4)]

    chart = activity.to_chart(few, [], k=K, about="", language="nl")

    assert chart.table.rows == ()
    assert "Mooi licht" not in str(chart)


@pytest.mark.parametrize(
    ("n", "letters", "broad", "leaves"),
    [
        (6, 30, False, [6]),
        (6, 40, True, [6]),
        (7, 10, True, [7]),
        (12, 46, True, [12]),
        (13, 46, True, [7, 6]),
        (7, 60, True, [4, 3]),
        (0, 0, False, []),
    ],
)
def test_options_turn_leaves_once_the_wall_is_full(n, letters, broad, leaves) -> None:
    rows = [Countable(str(at), Text({"nl": "x" * letters})) for at in range(n)]

    assert is_broad(rows, "nl") == broad
    assert [len(leaf) for leaf in leaves_of(rows, "nl")] == leaves
