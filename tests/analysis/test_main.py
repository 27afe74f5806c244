"""The command that analyses files without the web."""

import json
import subprocess
import sys

import pytest

from analysis.__main__ import main

CODEBOOK = {
    "wanted": {
        "label": "Wat mist u?",
        "measure": "multiple",
        "role": "importance",
        "options": {"a": {"label": "Bakker", "topic": "bread"}, "b": {"label": "Bus"}},
    }
}
HEADER = "response,item,option,value,number,text,day,collector,mode,group"


@pytest.fixture
def folder(tmp_path):
    lines = [
        f"R{n},wanted,{code},{int((n + shift) % 3 == 0)},,,2026-05-20,poster,self,"
        for n in range(40)
        for shift, code in enumerate("ab")
    ]
    (tmp_path / "answers.csv").write_text("\n".join([HEADER, *lines]))
    (tmp_path / "codebook.json").write_text(json.dumps(CODEBOOK))
    return tmp_path


def run(folder, *more, answers="answers.csv", codebook="codebook.json", out="out"):
    return main(
        [str(folder / answers), "--codebook", str(folder / codebook), "--out", str(folder / out),
         *more]
    )  # fmt: skip


def test_files_are_written_and_named(folder, capsys):
    assert run(folder) == 0

    names = capsys.readouterr().out.split()
    assert names == sorted(path.name for path in (folder / "out").iterdir())
    assert {"priorities.csv", "priorities.svg", "priorities.html", "summary.md", "wanted.csv",
            "wanted.svg", "wanted.html"} <= set(names)  # fmt: skip


def test_the_same_answers_give_the_same_files(folder):
    run(folder, out="one")
    run(folder, out="other")

    for path in (folder / "one").iterdir():
        assert path.read_bytes() == (folder / "other" / path.name).read_bytes()


def test_it_runs_as_a_module_and_reads_a_codebook_with_a_mark(folder):
    (folder / "codebook.json").write_text(json.dumps(CODEBOOK), "utf-8-sig")
    command = [sys.executable, "-m", "analysis", "answers.csv", "--codebook", "codebook.json",
               "--out", "deep/er", "--by", "collector", "--least", "10"]  # fmt: skip

    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert (folder / "deep" / "er" / "priorities_by_group.csv").exists()


def test_help_is_no_failure(capsys):
    assert main(["--help"]) == 0
    assert "--codebook" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["x.csv"], ["x.csv", "--codebook", "y"], ["x", "--nonsense"],
                  ["x.csv", "--codebook", "y", "--out", "z", "--least", "1"]]
)  # fmt: skip
def test_a_wrong_command_is_answered_in_one_line(arguments, capsys):
    assert main(arguments) == 2

    said = capsys.readouterr().err
    assert said.startswith("Zo werkt het: dorpsstem analyse FILE --codebook FILE --out DIR")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"answers": "gone.csv"}, "gone.csv: kan niet geopend of bewaard worden."),
        ({"codebook": "gone.json"}, "gone.json: kan niet geopend of bewaard worden."),
    ],
)
def test_a_file_that_is_not_there_is_named(folder, capsys, missing, said):
    assert run(folder, **missing) == 2
    assert capsys.readouterr().err == said + "\n"


def test_a_folder_for_a_file_or_a_file_for_a_folder_fails_in_one_line(folder, capsys):
    assert run(folder, answers="") == 1
    assert run(folder, out="answers.csv") == 1

    assert capsys.readouterr().err.count("\n") == 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"{", "codebook.json: regel 1: dit is geen JSON in UTF-8. Kijk het bestand na."),
        (b"\xff\xfe{", "codebook.json: dit is geen JSON in UTF-8. Kijk het bestand na."),
        (b"[" * 100_000, "codebook.json: dit is geen JSON in UTF-8. Kijk het bestand na."),
        (b"[]", "codebook.json: Geef een object met vragen per code."),
    ],
)
def test_a_broken_codebook_is_said_in_one_line(folder, capsys, body, said):
    (folder / "codebook.json").write_bytes(body)

    assert run(folder) == 1
    assert capsys.readouterr().err == said + "\n"


def test_all_mistakes_of_a_file_are_said_and_nothing_is_written(folder, capsys):
    (folder / "answers.csv").write_text(f"{HEADER}\n1,wanted,z,1\n2,gone,a,1\n")

    assert run(folder) == 1

    assert capsys.readouterr().err.splitlines() == [
        "answers.csv: regel 2: keuze “z” staat niet in het codeboek. Voeg ze toe.",
        "answers.csv: regel 3: vraag “gone” staat niet in het codeboek. Voeg ze toe.",
    ]
    assert not (folder / "out").exists()
