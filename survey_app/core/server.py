"""The server: gevent in one process, with one worker child for charts and documents."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from flask import Flask

from survey_app.core.daily import start_daily
from survey_app.core.logs import log
from survey_app.core.memory import settle

LOOK_SECONDS = 2.0


class Server:
    """Serves until it is told to stop, then lets what is under way finish and ends its child."""

    def __init__(self, app: Flask, *, host: str, port: int, stop_seconds: float = 3.0) -> None:
        from gevent.pywsgi import WSGIHandler, WSGIServer  # noqa: PLC0415 — slow import

        class Silent(WSGIHandler):  # type: ignore[misc]  # gevent says no types
            """Makes up no line of a visit that nobody will read."""

            def log_request(self) -> None:
                """Residents leave no line at all."""

        self.app = app
        self.child: subprocess.Popen[bytes] | None = None
        self.wsgi = WSGIServer(
            (host, port), app, log=None, error_log=sys.stderr, environ={}, handler_class=Silent
        )
        self.wsgi.stop_timeout = stop_seconds

    def serve(self, *, ready: Callable[[], None] = lambda: None) -> None:
        """Start child and server, call ``ready`` once the port is open, run until a signal."""
        import gevent  # noqa: PLC0415 — slow import

        for number in (signal.SIGTERM, signal.SIGINT):
            gevent.signal_handler(number, self.stop)
        self.child = start_child(self.app)
        settle()
        try:
            self.wsgi.start()
            gevent.spawn(self.keep_child)
            start_daily(self.app)
            ready()
            self.wsgi.serve_forever()
        finally:
            self.close()

    def stop(self) -> None:
        """End the streams of live screens, then take no more visitors."""
        self.app.extensions["hub"].close()
        self.wsgi.stop()

    def keep_child(self) -> None:
        """A child that died, for whatever reason, is made anew."""
        while self.wsgi.started:
            time.sleep(LOOK_SECONDS)
            if self.wsgi.started and self.child is not None and self.child.poll() is not None:
                log.warning("worker ended", extra={"facts": {"status": self.child.returncode}})
                self.child = start_child(self.app)

    def close(self) -> None:
        self.app.extensions["writer"].close()
        if self.child is not None:
            self.child.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.child.wait(timeout=5)
            if self.child.poll() is None:
                self.child.kill()
                self.child.wait()


def start_child(app: Flask) -> "subprocess.Popen[bytes]":
    """Start the worker as a process of its own, with the very settings of this one."""
    own = {
        f"DORPSSTEM_{name}": str(app.config[name])
        for name in ("DATA", "DATABASE_URL", "REDIS_URL", "SECRET_KEY", "BASE_URL", "PROFILE")
    }
    return subprocess.Popen(  # noqa: S603 — our own program
        [sys.executable, "-m", "survey_app.worker", str(os.getpid())],
        env={**os.environ, **own},
        start_new_session=True,
    )
