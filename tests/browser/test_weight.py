"""A first question that comes at once, over the thinnest line; the figures are the promise."""

import gzip
import re
import time

import brotli
import pytest
from flask.testing import FlaskClient

from survey_app.core.tokens import new_code
from tests.asking import ask
from tests.questions import TEN

pytestmark = pytest.mark.browser

KB = 1024
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Slow 3G: 400 kbit a second, 400 ms away."""


@pytest.fixture
def asked(village):
    return ask(village, TEN, code=new_code())


def fetched(client, address: str) -> bytes:
    response = client.get(address, headers={"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br", address
    return response.data


def own_files(client, page: str) -> dict[str, bytes]:
    """The style sheet and the scripts of a page, with what the scripts import."""
    names = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    scripts = [name for name in names if name.endswith(".js")]
    for script in scripts:
        text = brotli.decompress(fetched(client, script)).decode()
        folder = script.rpartition("/")[0]
        names += [f"{folder}/{part}" for part in re.findall(r'from "\./([\w.]+)"', text)]
    return {name: fetched(client, name) for name in dict.fromkeys(names)}


def test_weight_of_the_first_view_and_of_everything(asked, village, record_property) -> None:
    client = FlaskClient(village, village.response_class)
    page = brotli.decompress(fetched(client, f"/s/{asked.code}")).decode()
    files = own_files(client, page)
    css = sum(len(body) for name, body in files.items() if name.endswith(".css"))
    js = sum(len(body) for name, body in files.items() if name.endswith(".js"))
    first = page[: page.index("</section>")].encode()
    first_view = css + len(gzip.compress(first, 6))
    everything = css + js + len(fetched(client, f"/s/{asked.code}"))
    figures = {"css": css, "js": js, "first_view": first_view, "everything": everything}
    for name, n in figures.items():
        record_property(name, n)

    assert first_view <= 14 * KB
    assert js <= 12 * KB
    assert everything <= 40 * KB


def test_first_question_within_two_seconds_on_slow_3g(asked, resident, record_property) -> None:
    somebody = resident()
    somebody.open()
    somebody.page.goto("about:blank")
    line = somebody.page.context.new_cdp_session(somebody.page)
    line.send("Network.enable")
    line.send("Network.clearBrowserCache")
    line.send("Network.emulateNetworkConditions", SLOW)

    start = time.monotonic()
    somebody.page.goto(f"{somebody.live.url}/s/{somebody.code}", wait_until="commit")
    somebody.page.wait_for_selector("h1:visible")
    somebody.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done()))")
    seconds = time.monotonic() - start
    record_property("seconds", seconds)

    assert seconds <= 2.0


def test_few_requests_and_none_elsewhere(asked, resident) -> None:
    somebody = resident()
    asked_for: list[str] = []
    somebody.page.on("request", lambda request: asked_for.append(request.url))

    somebody.open()
    somebody.page.wait_for_load_state("networkidle")

    assert len(asked_for) <= 6, asked_for
