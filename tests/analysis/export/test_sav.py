"""SPSS reads back the numbers, their words, and who did not know."""

import math

import pyreadstat
import pytest

from analysis.export.sav import UNKNOWN, Column, safe_names, sav
from tests.analysis.examples import HOSTILE

COLUMNS = (
    Column("way", "Kanaal", text=True),
    Column("missing.bread", "Wat mist u? – Brood", labels={0.0: "nee", 1.0: "ja", UNKNOWN: "?"}),
    Column("age", "Hoe oud bent u?", "scale"),
)


def read(tmp_path, columns, rows):
    path = tmp_path / "x.sav"
    path.write_bytes(sav(columns, rows, title="Wat mist u?"))
    return pyreadstat.read_sav(path, user_missing=True)


def test_numbers_words_and_missing_values_come_back(tmp_path):
    frame, meta = read(tmp_path, COLUMNS, [("Affiche", 1.0, 44.0), ("Hoplr", UNKNOWN, None)])

    assert frame["way"].tolist() == ["Affiche", "Hoplr"]
    assert frame["missing.bread"].tolist() == [1.0, UNKNOWN]
    assert math.isnan(frame["age"][1])
    assert meta.column_names_to_labels["missing.bread"] == "Wat mist u? – Brood"
    assert meta.variable_value_labels["missing.bread"][1.0] == "ja"
    assert meta.missing_ranges["missing.bread"] == [{"lo": UNKNOWN, "hi": UNKNOWN}]
    assert meta.variable_measure["age"] == "scale"


def test_survey_without_answers_is_a_file_with_its_columns(tmp_path):
    frame, _meta = read(tmp_path, COLUMNS, [])

    assert list(frame.columns) == ["way", "missing.bread", "age"]


def test_hostile_texts_come_back_as_text(tmp_path):
    texts = [text for text in HOSTILE if text != "\ud800"]

    frame, _meta = read(tmp_path, [Column("t", t, text=True) for t in texts], [texts])

    assert len(frame.columns) == len(texts)
    assert frame.iloc[0].tolist()[0] == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("names", "safe"),
    [
        (["a.b", "a-b", "A.B"], ["a.b", "a_b", "A.B_2"]),
        (["and", "1st", "é", ""], ["v_and", "v_1st", "v", "v_2"]),
        (["x" * 90, "x" * 90], ["x" * 60, "x" * 60 + "_2"]),
    ],
)
def test_names_are_what_spss_takes(names, safe):
    assert safe_names(names) == safe
