"""Every kind of activity in a real gathering: joined, hidden until shown, closed, asked again."""

import uuid

import pytest

from survey_app.activities.base import Standing
from survey_app.canvases.models import Note
from survey_app.workshops.models import Endorsement
from tests.gathering import plan
from tests.survey_app.activities.kinds import COLLECTING, EXAMPLES, SCRIPT, TOO_LONG
from tests.survey_app.workshops.steps import forms, held, judge, opened, script

WALLS = ("ideas", "questions", "canvas")
ROUNDS = [kind for kind in COLLECTING if kind != "photo"]


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_every_screen_stands_in_every_state(every, desk, kind) -> None:
    step = f"step_{kind}"
    every.go(step)
    phone = every.phone()
    moves = ["", "open", "close", "reveal"] if EXAMPLES[kind].good else [""]
    for move in moves:
        if move:
            every.press(move)
        if move == "open":
            for form in forms(kind):
                assert phone.send(step, form).status_code == 303
            judge(every, "show")
        assert phone.page().status_code == 200
        assert every.app.test_client().get(f"/projector/{every.token}").status_code == 200
        assert desk.get(f"/desk/gilden/workshops/{every.id}/control").status_code == 200
    assert desk.get(f"/desk/gilden/workshops/{every.id}/report").status_code == 200


@pytest.mark.parametrize("kind", COLLECTING)
def test_who_comes_late_takes_part_as_the_others(every, kind) -> None:
    step = opened(every, kind, people=5)

    late = every.phone()

    assert late.send(step, forms(kind)[0]).status_code == 303
    assert len({one.participant_id for one in held(every)}) == 6


@pytest.mark.parametrize("kind", COLLECTING)
def test_nothing_of_a_result_is_out_before_it_is_shown(every, kind) -> None:
    opened(every, kind, people=7)
    judge(every, "show")
    client = every.app.test_client()

    for move in ("", "close"):
        if move:
            every.press(move)
        for page in (client.get(f"/projector/{every.token}").text, every.phones[0].page().text):
            stage = page.split('class="stage"')[-1].split("</main>")[0]
            for sign in ('class="length"', 'class="dot"', 'class="figure"', "sticker", "<b>7</b>"):
                assert sign not in stage


@pytest.mark.parametrize("kind", COLLECTING)
def test_what_comes_after_closing_is_told_and_not_counted(every, kind) -> None:
    step = opened(every, kind, people=5)
    before = len(held(every))
    every.press("close")

    response = every.phones[0].send(step, forms(kind)[-1])

    assert response.status_code == 409
    assert len(held(every)) == before


@pytest.mark.parametrize("kind", COLLECTING)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_what_cannot_be_kept_comes_back_with_a_sentence(every, kind, accept) -> None:
    step = opened(every, kind)
    phone = every.phone()

    for raw, words in EXAMPLES[kind].bad:
        form = {name: list(values) for name, values in raw.items()}
        response = phone.send(step, form, headers={"Accept": accept})
        assert response.status_code == 422
        if accept == "application/json":
            assert words in " ".join(response.json["errors"].values())
        else:
            assert words.split("“")[0].strip() in response.text
    assert held(every) == []


@pytest.mark.parametrize("kind", WALLS)
def test_text_that_was_too_long_is_still_there_to_shorten(every, kind) -> None:
    step = opened(every, kind)

    response = every.phone().send(step, {**forms(kind)[0], "text": TOO_LONG})

    assert TOO_LONG in response.text


@pytest.mark.parametrize("kind", COLLECTING)
def test_same_form_sent_twice_counts_once(every, kind) -> None:
    step = opened(every, kind)
    phone, form = every.phone(), {**forms(kind)[0], "uuid": str(uuid.uuid4())}

    assert {phone.send(step, form).status_code for _time in range(2)} == {303}
    assert len(held(every)) == 1


@pytest.mark.parametrize("kind", ROUNDS)
def test_second_round_begins_empty_and_keeps_the_first(every, kind) -> None:
    step = opened(every, kind, people=5)
    for move in ("close", "reveal", "again"):
        every.press(move)

    assert every.phones[0].send(step, forms(kind)[0]).status_code == 303

    rounds = [one.round for one in held(every)]
    assert (rounds.count(1), rounds.count(2)) == (5, 1)


@pytest.mark.parametrize("kind", WALLS)
def test_one_phone_that_writes_a_thousand_cards_is_stopped_and_told(every, kind) -> None:
    step = opened(every, kind)
    phone = every.phone()
    most = every.scene().activity.most

    answers = [phone.send(step, forms(kind)[0]).status_code for _card in range(1000)]

    assert len(held(every)) == most
    assert answers[most] == 422
    assert set(answers[most:]) <= {422, 429}, "told that it is full, then slowed down"


