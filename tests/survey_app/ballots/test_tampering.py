"""Whoever alters a record is found out: each byte, each line, each number that does not agree."""

import re
import subprocess
import zipfile
from functools import lru_cache
from io import BytesIO
from itertools import permutations

import pytest

from survey_app.ballots import verify
from survey_app.ballots.models import MotionRecord
from survey_app.ballots.record import zip_of
from survey_app.ballots.rules import Kind
from survey_app.cli.commands import run
from tests.survey_app.ballots.conftest import gathered
from tests.survey_app.ballots.test_record import published


def zipped(files: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as container:
        for name, content in files.items():
            container.writestr(name, content)
    return held.getvalue()


def flipped(content: bytes, place: int) -> bytes:
    """One bit of one byte the other way: of neighbours never the same bit."""
    return content[:place] + bytes([content[place] ^ 1 << place % 8]) + content[place + 1 :]


@pytest.fixture
def files(app) -> dict[str, bytes]:
    """The files of a sealed vote."""
    with app.app_context():
        held = published(gathered(app), Kind.SEALED)
    return {name: text.encode() for name, text in held.files.items()}


def complaint(files: dict[str, bytes]) -> str:
    with pytest.raises(verify.WrongError) as caught:
        verify.check_sums(files)
    return str(caught.value)


@pytest.mark.parametrize("name", [*verify.FILES, verify.SUMS])
def test_every_flipped_byte_is_found_with_its_file_and_line(files, name, monkeypatch) -> None:
    content, line = files[name], 1
    monkeypatch.setattr(verify, "hash_of", lru_cache(1500)(verify.hash_of))  # most lines stay

    for place, byte in enumerate(content):
        changed = files | {name: flipped(content, place)}
        assert complaint(changed) == f"{name}, regel {line} is veranderd", place
        line += byte == ord("\n")


@pytest.mark.parametrize("name", [*verify.FILES, verify.SUMS])
def test_lines_taken_out_put_in_twice_or_in_another_place_are_found(files, name) -> None:
    lines = files[name].split(b"\n")

    for n in range(len(lines) - 1):
        for altered in (
            lines[:n] + lines[n + 1 :],
            lines[: n + 1] + lines[n:],
            [*lines[:n], b"", *lines[n:]],
            [*lines[:n], lines[n + 1], lines[n], *lines[n + 2 :]],
            lines[:n],
        ):
            if altered != lines:
                said = complaint(files | {name: b"\n".join(altered)})
                assert re.fullmatch(
                    rf"{re.escape(name)}, regel \d+ (is veranderd|ontbreekt)", said
                ), n


def test_contents_that_changed_places_are_found(files) -> None:
    for one, other in permutations(files, 2):
        said = complaint(files | {one: files[other], other: files[one]})
        assert " is veranderd" in said


def test_damaged_container_is_refused_wherever_the_damage_is(files) -> None:
    whole = packed(files)
    with zipfile.ZipFile(BytesIO(whole)) as container:
        data = {place for one in container.infolist() for place in inside(one)}
    looked_at = [place for place in range(len(whole)) if place not in data or place % 16 == 0]

    assert len(looked_at) > 1000
    for place in looked_at:
        try:
            held = verify.read_container(flipped(whole, place))
        except verify.WrongError:
            continue
        assert held == files, place  # a date or a version: it says nothing of the vote


def packed(files: dict[str, bytes]) -> bytes:
    """The container as the program makes it."""
    texts = {name: content.decode() for name, content in files.items()}
    return zip_of(MotionRecord(motion_id=1, root="", files=texts))


def inside(entry: zipfile.ZipInfo) -> range:
    """Where the compressed content of an entry lies."""
    start = entry.header_offset + 30 + len(entry.filename)
    return range(start, start + entry.compress_size)


def test_container_cut_short_anywhere_is_refused(files) -> None:
    whole = packed(files)

    for length in range(0, len(whole), 50):
        with pytest.raises(verify.WrongError):
            verify.read_container(whole[:length])


def test_remark_in_the_container_is_refused(files) -> None:
    def commented(container: zipfile.ZipFile) -> None:
        container.comment = b"voor: 23"

    def remarked(container: zipfile.ZipFile) -> None:
        container.infolist()[3].comment = b"voor: 23"

    def filled(container: zipfile.ZipFile) -> None:
        container.infolist()[3].extra = b"\x01\x99\x02\x0023"

    for put in (commented, remarked, filled):
        held = BytesIO(packed(files))
        with zipfile.ZipFile(held, "a") as container:
            put(container)
            container._didModify = True  # or the directory is not written anew
        with pytest.raises(verify.WrongError, match="opmerking"):
            verify.verify(held.getvalue())


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_container_is_refused(content) -> None:
    with pytest.raises(verify.WrongError):
        verify.verify(content)


def test_entry_missing_added_renamed_or_twice_is_refused(files) -> None:
    for name in files:
        others = {other: content for other, content in files.items() if other != name}
        for altered in (
            others,
            others | {name.upper() + "x": files[name]},
            others | {f"./{name}": files[name]},
            files | {f"map/{name}": files[name]},
        ):
            with pytest.raises(verify.WrongError, match="precies"):
                verify.verify(zipped(altered))
        with pytest.raises(verify.WrongError, match="precies"):
            verify.verify(twice(files, name))


def twice(files: dict[str, bytes], name: str) -> bytes:
    held = BytesIO(zipped(files))
    with zipfile.ZipFile(held, "a") as container, pytest.warns(UserWarning, match="Duplicate"):
        container.writestr(name, files[name])
    return held.getvalue()


def resealed(files: dict[str, bytes], **changed: bytes) -> bytes:
    """Alter a file and compute every hash anew, as somebody would who wants to deceive."""
    altered = files | {name.replace("_", "."): content for name, content in changed.items()}
    return zipped(altered | {verify.SUMS: verify.sums_of(altered).encode()})


def test_altered_ballot_with_fresh_hashes_no_longer_gives_the_result(files) -> None:
    ballots = files["ballots.jsonl"].replace(b'"choice":"a"', b'"choice":"b"')

    with pytest.raises(verify.WrongError, match=r"result\.json: .* maar geteld is"):
        verify.verify(resealed(files, ballots_jsonl=ballots))


def test_ballot_put_in_or_taken_out_with_fresh_hashes_is_noticed(files) -> None:
    lines = files["ballots.jsonl"].splitlines(keepends=True)
    extra = b'{"choice":"b","id":"ffffffffffffffff"}\n'

    for altered in (lines[1:], [*lines, extra], [*lines, lines[-1]], lines[::-1]):
        with pytest.raises(verify.WrongError, match=r"participation|dubbel"):
            verify.verify(resealed(files, ballots_jsonl=b"".join(altered)))


def test_altered_event_with_fresh_hashes_breaks_the_chain(files) -> None:
    events = files["events.jsonl"].replace(b'"present":5', b'"present":4', 1)

    with pytest.raises(verify.WrongError, match=r"events\.jsonl, regel 1 volgt niet"):
        verify.verify(resealed(files, events_jsonl=events))


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("rules.json", b'"share": "1/2"', b'"share": "2/3"', "rules is niet wat bij de opening"),
        ("setup.json", b'"title": "Welke', b'"title": "Wie', "title is niet wat bij de opening"),
        ("setup.json", b'"title": "Vaste', b'"title": "Anders', "options is niet wat bij de"),
        ("rules.json", b'"cast": 5', b'"cast": 4', "closing is niet wat bij de sluiting"),
        ("result.json", b'"a": 1', b'"a": 2', "maar geteld is"),
    ],
)
def test_altered_sheet_with_fresh_hashes_does_not_agree(files, name, before, after, said) -> None:
    assert before in files[name]
    changed = {name.replace(".", "_"): files[name].replace(before, after)}

    with pytest.raises(verify.WrongError, match=said):
        verify.verify(resealed(files, **changed))


