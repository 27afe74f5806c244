"""Own files: packed once, kept for ever by a browser, never one from outside the folder."""

import gzip

import brotli
import pytest
from flask.testing import FlaskClient

from survey_app.core.assets import FOLDER, FOR_EVER, asset, asset_url, drawing, pictogram


@pytest.fixture
def plain(app) -> FlaskClient:
    """A client that hands over bodies as they were sent."""
    return FlaskClient(app, app.response_class)


@pytest.fixture
def address(app) -> str:
    with app.test_request_context():
        return asset_url("css/base.css")


@pytest.mark.parametrize(
    ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_file_is_packed_for_who_can_unpack_it(plain, address, encoding, unpack) -> None:
    response = plain.get(address, headers={"Accept-Encoding": encoding})

    assert response.headers["Content-Encoding"] == encoding
    assert unpack(response.data) == (FOLDER / "css/base.css").read_bytes()
    assert "Accept-Encoding" in response.headers["Vary"]


def test_file_is_sent_plain_to_who_cannot(plain, address) -> None:
    response = plain.get(address, headers={"Accept-Encoding": ""})

    assert "Content-Encoding" not in response.headers
    assert response.data == (FOLDER / "css/base.css").read_bytes()


def test_file_under_its_own_name_is_kept_for_ever(plain, address) -> None:
    assert plain.get(address).headers["Cache-Control"] == FOR_EVER
    other = address.replace(asset("css/base.css").etag, "000000000000")
    assert plain.get(other).headers["Cache-Control"] == "no-cache"


def test_file_that_did_not_change_is_not_sent_again(plain, address) -> None:
    tag = plain.get(address).headers["ETag"]

    assert plain.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    "name",
    ["../config.py", "..%2fconfig.py", "css/../../config.py", "/etc/passwd", "%2e%2e/x", "css", ""],
)
def test_nothing_outside_the_folder_is_served(plain, name) -> None:
    assert plain.get(f"/static/0/{name}").status_code in {404, 308, 405}


def test_bundle_holds_its_parts_in_order(app) -> None:
    body = asset("css/resident.bundle.css").body

    places = [body.index(asset(f"css/{part}.css").body) for part in ("tokens", "base", "resident")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("pictograms/*.svg")), ids=lambda path: path.stem
)
def test_pictogram_is_lines_without_a_script_or_a_link(path) -> None:
    lines = pictogram(path.stem)

    assert lines.strip().startswith("<")
    assert not any(word in lines for word in ("<script", "href", "style=", "<image", "onload"))


def test_drawing_that_is_not_there_draws_nothing() -> None:
    assert pictogram("no-such-thing") == ""
    assert drawing("no-such-thing") == ""
