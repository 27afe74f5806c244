"""Once a day the program does what it promised, whatever went wrong the day before."""

import pytest

from survey_app.core import daily
from survey_app.core.daily import run_daily


@pytest.fixture
def tasks(monkeypatch):
    held: dict[str, daily.Task] = {}
    monkeypatch.setattr(daily, "TASKS", held)
    return held


def test_every_task_gets_the_day_and_tells_what_it_did(app, tasks) -> None:
    tasks["one"] = lambda day: f"{day:%d/%m}"
    tasks["two"] = lambda _day: 3

    assert run_daily(app) == {"one": "20/05", "two": 3}


def test_task_is_registered_once(tasks) -> None:
    def sweep(_day) -> None:
        """Do nothing."""

    daily.daily(sweep)

    with pytest.raises(ValueError, match="registered twice"):
        daily.daily(sweep)


def test_forgetting_is_among_the_tasks_of_the_program() -> None:
    assert any("erase" in name for name in daily.TASKS)


def test_day_that_failed_is_tried_again(app, tasks, monkeypatch) -> None:
    seen: list[str] = []

    def fail_once(day) -> None:
        seen.append(str(day))
        if len(seen) == 1:
            raise RuntimeError("the disk was full")

    def sleep(_seconds: float) -> None:
        if len(seen) > 1:
            raise SystemExit

    tasks["task"] = fail_once
    monkeypatch.setattr(daily.time, "sleep", sleep)

    with pytest.raises(SystemExit):
        daily.follow(app)

    assert seen == ["2026-05-20", "2026-05-20"]
