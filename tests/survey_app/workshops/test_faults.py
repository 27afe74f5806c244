"""A server that is killed in the middle of a vote loses nothing that it confirmed."""

import json
import signal
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

import pytest
from sqlalchemy import select

from survey_app.core.db import db
from survey_app.workshops.models import Contribution

pytestmark = pytest.mark.live
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
VOTERS, VOTES = 40, 5


def post(port: int, path: str, **form: str) -> dict[str, str] | None:
    """What the server said, or None when it was away."""
    line = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        line.request("POST", path, urlencode(form), FORM)
        answer = line.getresponse()
        return json.loads(answer.read()) if answer.status == 200 else None
    except (OSError, HTTPException):
        return None
    finally:
        line.close()


@pytest.fixture
def voting(hall, serve) -> tuple:
    hall.go("form", "open")
    hall.app.extensions["writer"].close()
    return hall, serve(hall.app)


def test_no_confirmed_vote_is_lost_and_none_counts_twice(voting) -> None:
    hall, live = voting
    tokens = [post(live.port, f"/j/{hall.code}")["token"] for _voter in range(VOTERS)]
    confirmed: dict[str, str] = {}

    def vote(token: str) -> None:
        for turn in range(VOTES):
            sent, choice = str(uuid.uuid4()), ("fixed", "mobile")[turn % 2]
            form = {"token": token, "uuid": sent, "facilities_form": choice}
            while post(live.port, f"/j/{hall.code}/form", **form) is None:
                time.sleep(0.2)
            confirmed[token] = choice

    killer = threading.Thread(target=kill_twice, args=(live,))
    killer.start()
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(vote, tokens))
    killer.join()

    with hall.app.app_context():
        kept = list(db.session.scalars(select(Contribution.pattern)))
    assert len(kept) == VOTERS
    assert sorted(kept) == sorted(confirmed.values())


def kill_twice(live) -> None:
    for _time in range(2):
        time.sleep(0.3)
        live.stop(signal.SIGKILL)
        live.start()
