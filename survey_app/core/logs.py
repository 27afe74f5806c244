"""The log: what the machine did, one JSON line each, without people in it.

No address, no answers, no code of a survey: a line names the endpoint, never the path.
"""

import json
import logging
import sys
from datetime import UTC, datetime

from flask import Flask, Response, got_request_exception, request

log = logging.getLogger("dorpsstem")


class JsonLine(logging.Formatter):
    """One line of JSON; what is not ASCII or would break the line is escaped."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
            "level": record.levelname.lower(),
            "what": record.getMessage(),
        }
        line |= getattr(record, "facts", {})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)


def init_logs(app: Flask) -> None:
    if not log.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(JsonLine())
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = False
    logging.getLogger("alembic").setLevel(logging.WARNING)
    app.logger.handlers = log.handlers
    app.after_request(note_refusals)
    got_request_exception.connect(note_failure, app)


def note_refusals(response: Response) -> Response:
    """Server-side failures only: a resident's visit leaves no line at all."""
    if response.status_code >= 500:  # noqa: PLR2004 — HTTP's own border
        log.warning(
            "refused",
            extra={"facts": {"endpoint": request.endpoint, "status": response.status_code}},
        )
    return response


def note_failure(_sender: Flask, exception: BaseException, **_extra: object) -> None:
    log.error(
        "failed", extra={"facts": {"endpoint": request.endpoint, "error": type(exception).__name__}}
    )
