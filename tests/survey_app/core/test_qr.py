import io
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from survey_app.core import qr
from survey_app.core.qr import Level

SHORT = "https://dorpsstem.be/s/K7P2QX"
HALL = "http://192.168.1.5:8000/s/K7P2QX"
SVG = "{http://www.w3.org/2000/svg}"


def read(picture: Image.Image) -> str:
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    return found.text


def drawn(svg: str, pixels: int = 6) -> Image.Image:
    """Draw the path of one of our own SVGs: rectangles one module high."""
    root = ET.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    picture = Image.new("L", (side * pixels, side * pixels), 255)
    brush = ImageDraw.Draw(picture)
    dark = root.findall(f"{SVG}path")[-1].attrib["d"]
    for run in dark.split("M")[1:]:
        x, rest = run.split(" ")
        y, length = rest.split("v")[0].split("h")
        left, top, right = int(x), int(y), int(x) + int(length)
        brush.rectangle(
            (left * pixels, top * pixels, right * pixels - 1, (top + 1) * pixels - 1), fill=0
        )
    return picture


@pytest.mark.parametrize("url", [SHORT, HALL, "http://localhost:8000/j/ABCDEF"])
@pytest.mark.parametrize("level", list(Level))
def test_svg_and_png_are_read_back_as_the_address_in_capitals(url, level):
    svg = qr.svg(url, "QR-code", level=level)
    png = qr.png(url, scale=4, level=level)

    assert read(drawn(svg)) == url.upper()
    assert read(Image.open(io.BytesIO(png))) == url.upper()


def test_capitals_keep_a_short_address_in_the_smallest_usual_code():
    assert len(qr.matrix(SHORT, Level.PRINT)) == 25
    assert len(qr.matrix(SHORT + "?a=b", Level.PRINT)) > 25


@pytest.mark.parametrize(
    "url",
    [
        "https://dorp.be/s/K7P2QX?lang=fr",
        "https://dorp.be/s/K7P2QX#a",
        "https://Jan@dorp.be/s/K7P2QX",
        "https://dorp.be/café",
        "https://dorp.be/~jan",
    ],
)
def test_an_address_that_capitals_would_change_stays_as_it_is(url):
    assert qr.payload(url) == url
    assert read(drawn(qr.svg(url, "x"))) == url


@given(st.text(alphabet="ABCDEFGHJKMNPQRSTUVWXYZ23456789", min_size=4, max_size=12))
def test_every_code_is_read_back(code):
    url = f"https://dorpsstem.be/s/{code}"

    assert read(drawn(qr.svg(url, "x"))) == url.upper()


def test_the_svg_has_a_name_a_quiet_zone_and_no_style():
    svg = qr.svg(SHORT, 'Naar <dorp> & "meer"\x00')
    root = ET.fromstring(svg)

    assert root.attrib["viewBox"] == "0 0 33 33"
    assert root.attrib["role"] == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == 'Naar <dorp> & "meer"'
    assert "style" not in svg
    assert len(svg) < 3000


def test_the_bare_svg_is_the_same_code_without_white():
    picture = Image.new("L", (33 * 6, 33 * 6), 255)

    picture.paste(drawn(qr.bare_svg(SHORT)), (24, 24))

    assert read(picture) == SHORT.upper()


def test_the_png_has_one_bit_a_pixel_and_four_white_modules_around():
    picture = Image.open(io.BytesIO(qr.png(SHORT, scale=10)))

    assert picture.mode == "1"
    assert picture.size == (330, 330)
    assert picture.crop((0, 0, 330, 40)).getextrema() == (255, 255)
    assert picture.crop((0, 0, 40, 330)).getextrema() == (255, 255)
    assert picture.getpixel((40, 40)) == 0
