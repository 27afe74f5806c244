"""How one process hears that another one wrote: a look at the database, or a word through Redis."""

import sqlite3
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

from sqlalchemy.engine import make_url

from survey_app.core.logs import log

TOPIC = "dorpsstem:live"
LISTEN_SECONDS = 2.0
AGAIN_SECONDS = 1.0
GATHER_SECONDS = 0.05
SEPARATOR = "\0"

Key = tuple[str, str]


class Watch:
    """Says whether anybody wrote to the database since the last look.

    SQLite counts every commit of other connections, at no cost. PostgreSQL is simply asked each
    time; the question of ``versions`` takes a fraction of a millisecond.
    """

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        self.file = parsed.database if parsed.get_backend_name() == "sqlite" else None
        self.connection: sqlite3.Connection | None = None
        self.seen: int | None = None

    def changed(self) -> bool:
        if self.file is None:
            return True
        if self.connection is None:
            self.connection = sqlite3.connect(self.file, check_same_thread=False, timeout=5)
        now = int(self.connection.execute("PRAGMA data_version").fetchone()[0])
        changed, self.seen = now != self.seen, now
        return changed


class RedisHints:
    """Says and hears keys through Redis; when Redis is away everything goes on without it."""

    def __init__(self, url: str, heard: Callable[[Key], None], lost: Callable[[], None]) -> None:
        self.url = url
        self.heard = heard
        self.lost = lost
        self.waiting: SimpleQueue[Key | None] = SimpleQueue()
        self.starting = threading.Lock()
        self.threads: list[threading.Thread] = []
        self.closing = False

    def say(self, key: Key) -> None:
        self.start()
        self.waiting.put(key)

    def start(self) -> None:
        with self.starting:
            if not self.threads:
                self.threads = [
                    threading.Thread(target=run, name=f"redis-{name}", daemon=True)
                    for name, run in (("say", self.speak), ("hear", self.listen))
                ]
                for thread in self.threads:
                    thread.start()

    def speak(self) -> None:
        """Publish what was said, each key once in a short while."""
        import redis  # noqa: PLC0415 — only when there is one

        client = redis.Redis.from_url(self.url, socket_connect_timeout=1, socket_timeout=1)
        while (first := self.waiting.get()) is not None:
            time.sleep(GATHER_SECONDS)
            keys = {first, *self.gathered()}
            try:
                for channel, key in sorted(keys):
                    client.publish(TOPIC, f"{channel}{SEPARATOR}{key}")
            except redis.RedisError as error:
                log.warning("redis is away", extra={"facts": {"error": type(error).__name__}})

    def gathered(self) -> list[Key]:
        found: list[Key] = []
        while True:
            try:
                key = self.waiting.get_nowait()
            except Empty:
                return found
            if key is None:
                self.waiting.put(None)
                return found
            found.append(key)

    def listen(self) -> None:
        """Hear the others; after a broken line everything is looked at anew."""
        import redis  # noqa: PLC0415 — only when there is one

        while not self.closing:
            try:
                client = redis.Redis.from_url(self.url, socket_connect_timeout=1)
                with client.pubsub(ignore_subscribe_messages=True) as line:  # type: ignore[no-untyped-call]  # redis says no types here
                    line.subscribe(TOPIC)
                    self.lost()
                    while not self.closing:
                        message = line.get_message(timeout=LISTEN_SECONDS)
                        if message:
                            channel, _separator, key = message["data"].decode().partition(SEPARATOR)
                            self.heard((channel, key))
            except redis.RedisError:
                time.sleep(AGAIN_SECONDS)

    def close(self) -> None:
        self.closing = True
        self.waiting.put(None)