def test_whole_file_that_was_replaced_has_other_words(files, tmp_path) -> None:
    file = tmp_path / "stembus.zip"
    other = files | {"participation.csv": files["participation.csv"].replace(b"Lid 1", b"Lid X")}
    file.write_bytes(resealed(other))
    root = verify.hash_of(files[verify.SUMS])

    for expected in (root, verify.words_of(root)):
        said, code = verify.told(file, expected)
        assert (said.splitlines()[-1], code) == (
            "NIET IN ORDE: dit is niet het bestand van dat verslag.",
            1,
        )


def test_command_names_what_was_altered_and_exits_with_one(files, tmp_path, capsys) -> None:
    file = tmp_path / "stembus.zip"
    altered = files | {"ballots.jsonl": files["ballots.jsonl"].replace(b'"a"', b'"b"')}
    file.write_bytes(zipped(altered))

    code = run(["ballot", "verify", str(file)])

    assert code == 1
    assert "NIET IN ORDE: ballots.jsonl, regel " in capsys.readouterr().err


def test_hashes_can_be_checked_with_the_usual_program(files, tmp_path) -> None:
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    said = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )

    assert said.stdout.splitlines() == [f"{name}: OK" for name in verify.FILES]


def test_what_is_missing_or_makes_no_sense_is_said_in_one_line(files, tmp_path) -> None:
    nonsense = tmp_path / "nonsense.zip"
    nonsense.write_bytes(resealed(files, rules_json=b"[]"))

    for file in (tmp_path / "missing.zip", nonsense):
        assert verify.told(file) == (
            f"NIET IN ORDE: {file} is geen stembus die dit programma kan lezen.",
            1,
        )
