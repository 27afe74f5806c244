"""A coach's pages of a canvas: written, moved, kept as versions, compared, printed."""

import io
import re
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlalchemy import event, select

from survey_app.canvases.models import Note, Snapshot
from survey_app.core.db import db
from tests.asking import heading_of
from workshop_templates.activities import Block

HOME = "/desk/gilden/"
PLACE = f"{HOME}projects/plus-plek-lafelt"
CANVAS = f"{PLACE}/canvas"
HOSTILE = ("<script>alert(1)</script>", "=1+1", "\u202eomgekeerd", "#panic() $x$ *b* @ref <l>")


@pytest.fixture
def desk(web, owner, client_of):
    client = client_of(owner)
    client.post(f"{HOME}projects/new", data={"village": "Lafelt", "municipality": "Riemst"})
    return client


@pytest.fixture
def add(desk):
    def add(text: str, block: str = "offer", **sent: str) -> str:
        key = str(uuid4())
        data = {"key": key, "block": block, "text": text, "source": "desk", "flow": "cost_year"}
        response = desk.post(f"{CANVAS}/notes", data={**data, **sent})
        assert response.status_code == 302, response.text
        return key

    return add


def note(web, key: str) -> Note:
    with web.app_context():
        db.session.close()
        return db.session.scalars(select(Note).where(Note.uuid == key)).one()


def sheet(desk, address: str) -> PdfReader:
    with desk.get(f"{CANVAS}/{address}") as response:
        assert response.status_code == 200
        return PdfReader(io.BytesIO(response.data))


def words_of(reader: PdfReader) -> list[str]:
    """The text of every page on one line."""
    return [" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in reader.pages]


def test_empty_canvas_asks_its_nine_questions(desk) -> None:
    page = desk.get(CANVAS).text

    assert page.count('class="guide"') == len(Block)
    assert "Voor wie doen we dit? Noem er drie." in page
    assert "Begin het canvas" in desk.get(PLACE).text


def test_note_stands_in_its_block_with_its_amount(desk, add, web) -> None:
    key = add("Zaalverhuur", "revenue", amount="1.250,50", flow="revenue_year")
    add("Verwarming", "costs", amount="2000", flow="revenue_year")

    page = desk.get(CANVAS).text
    assert (note(web, key).cents, note(web, key).flow) == (125_050, "revenue_year")
    assert "€\u00a01.250,50" in page
    assert "Tekort per jaar" in page
    assert "€\u00a0749,50" in page
    assert "tekort per jaar: €\u00a0749,50" in desk.get(PLACE).text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"text": " "}, "Schrijf iets op het kaartje."),
        ({"text": "x" * 201}, "Maak dit korter."),
        ({"amount": "veel"}, "Typ een bedrag, bijvoorbeeld 1.250 of 12,50."),
        ({"dots": "-1"}, "Vul een getal in."),
        ({"block": "elders"}, "Blok"),
        ({"flow": "gratis"}, "Wat is dat bedrag?"),
        ({"key": "' or 1=1"}, "Kijk dit even na"),
    ],
)
def test_mistake_is_told_and_nothing_typed_is_lost(desk, web, sent, words) -> None:
    good = {"key": str(uuid4()), "block": "costs", "text": "Kachel", "source": "steering"}
    data = {**good, "flow": "cost_once", "amount": "12", **sent}

    response = desk.post(f"{CANVAS}/notes", data=data)

    assert response.status_code == 200
    assert words in response.text
    if "text" not in sent:
        assert "Kachel" in response.text
    with web.app_context():
        assert db.session.scalars(select(Note)).all() == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_break_no_page_and_no_sheet(desk, add, text) -> None:
    key = add(text, amount="5")
    desk.post(f"{CANVAS}/words", data={"title": text, "promise": text})
    desk.post(f"{CANVAS}/versions/new", data={"name": text})

    for page in ("", "?version=1", f"/notes/{key}", "/compare", "/words", "/versions/new"):
        response = desk.get(f"{CANVAS}{page}")
        assert response.status_code == 200
        assert "<script>alert" not in response.text
    assert len(sheet(desk, "a4.pdf").pages) == 1


def test_note_is_changed_moved_put_aside_and_taken_back(desk, add, web) -> None:
    key = add("Koffie")
    changed = {"key": key, "block": "channels", "text": "Folder", "source": "survey", "dots": "4"}
    desk.post(f"{CANVAS}/notes/{key}", data={**changed, "flow": "cost_year"})
    assert (note(web, key).text, note(web, key).block, note(web, key).dots) == (
        "Folder",
        "channels",
        4,
    )

    response = desk.post(f"{CANVAS}/notes/{key}/move", data={"block": "offer", "place": "0"})
    assert response.location.endswith(f"/canvas#note-{key}")
    assert note(web, key).block == "offer"

    desk.post(f"{CANVAS}/notes/{key}/hide")
    page = desk.get(CANVAS).text
    assert "1 kaartje ligt opzij" in page
    assert "Het kaartje ligt opzij. Onderaan zet u het terug." in page
    desk.post(f"{CANVAS}/notes/{key}/accept")
    assert note(web, key).state == "accepted"


