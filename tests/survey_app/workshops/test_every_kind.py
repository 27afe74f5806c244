"""Every kind of activity in a real gathering: joined, hidden until shown, closed, asked again."""

import io
import uuid
from functools import partial
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from survey_app.activities.base import Standing
from survey_app.canvases.models import Note
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.workshops import judging
from survey_app.workshops.models import Contribution, Endorsement, Picture
from tests.gathering import SHORT, Gathering, plan
from tests.programs import NOW
from tests.survey_app.activities.kinds import COLLECTING, EXAMPLES, SCRIPT, TOO_LONG
from workshop_templates.model import WorkshopTemplate

WALLS = ("ideas", "questions", "canvas")
ROUNDS = [kind for kind in COLLECTING if kind != "photo"]


def script(**activities: Any) -> WorkshopTemplate:
    steps = [
        {"code": code, "title": code, "minutes": 5, "do": "Doe.", "activity": activity}
        for code, activity in activities.items()
    ]
    minutes = 5 * len(steps)
    return WorkshopTemplate.from_json({**SHORT, "minutes": minutes, "steps": steps})


@pytest.fixture
def every(web, actor) -> Gathering:
    """A gathering with one step of every kind, each under the name of its kind."""
    steps = {f"step_{kind}": example.settings for kind, example in EXAMPLES.items()}
    return plan(web, script(**steps), actor=actor)


def forms(kind: str) -> list[dict[str, Any]]:
    return [{name: list(values) for name, values in raw.items()} for raw in EXAMPLES[kind].good]


def opened(hall: Gathering, kind: str, people: int = 0) -> str:
    """Open the step of a kind; ``people`` send one of its good forms each."""
    step = f"step_{kind}"
    hall.go(step, "open")
    for number in range(people):
        form = forms(kind)[number % len(forms(kind))]
        assert hall.phone().send(step, form).status_code == 303
    return step


def judge(hall: Gathering, doing: str, words: str = "") -> None:
    """Do one thing with everything that came in."""
    with hall.app.app_context():
        db.session.close()
        for key in db.session.scalars(select(Contribution.id)).all():
            facts = {"workshop_id": hall.id, "key": key, "doing": doing, "words": words}
            write(partial(judging.judge, **facts, actor=hall.actor, now=NOW))


def held(hall: Gathering, model: Any = Contribution) -> list[Any]:
    with hall.app.app_context():
        db.session.close()
        return list(db.session.scalars(select(model)).all())


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

    answers = [phone.send(step, forms(kind)[0]).status_code for _card in range(40)]

    assert len(held(every)) == most
    assert set(answers[most:]) == {422}


@pytest.mark.parametrize("kind", WALLS)
def test_nothing_is_on_the_wall_that_was_not_approved(every, kind) -> None:
    step = opened(every, kind)
    every.phone().send(step, {**forms(kind)[0], "text": SCRIPT})
    wall = f"/projector/{every.token}"
    client = every.app.test_client()

    assert "alert" not in client.get(wall).text
    judge(every, "show")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get(wall).text
    assert SCRIPT not in client.get(wall).text
    judge(every, "hide")
    assert "alert" not in client.get(wall).text


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


# ---- photos ----


def photo(colour: str = "teal") -> tuple[io.BytesIO, str]:
    made = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(made, "JPEG")
    made.seek(0)
    return made, "foto.jpg"


def album(hall: Gathering) -> str:
    return f"/desk/gilden/workshops/{hall.id}/photos/step_photo"


def test_photos_are_uploaded_said_in_words_and_shown(every, desk) -> None:
    address = album(every)
    assert "Nog geen foto’s" in desk.get(address).text

    sent = {"revision": "1", "files": [photo(), photo("navy"), photo("maroon")]}
    assert desk.post(address, data=sent).status_code == 302
    captions = {"revision": "2", "caption.1": "Een bakfiets", "caption.2": SCRIPT}
    desk.post(address, data=captions)

    assert "Er staan 3 foto’s klaar." in desk.get(address).text
    opened(every, "photo")
    page = every.phone().page().text
    assert "Een bakfiets" in page
    assert SCRIPT not in page
    with every.app.test_client().get(f"/j/{every.code}/photos/step_photo/2-small.jpg") as answer:
        assert answer.mimetype == "image/jpeg"
        assert Image.open(io.BytesIO(answer.data)).size == (480, 320)


def test_photo_taken_away_lets_the_others_count_on(every, desk) -> None:
    address = album(every)
    desk.post(address, data={"revision": "1", "files": [photo() for _number in range(4)]})

    desk.post(address, data={"revision": "2", "remove.2": "yes", "caption.3": "Derde"})

    assert sorted(one.number for one in held(every, Picture)) == [1, 2, 3]
    activity = every.scene().course.stop("step_photo").activity
    assert activity.settings.photos == 3
    assert activity.caption("2").wording("nl").text == "Derde"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"revision": "1", "files": [(io.BytesIO(b"<svg/>"), "x.svg")]}, "is geen foto"),
        ({"revision": "9"}, "Intussen is het draaiboek veranderd"),
        ({"revision": "x"}, "Intussen is het draaiboek veranderd"),
    ],
)
def test_what_is_no_photo_is_refused_in_words(every, desk, sent, words) -> None:
    response = desk.post(album(every), data=sent)

    assert words in response.text
    assert held(every, Picture) == []


def test_photo_page_is_for_steps_with_photos_and_for_who_may_edit(
    every, desk, add_person, client_of
) -> None:
    base = f"/desk/gilden/workshops/{every.id}/photos"

    assert desk.get(f"{base}/step_ideas").status_code == 404
    assert desk.get(f"{base}/nergens").status_code == 404
    assert client_of(add_person("facilitator")).get(f"{base}/step_photo").status_code == 403
    client = every.app.test_client()
    assert client.get(f"/j/{every.code}/photos/step_ideas/1-small.jpg").status_code == 404
    with client.get(f"/j/{every.code}/photos/step_photo/1-small.jpg") as answer:
        assert answer.mimetype == "image/svg+xml"
