"""What hangs on the wall is read from the last row: every kind, every state, the longest words."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.halls import WALL
from tests.long_words import ACTIVITIES, ITEMS, answered, long_words

pytestmark = pytest.mark.browser
OLD_BEAMER = {"width": 1024, "height": 768}
SIZES = (WALL, OLD_BEAMER)

LOOK = Path(__file__).with_name("wall.js").read_text(encoding="utf-8")

LEAST = 0.04
HALF = 0.36
"""From the middle of a line to where its letters end, of the height of its type."""

MOVES = ("", "open", "close", "reveal", "again", "close", "reveal")


def faults(page: Page) -> list[str]:
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready")
    return [str(fault) for fault in page.evaluate(LOOK, [LEAST, HALF])]


@pytest.mark.parametrize("code", ACTIVITIES)
def test_every_word_of_a_step_is_read_from_the_last_row(open_hall, code) -> None:
    hall = open_hall(long_words(), own=ITEMS)
    asks = code not in {"info", "pause"}
    hall.gathering.go(code)
    walls = [hall.projector(viewport=size) for size in SIZES]
    found = []

    for move in MOVES if asks else MOVES[:1]:
        if move in {"open", "again"}:
            answered(hall.gathering, code, move)
        elif move:
            hall.gathering.press(move)
        for wall in walls:
            wall.reload()
            found += [f"{wall.viewport_size['width']} {move}: {fault}" for fault in faults(wall)]

    assert found == []


@pytest.mark.parametrize("script", ["resident_workshop", "photo_brainstorm"])
def test_lobby_card_and_end_are_read_from_the_last_row(open_hall, script) -> None:
    hall = open_hall(script)
    address = f"{hall.live.url}/projector/{hall.gathering.token}"
    found = []

    for size in SIZES:
        wall = hall.projector(viewport=size)
        found += [f"lobby {size['width']}: {fault}" for fault in faults(wall)]
        high = wall.locator(".way-in .sheet").bounding_box()
        assert high is not None
        assert high["height"] >= 0.3 * size["height"]
        wall.goto(f"{address}/card")
        found += [f"card {size['width']}: {fault}" for fault in faults(wall)]
    hall.gathering.press("end")
    for size in SIZES:
        found += [
            f"end {size['width']}: {fault}" for fault in faults(hall.projector(viewport=size))
        ]

    assert found == []
