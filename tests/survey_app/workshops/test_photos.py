"""Photos of a step: uploaded, said in words, shown to who is there, taken away."""

import io

import pytest
from PIL import Image

from survey_app.workshops.models import Picture
from tests.gathering import Gathering
from tests.survey_app.activities.kinds import SCRIPT
from tests.survey_app.workshops.steps import held, opened


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
