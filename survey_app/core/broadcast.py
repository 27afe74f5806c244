"""Live screens: small snapshots pushed to everybody who watches the same thing.

A feature opens a channel (``open_channel``): how a snapshot is drawn for one audience, and which
version each key has. After a commit it calls ``notify``. Screens follow a Server-Sent Events
stream (``stream``) or ask the snapshot now and then (``snapshot``, with an ETag).

One thread a process draws each room at most once in 250 ms and hands the same bytes to every
listener. Other processes are heard through the database, or quicker through Redis (``hints``).
"""

import json
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from flask import Flask, Response, current_app, request

from survey_app.core.db import db
from survey_app.core.errors import BusyError, DomainError
from survey_app.core.hints import RedisHints, Watch
from survey_app.core.logs import log

INTERVAL_SECONDS = 0.25
LOOK_SECONDS = 0.1
HEARTBEAT_SECONDS = 15.0
PRESENCE_SECONDS = 5.0
SLICE = 100
"""After so many listeners were woken, others get a turn: a vote never waits for a thousand."""

MOST_LISTENERS = 8000
HEARTBEAT = b":\n\n"
RETRY = b"retry: 2000\n\n"

Key = tuple[str, str]
"""A channel and what in it, such as ("workshop", "12")."""


class Channel(NamedTuple):
    """``draw(key, audience)`` gives plain data; ``versions(keys)`` a number that grows on change.

    ``present(key, counts)``, if given, is told now and then how many of each audience listen here.
    """

    draw: Callable[[str, str], Mapping[str, Any]]
    versions: Callable[[Collection[str]], Mapping[str, int]]
    present: Callable[[str, Mapping[str, int]], None] | None = None


class Frame(NamedTuple):
    """A snapshot as it is sent: its id follows from what it says."""

    id: str
    body: bytes

    def event(self) -> bytes:
        return b"id: " + self.id.encode() + b"\ndata: " + self.body + b"\n\n"


def frame_of(data: Mapping[str, Any]) -> Frame:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return Frame(blake2b(body, digest_size=8).hexdigest(), body)


@dataclass(slots=True, eq=False)
class Listener:
    """One open stream."""

    audience: str
    woken: threading.Event = field(default_factory=threading.Event)


@dataclass(slots=True, eq=False)
class Room:
    """Everybody in this process who watches one thing."""

    key: Key
    listeners: set[Listener] = field(default_factory=set)
    frames: dict[str, Frame] = field(default_factory=dict)
    version: int = -1
    dirty: bool = True
    drawn_at: float = 0.0
    told: tuple[float, dict[str, int]] = (0.0, {})

    def counts(self) -> dict[str, int]:
        """How many of each audience listen; ``phone:nl`` and ``phone:fr`` are both phones."""
        return dict(Counter(one.audience.partition(":")[0] for one in self.listeners))


