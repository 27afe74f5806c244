import gettext
import io
import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter
from pypdf import PdfReader

from survey_app.core import qr
from survey_app.responses.printing.notice import (
    Lines,
    PosterSpec,
    card_pdf,
    flyer_pdf,
    poster_pdf,
    title_parts,
)
from survey_app.responses.printing.scene import SCENES, skyline
from survey_app.responses.printing.words import NoticeFacts, address_of, poster_spec

URL = "https://dorpsstem.be/s/K7P2QX"
HALL = "http://192.168.100.105:8000/s/K7P2QX"
DUTCH = gettext.NullTranslations()
FACTS = NoticeFacts(
    url=URL,
    title="Wat mist u in Lafelt?",
    village="Lafelt",
    questions=8,
    seconds=130,
    organiser="Gemeente Riemst",
    languages=("nl", "nl-x-easy", "fr", "de", "en", "ar"),
    closes_on=date(2027, 6, 13),
    delete_on=date(2027, 12, 31),
    stand_on=date(2027, 6, 1),
    stand_hours="15 tot 16.30 uur",
    stand_place="aan de schoolpoort",
)
SPEC = poster_spec(FACTS, language="nl", say=DUTCH)
PRINTS = {"poster": poster_pdf, "flyer": flyer_pdf, "card": card_pdf}
SHEETS = {"poster": (210, 297), "flyer": (148.5, 210), "card": (210, 297)}

FULL_HD_AT_TWO_METRES = 0.70
"""Pixels a millimetre: 1,920 over the 2.75 m that a phone's main camera (69 degrees) sees there."""


def picture(pdf: bytes, folder, dpi: int = 150) -> Image.Image:
    path = folder / "printed.pdf"
    path.write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-gray", "-png", "-singlefile", path, folder / "printed"],
        check=True,
    )
    with Image.open(folder / "printed.png") as opened:
        return opened.convert("L")


def read(image: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(image)}


def from_afar(image: Image.Image, pixels_per_mm: float, dpi: int = 150) -> Image.Image:
    """What a camera sees: fewer pixels, a shaking hand, not quite straight."""
    factor = pixels_per_mm * 25.4 / dpi
    turned = image.rotate(5, expand=True, fillcolor=210, resample=Image.Resampling.BICUBIC)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.6 / factor))
    size = (round(turned.width * factor), round(turned.height * factor))
    return blurred.resize(size, Image.Resampling.BOX)


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in reader(pdf).pages)


def alternatives(pdf: bytes) -> list[str]:
    """The alternative texts in the tag tree, in reading order."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            if "/K" in node:
                walk(node["/K"])

    walk(reader(pdf).trailer["/Root"]["/StructTreeRoot"])
    return found


def ink_in_margin(image: Image.Image, millimetres: float, width: float) -> bool:
    """Is anything printed within so many millimetres of the sheet's edge?"""
    edge = round(millimetres * image.width / width)
    inner = image.copy()
    inner.paste(255, (edge, edge, image.width - edge, image.height - edge))
    return inner.getextrema() != (255, 255)


@pytest.mark.parametrize("name", PRINTS)
@pytest.mark.parametrize("url", [URL, HALL])
def test_the_code_on_paper_leads_to_the_survey(name, url, tmp_path):
    made = PRINTS[name](replace(SPEC, url=url))

    assert read(picture(made, tmp_path)) == {url.upper()}


@pytest.mark.parametrize("url", [URL, HALL, "https://dorpsstem.provincielimburg.be/s/K7P2QX"])
@pytest.mark.parametrize("scene", SCENES)
def test_the_poster_is_read_from_two_metres(url, scene, tmp_path):
    image = picture(poster_pdf(replace(SPEC, url=url, scene=scene)), tmp_path)

    assert read(from_afar(image, FULL_HD_AT_TWO_METRES)) == {url.upper()}


def test_the_posters_modules_are_three_millimetres_or_more(tmp_path):
    image = picture(poster_pdf(replace(SPEC, url=HALL)), tmp_path)
    (found,) = zxingcpp.read_barcodes(image)
    modules = len(qr.matrix(HALL, qr.Level.PRINT))

    side = (found.position.top_right.x - found.position.top_left.x) * 25.4 / 150

    assert side >= 70
    assert side / modules >= 3


@pytest.mark.parametrize("name", PRINTS)
def test_a_notice_is_one_sheet_that_a_screen_reader_can_read(name):
    made = PRINTS[name](SPEC)
    opened = reader(made)
    (page,) = opened.pages
    width, height = (round(float(length) / 72 * 25.4, 1) for length in page.mediabox[2:])

    assert (width, height) == pytest.approx(SHEETS[name], abs=0.3)
    assert opened.metadata.title == "Wat mist u in Lafelt?"
    assert opened.trailer["/Root"]["/Lang"] == "nl"
    assert "pdfuaid" in opened.xmp_metadata.stream.get_data().decode()
    assert alternatives(made) == ["QR-code naar dorpsstem.be/s/K7P2QX"]


