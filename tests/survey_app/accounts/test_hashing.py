"""Hashing never stops the visitors: under gevent it runs in threads of its own."""

import subprocess
import sys

PROGRAM = """
from gevent import monkey

monkey.patch_all()
import gevent
from passlib.context import CryptContext

from survey_app.accounts.passwords import PooledHashing

hashing = PooledHashing(
    CryptContext(["argon2"], argon2__memory_cost=19456, argon2__time_cost=2, argon2__parallelism=1)
)
kept = hashing.hash("vijf losse woorden")
ticks = 0
under_way = True


def tick():
    global ticks
    while under_way:
        gevent.sleep(0.001)
        ticks += 1


visitor = gevent.spawn(tick)
staff = [gevent.spawn(hashing.verify, "vijf losse woorden", kept) for _ in range(20)]
gevent.joinall(staff)
under_way = False
visitor.join()
assert all(one.value for one in staff)
print(ticks)
"""


def test_visitors_are_served_while_twenty_passwords_are_checked() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=True
    )

    assert int(done.stdout) > 60
