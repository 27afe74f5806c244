"""The chart library comes from the installed package, packed once, for ever kept by a browser."""

import brotli

from survey_app.reports import plotlyjs


def test_library_is_packed_once_and_is_the_installed_one(app, client) -> None:
    address = f"/assets/plotly-{plotlyjs.version()}.js"
    for _time in range(2):
        with client.get(address, headers={"Accept-Encoding": "br"}) as response:
            assert response.headers["Content-Encoding"] == "br"
            assert brotli.decompress(response.data) == plotlyjs.source().read_bytes()

    assert len(list((app.config["DATA"] / "files").glob("plotly-*"))) == 1


def test_browser_without_packing_gets_it_as_it_is(client) -> None:
    with client.get(f"/assets/plotly-{plotlyjs.version()}.js") as response:
        assert "Content-Encoding" not in response.headers
        assert "immutable" in response.headers["Cache-Control"]


def test_address_of_an_earlier_version_leads_to_this_one(client) -> None:
    response = client.get("/assets/plotly-0.0.1.js")

    assert response.location == f"/assets/plotly-{plotlyjs.version()}.js"
