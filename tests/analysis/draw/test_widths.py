"""Lines are broken where the printed letters end, never where a table guessed too small."""

from pathlib import Path

import pytest
from font_source_sans_pro import font_directory
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from analysis.draw.widths import CUT, WIDTHS, balanced, broken, cut, widest, width, wrap

WORDS = st.text(st.sampled_from("abcdeèïmW iIl-."), min_size=1, max_size=60)
ROOM = st.floats(40, 400)


@pytest.fixture(scope="module")
def semibold():
    return ImageFont.truetype(Path(font_directory) / "SourceSansPro-Semibold.ttf", 1000)


def test_no_letter_is_wider_than_the_table_says(semibold):
    too_wide = {
        letter: semibold.getlength(letter)
        for letter, said in WIDTHS.items()
        if letter.isprintable() and semibold.getlength(letter) > said
    }

    assert too_wide == {}


def test_a_mark_on_a_letter_takes_no_room():
    assert width("e\u0301", 100) == width("e", 100)


def test_chinese_takes_a_whole_square():
    assert width("中", 100) == 100
    assert width("ق", 100) == 62


@given(WORDS, ROOM)
def test_every_line_fits_and_no_letter_is_lost(text, room):
    lines = broken(text, 16, room)

    assert all(width(line, 16) <= room for line in lines if len(line) > 2)
    assert "".join(lines).replace(" ", "").replace("-", "") == text.replace(" ", "").replace(
        "-", ""
    )


def letters(text):
    return [letter for letter in text if letter not in " -"]


@given(WORDS, ROOM)
def test_what_is_too_long_ends_with_an_ellipsis(text, room):
    lines = wrap(text, 16, room, most=2)

    assert len(lines) <= 2
    assert (len(broken(text, 16, room)) > 2) == (lines[-1].endswith(CUT) and CUT not in text)


def test_one_line_is_cut_only_when_it_must():
    assert cut("Brood", 16, 500) == "Brood"
    assert cut("Brood en gebak", 16, 60) == "Brood…"
    assert cut("Brood", 16, 1) == CUT


def test_a_heading_gets_lines_about_as_long_as_each_other():
    text = "Koffie en digitale hulp staan samen bovenaan in Koninksem"
    greedy, even = wrap(text, 28, 620), balanced(text, 28, 620)

    assert len(even) == len(greedy) == 2
    assert spread(even) < spread(greedy)
    assert balanced("Kort", 28, 620) == ["Kort"]


def spread(lines):
    widths = [width(line, 28) for line in lines]
    return max(widths) - min(widths)


def test_a_heading_that_cannot_be_evened_stays_as_it_was():
    assert balanced("aaaa aaaa", 16, 34) == ["aaaa", "aaaa"]


def test_the_widest_of_none_is_nothing():
    assert widest([], 16) == 0
    assert widest(["a", "aa"], 16) == width("aa", 16)
