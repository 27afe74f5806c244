"""Whatever is sent, somebody gets clear words, nothing is half kept, and nothing breaks."""

import json
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.asking import heading_of, post, receipt_of, send
from tests.questions import EVERY_ANSWER, EVERY_TYPE

JSON = {"Accept": "application/json"}
NAMES = sorted({name for name, _value in EVERY_ANSWER} | {"missing.other", "share", "first", "x.y"})
NASTY = [
    "\x00", "\x1b[31m", "a\u202eb", "\ud7ff", "x" * 10_000, "-1", "1e9", "NaN",
    "999999999999999999999", "2026-02-31", "31/2/2026", "__dont_know", "__skipped", "__proto__",
    "=1+1", "<b>", "' or 1=1 --", "٣", "１２", " ", "\n", "bakery+bus", "?", "-",
]  # fmt: skip


def test_unknown_option_is_told_in_words(client, asked) -> None:
    response = send(client, asked, [("outside", "on_the_moon")])

    assert response.status_code == 422
    assert "Kies een van de antwoorden." in response.text
    assert asked.kept() == []


def test_unknown_names_are_ignored(client, asked) -> None:
    response = send(client, asked, [("nothing_like_this", "x"), ("outside.sub", "y")])

    assert receipt_of(response)
    assert "nothing_like_this" not in asked.only().answers


def test_long_text_is_told_and_kept_on_the_page(client, asked) -> None:
    response = send(client, asked, [("outside", "never"), ("why", "x" * 10_000)])

    assert response.status_code == 422
    assert "Maak uw tekst korter: hoogstens 2000 letters." in response.text
    assert "x" * 10_000 in response.text
    assert asked.kept() == []


def test_control_characters_are_not_kept(client, asked) -> None:
    words = "Ik\x00 heb\u202e geen\x1b vervoer."

    send(client, asked, [("outside", "never"), ("why", words)])

    assert asked.only().answers["why"]["value"] == "Ik heb geen vervoer."


def test_oversized_body_says_that_it_is_too_much(client, asked) -> None:
    response = client.post("/s/K7P2QX", data={"why": "x" * 300_000})

    assert response.status_code == 413
    assert heading_of(response) == "Dit is te veel"


def test_too_many_fields_say_that_it_is_too_much(client, asked) -> None:
    response = client.post("/s/K7P2QX", data={f"f{n}": "x" for n in range(5_000)})

    assert response.status_code in {200, 409, 413}


@pytest.mark.parametrize("body", [b"%", b"%ff%fe=%00", b"\xff\xfe", b"=&=&&&", b"a" * 1000, b""])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data", "text/xml"]
)
def test_malformed_body_breaks_nothing(client, asked, body, kind) -> None:
    response = client.post("/s/K7P2QX", data=body, content_type=kind)

    assert response.status_code < 500
    assert asked.kept() == []


def test_json_body_breaks_nothing(client, asked) -> None:
    response = client.post("/s/K7P2QX", json={"go": "send", "missing": {"a": [1]}})

    assert response.status_code < 500
    assert asked.kept() == []


def test_file_in_the_place_of_an_answer_breaks_nothing(client, asked) -> None:
    response = client.post("/s/K7P2QX", data={"why": (BytesIO(b"x"), "x.exe"), "go": "send"})

    assert response.status_code < 500


def test_forged_host_gets_one_clear_line(client, asked) -> None:
    response = client.get("/s/K7P2QX", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert response.text == "Dit adres is niet van ons."


def test_script_gets_its_receipt_as_json(client, asked) -> None:
    response = client.post("/s/K7P2QX", data=dict(asked.form(EVERY_ANSWER[1:])), headers=JSON)

    assert response.status_code == 200
    assert list(json.loads(response.text)) == ["receipt"]
    assert len(response.json["receipt"]) == 12


def test_script_gets_its_mistakes_by_code(client, asked) -> None:
    form = dict(asked.form([("age", "999"), ("outside", "on_the_moon")]))

    response = client.post("/s/K7P2QX", data=form, headers=JSON)

    assert response.status_code == 422
    assert sorted(response.json["errors"]) == ["age", "outside"]
    assert asked.kept() == []


def test_script_hears_what_a_person_would_read(client, asked) -> None:
    key = dict(asked.form())["uuid"]
    first = client.post("/s/K7P2QX", data=dict(asked.form([("age", "7")], uuid=key)), headers=JSON)
    other = client.post("/s/K7P2QX", data=dict(asked.form([("age", "8")], uuid=key)), headers=JSON)
    forged = client.post("/s/K7P2QX", data=dict(asked.form(ticket="x")), headers=JSON)
    unknown = client.post("/s/ZZZZZZ", data={}, headers=JSON)
    large = client.post("/s/K7P2QX", data={"why": "x" * 300_000}, headers=JSON)

    statuses = [answer.status_code for answer in (first, other, forged, unknown, large)]
    assert statuses == [200, 409, 409, 404, 413]
    assert all("errors" in answer.json for answer in (other, forged, unknown, large))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(NASTY)
            | st.text(max_size=30)
            | st.sampled_from([v for _, v in EVERY_ANSWER]),
        ),
        max_size=12,
    ),
    carried=st.dictionaries(
        st.sampled_from(["uuid", "version", "lang", "mode", "at", "go", "ticket"]),
        st.sampled_from([*NASTY, *[item["code"] for item in EVERY_TYPE], "next", "back", "send"]),
        max_size=3,
    ),
)
def test_any_form_gets_a_sound_page(client, asked, pairs, carried) -> None:
    before = len(asked.kept())

    response = post(client, asked.form(pairs, **carried))

    after = len(asked.kept())
    assert response.status_code in {200, 409, 422}
    assert after - before == (1 if 'name="receipt"' in response.text else 0)


@pytest.mark.parametrize(
    "address", ["/s/%00", "/s/" + "A" * 5000, "/s/K7P2QX?lang=%00", "/r/%ff", "/s//stand"]
)
def test_strange_address_breaks_nothing(client, asked, address) -> None:
    assert client.get(address).status_code < 500


@pytest.mark.parametrize("field", ["name", "reach", "wish"])
@pytest.mark.parametrize("value", NASTY)
def test_any_contact_gets_a_sound_page(client, asked, field, value) -> None:
    response = client.post("/s/K7P2QX/contact", data={"reach": "012", field: value})

    assert response.status_code in {200, 422}
