"""A dossier keeps its content on its journey, and its checksum tells when it did not."""

import json

import pytest

from analysis.dossier.content import checksum, dossier_from, dossier_json, short
from tests.analysis.dossier.samples import PLAIN, SAMPLES, SEAL


@pytest.mark.parametrize("name", SAMPLES)
def test_dossier_comes_back_from_json_as_it_went(name):
    text = json.dumps(dossier_json(SAMPLES[name]))

    assert dossier_from(json.loads(text)) == SAMPLES[name]


def test_checksum_is_the_same_however_keys_are_ordered():
    document = json.loads(json.dumps(dossier_json(PLAIN)))
    turned = dict(reversed(list(document.items())))

    assert checksum(document) == checksum(turned)


def test_checksum_differs_when_one_word_does():
    document = dossier_json(PLAIN)

    assert checksum(document) != checksum({**document, "title": "Iets anders"})


def test_checksum_is_told_in_four_groups():
    assert short(SEAL) == "3f2a 91bc 07de 5512"


def test_charts_come_in_the_order_of_reading():
    assert [chart.name for chart in PLAIN.charts()] == ["answers", "quadrant", "priorities"]
