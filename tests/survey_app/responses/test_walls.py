"""What hangs on walls is public, leads back to its own survey, and speaks the asked language."""

import io

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from tests.asking import ask, heading_of

NOTICES = ("poster", "flyer", "card", "paper")


def said(body: bytes) -> str:
    return " ".join(
        "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages).split()
    )


@pytest.mark.parametrize("kind", NOTICES)
@pytest.mark.parametrize("code", ["K7P2QX", "k7p2qx"])
def test_paper_is_a_tagged_pdf_with_the_address_in_words(client, asked, kind, code) -> None:
    with client.get(f"/s/{code}/{kind}.pdf") as response:
        body = response.data
    reader = PdfReader(io.BytesIO(body))

    assert response.mimetype == "application/pdf"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert "K7P2QX" in said(body)


@pytest.mark.parametrize(("language", "words"), [("fr", "Scannez"), ("xx", "Scan met uw gsm")])
def test_poster_speaks_the_asked_language_or_dutch(client, asked, language, words) -> None:
    with client.get(f"/s/K7P2QX/poster.pdf?lang={language}") as response:
        assert words in said(response.data)


def test_code_as_a_picture_leads_to_the_survey(client, asked) -> None:
    response = client.get("/s/K7P2QX/qr.png")
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(response.data)))

    assert found.text.endswith("/S/K7P2QX")
    assert response.mimetype == "image/png"


def test_code_as_a_drawing_may_run_nothing(client, asked) -> None:
    response = client.get("/s/K7P2QX/qr.svg")

    assert response.mimetype == "image/svg+xml"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("page", ["poster.pdf", "paper.pdf", "qr.svg", "qr.png", "stand", ""])
def test_unknown_code_offers_to_type_it_again(client, asked, page) -> None:
    response = client.get(f"/s/ZZZZZZ/{page}".rstrip("/"))

    assert response.status_code == 404
    assert heading_of(response) == "Deze pagina bestaat niet"
    assert "De code van de affiche" in response.text


def test_survey_that_was_never_published_has_no_paper(app) -> None:
    ask(app, published=False)

    assert app.test_client().get("/s/K7P2QX/poster.pdf").status_code == 404


def test_stand_counts_today_and_begins_in_each_language(client, asked) -> None:
    page = client.get("/s/K7P2QX/stand").text

    assert "0 antwoorden vandaag" in page
    assert 'href="/s/K7P2QX?mode=assisted&amp;lang=ar"' in page
