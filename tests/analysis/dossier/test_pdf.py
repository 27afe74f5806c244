"""The printed dossier: tagged, whole, and broken by no text."""

import io
import logging

import pytest
from pypdf import PdfReader

from analysis.cautions import general
from analysis.dossier.pdf import pdf
from tests.analysis.dossier.samples import DAY, PLAIN, SAMPLES, SEAL


def read(name, **marks):
    return PdfReader(io.BytesIO(pdf(SAMPLES[name], **marks)))


def tags(reader):
    """Every structure element as (kind, alternative text)."""
    stack = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        node = stack.pop().get_object()
        if not hasattr(node, "get"):
            continue
        if "/S" in node:
            yield str(node["/S"]), str(node.get("/Alt", ""))
        below = node.get("/K", [])
        stack += [
            one for one in (below if isinstance(below, list) else [below])
            if hasattr(one.get_object(), "get")
        ]  # fmt: skip


def text_of(reader):
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_dossier_is_accessible_whatever_stands_in_it(name, caplog):
    with caplog.at_level(logging.WARNING):
        reader = read(name)

    assert caplog.records == []
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()
    assert reader.trailer["/Root"]["/Lang"] == "nl"


def test_front_page_says_who_answered_and_the_next_what_it_comes_down_to():
    pages = [" ".join(page.extract_text().split()) for page in read("plain").pages]

    assert "Wie antwoordde" in pages[0]
    assert "155" in pages[0]
    assert "te weinig om te tonen" in pages[0]
    summary = next(page for page in pages if "Samenvatting" in page)
    for words in ("Wat is zeker", "Wat is niet zeker", "Dit vragen we u te beslissen", "haalbaar"):
        assert words in summary


def test_every_chart_has_its_alternative_text_and_its_table():
    found = list(tags(read("plain")))

    assert [alt for kind, alt in found if kind == "/Figure" and alt] != []
    assert {chart.alt for chart in PLAIN.charts()} <= {alt for kind, alt in found}
    assert len([kind for kind, _alt in found if kind == "/Table"]) >= len(PLAIN.charts())


def test_live_dossier_says_that_it_moves_and_a_frozen_one_its_checksum():
    live, frozen = text_of(read("plain")), text_of(read("plain", seal=SEAL, frozen_on=DAY))

    assert "volgt de antwoorden nog" in live
    assert "Vastgelegd op 01/06/2026" in frozen
    assert "3f2a 91bc 07de 5512" in frozen


def test_same_dossier_gives_the_same_bytes():
    assert pdf(PLAIN, seal=SEAL, frozen_on=DAY) == pdf(PLAIN, seal=SEAL, frozen_on=DAY)


def test_words_quotes_and_promises_are_all_there():
    text = text_of(read("plain"))

    for words in ("Vast of mobiel?", "Een bank en koffie.", "U zei, wij deden", "Hij is er."):
        assert words in text


@pytest.mark.parametrize("name", SAMPLES)
def test_every_dossier_ends_with_what_holds_for_every_figure(name):
    last = " ".join(read(name).pages[-1].extract_text().split()).replace("\u00a0", " ")

    for line in general():
        assert line.replace("\u00a0", " ") in last
