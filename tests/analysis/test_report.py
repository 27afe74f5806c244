"""Reports and their files: whole, safe, and silent about few people."""

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from analysis.codebook import Codebook, OptionCode
from analysis.dataset import Dataset
from analysis.report import days, report
from analysis.report_files import COLUMNS, file_name, files, note
from question_banks.measures import Measure
from tests.analysis import samples
from tests.analysis.samples import counts, item

WANTED = replace(samples.MULTIPLE, code="wanted", role="importance")
DOABLE = replace(
    samples.GRID,
    code="doable",
    role="feasibility",
    options=(OptionCode("a", "A kan", "about_a"), OptionCode("b", "B kan", "about_b")),
)
LIKED = replace(samples.ORDINAL, code="liked")
RANKED = replace(samples.RANKING, code="ranked")
DIVIDED = replace(samples.POINTS, code="divided")
AGE = replace(samples.NUMERIC, code="age")
SAID = replace(samples.TEXT, code="said")
ITEMS = (RANKED, WANTED, DOABLE, LIKED, DIVIDED, AGE, SAID)
COUNTS = (
    *counts({"a>b>c": 12}, code="ranked"),
    *counts({"a": 40, "a+b": 5, "b": 5, "?": 2}, code="wanted", collector="poster"),
    *counts({"b": 20, "b+c": 8, "-": 9}, code="wanted", collector="hoplr"),
    *counts({"a=5+b=1": 30, "a=4+b=2": 30}, code="doable", collector="poster"),
    *counts({"4": 8, "2": 1}, code="liked", collector="poster"),
    *counts({"a=10+b=0+c=0": 30, "a=0+b=10+c=0": 30}, code="divided"),
    *counts({"40": 6, "60": 5}, code="age"),
)


def made(counted=COUNTS, items=ITEMS, **fields):
    return report(Dataset(Codebook(items), tuple(counted), "2026-05-01", "2026-05-20"), **fields)


def rows(body):
    return list(csv.DictReader(io.StringIO(body.decode("utf-8"), newline="")))


def test_the_first_item_about_importance_stands_for_all():
    assert made().main().item == WANTED


@pytest.mark.parametrize(
    ("items", "main"),
    [((AGE, RANKED, DIVIDED), RANKED), ((SAID, AGE), SAID), ((LIKED, RANKED), LIKED)],
)
def test_without_importance_the_first_that_shows_something_does(items, main):
    assert made(items=items).main().item == main


def test_nothing_asked_gives_an_overview_without_items():
    empty = made(items=(item(Measure.NONE),))

    assert empty.main() is None
    assert sorted(files(empty)) == ["priorities.csv", "priorities.html", "summary.md"]


def test_every_item_has_its_trio_beside_the_overview():
    names = set(files(made()))

    trios = {f"{one.code}.{kind}" for one in ITEMS for kind in ("csv", "svg", "html")}
    overview = {"priorities.csv", "priorities.svg", "priorities.html", "summary.md"}
    assert names == trios | overview | {"quadrant.svg"}


def test_priorities_csv_has_the_columns_of_the_contract_and_four_decimals():
    body = files(made())["priorities.csv"]

    assert body.splitlines()[0].decode() == ",".join(COLUMNS)
    first = next(row for row in rows(body) if row["item"] == "wanted")
    assert first == {
        "item": "wanted",
        "option": "a",
        "label": "A",
        "n": "80",
        "count": "45",
        "share": "0.5625",
        "low": "0.4534",
        "high": "0.6659",
        "p_first": first["p_first"],
        "place": "1",
        "note": "gedeelde plaats 1 tot 2",
    }
    assert len(first["p_first"]) == 6


def test_the_note_says_what_the_value_is_and_how_sure():
    notes = {
        (row["item"], row["option"]): row["note"] for row in rows(files(made())["priorities.csv"])
    }

    assert notes["doable", "a"] == "gemiddelde"
    assert notes["liked", "liked"] == "gemiddelde; minder dan 10 antwoorden: gebruik aantallen"
    assert notes["divided", "a"] == "gemiddeld aantal punten; gedeelde plaats 1 tot 2"
    assert notes["ranked", "a"] == (
        "rangscore van 0 tot 1; minder dan 30 antwoorden: lees voorzichtig"
    )
    assert notes["wanted", "c"] == ""


def test_what_may_not_be_shown_is_empty_and_looks_like_none():
    few = rows(files(made(counts({"a": 4}, code="wanted")))["priorities.csv"])
    none = rows(files(made(()))["priorities.csv"])

    assert few == none
    assert {row["note"] for row in few} == {"te weinig antwoorden om te tonen"}
    assert {row[name] for row in few for name in COLUMNS[3:10]} == {""}
    assert [row["option"] for row in few if row["item"] == "liked"] == ["liked"]


