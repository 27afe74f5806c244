"""Settings: safe by default, read from the environment, refused when unsafe.

Every setting is an environment variable that begins with ``DORPSSTEM_``; docs/instellingen.md
explains each one to whoever installs the program, and a test compares that page with this file.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "DORPSSTEM_"
SHORTEST_KEY = 32
GUESSABLE_KEYS = frozenset({"secret", "changeme", "change-me", "dev", "test", "dorpsstem"})


class UnsafeConfigError(Exception):
    """A setting would put visitors at risk; the message says which one and how to mend it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name without the prefix, its value when nobody sets it, what it is for."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("DATA", "instance", "folder of the database, the key and the files that were made"),
    Setting("DATABASE_URL", "", "SQLite in the data folder, or postgresql+psycopg://…"),
    Setting("REDIS_URL", "", "several processes hear each other through Redis"),
    Setting("SECRET_KEY", "", "signs cookies and receipts; at least 32 characters"),
    Setting("SECRET_KEY_FALLBACKS", "", "earlier keys, comma between, still accepted"),
    Setting("BASE_URL", "http://127.0.0.1:8000", "the address that is printed in QR codes"),
    Setting("PROFILE", "lan", "public (https) or lan (a village hall without internet)"),
    Setting("PROXY_HOPS", "0", "how many proxies of your own stand in front"),
    Setting("MAIL_URL", "", "smtp://user:password@host:port; everything works without mail"),
    Setting("MAIL_SENDER", "", "the address that mail is sent from"),
)


def load_config(given: Mapping[str, object] | None = None) -> dict[str, object]:
    """Join defaults, environment and ``given`` (strongest last) and complete what follows."""
    config: dict[str, object] = {s.name: s.default for s in SETTINGS}
    config |= {
        s.name: os.environ[PREFIX + s.name] for s in SETTINGS if PREFIX + s.name in os.environ
    }
    config |= dict(given or {})
    data = Path(str(config["DATA"])).resolve()
    config["DATA"] = data
    config["PROXY_HOPS"] = counted(str(config["PROXY_HOPS"]))
    config["SECRET_KEY_FALLBACKS"] = [
        key for key in str(config["SECRET_KEY_FALLBACKS"]).split(",") if key
    ]
    config["BASE_URL"] = str(config["BASE_URL"]).rstrip("/")
    config["DATABASE_URL"] = config["DATABASE_URL"] or f"sqlite:///{data / 'dorpsstem.sqlite3'}"
    check_config(config)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    config["SECRET_KEY"] = config["SECRET_KEY"] or kept_key(data / "secret.key")
    return config


def counted(text: str) -> int:
    """Read how many proxies stand in front."""
    if not text.isdecimal():
        raise UnsafeConfigError(
            f"DORPSSTEM_PROXY_HOPS is '{text}'; set it to 0, or to how many proxies of your own "
            "stand in front."
        )
    return int(text)


def check_config(config: Mapping[str, object]) -> None:
    """Refuse to start unsafe: raise UnsafeConfigError with the cure."""
    profile = config["PROFILE"]
    if profile not in {"public", "lan"}:
        raise UnsafeConfigError(f"DORPSSTEM_PROFILE is '{profile}'; set it to public or lan.")
    parts = urlsplit(str(config["BASE_URL"]))
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"}:
        raise UnsafeConfigError(
            "DORPSSTEM_BASE_URL must be an address without a path, such as https://dorp.example."
        )
    key = str(config["SECRET_KEY"])
    if key and (len(key) < SHORTEST_KEY or key.lower() in GUESSABLE_KEYS or len(set(key)) < 8):  # noqa: PLR2004 — fewer than 8 different characters is a pattern, not a key
        raise UnsafeConfigError(
            "DORPSSTEM_SECRET_KEY can be guessed; make one: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    if profile == "public":
        check_public(parts.scheme, key)


def check_public(scheme: str, key: str) -> None:
    if scheme != "https":
        raise UnsafeConfigError(
            "The public profile needs https in DORPSSTEM_BASE_URL; "
            "for a village hall without internet set DORPSSTEM_PROFILE=lan."
        )
    if not key:
        raise UnsafeConfigError(
            "The public profile needs DORPSSTEM_SECRET_KEY; make one: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )


def kept_key(path: Path) -> str:
    """Return the key of this data folder; draw it once, readable by the owner alone."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text("ascii").strip()
