"""The record of a vote: anybody can recount it, and it says no more than was promised."""

import subprocess
import sys
import zipfile

import pytest

from survey_app.ballots import attendance, queries, record, verify, voting
from survey_app.ballots.facts import OptionFacts, VoterFacts
from survey_app.ballots.models import MotionRecord
from survey_app.ballots.rules import Kind, Method
from survey_app.cli.commands import run
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import Committee


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
        "     1  onthoudingen",
        "",
        f"Controlewoorden: {record.root_words(held)}",
        f"SHA-256: {held.root}",
        "In orde: elke regel, elke stembrief en de uitslag kloppen.",
    ]
    assert said.returncode == 0


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
