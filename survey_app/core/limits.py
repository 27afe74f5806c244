"""Brakes on guessing: so many tries a minute, kept in memory and forgotten by itself.

The visitor's address never leaves this module: it is mixed with a salt that this process draws at
its start, and only the mixture is kept, for a minute.
"""

import hashlib
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable

from survey_app.core.errors import TooManyTriesError

SALT = secrets.token_bytes(16)
MINUTE = 60.0
MOST_KEYS = 20_000


class Brake:
    """At most ``tries`` a minute for one visitor and ``total`` for everybody together."""

    def __init__(
        self, *, tries: int, total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.tries = tries
        self.total = total
        self.clock = clock
        self.moments: dict[bytes, deque[float]] = {}
        self.lock = threading.Lock()

    def count(self, visitor: str | None) -> None:
        """Count a try; raise TooManyTriesError when there were too many in the last minute."""
        self.look(visitor, counting=True)

    def check(self, visitor: str | None) -> None:
        """Raise TooManyTriesError as ``count`` would, for who counts only what went wrong."""
        self.look(visitor, counting=False)

    def look(self, visitor: str | None, *, counting: bool) -> None:
        now = self.clock()
        key = hashlib.blake2b((visitor or "").encode(), key=SALT, digest_size=16).digest()
        with self.lock:
            everybody = self.recent(b"", now)
            mine = self.recent(key, now)
            if len(mine) >= self.tries or len(everybody) >= self.total:
                raise TooManyTriesError("too many tries in a minute")
            if counting:
                mine.append(now)
                everybody.append(now)

    def recent(self, key: bytes, now: float) -> deque[float]:
        if len(self.moments) > MOST_KEYS:
            self.moments = {k: d for k, d in self.moments.items() if d and d[-1] > now - MINUTE}
        moments = self.moments.setdefault(key, deque())
        while moments and moments[0] <= now - MINUTE:
            moments.popleft()
        return moments
