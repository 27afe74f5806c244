import socket
from datetime import timedelta

import pytest
import redis
from sqlalchemy import text

from survey_app.core.clock import utc_now
from survey_app.core.db import db


def test_every_database_has_the_tables(any_app) -> None:
    with any_app.app_context():
        assert db.session.scalar(text("SELECT count(*) FROM survey")) == 0

    assert any_app.test_client().get("/readyz").json == {"status": "ready"}


def test_databases_of_two_tests_are_two(postgresql_template, make_app) -> None:
    first, second = postgresql_template(), postgresql_template()

    assert first != second


def test_redis_answers(redis_server) -> None:
    with redis.from_url(redis_server.url) as client:
        client.set("a", "b")

        assert client.get("a") == b"b"


def test_server_stops_and_starts_again(redis_server) -> None:
    redis_server.stop()
    assert not redis_server.answers()

    redis_server.start()
    assert redis_server.answers()


def test_clock_moves(app, clock) -> None:
    before = clock.now

    clock.move(days=3)

    with app.app_context():
        assert utc_now() - before == timedelta(days=3)


def test_no_test_reaches_another_machine() -> None:
    with pytest.raises(AssertionError, match="another machine"), socket.socket() as probe:
        probe.connect(("203.0.113.9", 80))
    with pytest.raises(AssertionError, match="address of another machine"):
        socket.getaddrinfo("far.example", 80)


@pytest.mark.live
def test_served_program_answers_and_stops(live) -> None:
    assert live.answers()
    assert live.stop() == 0


@pytest.mark.browser
def test_page_that_asks_another_host_is_seen(visit) -> None:
    page = visit(strict=False)
    asked = []
    page.context.on("requestfailed", lambda request: asked.append(request.url))

    page.set_content('<img alt="" src="http://far.example/x.png">')

    assert asked == ["http://far.example/x.png"]
