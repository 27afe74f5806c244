"""PostgreSQL and Redis of the tests' own: started on free ports, gone when the tests are."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import redis

PREFIX = "dorpsstem-tests-"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
POSTGRESQL_HOMES = Path("/usr/lib/postgresql")
CLUSTER = ("--auth=trust", "--username=tests", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8")
KEEP_NOTHING = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB")


class MissingServerError(Exception):
    """A server that the tests need is not on this machine; the message names the one command."""


@dataclass(slots=True)
class PrivateServer:
    """A server that runs for the tests alone; ``stop`` and ``start`` are there for fault tests."""

    url: str
    folder: Path
    command: Sequence[str]
    answers: Callable[[], bool]
    stop_signal: signal.Signals
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers; it ends with this process, however that ends."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                tied_to_us(self.command, self.stop_signal),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,  # Ctrl-C is for pytest, which then stops this in order
            )
        until = time.monotonic() + START_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{self.command[0]} did not start:\n{self.log.read_text()}")
            time.sleep(0.05)

    def stop(self, number: signal.Signals | None = None) -> None:
        """End it in order, or as ``number`` says; after a while by force."""
        if self.process is None:
            return
        self.process.send_signal(number or self.stop_signal)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    @property
    def log(self) -> Path:
        return self.folder / "log.txt"


def tied_to_us(command: Sequence[str], number: signal.Signals) -> list[str]:
    """Have the system end ``command`` when this process dies, even when it is killed."""
    return ["setpriv", f"--pdeathsig={number.name.removeprefix('SIG')}", *command]


@contextmanager
def private_postgresql() -> Iterator[PrivateServer]:
    """A PostgreSQL with an empty cluster; its URL leads to the database ``postgres``."""
    programs = postgresql_programs()
    with folder_for(server_account()) as folder:
        become, data, port = as_account(), folder / "data", free_port()
        subprocess.run(
            [*become, programs / "initdb", *CLUSTER, "--pgdata", data],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        options = (*FAST, "listen_addresses=127.0.0.1", f"port={port}", "max_connections=200")
        server = PrivateServer(
            url=f"postgresql+psycopg://tests@127.0.0.1:{port}/postgres",
            folder=folder,
            command=[
                *become,
                str(programs / "postgres"),
                "-D",
                str(data),
                "-k",
                str(folder),
                *(part for option in options for part in ("-c", option)),
            ],
            answers=lambda: postgresql_answers(port),
            stop_signal=signal.SIGINT,
        )
        yield from running(server)


@contextmanager
def private_redis() -> Iterator[PrivateServer]:
    """A Redis that keeps nothing on disk."""
    program = shutil.which("redis-server")
    if program is None:
        raise MissingServerError(missing("Redis", "redis-server"))
    with folder_for(None) as folder:
        port = free_port()
        server = PrivateServer(
            url=f"redis://127.0.0.1:{port}/0",
            folder=folder,
            command=[program, "--port", str(port), "--dir", str(folder), *KEEP_NOTHING],
            answers=lambda: redis_answers(port),
            stop_signal=signal.SIGTERM,
        )
        yield from running(server)


def running(server: PrivateServer) -> Iterator[PrivateServer]:
    try:
        server.start()
        yield server
    finally:
        server.stop()


def missing(name: str, package: str) -> str:
    return f"{name} is not on this machine; run: sudo apt-get install {package}"


def postgresql_programs() -> Path:
    """The folder with initdb and postgres: the newest that Debian put aside, else on the path."""
    homes = sorted(POSTGRESQL_HOMES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if homes:
        return homes[-1].parent
    found = shutil.which("initdb")
    if found is None:
        raise MissingServerError(missing("PostgreSQL", "postgresql"))
    return Path(found).resolve().parent


def server_account() -> pwd.struct_passwd | None:
    """Who PostgreSQL runs as: it refuses to be root; anybody else keeps his own name."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def as_account() -> list[str]:
    account = server_account()
    if account is None:
        return []
    return [
        "setpriv",
        f"--reuid={account.pw_uid}",
        f"--regid={account.pw_gid}",
        "--clear-groups",
        "--pdeathsig=keep",
    ]


@contextmanager
def folder_for(account: pwd.struct_passwd | None) -> Iterator[Path]:
    """A folder of its own, outside pytest's, which nobody but root could enter."""
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove folders of earlier runs that were killed before they could tidy up."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        owner = left.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdecimal() and not Path("/proc", owner).exists():
            shutil.rmtree(left, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def postgresql_answers(port: int) -> bool:
    try:
        psycopg.connect(f"host=127.0.0.1 port={port} user=tests dbname=postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def redis_answers(port: int) -> bool:
    with suppress(redis.ConnectionError), redis.Redis(port=port) as client:
        return bool(client.ping())
    return False