@pytest.mark.parametrize("name", PRINTS)
def test_the_same_notice_is_the_same_file(name):
    there_and_back = PosterSpec.from_json(json.loads(json.dumps(SPEC.to_json())))

    assert there_and_back == SPEC
    assert PRINTS[name](there_and_back) == PRINTS[name](SPEC)


def test_the_poster_says_everything_somebody_must_know():
    text = text_of(poster_pdf(SPEC))

    for said in (
        "Denk mee over uw dorp",
        "Zeg het ons in 2 minuten.",
        "Tot 13 juni 2027",
        "Vul 8 vragen in",
        "U geeft geen naam.",
        "Of typ: dorpsstem.be/s/K7P2QX",
        "Dinsdag 1 juni",
        "aan de schoolpoort",
        "Geen gsm? Kom langs.",
        "Gemeente Riemst",
        "En français. Auf Deutsch. In English.",
        "31 december 2027",
    ):
        assert said in text


@pytest.mark.parametrize("name", PRINTS)
def test_nothing_is_printed_where_an_office_printer_cannot(name, tmp_path):
    image = picture(PRINTS[name](SPEC), tmp_path, dpi=60)

    assert not ink_in_margin(image, 5, SHEETS[name][0])


HOSTILE = PosterSpec(
    url="https://een-heel-lange-naam-van-een-gemeente.provincielimburg.be/s/K7P2QX",
    address="a" * 300,
    language="nl' //",
    title="Ω" * 80 + "x" * 300,
    village="Ω" * 80,
    kicker="k" * 300,
    subtitle="😀" * 300,
    until="\x00\u202e" + "u" * 300,
    steps=(Lines("s" * 200, ("t " * 200, "u" * 200, "v")),) * 7,
    type_it="#panic()",
    qr_alt="中" * 400,
    when=Lines("W" * 300, ("W" * 300,) * 9),
    without_phone=Lines("n " * 300, ("n " * 300,) * 9),
    organiser="Ñ" * 400,
    languages=(),
    deletion="d " * 400,
    scene="../../wsgi.py",
)


@pytest.mark.parametrize("name", PRINTS)
def test_texts_that_are_far_too_long_stay_on_one_sheet(name, tmp_path):
    made = PRINTS[name](HOSTILE)
    image = picture(made, tmp_path)

    assert len(reader(made).pages) == 1
    assert read(image) == {HOSTILE.url.upper()}
    assert not ink_in_margin(image, 4, SHEETS[name][0])


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=60))
@settings(max_examples=25, deadline=None)
def test_no_words_break_the_poster(title, village, line):
    spec = replace(SPEC, title=title, village=village, kicker=line, when=Lines(line, (line, title)))

    assert len(reader(poster_pdf(spec)).pages) == 1


@pytest.mark.parametrize(
    ("title", "village", "parts"),
    [
        ("Wat mist u in Lafelt?", "Lafelt", ("Wat mist u ", "in ", "Lafelt?", "")),
        ("Lafelt, wat mist u?", "Lafelt", ("", "", "Lafelt,", " wat mist u?")),
        ("Wat mist u?", "Lafelt", ("Wat mist u?", "", "", "")),
        ("Wat mist u?", "", ("Wat mist u?", "", "", "")),
    ],
)
def test_the_marker_pen_goes_over_the_village(title, village, parts):
    assert tuple(title_parts(title, village).values()) == parts


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en", "nl-x-easy", "ar"])
def test_a_notice_is_written_in_any_language(language):
    spec = poster_spec(FACTS, language=language, say=DUTCH)
    opened = reader(poster_pdf(spec))

    assert opened.trailer["/Root"]["/Lang"] == language.split("-")[0]
    assert language not in {spoken.language for spoken in spec.languages}
    assert len(spec.languages) == 5


def test_days_are_written_as_the_language_writes_them():
    days = {
        language: poster_spec(FACTS, language=language, say=DUTCH).when.title
        for language in ("nl", "fr", "de", "en")
    }

    assert days == {
        "nl": "Dinsdag 1 juni",
        "fr": "Mardi 1 juin",
        "de": "Dienstag 1 Juni",
        "en": "Tuesday, June 1",
    }


def test_what_a_survey_does_not_know_is_left_out():
    bare = NoticeFacts(
        url=URL, title="Hoe gaat het?", village="", questions=1, seconds=10, organiser=""
    )
    spec = poster_spec(bare, language="nl", say=DUTCH)

    assert spec.until == spec.deletion == spec.when.title == ""
    assert spec.subtitle == "Zeg het ons in 1 minuut."
    assert spec.steps[1].title == "Vul 1 vraag in"
    assert spec.without_phone == Lines("Geen gsm?", ("Vraag de vragen op papier.",))
    assert len(reader(poster_pdf(spec)).pages) == 1


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (URL, "dorpsstem.be/s/K7P2QX"),
        (HALL, "192.168.100.105:8000/s/K7P2QX"),
        ("https://dorp.be/", "dorp.be"),
    ],
)
def test_an_address_as_people_type_it(url, address):
    assert address_of(url) == address


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_stands_on_the_ground_under_one_sun(scene):
    drawn = skyline(SCENES[scene].split())

    assert drawn.count("#F4B62C") == 1
    assert "currentColor" not in drawn
    assert "style" not in drawn
