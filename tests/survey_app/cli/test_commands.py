"""Every command does what it says, or says in one line what is wrong."""

import json
import re
import tarfile
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from question_banks.loader import load_library
from survey_app.answers.models import Tally
from survey_app.cli.commands import dorpsstem, run
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.surveys.models import Survey
from tests.asking import ask, send
from tests.programs import KEY
from tests.questions import EVERY_ANSWER


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    """A command line whose program keeps everything in a folder of the test's own."""
    for name, value in {
        "DORPSSTEM_DATA": str(tmp_path),
        "DORPSSTEM_SECRET_KEY": KEY,
        "DORPSSTEM_PROFILE": "lan",
        "DORPSSTEM_BASE_URL": "http://127.0.0.1:8000",
    }.items():
        monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture
def told(at_home, capfdbinary):
    """Run a command; gives its exit status, what it printed, what it complained of."""

    def tell(*arguments: str) -> tuple[int, str, str]:
        status = run(list(arguments))
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return tell


@pytest.fixture
def answered(at_home, told, make_app):
    """A survey with two answers in the database of the command line."""
    assert told("db", "upgrade")[0] == 0
    app = make_app(DATA=at_home)
    asked = ask(app)
    for _ in range(2):
        assert send(app.test_client(), asked, EVERY_ANSWER).status_code == 200
    return asked


def commands(group=dorpsstem, path=()):
    for name, command in group.commands.items():
        yield (*path, name)
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_explains_itself(path, told) -> None:
    status, out, err = told(*path, "--help")

    assert status == 0
    assert len(out.splitlines()) > 3
    assert err == ""


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (["nonsense"], 2),
        (["bank", "nonsense"], 2),
        (["survey", "lint", "not-there.yaml"], 2),
        (["responses", "export", "K7P2QX", "--format", "docx"], 2),
        (["analyse", "not-there.csv", "--codebook", "x.json", "--out", "out"], 2),
        (["tally", "check"], 1),
        (["responses", "export", "K7P2QX"], 1),
        (["restore", "not-there", "--yes"], 1),
        (["user", "add", "a@b.example", "--workspace", "nowhere"], 1),
    ],
)
def test_what_goes_wrong_is_one_line(line, status, told) -> None:
    found, _out, err = told(*line)

    assert found == status
    assert "Traceback" not in err
    assert err.strip()
    assert len([part for part in err.splitlines() if part and "Usage" not in part]) <= 3


def test_bank_list_is_json_that_other_programs_read(told) -> None:
    status, out, _err = told("bank", "list", "--json")

    banks = json.loads(out)
    assert status == 0
    assert {bank["bank"] for bank in banks} == {bank.bank for bank in load_library().banks}
    assert {"code", "type", "role", "languages"} == set(banks[0]["items"][0])


def test_banks_of_the_program_have_no_faults(told) -> None:
    status, out, _err = told("bank", "lint")

    assert status == 0
    assert "waarvan 0 fouten" in out


def test_schema_of_a_bank_is_json(told) -> None:
    assert "properties" in told("bank", "lint", "--schema")[1]


def test_questionnaire_goes_out_and_comes_in_alike(answered, told, at_home) -> None:
    _status, out, _err = told("survey", "export", answered.code)
    file = at_home / "vragen.json"
    file.write_text(out, "utf-8")

    status, said, _err = told("survey", "import", str(file), "--project", "plus-plek-lafelt")

    assert status == 0
    with answered.app.app_context():
        db.session.close()
        made = db.session.get_one(Survey, int(re.search(r"\d+", said)[0]))
        assert made.draft == json.loads(out)


@pytest.mark.parametrize("text", ["title: [", "- 1", "title: x\nsections: 3", "\0", "a: &a [*a]"])
def test_broken_questionnaire_is_told_in_one_line(text, told, at_home) -> None:
    file = at_home / "stuk.yaml"
    file.write_text(text, "utf-8")

    status, _out, err = told("survey", "lint", str(file))

    assert status == 1
    assert "stuk.yaml" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("kind", ["csv", "csv-be", "jsonl", "xlsx"])
