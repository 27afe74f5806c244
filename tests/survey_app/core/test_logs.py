"""The log tells what the machine did and never who was there."""

import json
import logging

import pytest

from survey_app.core.logs import JsonLine
from survey_app.core.permissions import public


def line_of(record: logging.LogRecord) -> dict[str, object]:
    text = JsonLine().format(record)
    assert "\n" not in text
    return json.loads(text)


@pytest.mark.parametrize("text", ["a\nb", "\x1b[31m", "é", "\u202e", "\x00", '"}'])
def test_no_text_breaks_a_line(text) -> None:
    record = logging.makeLogRecord({"msg": text, "levelno": 20, "levelname": "INFO"})

    assert line_of(record)["what"] == text


def test_trace_stays_on_one_line() -> None:
    with pytest.raises(ValueError, match="invalid literal") as caught:
        int("stuk")
    told = (caught.type, caught.value, caught.tb)

    record = logging.makeLogRecord({"msg": "failed", "exc_info": told, "levelname": "ERROR"})

    assert "ValueError" in str(line_of(record)["trace"])


def test_failure_is_logged_by_its_endpoint_and_kind_only(make_app, sqlite_url, caplog) -> None:
    app = make_app(DATABASE_URL=sqlite_url, PROPAGATE_EXCEPTIONS=False)
    logging.getLogger("dorpsstem").propagate = True

    @app.get("/s/<code>/fail")
    @public
    def secret_page(code: str) -> str:
        raise RuntimeError(f"kwikstaart {code}")

    try:
        with caplog.at_level("INFO", logger="dorpsstem"):
            app.test_client().get("/s/K7P2QX/fail?name=Jeanne", headers={"User-Agent": "Merel"})
    finally:
        logging.getLogger("dorpsstem").propagate = False

    facts = [record.facts for record in caplog.records if hasattr(record, "facts")]
    assert {"endpoint": "secret_page", "error": "RuntimeError"} in facts
    told = json.dumps(facts)
    assert all(word not in told for word in ("K7P2QX", "Jeanne", "Merel", "127.0.0.1"))
