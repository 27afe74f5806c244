"""Live screens: they hear what changed, soon, once, from every process, and cost little."""

import json
import threading
import time
from collections.abc import Iterator

import pytest

from survey_app.core.broadcast import (
    INTERVAL_SECONDS,
    Channel,
    Hub,
    frame_of,
    notify,
    open_channel,
)

KEY = ("house", "1")
SOON = 5.0


class House:
    """Something that changes: what it says, and its version."""

    def __init__(self) -> None:
        self.said = {"n": 0}
        self.version = 1
        self.drawn = 0

    def draw(self, _key: str, audience: str) -> dict[str, object]:
        self.drawn += 1
        return {**self.said, "audience": audience}

    def versions(self, keys) -> dict[str, int]:
        return dict.fromkeys(keys, self.version)


@pytest.fixture
def house(app) -> Iterator[House]:
    held = House()
    open_channel(app, "house", Channel(held.draw, held.versions))
    yield held
    app.extensions["hub"].close()


@pytest.fixture
def hub(app) -> Hub:
    return app.extensions["hub"]


def events(stream: Iterator[bytes]) -> Iterator[dict[str, object]]:
    for part in stream:
        for line in part.decode().splitlines():
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


def test_screen_is_told_at_once_and_after_each_change(app, house, hub) -> None:
    told = events(hub.follow(KEY, "wall", ""))
    assert next(told)["n"] == 0

    house.said = {"n": 1}
    with app.app_context():
        notify(*KEY)

    assert next(told)["n"] == 1


def test_screen_that_shows_it_already_is_told_nothing_anew(hub, house) -> None:
    same = frame_of(house.draw("1", "wall")).id
    stream = hub.follow(KEY, "wall", same)
    assert next(stream).startswith(b"retry")
    house.said = {"n": 5}

    hub.notify(KEY)

    assert next(events(stream))["n"] == 5


def test_many_changes_are_few_frames(hub, house) -> None:
    told: list[dict[str, object]] = []
    thread = threading.Thread(target=lambda: told.extend(events(hub.follow(KEY, "wall", ""))))
    thread.start()
    began = time.monotonic()
    for n in range(1, 101):
        house.said = {"n": n}
        hub.notify(KEY)
        time.sleep(0.01)
    until = time.monotonic() + SOON
    while told[-1]["n"] != 100 and time.monotonic() < until:
        time.sleep(0.02)
    elapsed = time.monotonic() - began
    hub.close()
    thread.join(SOON)

    assert told[-1]["n"] == 100
    assert len(told) <= elapsed / INTERVAL_SECONDS + 2


def test_audience_is_told_its_own(hub, house) -> None:
    phone = next(events(hub.follow(KEY, "phone", "")))

    assert phone["audience"] == "phone"


def test_everybody_of_one_audience_shares_one_drawing(hub, house) -> None:
    for _screen in range(20):
        next(events(hub.follow(KEY, "wall", "")))
        hub.join(KEY, "wall")

    assert house.drawn < 20


def test_change_of_another_process_is_seen_in_the_database(app, house, hub) -> None:
    told = events(hub.follow(KEY, "wall", ""))
    next(told)
    time.sleep(3 * INTERVAL_SECONDS)
    house.said, house.version = {"n": 7}, 2
    hub.watch.seen = -1  # as if another process had written

    assert next(told)["n"] == 7


def test_room_ends_with_its_last_listener(hub, house) -> None:
    stream = hub.follow(KEY, "wall", "")
    next(stream)
    assert KEY in hub.rooms

    stream.close()

    assert KEY not in hub.rooms


def test_closing_ends_every_stream(hub, house) -> None:
    stream = hub.follow(KEY, "wall", "")
    next(events(stream))

    hub.close()

    assert list(stream) == []


def test_second_channel_of_a_name_is_refused(app, house) -> None:
    with pytest.raises(ValueError, match="two channels"):
        open_channel(app, "house", Channel(house.draw, house.versions))


def test_redis_carries_a_word_from_one_process_to_another(make_app, sqlite_url, redis_server):
    settings = {"DATABASE_URL": sqlite_url, "REDIS_URL": redis_server.url}
    one, other = make_app(**settings), make_app(**settings)
    house = House()
    for app in (one, other):
        open_channel(app, "house", Channel(house.draw, house.versions))
    told = events(other.extensions["hub"].follow(KEY, "wall", ""))
    next(told)
    time.sleep(1)
    house.said = {"n": 3}

    one.extensions["hub"].notify(KEY)

    assert next(told)["n"] == 3
    for app in (one, other):
        app.extensions["hub"].close()


def test_lost_redis_stops_nobody(make_app, sqlite_url, redis_server) -> None:
    app = make_app(DATABASE_URL=sqlite_url, REDIS_URL=redis_server.url)
    house = House()
    open_channel(app, "house", Channel(house.draw, house.versions))
    hub = app.extensions["hub"]
    told = events(hub.follow(KEY, "wall", ""))
    next(told)
    redis_server.stop()
    house.said = {"n": 4}

    hub.notify(KEY)

    assert next(told)["n"] == 4
    redis_server.start()
    hub.close()