def test_rows_go_to_a_file_or_to_the_screen(kind, answered, told, at_home) -> None:
    file = at_home / "rijen"

    status, _out, _err = told(
        "responses", "export", answered.code, "--format", kind, "--out", str(file)
    )

    assert status == 0
    assert file.stat().st_size > 100
    if kind == "jsonl":
        printed = told("responses", "export", answered.code, "--format", kind)[1]
        assert printed == file.read_text("utf-8")
        assert len(printed.splitlines()) == 2


def test_tally_that_is_right_is_told_so(answered, told) -> None:
    assert told("tally", "check") == (0, "De telling klopt.\n", "")


def test_tally_that_was_touched_is_told_line_by_line(answered, told) -> None:
    def spoil(session) -> None:
        session.query(Tally).filter_by(item="age").update({"n": 9})

    with answered.app.app_context():
        write(spoil)

    status, out, err = told("tally", "check")

    assert status == 1
    assert "9 in de telling, 2 geteld" in err
    assert out == "1 verschillen\n"


def test_backup_of_a_running_program_is_put_back(answered, told, at_home) -> None:
    file = at_home / "kopie.dorpsstem"
    assert told("backup", str(file))[0] == 0
    assert send(answered.app.test_client(), answered, EVERY_ANSWER).status_code == 200
    assert len(answered.kept()) == 3

    status, out, _err = told("restore", str(file), "--yes")

    assert status == 0
    assert "2026" in out or "20" in out
    with answered.app.app_context():
        db.session.close()
        db.engine.dispose()
    assert len(answered.kept()) == 2
    assert file.stat().st_mode & 0o077 == 0


def test_damaged_backup_replaces_nothing(answered, told, at_home) -> None:
    file, other = at_home / "kopie", at_home / "anders"
    told("backup", str(file))
    with tarfile.open(file) as tar:
        tar.extractall(at_home / "uit", filter="data")
    (at_home / "uit" / "database").write_bytes(b"iets anders")
    with tarfile.open(other, "w:gz") as tar:
        for name in ("backup.json", "secret.key", "database"):
            tar.add(at_home / "uit" / name, name)

    status, _out, err = told("restore", str(other), "--yes")

    assert status == 1
    assert "damaged" in err
    assert len(answered.kept()) == 2


def test_upgrade_makes_a_backup_first(answered, told, at_home) -> None:
    file = at_home / "vooraf"

    assert told("upgrade", "--backup", str(file))[0] == 0
    assert tarfile.is_tarfile(file)


def test_account_is_made_with_a_link_to_choose_a_password(answered, told) -> None:
    status, out, _err = told("user", "add", "nieuw@dorp.example", "--workspace", "dorp-k7p2qx")
    link = urlsplit(out.split()[-1]).path
    visitor = answered.app.test_client()
    new = {"password": "vier losse woorden hier", "password_confirm": "vier losse woorden hier"}

    assert status == 0
    assert visitor.get(link).status_code == 200
    assert visitor.post(link, data=new).status_code == 302
    door = {"email": "nieuw@dorp.example", "password": new["password"]}
    assert answered.app.test_client().post("/account/login", data=door).status_code == 302


def test_account_in_no_organisation_is_refused_in_one_line(answered, told) -> None:
    status, _out, err = told("user", "add", "nieuw@dorp.example", "--workspace", "nergens")

    assert (status, err) == (1, "dorpsstem: there is no organisation nergens\n")


def test_doctor_finds_a_sound_program_sound(answered, told) -> None:
    status, out, _err = told("doctor")

    assert status == 0
    assert "LET OP" not in out
    assert "MB vrij" in out
    assert "mail niet ingesteld" in out


def test_doctor_warns_of_a_logbook_that_was_touched(answered, told) -> None:
    with answered.app.app_context():
        names = db.session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        for name in names.all():
            db.session.execute(text(f"DROP TRIGGER {name}"))
        db.session.execute(text("UPDATE audit_entry SET action = 'nothing.happened'"))
        db.session.commit()

    status, out, _err = told("doctor")

    assert status == 1
    assert "LET OP logboek" in out


def test_doctor_says_that_tables_are_missing(told) -> None:
    status, _out, err = told("doctor")

    assert status == 1
    assert "dorpsstem db upgrade" in err


def test_purge_says_what_it_forgot(answered, told) -> None:
    status, out, _err = told("purge")

    assert status == 0
    assert "erase" in out
