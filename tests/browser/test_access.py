"""No rule of WCAG 2.2 AA is broken, for any type, state, language, with and without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from werkzeug.test import TestResponse

from tests.asking import post, send
from tests.questions import EVERY_ANSWER, EVERY_TYPE

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"region": {"enabled": True}},
}
SOURCE = Axe()
WRONG = [
    ("missing", "unknown"), ("feeling", "99"), ("shop", "99"), ("outside", "moon"),
    ("first.bench", "1"), ("first.play", "1"), ("share.bench", "3"), ("important.bread", "77"),
    ("age", "999"), ("picture", "moon"), ("visit", "31/2/2026"),
]  # fmt: skip


def broken(page) -> list[str]:
    """What axe finds on the page as it stands when its styles and scripts are there."""
    page.wait_for_load_state()
    results = SOURCE.run(page, options=RULES).response["violations"]
    return [
        f"{page.locator('h1:visible').first.inner_text()[:30]}: {rule['id']}: {node['html'][:160]}"
        for rule in results
        for node in rule["nodes"]
    ]


LANGUAGES = ["nl", "ar"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_and_the_end_with_scripts(resident, language) -> None:
    somebody = resident(bypass_csp=True).open(f"?lang={language}")
    found: list[str] = []

    for _heading in somebody.walk():
        found += broken(somebody.page)
    somebody.next()
    somebody.receipt()
    found += broken(somebody.page)

    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_with_scripts(resident, language) -> None:
    somebody = resident(bypass_csp=True).open(f"?lang={language}")
    found: list[str] = []
    for code, words in (("age", "999"), ("visit", "31/2/2026")):
        field = somebody.page.locator(f"#f-{code}")
        for _ in range(len(EVERY_TYPE)):
            if field.is_visible():
                break
            somebody.next()
        field.fill(words)
        somebody.next()
        found += broken(somebody.page)
        field.fill("")
        somebody.next()

    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_as_the_server_writes_it(asked, resident, language) -> None:
    """Without scripts axe cannot run, so the very same pages are read with scripts of ours off."""
    somebody = resident(bypass_csp=True)
    somebody.page.route(
        "**/js/*.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    client = asked.app.test_client()
    found: list[str] = []

    pages = dict(server_pages(client, asked, language))

    def show(route) -> None:
        body = pages[route.request.url.rpartition("/")[2]]
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    somebody.page.route("**/looked-at/*", show)
    for name in pages:
        somebody.page.goto(f"{somebody.live.url}/looked-at/{name}")
        found += [f"{name}: {line}" for line in broken(somebody.page)]

    assert not found


def server_pages(client, asked, language):
    """Every question empty and wrong, the summary, the thanks, the closed door, the other pages."""

    def sent(answers, go: str, at: str = "") -> TestResponse:
        form = asked.form(answers, go=go, at=at, lang=language)
        return post(client, form, code=asked.code)

    for item in EVERY_TYPE:
        code = item["code"]
        yield f"{code}-empty", sent([("outside", "never")], f"to:{code}").text
        wrong = [pair for pair in WRONG if pair[0].split(".")[0] == code]
        if wrong:
            answer = sent(wrong, "next", code)
            assert answer.status_code == 422, code
            yield f"{code}-wrong", answer.text
    yield "check", sent(EVERY_ANSWER, "next", "almost").text
    thanks = send(client, asked, EVERY_ANSWER, lang=language)
    receipt = re.search(r'name="receipt" content="(\w+)"', thanks.text)
    assert receipt
    yield "done", thanks.text
    yield "stand", client.get(f"/s/{asked.code}/stand?lang={language}").text
    yield "contact", client.get(f"/s/{asked.code}/contact?lang={language}").text
    yield "contact-wrong", client.post(f"/s/{asked.code}/contact?lang={language}").text
    yield "delete", client.get(f"/r/{receipt[1]}?lang={language}").text
    yield "delete-wrong", client.post(f"/r/ABC?lang={language}").text
    asked.change(state="closed")
    yield "closed", client.get(f"/s/{asked.code}?lang={language}").text
    yield "closed-typed", send(client, asked, EVERY_ANSWER, lang=language).text
