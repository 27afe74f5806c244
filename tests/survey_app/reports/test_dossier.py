"""The coach composes a dossier, freezes it, and opens it to the village."""

import re
import subprocess

import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import select

from survey_app.core.audit import AuditEntry
from survey_app.core.db import db
from tests.survey_app.reports.conftest import DOSSIER, PROJECT, PUBLIC


def parts(page) -> list[str]:
    """What stands in the dossier, in its order."""
    found = re.findall(r'<li class="question-row".*?</li>', page.text, re.DOTALL)
    return [re.sub(r"<[^>]+>", " ", one).split("grafiek")[0] for one in found]


def part_ids(page) -> list[str]:
    return re.findall(r'id="part-(\d+)"', page.text)


def actions(village) -> list[str]:
    with village.app.app_context():
        return list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


def test_project_without_a_dossier_offers_to_make_one(village, desk) -> None:
    assert "Nog geen dossier" in desk.get(DOSSIER).text
    assert "Nieuw dossier" in desk.get(PROJECT).text


def test_new_dossier_begins_with_what_people_find_important(made, desk) -> None:
    page = desk.get(DOSSIER)

    assert "Duidelijk bovenaan: Een bakker" in page.text
    assert len(part_ids(page)) == 2


def test_a_project_has_one_dossier(made, desk) -> None:
    assert desk.post(f"{DOSSIER}/new").status_code == 409


def test_pin_is_shown_once(made, desk) -> None:
    assert made.pin[:3] + " " + made.pin[3:] not in desk.get(DOSSIER).text


def test_parts_move_up_and_down_and_out(made, desk) -> None:
    first, second = part_ids(desk.get(DOSSIER))

    desk.post(f"{DOSSIER}/parts/{second}/up")
    moved = part_ids(desk.get(DOSSIER))
    desk.post(f"{DOSSIER}/parts/{second}/up")
    desk.post(f"{DOSSIER}/parts/{first}/remove")

    assert moved == [second, first]
    assert part_ids(desk.get(DOSSIER)) == [second]


def test_chart_is_added_from_the_list_and_stands_there_as_taken(made, desk) -> None:
    sent = {"kind": "item", "survey": "1", "item": "age"}

    page = desk.post(f"{DOSSIER}/charts", data=sent, follow_redirects=True)

    assert page.text.count("staat erin") == 3
    assert len(part_ids(desk.get(DOSSIER))) == 3


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"kind": "nothing"}, 422),
        ({}, 422),
        ({"kind": "item", "survey": "x"}, 422),
        ({"kind": "item", "survey": "999"}, 404),
    ],
)
def test_chart_that_cannot_be_is_refused(made, desk, sent, status) -> None:
    assert desk.post(f"{DOSSIER}/charts", data=sent).status_code == status


def test_chart_of_a_question_that_does_not_exist_breaks_nothing(made, desk) -> None:
    desk.post(f"{DOSSIER}/charts", data={"kind": "item", "survey": "1", "item": "nothing\x00=1"})

    page = desk.get(DOSSIER)

    assert page.status_code == 200
    assert "Deze grafiek bestaat niet meer" in page.text
    assert desk.get(f"{DOSSIER}/view").status_code == 200


def test_own_words_stand_on_the_first_page_and_empty_ones_come_from_the_figures(made, desk) -> None:
    before = desk.get(f"{DOSSIER}/texts")
    sent = {"title": "Dossier", "headline": "Lafelt wil brood", "asks": "- Begin nu.\n* Wacht."}
    desk.post(f"{DOSSIER}/texts", data=sent)

    page = desk.get(f"{DOSSIER}/view")

    assert "Dan staat er: Duidelijk bovenaan: Een bakker" in before.text
    assert "Lafelt wil brood" in page.text
    assert "<li>Begin nu.</li><li>Wacht.</li>" in page.text
    assert "Duidelijk bovenaan: Een bakker, bij" in page.text


def test_dossier_without_a_title_keeps_what_was_typed(made, desk) -> None:
    page = desk.post(f"{DOSSIER}/texts", data={"title": "", "lead": "Dit blijft staan"})

    assert "Geef het dossier een titel" in page.text
    assert "Dit blijft staan" in page.text


HOSTILE = "<script>alert(1)</script> =1+1 \"' 🚲 \u202e مرحبا {{ 7*7 }}"


def test_hostile_words_break_no_page_and_no_file(made, desk) -> None:
    desk.post(f"{DOSSIER}/texts", data={"title": HOSTILE, "headline": HOSTILE, "asks": HOSTILE})
    desk.post(f"{DOSSIER}/words", data={"heading": HOSTILE, "text": HOSTILE})
    desk.post(f"{DOSSIER}/promises", data={"said": HOSTILE, "status": "busy", "done": HOSTILE})

    page = desk.get(f"{DOSSIER}/view")

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
    for kind in ("pdf", "pptx", "xlsx", "csv", "csv-be"):
        with desk.get(f"{DOSSIER}/{kind}") as file:
            assert file.status_code == 200, kind


def test_empty_words_are_refused_with_what_to_do(made, desk) -> None:
    assert "Schrijf iets, of ga terug." in desk.post(f"{DOSSIER}/words", data={}).text


def test_words_beside_a_chart_are_kept(made, desk) -> None:
    first = part_ids(desk.get(DOSSIER))[0]

    desk.post(f"{DOSSIER}/parts/{first}", data={"heading": "Eerst dit", "text": "Let op."})

    page = desk.get(f"{DOSSIER}/view")
    assert "Eerst dit" in page.text
    assert "Let op." in page.text


