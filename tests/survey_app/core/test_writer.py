"""The one writer: everybody gets their own result, and nobody fails for a neighbour."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, func, select, text

from survey_app.core.db import db
from survey_app.core.errors import BusyError, StateError
from survey_app.core.writer import Writer, once_per_group, write
from survey_app.workspaces.models import Workspace

pytestmark = pytest.mark.usefixtures("database_url", "inside")


def add(session, number: int, now) -> int:
    workspace = Workspace(slug=f"dorp-{number}", name=str(number), created_at=now)
    session.add(workspace)
    session.flush()
    return number * 10


def together(web, work, numbers) -> list[object]:
    """Call ``write`` from as many threads; give each outcome in order."""
    gate = threading.Barrier(len(numbers))

    def call(number: int) -> object:
        with web.app_context():
            gate.wait()
            try:
                return write(lambda session: work(session, number))
            except Exception as error:  # noqa: BLE001 — the outcome is what is tested
                return error

    with ThreadPoolExecutor(len(numbers)) as pool:
        return list(pool.map(call, numbers))


def count() -> int:
    db.session.close()
    return db.session.scalar(select(func.count()).select_from(Workspace)) or 0


def test_each_caller_gets_its_own_result(web) -> None:
    now = web.config["NOW"]

    results = together(web, lambda session, number: add(session, number, now), range(40))

    assert results == [number * 10 for number in range(40)]
    assert count() == 40


def test_many_calls_share_few_commits(web) -> None:
    now, commits = web.config["NOW"], []
    event.listen(web.extensions["write_engine"], "commit", commits.append)

    together(web, lambda session, number: add(session, number, now), range(40))

    assert 1 <= len(commits) <= 20


def test_refusal_comes_back_and_fails_nobody_else(web) -> None:
    now = web.config["NOW"]

    def work(session, number: int) -> int:
        add(session, number, now)
        if number % 3 == 0:
            raise StateError(f"refused {number}")
        return number

    results = together(web, work, range(30))

    refused = [str(one) for one in results if isinstance(one, StateError)]
    assert refused == [f"refused {number}" for number in range(0, 30, 3)]
    assert [one for one in results if isinstance(one, int)] == [n for n in range(30) if n % 3]
    assert count() == 20


def test_breach_of_a_constraint_fails_its_caller_alone(web) -> None:
    now = web.config["NOW"]

    results = together(web, lambda session, number: add(session, number // 2, now), range(20))

    failed = [one for one in results if isinstance(one, Exception)]
    assert len(failed) == 10
    assert count() == 10


def test_nothing_of_a_failing_call_stays(web) -> None:
    now = web.config["NOW"]

    def half(session) -> None:
        add(session, 1, now)
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        write(half)

    assert count() == 0


def test_caller_is_told_after_the_commit(web) -> None:
    now = web.config["NOW"]

    write(lambda session: add(session, 1, now))

    assert count() == 1


def test_what_is_counted_for_the_group_is_written_once(web) -> None:
    groups: list[Counter[str]] = []

    def later(_session, counts) -> None:
        groups.append(Counter(counts))

    together(
        web,
        lambda session, number: once_per_group(session, later, Counter({str(number % 2): 1})),
        range(20),
    )

    assert sum(groups, Counter()) == Counter({"0": 10, "1": 10})
    assert len(groups) < 20


def test_count_of_a_refused_call_is_not_written(web) -> None:
    groups: list[Counter[str]] = []

    def later(_session, counts) -> None:
        groups.append(Counter(counts))

    def refused(session) -> None:
        once_per_group(session, later, Counter({"x": 1}))
        raise StateError("no")

    with pytest.raises(StateError):
        write(refused)

    assert groups == []


def test_failing_count_of_the_group_is_heard_by_all(web) -> None:
    now = web.config["NOW"]

    def later(_session, _counts) -> None:
        raise RuntimeError("cannot count")

    def work(session) -> None:
        add(session, 1, now)
        once_per_group(session, later, Counter({"x": 1}))

    with pytest.raises(RuntimeError, match="cannot count"):
        write(work)
    assert count() == 0


def test_unreachable_database_is_a_polite_refusal(web) -> None:
    def broken(session) -> None:
        session.execute(text("SELECT * FROM no_such_table"))

    with pytest.raises(Exception, match=r"no_such_table|cannot write"):
        write(broken)
    now = web.config["NOW"]
    assert write(lambda session: add(session, 1, now)) == 10


def test_slow_database_ends_in_busy(web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey_app.core.writer.PATIENCE_SECONDS", 0.05)
    released = threading.Event()

    with pytest.raises(BusyError):
        write(lambda _session: released.wait(5))
    released.set()


def test_closed_writer_starts_anew(web) -> None:
    writer: Writer = web.extensions["writer"]
    now = web.config["NOW"]
    write(lambda session: add(session, 1, now))

    writer.close()

    assert write(lambda session: add(session, 2, now)) == 20
    assert count() == 2
