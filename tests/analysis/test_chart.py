"""A chart keeps its words and numbers together, and survives a journey as JSON."""

import json

import pytest

from analysis.chart import CHARTS, Note, chart, from_json, to_json
from tests.analysis.examples import ALL, EXAMPLES


def test_every_chart_has_examples():
    assert set(EXAMPLES) == set(CHARTS)


def test_two_charts_of_one_name_are_refused():
    with pytest.raises(ValueError, match="two charts are called answers"):
        chart("answers")(lambda: None)


@pytest.mark.parametrize("name", ALL)
def test_chart_comes_back_from_json_as_it_went(name):
    text = json.dumps(to_json(ALL[name]))

    assert from_json(json.loads(text)) == ALL[name]


@pytest.mark.parametrize("name", ALL)
def test_chart_has_words_and_a_base(name):
    built = ALL[name]

    assert built.finding
    assert not built.finding.endswith(".")
    assert built.alt.startswith(built.finding)
    assert isinstance(built.figure, Note) or built.table.rows


@pytest.mark.parametrize("name", ALL)
def test_table_has_as_many_cells_as_columns(name):
    table = ALL[name].table

    assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("name", [name for name in ALL if "hidden" in name or "nobody" in name])
def test_hidden_and_empty_look_alike(name):
    if name.endswith("nobody chose"):
        assert ALL[name].finding == "Niemand koos een van deze keuzes"
        return

    assert ALL[name].finding == "Te weinig antwoorden om te tonen"
    assert ALL[name].table.rows == ()
    assert isinstance(ALL[name].figure, Note)
    assert "antwoorden." not in ALL[name].subtitle
