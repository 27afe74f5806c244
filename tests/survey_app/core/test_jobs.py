"""Heavy files are made once, found again, and made anew when they should be."""

import pytest
from flask import g, render_template

from survey_app.core import jobs
from survey_app.core.errors import NotMadeError
from survey_app.core.jobs import FileKind, file_for, file_kind, program

MADE: list[object] = []


def make(spec) -> bytes:
    MADE.append(spec)
    if spec.get("fails"):
        raise ValueError("cannot be made")
    return repr(spec).encode()


@pytest.fixture(autouse=True)
def kind(monkeypatch, app):
    MADE.clear()
    monkeypatch.setitem(jobs.KINDS, "trial", FileKind("txt", make))
    with app.app_context():
        yield


def test_file_is_made_once_and_found_again() -> None:
    first = file_for("trial", {"a": 1})
    again = file_for("trial", {"a": 1})

    assert first == again
    assert MADE == [{"a": 1}]


def test_another_description_is_another_file() -> None:
    assert file_for("trial", {"a": 1}) != file_for("trial", {"a": 2})


def test_order_of_what_is_described_stays() -> None:
    """Questions and options come in the coach's order, never in the alphabet's."""
    path = file_for("trial", {"b": 1, "a": 2})

    assert path is not None
    assert path.read_bytes() == b"{'b': 1, 'a': 2}"


def test_file_of_an_earlier_version_is_made_anew(monkeypatch) -> None:
    before = file_for("trial", {"a": 1})
    monkeypatch.setattr(jobs, "program", lambda: "a later version")

    assert file_for("trial", {"a": 1}) != before
    assert len(MADE) == 2


def test_fingerprint_of_the_program_is_the_same_each_time() -> None:
    first = program()
    program.cache_clear()

    assert program() == first
    assert len(first) == 16


def test_what_cannot_be_made_is_told_and_tried_again(app) -> None:
    for _ in range(2):
        with pytest.raises((NotMadeError, ValueError)):
            file_for("trial", {"fails": True})

    assert len(MADE) == 2
    assert [path.suffix for path in (app.config["DATA"] / "files" / "trial").iterdir()] == [
        ".failed"
    ]


def test_who_waits_is_told_how_far_it_is(monkeypatch, app) -> None:
    told: list[object] = []
    pages: list[str] = []

    def slow(_spec) -> bytes:
        jobs.progress(3, 20)
        [note] = (app.config["DATA"] / "files" / "trial").glob("*.progress")
        with app.test_request_context():
            g.waited_for = note.with_suffix(".txt")
            told.append(jobs.waited_for())
            pages.append(render_template("errors/being_made.html"))
        return b"done"

    monkeypatch.setitem(jobs.KINDS, "trial", FileKind("txt", slow))
    path = file_for("trial", {"a": 1})

    assert told == [(3, 20)]
    assert "3 van 20 stappen klaar." in pages[0]
    assert path is not None
    g.waited_for = path
    assert jobs.waited_for() is None


def test_progress_outside_the_worker_says_nothing() -> None:
    jobs.progress(1, 2)

    assert jobs.waited_for() is None


def test_two_files_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        file_kind("trial", "txt")(make)


def test_every_kind_of_file_has_an_extension_of_its_own_format() -> None:
    extensions = {kind.extension for kind in jobs.KINDS.values()}

    assert {"pdf", "json"} < extensions
    assert all(extension.isalnum() and extension.islower() for extension in extensions)
