"""The record of a vote: anybody can recount it, and whoever alters it is found out."""

import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from survey_app.ballots import attendance, queries, record, verify, voting
from survey_app.ballots.facts import OptionFacts, VoterFacts
from survey_app.ballots.models import MotionRecord
from survey_app.ballots.rules import Kind, Method
from survey_app.cli.commands import run
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import Committee, gathered


def published(committee: Committee, kind: Kind, method: Method = Method.CHOICE) -> MotionRecord:
    motion = committee.opened(kind, method)
    for voter, choice in zip(committee.voters, ["b", "b", "a", "abstain", "b"], strict=True):
        committee.cast(motion, voter, choice)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)
    db.session.close()
    return queries.record_of(db.session, motion)


@pytest.mark.parametrize("kind", Kind)
def test_published_vote_can_be_recounted_outside_the_project(committee, kind, tmp_path) -> None:
    held = published(committee, kind)
    file = tmp_path / "stembus.zip"
    file.write_bytes(record.zip_of(held))
    with zipfile.ZipFile(file) as container:
        container.extract("natellen.py", tmp_path)

    said = subprocess.run(
        [sys.executable, "-I", tmp_path / "natellen.py", file, "--root", record.root_words(held)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )

    assert said.stderr == ""
    assert said.stdout.splitlines() == [
        "Welke plus-plek?",
        "     1  Mobiele plus-plek",
        "     3  Vaste plus-plek",
        "     1  onthouding",
        "",
        f"Controlewoorden: {record.root_words(held)}",
        f"SHA-256: {held.root}",
        "In orde: elke regel, elke stembrief en de uitslag kloppen.",
    ]
    assert said.returncode == 0


def zipped(files: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as container:
        for name, content in files.items():
            container.writestr(name, content)
    return held.getvalue()


def flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def places(content: bytes) -> list[int]:
    """Every byte of a short file; of a long one enough to meet each kind of line."""
    step = max(1, len(content) // 400)
    return [*range(0, len(content), step), len(content) - 1]


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


def test_every_flipped_byte_is_found_with_its_file_and_line(files) -> None:
    for name, content in files.items():
        for place in places(content):
            line = content[:place].count(b"\n") + 1
            changed = files | {name: flipped(content, place)}

            assert complaint(changed) == f"{name}, regel {line} is veranderd", place


def test_lines_taken_out_or_put_in_are_found(files) -> None:
    for name in verify.FILES:
        lines = files[name].split(b"\n")
        for number in range(len(lines) - 1):
            without = lines[:number] + lines[number + 1 :]
            twice = lines[: number + 1] + lines[number:]
            for altered in (without, twice):
                if altered != lines:
                    said = complaint(files | {name: b"\n".join(altered)})
                    assert said.startswith(f"{name}, regel "), (name, number)


def test_damaged_container_is_refused_wherever_the_damage_is(files) -> None:
    whole = zipped(files)
    for place in range(0, len(whole), max(1, len(whole) // 300)):
        damaged = flipped(whole, place)
        try:
            root, _lines = verify.verify(damaged)
        except verify.WrongError:
            continue
        assert root == verify.hash_of(files[verify.SUMS])  # a date or a name's case: nothing said


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_container_is_refused(content) -> None:
    with pytest.raises(verify.WrongError):
        verify.verify(content)


def test_missing_or_extra_entry_is_refused(files) -> None:
    for altered in (
        {name: content for name, content in files.items() if name != "rules.json"},
        files | {"extra.txt": b""},
    ):
        with pytest.raises(verify.WrongError, match="precies"):
            verify.verify(zipped(altered))


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


def test_command_recounts_and_compares_with_the_words_of_the_minutes(
    committee, tmp_path, capsys
) -> None:
    held = published(committee, Kind.NAMED)
    file = tmp_path / "stembus.zip"
    file.write_bytes(record.zip_of(held))

    code = run(["ballot", "verify", str(file), "--root", record.root_words(held).upper()])

    assert code == 0
    assert record.root_words(held) in capsys.readouterr().out


def test_record_is_the_same_file_each_time(committee) -> None:
    held = published(committee, Kind.SEALED)

    assert record.zip_of(held) == record.zip_of(held)


def test_words_are_plain_and_each_stands_for_one_byte() -> None:
    assert (len(verify.WORDS), len(set(verify.WORDS))) == (256, 256)
    assert list(verify.WORDS) == sorted(verify.WORDS)
    assert all(word.isascii() and word.islower() and 2 <= len(word) <= 8 for word in verify.WORDS)
    assert (
        verify.words_of("00" * 4 + "ff" * 28) == "aarde aarde aarde aarde zwaan zwaan zwaan zwaan"
    )


def test_names_of_a_secret_vote_never_stand_beside_a_choice(committee) -> None:
    held = published(committee, Kind.SEALED)

    assert "Lid " not in held.files["ballots.jsonl"]
    assert held.files["participation.csv"].splitlines() == [
        "name,faction",
        *(f"Lid {n}," for n in range(1, 6)),
    ]


def test_poll_keeps_nobody(committee) -> None:
    held = published(committee, Kind.POLL)

    assert held.files["participation.csv"] == "name,faction\n"


def test_hostile_text_stays_text_in_every_file(committee, tmp_path) -> None:
    nasty = '=cmd|"/c"!A1\nIn orde: \x1b[2J"><script>\u2028'
    facts = VoterFacts(nasty, faction="@SUM(1)", place="1")
    committee.do(attendance.change_voter, voter_id=committee.voters[0], facts=facts)
    motion = committee.motion(Kind.NAMED, Method.CHOICE, options=[OptionFacts(nasty)] * 2)
    committee.do(voting.open_vote, motion_id=motion)
    committee.cast(motion, committee.voters[0], "a")
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)
    db.session.close()
    held = queries.record_of(db.session, motion)

    file = tmp_path / "stembus.zip"
    file.write_bytes(record.zip_of(held))
    said, code = verify.told(file)

    assert code == 0
    assert [line.startswith("In orde") for line in said.splitlines()].count(True) == 1
    assert "\x1b" not in said
    assert held.files["participation.csv"].splitlines()[1].startswith("\"'=cmd")


def test_reason_of_a_conflict_is_not_published(committee) -> None:
    motion, voter = committee.motion(Kind.NAMED, Method.CHOICE), committee.voters[0]
    committee.do(attendance.state_conflict, motion_id=motion, voter_id=voter, reason="Zus van A")
    committee.do(voting.open_vote, motion_id=motion)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)
    db.session.close()

    held = queries.record_of(db.session, motion)

    assert '"conflict": true' in held.files["setup.json"]
    assert "Zus van A" not in "".join(held.files.values())


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
