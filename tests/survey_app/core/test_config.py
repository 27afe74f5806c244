"""The program refuses to start unsafe, and says how to mend it."""

import stat
from pathlib import Path

import pytest

from survey_app.config import SETTINGS, UnsafeConfigError, load_config

KEY = "k3y-of-the-tests-that-nobody-guesses-0123456789"
SAFE_PUBLIC = {"PROFILE": "public", "BASE_URL": "https://dorp.example", "SECRET_KEY": KEY}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(f"DORPSSTEM_{setting.name}", raising=False)


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"BASE_URL": "http://192.168.1.5:8000"},
        {"SECRET_KEY": KEY},
        SAFE_PUBLIC,
        {**SAFE_PUBLIC, "BASE_URL": "https://dorp.example/"},
    ],
)
def test_safe_settings_start(tmp_path: Path, config: dict[str, str]) -> None:
    assert load_config({"DATA": tmp_path, **config})["DATA"] == tmp_path


@pytest.mark.parametrize(
    ("config", "cure"),
    [
        ({"PROFILE": "production"}, "set it to public or lan"),
        ({"BASE_URL": "dorp.example"}, "must be an address"),
        ({"BASE_URL": "ftp://dorp.example"}, "must be an address"),
        ({"BASE_URL": "https://dorp.example/pad"}, "without a path"),
        ({"SECRET_KEY": "secret"}, "can be guessed"),
        ({"SECRET_KEY": "a" * 64}, "can be guessed"),
        ({"SECRET_KEY": "short-1234"}, "can be guessed"),
        ({**SAFE_PUBLIC, "BASE_URL": "http://dorp.example"}, "needs https"),
        ({**SAFE_PUBLIC, "SECRET_KEY": ""}, "needs DORPSSTEM_SECRET_KEY"),
        ({**SAFE_PUBLIC, "SECRET_KEY": "changeme"}, "can be guessed"),
        ({"PROXY_HOPS": "veel"}, "PROXY_HOPS"),
        ({"PROXY_HOPS": "-1"}, "PROXY_HOPS"),
    ],
)
def test_unsafe_settings_are_refused_with_a_cure(
    tmp_path: Path, config: dict[str, str], cure: str
) -> None:
    with pytest.raises(UnsafeConfigError, match=cure):
        load_config({"DATA": tmp_path, **config})


def test_environment_is_read_and_what_is_given_is_stronger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DORPSSTEM_DATA", str(tmp_path))
    monkeypatch.setenv("DORPSSTEM_BASE_URL", "http://192.168.1.5:8000/")

    assert load_config()["BASE_URL"] == "http://192.168.1.5:8000"
    assert load_config({"BASE_URL": "http://10.0.0.1"})["BASE_URL"] == "http://10.0.0.1"


def test_key_of_a_data_folder_is_drawn_once_and_private(tmp_path: Path) -> None:
    first = load_config({"DATA": tmp_path})["SECRET_KEY"]
    second = load_config({"DATA": tmp_path})["SECRET_KEY"]

    file = tmp_path / "secret.key"
    assert first == second == file.read_text()
    assert len(str(first)) >= 64
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_another_data_folder_gets_another_key(tmp_path: Path) -> None:
    keys = {load_config({"DATA": tmp_path / name})["SECRET_KEY"] for name in ("a", "b")}

    assert len(keys) == 2


def test_database_is_a_file_of_the_data_folder_unless_told(tmp_path: Path) -> None:
    config = load_config({"DATA": tmp_path})

    assert config["DATABASE_URL"] == f"sqlite:///{tmp_path / 'dorpsstem.sqlite3'}"


def test_earlier_keys_come_as_a_list(tmp_path: Path) -> None:
    config = load_config({"DATA": tmp_path, "SECRET_KEY_FALLBACKS": "een,twee,"})

    assert config["SECRET_KEY_FALLBACKS"] == ["een", "twee"]


def test_every_setting_says_what_it_is_for() -> None:
    assert all(setting.meaning for setting in SETTINGS)
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