def test_freezing_keeps_the_figures_with_date_and_checksum(made, desk, answer) -> None:
    page = desk.post(f"{DOSSIER}/freeze", follow_redirects=True)
    seal = re.search(r'class="seal">([0-9a-f ]+)<', page.text)
    answer(20, "bus")

    copy, live = desk.get(f"{DOSSIER}/view?copy=1").text, desk.get(f"{DOSSIER}/view").text

    assert seal
    assert seal[1] in copy
    assert "Vastgelegd op 20 mei 2026" in copy
    assert "<dd>40</dd>" in copy
    assert "<dd>60</dd>" in live


def test_freezing_twice_without_a_change_is_one_copy(made, desk) -> None:
    desk.post(f"{DOSSIER}/freeze")

    page = desk.post(f"{DOSSIER}/freeze", follow_redirects=True)

    assert page.text.count('class="seal"') == 1


def test_frozen_copy_gives_the_same_bytes_on_another_day(made, desk, village) -> None:
    desk.post(f"{DOSSIER}/freeze")
    files = {}
    for day in (20, 21):
        village.app.config["NOW"] = village.app.config["NOW"].replace(day=day)
        for kind in ("pdf", "pptx", "xlsx", "csv"):
            with desk.get(f"{DOSSIER}/{kind}?copy=1") as file:
                files.setdefault(kind, set()).add(file.data)

    assert {kind: len(bodies) for kind, bodies in files.items()} == dict.fromkeys(files, 1)


@pytest.mark.parametrize("copy", ["2", "x", "-1", "9" * 30])
def test_copy_that_is_not_there_is_not_there(made, desk, copy) -> None:
    assert desk.get(f"{DOSSIER}/view", query_string={"copy": copy}).status_code == 404


def test_everything_a_coach_does_stands_in_the_logbook(made, desk, village) -> None:
    desk.post(f"{DOSSIER}/freeze")
    desk.post(f"{DOSSIER}/public", data={"number": "1"})
    desk.post(f"{DOSSIER}/pin")

    told = [action for action in actions(village) if action.startswith("dossier.")]

    assert told == ["dossier.created", "dossier.frozen", "dossier.public", "dossier.pin"]


def test_every_action_has_its_words_in_the_logbook(made, desk, village) -> None:
    desk.post(f"{DOSSIER}/freeze")

    for action in actions(village):
        if action.startswith("dossier."):
            assert action in village.app.extensions["action_words"]


def test_promise_is_kept_changed_and_taken_back(made, desk) -> None:
    desk.post(f"{DOSSIER}/promises", data={"said": "Brood", "status": "busy", "done": "Bijna."})
    address = re.search(rf"{DOSSIER}/promises/(\d+)", desk.get(DOSSIER).text)
    assert address

    desk.post(address[0], data={"said": "Brood", "status": "done", "done": "Het is er."})
    changed = desk.get(DOSSIER).text
    desk.post(f"{address[0]}/remove")

    assert "Het is er." in changed
    assert "gedaan" in changed
    assert "Het is er." not in desk.get(DOSSIER).text


@pytest.mark.parametrize(
    "sent", [{}, {"said": "", "status": "busy"}, {"said": "Brood", "status": "nonsense"}]
)
def test_promise_without_words_or_with_an_unknown_status_is_asked_again(made, desk, sent) -> None:
    page = desk.post(f"{DOSSIER}/promises", data=sent)

    assert page.status_code == 200
    assert "Kijk dit even na" in page.text


def test_viewer_reads_and_changes_nothing(made, add_person, client_of) -> None:
    viewer = client_of(add_person("viewer", workspace="dorp-k7p2qx", email="kijker@dorp.example"))

    assert viewer.get(DOSSIER).status_code == 200
    assert viewer.get(f"{DOSSIER}/view").status_code == 200
    for address in ("freeze", "public", "pin", "charts", "texts"):
        assert viewer.post(f"{DOSSIER}/{address}").status_code == 403, address
    assert viewer.get(f"{DOSSIER}/quotes").status_code == 403


def test_stranger_finds_nothing(made, add_person, client_of) -> None:
    stranger = client_of(add_person("owner", workspace="gilden", email="x@gilden.example"))

    assert stranger.get(DOSSIER).status_code == 404
    assert stranger.post(f"{DOSSIER}/freeze").status_code == 404


def test_public_page_opens_and_closes_with_the_coach(made, desk, village) -> None:
    anybody = village.app.test_client()
    before = anybody.get(PUBLIC).text
    desk.post(f"{DOSSIER}/freeze")
    desk.post(f"{DOSSIER}/public", data={"number": "1"})
    during = anybody.get(PUBLIC).text
    desk.post(f"{DOSSIER}/public", data={"number": ""})

    assert "Nog even geduld" in before
    assert "Bovenaan: Een bakker" in during
    assert "Nog even geduld" in anybody.get(PUBLIC).text


def test_code_on_the_printed_summary_leads_to_the_village_page(made, desk, tmp_path) -> None:
    with desk.get(f"{DOSSIER}/pdf") as file:
        (tmp_path / "dossier.pdf").write_bytes(file.data)
    pages = ["pdftoppm", "-r", "100", "-png", tmp_path / "dossier.pdf", tmp_path / "page"]
    subprocess.run(pages, check=True)

    found = [
        code.text
        for page in sorted(tmp_path.glob("page*.png"))
        for code in zxingcpp.read_barcodes(Image.open(page))
    ]

    assert [text.lower().rpartition("/p/")[2] for text in found] == ["plus-plek-lafelt"]
