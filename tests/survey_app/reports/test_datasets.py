"""From the tally to what analysis reads: counts by way or together, groups that never overlap."""

import json

import pytest

from survey_app.core.db import db
from survey_app.reports import datasets
from tests.asking import ask, send


@pytest.fixture
def answered(any_app):
    asked = ask(any_app)
    client = any_app.test_client()
    for code in ("daily", "daily", "never"):
        send(client, asked, [("missing", "bakery"), ("outside", code)])
    send(client, asked, [("missing", "bakery"), ("missing", "bike")])
    with any_app.app_context():
        yield asked


def described(asked, **how):
    """As the worker gets it: after a journey as JSON."""
    return json.loads(
        json.dumps(datasets.describe(db.session, asked.survey_id, language="nl", **how))
    )


def counts(dataset, item) -> dict[str, int]:
    return {one.pattern: one.n for one in dataset.of(item)}


def test_counts_are_what_people_answered(answered) -> None:
    dataset = datasets.dataset_of(described(answered))

    assert counts(dataset, "missing") == {"bakery": 3, "bakery+bike": 1}
    assert dataset.first_day == dataset.last_day == "2026-05-20"
    assert dataset.collectors == {"K7P2QX": "Schoolpoort"}


def test_counts_without_channels_are_the_same_sum(answered) -> None:
    by_way = datasets.dataset_of(described(answered))
    together = datasets.dataset_of(described(answered, by_way=False))

    assert counts(together, "outside") == counts(by_way, "outside")
    assert {one.collector for one in together.of("outside")} == {""}


def test_groups_are_choices_that_ask_nothing_important(answered) -> None:
    assert set(datasets.group_items(db.session, answered.survey_id)) == {"outside", "picture"}


def test_one_question_is_counted_by_the_answer_to_another(answered) -> None:
    found = datasets.grouped_counts(db.session, answered.survey_id, "outside", "missing")

    assert [(pattern, n, group) for pattern, n, group, _version in found] == [
        ("bakery", 2, "daily"),
        ("bakery", 1, "never"),
    ]


def test_survey_without_answers_has_no_days(any_app) -> None:
    asked = ask(any_app, code="LEEG22")

    with any_app.app_context():
        assert datasets.dataset_of(described(asked)).counts == ()
        assert described(asked)["days"] == ["", ""]