class Hub:
    """The rooms of a process and the thread that draws them."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.name = secrets.token_hex(8)
        self.channels: dict[str, Channel] = {}
        self.rooms: dict[Key, Room] = {}
        self.something = threading.Event()
        self.starting = threading.Lock()
        self.thread: threading.Thread | None = None
        self.closing = False
        self.watch = Watch(app.config["DATABASE_URL"])
        url = app.config["REDIS_URL"]
        self.redis = RedisHints(url, self.heard, self.heard_nothing) if url else None

    # ---- what a feature calls ----

    def notify(self, key: Key) -> None:
        """Say that something changed, after the commit; never fails and never waits."""
        self.heard(key)
        if self.redis is not None:
            self.redis.say(key)

    def heard(self, key: Key) -> None:
        room = self.rooms.get(key)
        if room is not None:
            room.dirty = True
            self.something.set()

    def heard_nothing(self) -> None:
        """The line to other processes was down: look at everything anew."""
        for room in list(self.rooms.values()):
            room.dirty = True
        self.something.set()

    def frame(self, key: Key, audience: str) -> Frame:
        """The snapshot as it is now, drawn anew."""
        with self.app.app_context():
            try:
                return frame_of(self.channels[key[0]].draw(key[1], audience))
            finally:
                db.session.close()

    # ---- listeners ----

    def follow(self, key: Key, audience: str, last: str) -> Iterator[bytes]:
        """Yield events for one screen until it goes away; ``last`` is what it already shows."""
        listener = self.join(key, audience)
        room = self.rooms[key]
        try:
            yield RETRY
            while not self.closing:
                listener.woken.clear()
                frame = room.frames.get(audience)
                if frame is not None and frame.id != last:
                    last = frame.id
                    yield frame.event()
                elif not listener.woken.wait(HEARTBEAT_SECONDS):
                    yield HEARTBEAT
        finally:
            self.leave(room, listener)

    def join(self, key: Key, audience: str) -> Listener:
        if sum(len(room.listeners) for room in self.rooms.values()) >= MOST_LISTENERS:
            raise BusyError("too many screens listen to this process")
        room = self.rooms.setdefault(key, Room(key))
        if not any(one.audience == audience for one in room.listeners):
            room.frames[audience] = self.frame(key, audience)
            room = self.rooms.setdefault(key, room)
        listener = Listener(audience)
        room.listeners.add(listener)
        self.start()
        return listener

    def leave(self, room: Room, listener: Listener) -> None:
        room.listeners.discard(listener)
        if not room.listeners and self.rooms.get(room.key) is room:
            del self.rooms[room.key]

    # ---- the thread that draws ----

    def start(self) -> None:
        if self.redis is not None:
            self.redis.start()
        with self.starting:
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self.run, name="broadcast", daemon=True)
                self.thread.start()

    def run(self) -> None:
        while self.rooms and not self.closing:
            self.something.wait(LOOK_SECONDS)
            self.something.clear()
            try:
                with self.app.app_context():
                    self.look()
                    self.draw()
                    self.tell_presence()
            except Exception:  # noqa: BLE001 — the outermost edge: a fault of one look must not end the next
                log.exception("live screens could not be drawn and are tried again")
                time.sleep(INTERVAL_SECONDS)

    def look(self) -> None:
        """Ask the database which rooms changed, when anything was written at all."""
        if not self.watch.changed():
            return
        by_channel: dict[str, list[Room]] = {}
        for room in list(self.rooms.values()):
            by_channel.setdefault(room.key[0], []).append(room)
        for name, rooms in by_channel.items():
            versions = self.channels[name].versions([room.key[1] for room in rooms])
            for room in rooms:
                version = versions.get(room.key[1], -1)
                room.dirty = room.dirty or version != room.version
                room.version = version
        db.session.close()

    def draw(self) -> None:
        """Draw what is dirty and was not drawn in the last interval; wake who must see it."""
        for room in list(self.rooms.values()):
            now = time.monotonic()
            if not room.dirty or now - room.drawn_at < INTERVAL_SECONDS:
                continue
            room.dirty, room.drawn_at = False, now
            for audience in {one.audience for one in list(room.listeners)}:
                with suppress(DomainError):  # it is gone: the listeners keep what they have
                    self.draw_for(room, audience)
        if any(room.dirty for room in list(self.rooms.values())):
            self.something.set()
            time.sleep(INTERVAL_SECONDS / 10)

    def draw_for(self, room: Room, audience: str) -> None:
        frame = self.frame(room.key, audience)
        if frame == room.frames.get(audience):
            return
        room.frames[audience] = frame
        woken = [one for one in list(room.listeners) if one.audience == audience]
        for start in range(0, len(woken), SLICE):
            for one in woken[start : start + SLICE]:
                one.woken.set()
            time.sleep(0)

    def tell_presence(self) -> None:
        for room in list(self.rooms.values()):
            present = self.channels[room.key[0]].present
            counts, now = room.counts(), time.monotonic()
            told_at, told = room.told
            wait = PRESENCE_SECONDS if counts != told else 2 * PRESENCE_SECONDS
            if present is not None and now - told_at >= wait:
                room.told = (now, counts)
                present(room.key[1], counts)

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        self.closing = True
        for room in list(self.rooms.values()):
            for listener in list(room.listeners):
                listener.woken.set()
        if self.redis is not None:
            self.redis.close()


def init_broadcast(app: Flask) -> None:
    app.extensions["hub"] = Hub(app)


def hub() -> Hub:
    found: Hub = current_app.extensions["hub"]
    return found


def open_channel(app: Flask, name: str, channel: Channel) -> None:
    """Register a channel; a second one of the same name is refused."""
    channels: dict[str, Channel] = app.extensions["hub"].channels
    if name in channels:
        raise ValueError(f"two channels are called {name}")
    channels[name] = channel


def notify(channel: str, key: str) -> None:
    """Tell every screen of every process that ``key`` changed; call it after the commit."""
    hub().notify((channel, key))


def stream(channel: str, key: str, audience: str) -> Response:
    """Answer with an endless stream of snapshots for one screen."""
    last = request.headers.get("Last-Event-ID", "")[:16]
    response = Response(hub().follow((channel, key), audience, last), mimetype="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


def snapshot(channel: str, key: str, audience: str) -> Response:
    """Answer with the snapshot once, or with 304 when the screen shows it already."""
    frame = hub().frame((channel, key), audience)
    response = Response(frame.body, mimetype="application/json")
    response.set_etag(frame.id)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