def test_move_to_nowhere_is_refused(desk, add) -> None:
    key = add("Koffie")

    for data in ({"block": "zolder", "place": "0"}, {"block": "offer", "place": "boven"}):
        assert desk.post(f"{CANVAS}/notes/{key}/move", data=data).status_code == 422
    assert desk.post(f"{CANVAS}/notes/{key}/move", data={}).status_code == 400
    assert desk.get(f"{CANVAS}/notes/geen").status_code == 404


def test_version_is_laid_down_looked_at_compared_and_brought_back(desk, add, web) -> None:
    add("Koffie")
    desk.post(f"{CANVAS}/versions/new", data={"name": "na de brainstorm"})
    add("Taart", amount="12")
    desk.post(f"{CANVAS}/words", data={"title": "Zo werkt het", "promise": "Altijd taart"})

    now, then = desk.get(CANVAS).text, desk.get(f"{CANVAS}?version=1").text
    assert "sinds versie 1: 1 kaartje" in now
    assert "Leg versie 2 vast" in now
    assert "Taart" not in then
    assert "versie 1, na de brainstorm, 20 mei 2026" in then
    compared = desk.get(f"{CANVAS}/compare").text
    assert re.search(r"nieuw</span>.*Taart", compared, re.DOTALL)
    assert "€\u00a012" in compared
    assert "Deze twee zijn gelijk." in desk.get(f"{CANVAS}/compare?from=1&to=1").text

    desk.post(f"{CANVAS}/versions/1/back")
    assert "Taart" not in desk.get(CANVAS).text.split("ligt opzij")[0]


def test_version_needs_a_name_and_a_note(desk, add, web) -> None:
    desk.post(f"{CANVAS}/versions/new", data={"name": "leeg"})
    assert "Zet eerst een kaartje op het canvas." in desk.get(CANVAS).text
    add("Koffie")
    assert "Geef de versie een naam." in desk.post(f"{CANVAS}/versions/new", data={"name": ""}).text

    with web.app_context():
        assert db.session.scalars(select(Snapshot)).all() == []


@pytest.mark.parametrize("page", ["?version=7", "/compare?to=7", "/a4.pdf?version=3", "/a0.pdf"])
def test_version_that_is_not_there_is_not_there(desk, add, page) -> None:
    add("Koffie")

    assert desk.get(f"{CANVAS}{page}").status_code == 404


@pytest.mark.parametrize(("size", "width"), [("a3", 1191), ("a4", 842)])
def test_sheet_holds_everything_on_one_tagged_page(desk, add, size, width) -> None:
    for number in range(12):
        add(f"Aanbod nummer {number} met een paar woorden meer")
    add("Kachel", "costs", amount="950", flow="cost_once")
    desk.post(f"{CANVAS}/words", data={"title": "Zo werkt het", "promise": "Altijd warm"})

    reader = sheet(desk, f"{size}.pdf")

    (page,) = words_of(reader)
    assert round(float(reader.pages[0].mediabox.width)) == width
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    for words in ("Zo werkt het", "Altijd warm", "Aanbod nummer 11", "€ 950", "Klantengroepen"):
        assert words in page


def test_sheet_of_a_very_full_canvas_is_still_one_page(desk, add) -> None:
    for block in Block:
        for _number in range(12):
            add("Een kaartje met tamelijk veel woorden erop, zoals dat gaat " * 3, block)

    assert len(sheet(desk, "a4.pdf").pages) == 1


def test_viewer_looks_and_writes_nothing(desk, add, add_person, client_of) -> None:
    key = add("Koffie")
    viewer = client_of(add_person("viewer"))

    page = viewer.get(CANVAS).text
    assert "Koffie" in page
    assert "<textarea" not in page
    assert len(sheet(viewer, "a4.pdf").pages) == 1
    for address in ("notes", f"notes/{key}/hide", f"notes/{key}/move", "versions/new"):
        assert viewer.post(f"{CANVAS}/{address}", data={}).status_code == 403


def test_page_asks_the_database_as_often_for_one_note_as_for_thirty(web, desk, add) -> None:
    def asked() -> int:
        statements: list[str] = []
        with web.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", lambda *said: statements.append(said[2]))
        assert desk.get(CANVAS).status_code == 200
        return len(statements)

    add("Koffie")
    few = asked()
    for number in range(29):
        add(f"Kaartje {number}")

    assert asked() == few


def test_wall_shows_one_block_at_a_time_with_a_way_on(desk, add) -> None:
    add("Verse soep", "offer", dots="3")
    add("Kachel", "costs", amount="950", flow="cost_once")

    first, offer, costs, wrong = (
        desk.get(f"{CANVAS}/screen{more}")
        for more in ("", "?block=offer", "?block=costs", "?block=zolder")
    )

    assert heading_of(first) == heading_of(wrong) == "Strategische partners"
    assert "Verse soep" in offer.text
    assert "Kachel" not in offer.text
    assert "€\u00a0950" in costs.text
    assert f'rel="next" href="{CANVAS}/screen?block=revenue"' in costs.text
