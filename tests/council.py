"""A meeting as its people drive it in Chromium: the desk, printed cards, phones, the wall."""

import re
import subprocess
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from tests.browser.test_access import broken
from tests.browsing import Live

UNDER_WAY = 400
"""Milliseconds after which a press has begun to bring another page."""

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


class Council:
    """A meeting as its people drive it: desk pages of the staff, cards, phones, the wall."""

    def __init__(self, live: Live, desk: Page, wall: Page, folder: Path) -> None:
        self.live, self.desk, self.wall, self.folder = live, desk, wall, folder
        self.cards: list[str] = []
        self.faults: list[str] = []

    def look(self, *pages: Page) -> None:
        """Note what axe finds on these pages."""
        for page in pages:
            page.wait_for_timeout(UNDER_WAY)
            page.wait_for_load_state()
            self.faults += broken(page)

    def press(self, words: str) -> None:
        self.desk.get_by_role("button", name=words, exact=False).first.click()

    def space(self, words: str) -> None:
        """Do the step that the space bar does now."""
        self.desk.locator("[data-key=' ']", has_text=words).wait_for()
        self.desk.keyboard.press("Space")
        self.desk.locator("[data-key=' ']", has_text=words).wait_for(state="detached")

    def go(self, words: str) -> None:
        self.desk.get_by_role("link", name=words, exact=False).first.click()

    def posted(self, path_end: str, **more: str) -> bytes:
        """What a form of the page answers in a tab of its own, such as a PDF."""
        form = self.desk.locator(f"form[action$='{path_end}']").first
        address = form.get_attribute("action") or ""
        token = form.locator("input[name=csrf_token]").get_attribute("value") or ""
        answer = self.desk.request.post(
            f"{self.live.url}{address}", form={"csrf_token": token, **more}
        )
        assert answer.status == 200
        return answer.body()

    def scanned(self, pdf: bytes) -> list[str]:
        """Every code on a printed page, read from top to bottom as a phone would."""
        (self.folder / "printed.pdf").write_bytes(pdf)
        for old in self.folder.glob("printed-*.png"):
            old.unlink()
        subprocess.run(
            ["pdftoppm", "-r", "130", "-png", "printed.pdf", "printed"], cwd=self.folder, check=True
        )
        found: list[str] = []
        for file in sorted(self.folder.glob("printed-*.png")):
            codes = zxingcpp.read_barcodes(Image.open(file))
            places = ((code.position.top_left, code.text) for code in codes)
            spots = sorted((place.y // 60, place.x, text) for place, text in places)
            found += [text for _y, _x, text in spots]
        return found

    def vote(self, member: int, option: str) -> None:
        """Choose and confirm without a browser: the same forms, posted as a script would."""
        address = self.cards[member]
        page = self.desk.request.get(address).text()
        card = re.search(rf'value="(\w+)">Kies deze<span class="unseen">: {option}<', page)
        motion = re.search(r'name="motion" value="(\d+)"', page)
        assert card
        assert motion
        shown = self.desk.request.post(
            address, form={"motion": motion[1], "choice": card[1]}
        ).text()
        held = dict(HIDDEN.findall(shown))
        done = self.desk.request.post(address, form={**held, "go": "confirm"})
        assert "Uw stem is binnen" in done.text()

    def no_choice_is_told(self) -> None:
        """Every page that somebody may open now, and the stream's snapshot, tell no count."""
        wall = self.wall.url
        for address in (wall, f"{wall}/now", *self.cards[:2]):
            text = self.desk.request.get(address).text()
            assert not re.search(r"(plus-plek|Kandidaat [AB])\W{0,40}\b\d+\b", text), address
