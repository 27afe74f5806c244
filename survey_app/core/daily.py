"""What the program does by itself once a day, such as forgetting what has passed its date."""

import threading
import time
from collections.abc import Callable
from datetime import date

from flask import Flask

from survey_app.core.clock import today
from survey_app.core.logs import log

Task = Callable[[date], object]
LOOK_SECONDS = 600.0

TASKS: dict[str, Task] = {}


def daily(task: Task) -> Task:
    """Register something to do once a day; it gets the day and runs in the program's context."""
    name = f"{task.__module__}.{task.__qualname__}"
    if name in TASKS:
        raise ValueError(f"{name} is registered twice")
    TASKS[name] = task
    return task


def run_daily(app: Flask) -> dict[str, object]:
    """Do everything of today; return what each task says it did."""
    with app.app_context():
        return {name: task(today()) for name, task in TASKS.items()}


def start_daily(app: Flask) -> threading.Thread:
    """Look every ten minutes whether a new day has come; the first look is at once."""
    thread = threading.Thread(target=follow, args=(app,), name="daily", daemon=True)
    thread.start()
    return thread


def follow(app: Flask) -> None:
    done: date | None = None
    while True:
        with app.app_context():
            day = today()
        if day != done:
            try:
                log.info("daily", extra={"facts": {"done": run_daily(app)}})
                done = day
            except Exception:  # noqa: BLE001 — the outermost edge: tomorrow's work must not depend on today's
                log.exception("the daily work failed and is tried again")
        time.sleep(LOOK_SECONDS)
