"""The file that recounts says everything in four languages."""

import re
from pathlib import Path

import pytest

from survey_app.ballots import verify
from survey_app.ballots.rules import Kind
from tests.survey_app.ballots.conftest import gathered
from tests.survey_app.ballots.test_record import published
from tests.survey_app.ballots.test_tampering import packed, zipped


@pytest.fixture
def both(app, tmp_path) -> list[Path]:
    """A sound file, and one of which a line was altered."""
    with app.app_context():
        held = published(gathered(app), Kind.SEALED)
    files = {name: text.encode() for name, text in held.files.items()}
    first, _second, *others = files["setup.json"].split(b"\n")
    altered = files | {"setup.json": b"\n".join([first, b"?", *others])}
    sound, wrong = tmp_path / "sound.zip", tmp_path / "wrong.zip"
    sound.write_bytes(packed(files))
    wrong.write_bytes(zipped(altered))
    return [sound, wrong]


def sentences() -> set[str]:
    """What the file says in Dutch: every text of two words or more that is said to somebody."""
    source = Path(verify.__file__).read_text("utf-8").partition("LANGUAGES = ")[0]
    spoken = r'(?:WrongError|say)\(\s*"([^"]+)"|(?:well|no_box|another) = "([^"]+)"'
    return {one or other for one, other in re.findall(spoken, source)}


def test_everything_it_says_is_said_in_every_language() -> None:
    assert set(verify.OTHERWISE) == sentences() | set(verify.NAMES.values())
    for dutch, others in verify.OTHERWISE.items():
        assert len(others) == len(verify.LANGUAGES), dutch
        held = set(re.findall(r"\{\d\}", dutch))
        assert all(set(re.findall(r"\{\d\}", other)) == held for other in others), dutch


@pytest.mark.parametrize(
    ("language", "well", "wrong"),
    [
        ("nl", "In orde: ", "NIET IN ORDE: setup.json, regel 2 is veranderd."),
        ("fr", "En ordre : ", "PAS EN ORDRE : setup.json, la ligne 2 a été modifiée."),
        ("de", "In Ordnung: ", "NICHT IN ORDNUNG: setup.json, Zeile 2 wurde geändert."),
        ("en", "All right: ", "NOT RIGHT: setup.json, line 2 was altered."),
    ],
)
def test_count_and_mistakes_are_told_in_each_language(both, capsys, language, well, wrong) -> None:
    codes = [verify.main([str(file), "--language", language]) for file in both]

    told = capsys.readouterr().out.splitlines()
    assert codes == [0, 1]
    assert any(line.startswith(well) for line in told)
    assert told[-1] == wrong
