"""The record of a vote: anybody can recount it, and whoever alters it is found out."""

import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from survey_app.ballots import queries, record, voting
from survey_app.ballots.models import MotionRecord
from survey_app.ballots.rules import Kind, Method
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
