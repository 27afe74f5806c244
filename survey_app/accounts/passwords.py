"""Passwords: hashed away from the visitors' traffic, and refused when they are easy to guess."""

import sys
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from flask_babel import gettext as _
from flask_security import PasswordUtil

from survey_app.accounts.settings import LONGEST_PASSWORD

T = TypeVar("T")
HASHING_THREADS = 2
FEWEST_DIFFERENT = 5


def beside_the_traffic(work: Callable[..., T], *args: Any, **named: Any) -> T:
    """Run ``work`` in one of two real threads under gevent, so that no visitor waits for a hash.

    Two threads also bound the memory: a hash takes 19 MiB, whatever number signs in at once.
    """
    monkey = sys.modules.get("gevent.monkey")
    if monkey is None or not monkey.is_module_patched("threading"):
        return work(*args, **named)
    result: T = hashing_pool().apply(work, args, named)
    return result


@lru_cache(maxsize=1)
def hashing_pool() -> Any:
    from gevent.threadpool import ThreadPool  # noqa: PLC0415 — only where gevent serves

    return ThreadPool(HASHING_THREADS)


class PooledHashing:
    """The hashing context of Flask-Security, with the slow calls run beside the traffic."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def __getattr__(self, name: str) -> Any:
        return getattr(self.context, name)

    def hash(self, secret: str, **named: Any) -> str:
        hashed: str = beside_the_traffic(self.context.hash, secret, **named)
        return hashed

    def verify(self, secret: str, hashed: str, **named: Any) -> bool:
        matches: bool = beside_the_traffic(self.context.verify, secret, hashed, **named)
        return matches


class Passwords(PasswordUtil):
    """What may be a password: long enough, not endless, not one's own name or address."""

    def validate(
        self,
        password: str,
        is_register: bool,  # noqa: FBT001 — Flask-Security's signature
        **facts: Any,
    ) -> tuple[list[str] | None, str]:
        if len(password) > LONGEST_PASSWORD:
            return [_("Neem hoogstens %(most)s tekens.", most=LONGEST_PASSWORD)], password
        problems, normal = super().validate(password, is_register, **facts)
        user = facts.get("user")
        own = [user.email, user.name] if user else [facts.get("email", ""), facts.get("name", "")]
        if not problems and is_guessable(normal, own):
            problems = [_("Dit wachtwoord is te makkelijk te raden. Neem enkele losse woorden.")]
        return problems, normal


def is_guessable(password: str, own: list[str]) -> bool:
    """Whether it has few different signs, runs like a ladder or holds one's own name or address."""
    plain = fold(password)
    if len(set(plain)) < FEWEST_DIFFERENT or is_ladder(plain):
        return True
    words = [fold(word) for text in own for word in (text, text.split("@")[0])]
    return any(word and len(word) > 3 and word in plain for word in words)  # noqa: PLR2004 — shorter names occur by chance


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def is_ladder(text: str) -> bool:
    """``123456789012`` and ``abcdefghijkl``: every sign is the next of the one before."""
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return steps <= {1, -9} or steps <= {-1, 9}
