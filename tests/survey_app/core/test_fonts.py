"""The family of the desk comes from this program, packed and kept for ever."""

import brotli
import pytest


@pytest.mark.parametrize("weight", ["400", "600", "700"])
def test_font_is_packed_and_kept_for_ever(web, weight: str) -> None:
    answer = web.test_client().get(
        f"/fonts/source-sans-{weight}.ttf", headers={"Accept-Encoding": "br"}
    )

    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert len(answer.data) < 130_000
    assert brotli.decompress(answer.data)[:4] == b"\0\1\0\0"


def test_font_comes_plain_where_nothing_is_unpacked(web) -> None:
    answer = web.test_client().get("/fonts/source-sans-400.ttf")

    assert "Content-Encoding" not in answer.headers
    assert answer.data[:4] == b"\0\1\0\0"


@pytest.mark.parametrize("weight", ["500", "..", "400.ttf/../x"])
def test_unknown_weight_is_no_page(web, weight: str) -> None:
    assert web.test_client().get(f"/fonts/source-sans-{weight}.ttf").status_code == 404