@pytest.mark.parametrize("kind", WALLS)
def test_nothing_is_on_the_wall_that_was_not_approved(every, kind) -> None:
    step = opened(every, kind)
    every.phone().send(step, {**forms(kind)[0], "text": SCRIPT})
    wall = f"/projector/{every.token}"
    client = every.app.test_client()

    assert "alert(1)" not in client.get(wall).text
    judge(every, "show")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get(wall).text
    assert SCRIPT not in client.get(wall).text
    judge(every, "hide")
    assert "alert(1)" not in client.get(wall).text


@pytest.mark.parametrize("kind", WALLS)
def test_dots_are_given_as_a_whole_and_never_more_than_there_are(every, kind) -> None:
    step = opened(every, kind, people=5)
    judge(every, "show")
    keys = [one.id for one in held(every)]
    phone = every.phone()

    assert phone.send(step, {f"dot.{keys[0]}": "1"}, "/dots").status_code == 303
    assert phone.send(step, {f"dot.{keys[1]}": "1"}, "/dots").status_code == 303
    assert [one.contribution_id for one in held(every, Endorsement)] == [keys[1]]
    assert phone.send(step, {f"dot.{keys[0]}": "99"}, "/dots").status_code == 422
    assert phone.send(step, {"dot.77": "1"}, "/dots").status_code == 303
    assert held(every, Endorsement) == []


def test_own_idea_is_taken_back_and_nobody_elses(every) -> None:
    step = opened(every, "ideas", people=2)
    mine, other = every.phones
    keys = {one.participant_id: one.id for one in held(every)}
    first, second = keys.values()

    codes = {
        phone.send(step, {"key": str(key)}, "/back").status_code
        for phone in (mine, other)
        for key in (first, second)
    }

    assert 303 in codes
    assert held(every) == []


def test_wall_is_taken_up_again_by_a_later_step(web, actor) -> None:
    hall = plan(
        web,
        script(
            dream={"kind": "ideas", "question": "Wat droomt u?", "dots": 0},
            choose={
                "kind": "ideas",
                "question": "Wat steunt u?",
                "continues": "dream",
                "ideas_each": 0,
                "dots": 2,
            },
        ),
        actor=actor,
    )
    hall.go("dream", "open")
    for number in range(6):
        hall.phone().send("dream", {"text": f"Idee {number}"})
    judge(hall, "show")
    hall.go("choose", "open")
    assert "Idee 3" in hall.phones[0].page().text
    assert hall.phones[0].send("choose", {"text": "Nog een"}).status_code == 422
    key = held(hall)[0].id
    for phone in hall.phones:
        assert phone.send("choose", {f"dot.{key}": ["1", "1"]}, "/dots").status_code == 303

    for move in ("close", "reveal"):
        hall.press(move)

    assert "<b>12</b>" in hall.app.test_client().get(f"/projector/{hall.token}").text


def test_only_a_reason_waits_for_the_facilitator(every) -> None:
    step = opened(every, "consent")
    every.phone().send(step, {"stance": "agree"})
    every.phone().send(step, {"stance": "objection", "reason": "Te duur"})

    standings = {one.body["stance"]: one.standing for one in held(every)}
    assert standings == {"agree": Standing.SHOWN, "objection": Standing.WAITING}


def test_somebody_gets_all_pairs_one_after_the_other(every) -> None:
    step = opened(every, "pairwise")
    phone = every.phone()

    for number in range(1, 4):
        page = phone.page().text
        assert f"Paar {number} van 3" in page
        left, right = (
            page.split(f'name="{side}" value="')[1].split('"')[0] for side in ("left", "right")
        )
        assert phone.send(step, {"left": left, "right": right, "choice": left}).status_code == 303

    assert "Uw antwoord is aangekomen" in phone.page().text


def test_accepted_notes_stand_on_the_villages_canvas_once_the_step_is_closed(every) -> None:
    opened(every, "canvas", people=5)
    judge(every, "show")
    assert held(every, Note) == []

    every.press("close")
    every.press("open")
    every.press("close")

    notes = held(every, Note)
    assert len(notes) == 5
    assert {(one.source, one.state) for one in notes} == {("workshop", "accepted")}
    assert {one.cents for one in notes} == {None, 125_000}


def test_notes_that_nobody_accepted_stay_off_the_villages_canvas(every) -> None:
    opened(every, "canvas", people=5)

    every.press("close")

    assert held(every, Note) == []


def test_note_of_a_steering_group_says_where_it_came_from(web, actor) -> None:
    steering = script(notes=EXAMPLES["canvas"].settings).model_copy(update={"kind": "steering"})
    hall = plan(web, steering, actor=actor)
    hall.go("notes", "open")
    hall.phone().send("notes", forms("canvas")[0])
    judge(hall, "show")

    hall.press("close")

    assert [one.source for one in held(hall, Note)] == ["steering"]


def test_dots_that_were_given_stand_when_an_idea_is_refused(every) -> None:
    step = opened(every, "ideas", people=2)
    judge(every, "show")
    phone, key = every.phones[0], held(every)[0].id
    phone.send(step, {f"dot.{key}": ["1", "1"]}, "/dots")

    page = phone.send(step, {"text": TOO_LONG}).text

    assert page.count("checked") == 2
