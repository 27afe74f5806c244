"""The one writer: every change of a process passes here and is committed in groups.

Callers hand over a function of the session and wait. The writer gathers what arrives within a few
milliseconds, runs each function in its own SAVEPOINT inside one transaction, commits once, and only
then lets every caller go on. So an answer is durable before anybody is told so, one refused answer
never fails its neighbours, and the disk is asked once for many (ADR 0002).
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

from flask import Flask, current_app, has_app_context
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from survey_app.core.db import db
from survey_app.core.errors import BusyError

T = TypeVar("T")
Later = Callable[[Session, Counter[Hashable]], None]

GATHER_SECONDS = 0.005
LONGEST_GATHER_SECONDS = 0.04
LARGEST_GROUP = 256
PATIENCE_SECONDS = 10.0


class Call(NamedTuple):
    work: Callable[[Any], Any]
    done: Future[Any]
    alone: bool = False


class Writer:
    """Owns the writing connection and the thread that commits."""

    def __init__(self, engine: Engine, *, gather: float = GATHER_SECONDS) -> None:
        self.engine = engine
        self.gather = gather
        self.calls: SimpleQueue[Call | None] = SimpleQueue()
        self.thread: threading.Thread | None = None
        self.starting = threading.Lock()

    def write(self, work: Callable[[Session], T]) -> T:
        """Run ``work`` and return its result after the commit; its DomainError comes back too."""
        self.start()
        done: Future[T] = Future()
        self.calls.put(Call(work, done))
        try:
            return done.result(timeout=PATIENCE_SECONDS)
        except TimeoutError as error:
            done.cancel()
            raise BusyError("the database did not answer in time; send it again") from error

    def alone(self, work: Callable[[Engine], T], *, patience: float = 600.0) -> T:
        """Run ``work`` between two groups, outside a transaction: for VACUUM and the like."""
        self.start()
        done: Future[T] = Future()
        self.calls.put(Call(work, done, alone=True))
        return done.result(timeout=patience)

    def start(self) -> None:
        with self.starting:
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self.run, name="writer", daemon=True)
                self.thread.start()

    def close(self) -> None:
        """Commit what is waiting and end; a later write starts the thread anew."""
        with self.starting:
            if self.thread is not None and self.thread.is_alive():
                self.calls.put(None)
                self.thread.join(PATIENCE_SECONDS)
            self.thread = None
        self.engine.dispose()

    def run(self) -> None:
        while (first := self.calls.get()) is not None:
            self.wait_for_more()
            group, last = [first], False
            while len(group) < LARGEST_GROUP and not self.calls.empty():
                call = self.calls.get()
                if call is None:
                    last = True
                    break
                group.append(call)
            self.work_off([call for call in group if call.done.set_running_or_notify_cancel()])
            if last:
                return

    def wait_for_more(self) -> None:
        """Gather for a few milliseconds; while calls keep coming in, somewhat longer."""
        until = time.monotonic() + LONGEST_GATHER_SECONDS
        held, more = 0, True
        while more and time.monotonic() < until:
            time.sleep(self.gather)
            more = held < self.calls.qsize() < LARGEST_GROUP
            held = self.calls.qsize()

    def work_off(self, group: list[Call]) -> None:
        self.commit([call for call in group if not call.alone])
        for call in group:
            if call.alone:
                run_alone(call, self.engine)

    def commit(self, group: list[Call]) -> None:
        """Run a group in one transaction; nobody is told anything before the commit."""
        outcomes: list[Callable[[], None]] = []
        if not group:
            return
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                postponed: dict[Later, Counter[Hashable]] = {}
                outcomes.extend(attempt(session, call, postponed) for call in group)
                for later, counts in postponed.items():
                    later(session, counts)
        except Exception as error:  # noqa: BLE001 — the outermost edge of the writer: every waiter hears it
            for call in group:
                call.done.set_exception(as_busy(error))
            return
        for tell in outcomes:
            tell()


def run_alone(call: Call, engine: Engine) -> None:
    try:
        call.done.set_result(call.work(engine))
    except Exception as error:  # noqa: BLE001 — it belongs to its caller
        call.done.set_exception(error)


def attempt(
    session: Session, call: Call, postponed: dict[Later, Counter[Hashable]]
) -> Callable[[], None]:
    """Run one call in a SAVEPOINT; return what its caller is told once the group is safe."""
    session.info["later"] = {}
    try:
        with session.begin_nested():
            result = call.work(session)
            session.flush()
    except SQLAlchemyError as error:
        if not session.connection().in_transaction():
            raise
        told = as_busy(error)
        return lambda: call.done.set_exception(told)
    except Exception as error:  # noqa: BLE001 — a refusal belongs to its caller, not to the group
        refusal = error
        return lambda: call.done.set_exception(refusal)
    for later, counts in session.info["later"].items():
        postponed.setdefault(later, Counter()).update(counts)
    return lambda: call.done.set_result(result)


def as_busy(error: Exception) -> Exception:
    """Say a locked, full or restarting database as something that may be tried again."""
    if isinstance(error, OperationalError):
        busy = BusyError("the database cannot write now; nothing was saved, send it again")
        busy.__cause__ = error
        return busy
    return error


def once_per_group(session: Session, later: Later, counts: Counter[Hashable]) -> None:
    """Add ``counts`` to what ``later`` writes once for the whole group, in the same transaction."""
    mine: dict[Later, Counter[Hashable]] = session.info.setdefault("later", {})
    mine.setdefault(later, Counter()).update(counts)


def init_writer(app: Flask) -> None:
    app.extensions["writer"] = Writer(app.extensions["write_engine"])


def write(work: Callable[[Session], T]) -> T:
    """Hand ``work`` to this process's writer and wait until it is committed.

    The request's own reading session is closed first: a connection held while waiting would be
    missing to others, and what it had read is out of date after the commit.
    """
    if has_app_context():
        db.session.close()
    writer: Writer = current_app.extensions["writer"]
    return writer.write(work)


def write_alone(work: Callable[[Engine], T]) -> T:
    """Run ``work`` on the writing engine between two groups, outside a transaction."""
    if has_app_context():
        db.session.close()
    writer: Writer = current_app.extensions["writer"]
    return writer.alone(work)
