"""Every format, found in its registry: whatever people typed breaks none, and none ever changes.

A new format is tried here by being registered; it only has to say how its text is read back.
"""

import csv
import io
import os
import subprocess
import sys
from html import unescape

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from analysis.export import EXPORTS
from tests.analysis.examples import ALL

FORBIDDEN = tuple("\x00\x1b\u202e\u202c\ud800")
"""Signs that end a text, colour a terminal, turn a line around, or are half a letter."""

FORMULA = tuple("=+-@\t\r＝＋－＠")
HOSTILE = sorted(name for name in ALL if "hostile" in name)
AGAIN = """
import hashlib
from analysis.export import EXPORTS
from tests.analysis.examples import ALL
for name, one in sorted(EXPORTS.items()):
    print(name, hashlib.sha256(one.write(ALL["priorities: plain"])).hexdigest())
"""


def of_csv(body, delimiter=","):
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=delimiter))
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(FORMULA) or cell.replace(",", ".")[1:].replace(".", "").isdigit()
    return " ".join(cell for row in rows for cell in row)


def of_svg(body):
    text = body.decode()
    assert "<script" not in text
    assert "<img" not in text
    return unescape(text)


def of_xlsx(body):
    cells = [cell for sheet in load_workbook(io.BytesIO(body)) for row in sheet for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    return " ".join(str(cell.value) for cell in cells)


def of_pptx(body):
    deck = Presentation(io.BytesIO(body))
    frames = [
        shape.text_frame for one in deck.slides for shape in one.shapes if shape.has_text_frame
    ]
    return " ".join(frame.text for frame in frames)


def of_pdf(body):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)


def of_png(body):
    assert body.startswith(b"\x89PNG")
    return ""


READ = {
    "csv": of_csv,
    "csv-be": lambda body: of_csv(body, ";"),
    "svg": of_svg,
    "xlsx": of_xlsx,
    "pptx": of_pptx,
    "pdf": of_pdf,
    "png": of_png,
}


def test_every_format_can_be_read_back_here():
    assert set(READ) == set(EXPORTS)


@pytest.mark.parametrize("chart", HOSTILE)
@pytest.mark.parametrize("name", EXPORTS)
def test_no_word_breaks_a_format(name, chart):
    text = READ[name](EXPORTS[name].write(ALL[chart]))

    assert not [sign for sign in FORBIDDEN if sign in text]


def test_same_chart_is_the_same_file_on_another_day_and_in_another_process():
    """Another order of sets and dicts, another clock: no format may tell when it was made."""
    told = [
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]  # fmt: skip

    assert told[0] == told[1]
    assert len(told[0].splitlines()) == len(EXPORTS)
