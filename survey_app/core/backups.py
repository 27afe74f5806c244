"""One file with everything: the database, the key, a checksum; and back again."""

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL, make_url

from survey_app.core.errors import DomainError

FORMAT = 1


class BackupError(DomainError):
    """A backup cannot be made or read back; the message says why and what to do."""


def backup(config: Mapping[str, Any], file: Path, *, now: datetime) -> None:
    """Write a backup while the program runs; it is complete or it is not there."""
    with tempfile.TemporaryDirectory(dir=file.resolve().parent) as folder:
        copy = Path(folder) / "database"
        url = make_url(config["DATABASE_URL"])
        kind = url.get_backend_name()
        dump_sqlite(url, copy) if kind == "sqlite" else dump_postgresql(url, copy)
        facts = {
            "format": FORMAT,
            "database": kind,
            "made_at": now.isoformat(timespec="seconds"),
            "base_url": config["BASE_URL"],
            "sha256": fingerprint(copy),
        }
        part = Path(folder) / "backup"
        with tarfile.open(part, "w:gz") as tar:
            add_text(tar, "backup.json", json.dumps(facts, indent=2))
            add_text(tar, "secret.key", str(config["SECRET_KEY"]))
            tar.add(copy, "database")
        part.chmod(0o600)
        part.replace(file)


def dump_sqlite(url: URL, copy: Path) -> None:
    """A whole, compact copy; copying the file itself would miss what is still in the log."""
    with sqlite3.connect(str(url.database)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def dump_postgresql(url: URL, copy: Path) -> None:
    run_tool("pg_dump", "--format=custom", f"--file={copy}", "--dbname", plain(url))


def plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def run_tool(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 — our own words
    except FileNotFoundError as error:
        raise BackupError(f"{command[0]} is missing; install postgresql-client") from error
    except subprocess.CalledProcessError as error:
        raise BackupError(f"{command[0]}: {error.stderr.strip().splitlines()[-1]}") from error


def add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(text.encode()), 0o600
    tar.addfile(info, io.BytesIO(text.encode()))


def fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(config: Mapping[str, Any], file: Path) -> dict[str, Any]:
    """Put a backup back; the program must not be running. Returns the backup's own facts.

    The key comes along, so that receipts and printed codes keep working.
    """
    with tempfile.TemporaryDirectory() as folder:
        facts = unpack(file, Path(folder))
        copy = Path(folder) / "database"
        url = make_url(config["DATABASE_URL"])
        if facts["database"] != url.get_backend_name():
            raise BackupError(
                f"this backup is of {facts['database']}; "
                "set DORPSSTEM_DATABASE_URL to such a database and try again"
            )
        if facts["database"] == "sqlite":
            put_sqlite(Path(str(url.database)), copy)
        else:
            run_tool(
                "pg_restore",
                "--clean",
                "--if-exists",
                "--no-owner",
                "--dbname",
                plain(url),
                str(copy),
            )
        key = Path(config["DATA"]) / "secret.key"
        key.write_text((Path(folder) / "secret.key").read_text("ascii"), "ascii")
        key.chmod(0o600)
        return facts


def unpack(file: Path, folder: Path) -> dict[str, Any]:
    try:
        with tarfile.open(file, "r:gz") as tar:
            tar.extractall(folder, filter="data")
        facts: dict[str, Any] = json.loads((folder / "backup.json").read_text("utf-8"))
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        raise BackupError(f"{file.name} is no backup of Dorpsstem, or it is damaged") from error
    if facts.get("sha256") != fingerprint(folder / "database"):
        raise BackupError(f"{file.name} is damaged: the database in it was altered")
    return facts


def put_sqlite(target: Path, copy: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("-wal", "-shm"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    part = target.with_suffix(".restoring")
    part.write_bytes(copy.read_bytes())
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(target)
