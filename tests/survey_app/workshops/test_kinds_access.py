"""No screen of any kind of activity breaks a rule of accessibility, in any of its states."""

import pytest

from tests.browser.test_access import broken
from tests.gathering import plan
from tests.survey_app.activities.kinds import EXAMPLES
from tests.survey_app.conftest import PASSWORD
from tests.survey_app.workshops.steps import every_kind, forms, judge, opened

pytestmark = pytest.mark.browser
WALL, DESK = {"width": 1920, "height": 1080}, {"width": 1440, "height": 900}
HALVES = (sorted(EXAMPLES)[::2], sorted(EXAMPLES)[1::2])


@pytest.fixture
def screens(web, owner, actor, serve, visit):
    """A gathering of every kind, with a phone, a wall and a control in a browser."""
    hall = plan(web, every_kind(), actor=actor)
    live = serve(web)
    phone = visit(bypass_csp=True)
    phone.goto(f"{live.url}/j/{hall.code}")
    phone.locator("main form button").last.click()
    wall, desk = (visit(viewport=size, bypass_csp=True) for size in (WALL, DESK))
    desk.goto(f"{live.url}/desk/gilden/workshops/{hall.id}/control")
    desk.locator("[name=email]").fill(owner.email)
    desk.locator("[name=password]").fill(PASSWORD)
    desk.locator("main form button").click()
    desk.wait_for_url("**/control")
    return hall, {
        f"{live.url}/j/{hall.code}": phone,
        f"{live.url}/projector/{hall.token}": wall,
        f"{live.url}/desk/gilden/workshops/{hall.id}/control": desk,
    }


@pytest.mark.parametrize("kinds", HALVES, ids=["first", "second"])
def test_no_screen_breaks_a_rule_while_open_and_once_shown(screens, kinds) -> None:
    hall, pages = screens
    found: list[str] = []

    for kind in kinds:
        if forms(kind):
            opened(hall, kind, people=6)
            judge(hall, "show")
        else:
            hall.go(f"step_{kind}")
        for moves in ((), ("close", "reveal") if forms(kind) else ()):
            for move in moves:
                hall.press(move)
            for address, page in pages.items():
                page.goto(address)
                found += [f"{kind} {moves}: {line}" for line in broken(page)]

    assert not found, "\n".join(found)


def test_dots_that_are_left_are_counted_on_the_phone(screens) -> None:
    hall, pages = screens
    opened(hall, "ideas", people=2)
    judge(hall, "show")
    address, phone = next(iter(pages.items()))
    phone.goto(address)
    circles = phone.locator(".circles input")

    for place in range(3):
        circles.nth(place).check()

    assert phone.locator(".pot").inner_text() == "Al uw stippen zijn gegeven"
    assert circles.nth(5).is_disabled()
    circles.nth(0).uncheck()
    assert phone.locator(".pot").inner_text() == "Nog 1 stip"
    assert circles.nth(5).is_enabled()
