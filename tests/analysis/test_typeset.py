import io
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from analysis import typeset

TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set text(font: "Source Sans Pro", lang: data.lang)
= #data.title
#data.text
"""


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "letter.typ"
    path.write_text(TEMPLATE, encoding="utf-8")
    return path


def letter(template, text, title="Een brief"):
    made = typeset.pdf(template, {"title": title, "text": text, "lang": "nl"})
    return PdfReader(io.BytesIO(made))


def test_a_pdf_is_tagged_and_says_its_title_and_language(template):
    reader = letter(template, "Dag buur")

    assert reader.metadata.title == "Een brief"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()
    assert reader.pages[0].extract_text() == "Een brief\nDag buur"


def test_the_same_data_gives_the_same_bytes(template):
    data = {"title": "A", "text": "Élan 😀", "lang": "fr"}

    assert typeset.pdf(template, data) == typeset.pdf(template, data)


def test_only_our_fonts_are_used(template):
    reader = letter(template, "Dag")
    fonts = reader.pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}

    assert all("SourceSansPro" in name for name in names)


def test_what_people_typed_is_never_markup(template):
    text = '#read("/etc/passwd") *vet* = kop $x$ #panic("!")'

    assert letter(template, text).pages[0].extract_text().endswith(text)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Bakker 😀", "Bakker ▯"),
        ("👨‍👩‍👧 thuis", "▯ thuis"),
        ("❤️", "❤️"),
        ("中文", "▯▯"),
        ("a\x00b\x07c\ufeff", "abc"),
        ("\u202egninraw", "gninraw"),
        ("Šárka, Łódź, Ærø, œuf, € 5 – “ja”", "Šárka, Łódź, Ærø, œuf, € 5 – “ja”"),
        ("Ελλάδα Київ العربية", "Ελλάδα Київ العربية"),
        ("\ud800", ""),
    ],
)
def test_what_no_font_can_draw_becomes_a_sign(typed, drawn):
    assert typeset.drawable_text(typed) == drawn


@given(st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_a_file(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.typ"
    path.write_text(TEMPLATE, encoding="utf-8")

    made = typeset.pdf(path, {"title": "x", "text": text, "lang": "nl"})

    assert made.startswith(b"%PDF")


def test_what_the_accessible_standard_refuses_is_set_without_it_and_logged(tmp_path, caplog):
    path = tmp_path / "no_alt.typ"
    path.write_text('#set document(title: "x")\n#rect()\n=== Te diep\n', encoding="utf-8")

    with caplog.at_level(logging.WARNING):
        made = typeset.pdf(path, {})

    assert made.startswith(b"%PDF")
    assert "no_alt.typ was set without ua-1" in caplog.text


def test_numbers_and_lists_stay_what_they_are():
    data = {"n": 3, "list": ("a", 2.5, None, True), "deep": {"x": ["😀"]}}

    assert typeset.drawable(data) == {
        "n": 3,
        "list": ["a", 2.5, None, True],
        "deep": {"x": ["▯"]},
    }


@pytest.mark.parametrize(
    ("tag", "language"),
    [("nl-x-easy", "nl"), ("fr", "fr"), ("ar-MA", "ar"), ("?", "nl"), ("", "nl")],
)
def test_a_language_tag_as_a_pdf_names_it(tag, language):
    assert typeset.text_language(tag) == language


def test_a_picture_of_two_pages_is_refused():
    with pytest.raises(TypeError, match="2 pictures"):
        typeset.png(b"een #pagebreak() twee", {})