def test_numbers_have_their_own_table():
    body = files(made())["age.csv"].decode()

    assert body.startswith("Antwoord,")
    assert files(made())["said.csv"].decode() == ",".join(COLUMNS) + "\r\n"


def test_channels_are_split_on_request_with_small_figures_left_out():
    whole = files(made(what="collector"))
    split = [row for row in rows(whole["priorities_by_group.csv"]) if row["item"] == "wanted"]

    shown = {(row["group"], row["option"]): row["count"] for row in split}
    assert shown["poster", "a"] == "45"
    assert shown["poster", "c"] == "0"
    assert shown["hoplr", "c"] == "8"
    assert "Per groep" in whole["summary.md"].decode()
    assert "poster: Duidelijk bovenaan: A" in whole["summary.md"].decode()


def test_an_answer_without_a_channel_has_a_name_in_the_summary():
    text = files(made(what="mode"))["summary.md"].decode()
    grouped = files(made(what="group"))["summary.md"].decode()

    assert "self: " in text
    assert "zonder groep: " in grouped


def test_the_summary_says_findings_cautions_and_how_to_read():
    text = files(made())["summary.md"].decode()

    assert text.startswith("# Wat de antwoorden zeggen\n")
    assert "\n> Minder dan tien antwoorden: gebruik aantallen, geen percentages.\n" in text
    assert "01/05/2026 tot 20/05/2026" in text
    assert "## Belang en haalbaarheid" in text
    assert text.endswith("Wie oversloeg niet.\n")


def test_without_both_sides_there_is_no_quadrant():
    alone = made(items=(WANTED, LIKED))

    assert alone.plane is None
    assert "quadrant.svg" not in files(alone)
    assert "haalbaarheid" not in files(alone)["summary.md"].decode()


def test_every_drawing_is_xml():
    for name, body in files(made(what="collector")).items():
        if name.endswith(".svg"):
            assert ET.fromstring(body).tag.endswith("svg")


def test_no_label_becomes_a_formula_or_markup():
    evil = replace(
        WANTED,
        label="=cmd|' /C calc'!A0 <script>alert(1)</script>",
        options=(OptionCode("a", "=1+1"), OptionCode("b", "@x<b>"), OptionCode("c", "-2+3")),
    )

    whole = files(made(items=(evil,)))

    for row in rows(whole["priorities.csv"]):
        assert row["label"].startswith("'")
    pages = [body for name, body in whole.items() if not name.endswith(".csv")]
    assert all(b"<script" not in body and b"<b>" not in body for body in pages)


@pytest.mark.parametrize(
    ("code", "safe"),
    [("products_missing", True), ("q1", True), ("../etc/passwd", False), ("con", False),
     ("priorities", False), ("summary", False), ("quadrant", False), ("a" * 90, False),
     ("Abc", False), ("é", False), ("priorities_by_group", False), ("lpt1", False)],
)  # fmt: skip
def test_an_item_s_files_have_a_name_that_every_disk_takes(code, safe):
    name = file_name(code)

    assert (name == code) is safe
    assert name.replace("-", "_").isidentifier()
    assert len(name) < 64


def test_two_unsafe_codes_have_two_names():
    assert file_name("A") != file_name("B")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("", "", ""),
        ("2026-05-01", "2026-05-01", "01/05/2026."),
        ("2026-05-01", "2026-06-02", "01/05/2026 tot 02/06/2026."),
    ],
)
def test_days_are_written_as_people_do(first, last, said):
    assert days(Dataset(Codebook(()), (), first, last), "nl") == said


def test_notes_join_what_there_is_to_say():
    found = made().items[0].found

    assert note(found, found.rows[0], "nl").split("; ")[0] == "rangscore van 0 tot 1"


@pytest.mark.parametrize(
    ("asked", "chart"),
    [
        (replace(samples.MULTIPLE, role="none"), "priorities"),
        (replace(samples.NOMINAL, role="importance"), "priorities"),
        (replace(samples.NOMINAL, role="none"), "answers"),
        (samples.RANKING, "priorities"),
        (samples.ORDINAL, "answers"),
    ],
)
def test_only_options_that_compete_are_put_in_order(asked, chart):
    patterns = {"a>b": 12} if asked is samples.RANKING else {"4": 12}
    if asked.measure in {Measure.NOMINAL, Measure.MULTIPLE}:
        patterns = {"a": 12}
    dataset = Dataset(Codebook((asked,)), counts(patterns, code=asked.code))

    [told] = report(dataset).items

    assert told.chart.name == chart
    assert told.found is not None
