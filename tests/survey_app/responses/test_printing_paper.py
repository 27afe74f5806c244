import io
import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire
from survey_app.core.jobs import KINDS
from survey_app.responses.printing import files, paper
from survey_app.responses.printing.paper import PaperSpec, paper_pdf
from tests.papers import LANGUAGES, URL, items_of, multiple, pages_of, questionnaire, spec


@pytest.mark.parametrize("kind", sorted(Item.types))
def test_every_type_of_question_has_a_form_on_paper(kind):
    for item in items_of(kind):
        data = paper.sheet(spec(item))

        assert data["sections"][0]["items"][0]["look"] == item.widget


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(Item.types))
def test_the_words_on_paper_are_the_words_on_the_phone(kind, language):
    items = items_of(kind)
    text = " ".join(pages_of(paper_pdf(spec(*items, language=language))))

    for item in items:
        assert item.text.wording(language).text in text
        parts = [p for name in ("options", "rows", "points") for p in getattr(item, name, ())]
        for part in parts:
            for word in part.text.wording(language).text.split():
                assert word in text
        if item.dont_know:
            assert "Weet ik niet" in text


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en", "nl-x-easy", "ar"])
def test_a_paper_can_be_read_aloud(language):
    items = [item for kind in sorted(Item.types) for item in items_of(kind)]
    made = paper_pdf(spec(*items, language=language))
    reader = PdfReader(io.BytesIO(made))

    assert reader.metadata.title == "Wat mist u in Lafelt?"
    assert reader.trailer["/Root"]["/Lang"] == language.split("-")[0]
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()
    assert "QR-code naar dorpsstem.be/s/K7P2QX" in alternatives(reader)


def alternatives(reader: PdfReader) -> set[str]:
    found = set()

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            found.add(str(node.get("/Alt", "")))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def test_the_code_in_the_head_leads_to_the_same_questions_online(tmp_path):
    (tmp_path / "p.pdf").write_bytes(paper_pdf(spec(*items_of("choice"))))
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            "150",
            "-gray",
            "-png",
            "-singlefile",
            tmp_path / "p.pdf",
            tmp_path / "p",
        ],
        check=True,
    )

    with Image.open(tmp_path / "p.png") as image:
        (found,) = zxingcpp.read_barcodes(image.convert("L"))

    assert found.text == URL.upper()


def test_numbers_are_those_of_the_phone_and_information_has_none():
    info, choice, text = items_of("info")[0], items_of("choice")[0], items_of("text")[0]
    data = paper.sheet(spec(info, choice, text))

    assert [item["number"] for item in data["sections"][0]["items"]] == [None, 1, 2]


def test_every_page_says_which_sheet_it_is_and_where_it_goes():
    items = [multiple(f"q{n}", *"abcdefgh", text=f"Vraag {n}?") for n in range(12)]
    made = paper_pdf(
        spec(*items, serial="0147", hand_in="In de groene bus.", delete_on=date(2027, 12, 31))
    )
    pages = pages_of(made)

    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert f"Bladzijde {number} van {len(pages)}" in text
        assert "Code K7P2QX · Blad 0147" in text
        assert "In de groene bus." in text
        assert "Op 31 december 2027 wissen we alle antwoorden." in text
        assert "Wat mist u in Lafelt?" in text


def test_a_question_is_never_parted_from_its_answers():
    items = [
        multiple(f"q{n}", *(f"keuze {n} {place}" for place in range(9)), text=f"Vraag nr {n}?")
        for n in range(15)
    ]
    pages = pages_of(paper_pdf(spec(*items)))

    for n in range(15):
        (page,) = [text for text in pages if f"Vraag nr {n}?" in text]
        assert all(f"keuze {n} {place}" in page for place in range(9))


def test_a_list_longer_than_a_page_goes_on_overleaf_without_losing_an_answer():
    labels = [f"Een lange keuze met nummer {n} die de hele breedte vult en meer" for n in range(60)]
    pages = pages_of(paper_pdf(spec(multiple("long", *labels))))

    assert len(pages) >= 2
    assert "keuze met nummer 0" in pages[0]
    assert all(label in " ".join(pages) for label in labels)


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({}, "Kies één of meer antwoorden."),
        ({"max": 1}, "Kies één antwoord."),
        ({"max": 2}, "Kies hoogstens 2 antwoorden."),
        ({"min": 2}, "Kies minstens 2 antwoorden."),
    ],
)
def test_how_many_one_may_cross_is_said(extra, told):
    assert told in pages_of(paper_pdf(spec(multiple("q1", "a", "b", "c", **extra))))[0]


def test_something_else_has_a_line_to_write_on_and_keeps_its_place():
    item = multiple("q1", "a", "b")
    options = [
        {"code": "bread", "text": "Brood"},
        {"code": "else", "text": "Iets anders", "other": True},
        {"code": "none", "text": "Niets", "exclusive": True},
    ]
    item = parse_item(item.to_json() | {"options": options})
    (page,) = pages_of(paper_pdf(spec(item)))

    assert page.index("Brood") < page.index("Iets anders") < page.index("Niets")


def test_the_same_paper_is_the_same_file():
    first = spec(*items_of("matrix"), serial="1", delete_on=date(2027, 1, 1))
    there_and_back = PaperSpec.from_json(json.loads(json.dumps(first.to_json())))

    assert there_and_back == first
    assert paper_pdf(there_and_back) == paper_pdf(first)


def test_the_worker_knows_how_to_make_it():
    first = spec(*items_of("choice"))

    assert KINDS["paper"].make is files.paper_questionnaire
    assert files.paper_questionnaire(first.to_json()) == paper_pdf(first)
    assert {"poster", "flyer", "card", "paper"} <= set(KINDS)


def test_a_section_has_its_heading_above_its_questions():
    asked = Questionnaire.model_validate(
        {
            "title": "Titel",
            "intro": "Welkom.",
            "next_steps": "U hoort van ons.",
            "sections": [
                {"code": "first", "items": items_of("choice")[:1]},
                {"code": "second", "title": "Uw straat", "items": items_of("text")[:1]},
                {"code": "third", "items": items_of("date")[:1]},
            ],
        }
    )
    text = " ".join(pages_of(paper_pdf(replace(spec(), questionnaire=asked))))

    assert text.index("Welkom.") < text.index("Uw straat") < text.index("Hoe heet uw straat?")
    assert "Klaar? Bedankt! U hoort van ons." in text


@pytest.mark.parametrize("name", ["bakker", "gezicht-1", "weetniet"])
def test_pictograms_are_drawn_in_ink(name):
    assert "currentColor" not in paper.pictogram(name)


@given(st.text(min_size=1, max_size=80).filter(str.strip), st.text(max_size=20))
@settings(max_examples=25, deadline=None)
def test_no_words_break_the_paper(words, serial):
    item = multiple("q1", words, words + "x", text=words, hint=words)
    asked = questionnaire(item, title=words)

    made = paper_pdf(replace(spec(serial=serial, hand_in=words), questionnaire=asked))

    assert made.startswith(b"%PDF")


def test_texts_that_are_far_too_long_stay_on_the_sheet(tmp_path):
    monster = "W" * 1900
    long = "lang woord " * 180
    items = [
        multiple("q1", monster, "b", "c", "d", text=long, hint=monster),
        parse_item(
            {
                "type": "matrix",
                "code": "m1",
                "text": monster,
                "points": [
                    {"code": n, "text": "Onoverkomelijkheidswaarschijnlijkheid"}
                    for n in range(1, 8)
                ],
                "rows": [{"code": "row", "text": long}],
            }
        ),
    ]
    asked = questionnaire(*items, title=monster)
    extreme = spec(serial="9" * 99, hand_in=monster, delete_on=date(2027, 1, 1))
    (tmp_path / "p.pdf").write_bytes(paper_pdf(replace(extreme, questionnaire=asked)))

    subprocess.run(
        ["pdftoppm", "-r", "40", "-gray", "-png", tmp_path / "p.pdf", tmp_path / "p"], check=True
    )

    for page in tmp_path.glob("p-*.png"):
        with Image.open(page) as opened:
            image = opened.convert("L")
        edge = round(6 * image.width / 210)
        image.paste(255, (edge, edge, image.width - edge, image.height - edge))
        assert image.getextrema() == (255, 255)
