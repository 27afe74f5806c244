"""What holds for every kind of activity: refused in words, hidden while open, counted alike."""

import json
import random

import pytest

from analysis.chart import to_json
from survey_app.activities.base import LiveActivity, RefusedError, Sheet, Standing
from tests.survey_app.activities.kinds import COLLECTING, EXAMPLES, crowd, given

K = 5
BAD = [(kind, raw, words) for kind, one in EXAMPLES.items() for raw, words in one.bad]


@pytest.fixture(autouse=True)
def inside(app):
    with app.test_request_context():
        yield


def test_every_kind_of_a_script_has_an_example() -> None:
    assert set(EXAMPLES) == set(LiveActivity.kinds)


@pytest.mark.parametrize(("kind", "raw", "words"), BAD)
def test_what_cannot_be_kept_is_refused_in_words(kind, raw, words) -> None:
    with pytest.raises(RefusedError) as refused:
        EXAMPLES[kind].activity().clean(raw)

    assert words in " ".join(refused.value.problems.values())


@pytest.mark.parametrize("kind", COLLECTING)
def test_what_is_kept_is_json_that_another_process_reads(kind) -> None:
    activity, example = EXAMPLES[kind].activity(), EXAMPLES[kind]

    for raw in example.good:
        body = activity.clean(raw)
        assert json.loads(json.dumps(body)) == body
        assert len(activity.slot(body, "u" * 36)) <= 80


@pytest.mark.parametrize("kind", COLLECTING)
def test_result_is_the_same_in_whatever_order_people_sent(kind) -> None:
    activity, held = crowd(kind, 12)
    mixed = held.copy()
    random.Random(kind).shuffle(mixed)

    assert activity.result(held, [], k=K) == activity.result(mixed, [], k=K)


@pytest.mark.parametrize("kind", COLLECTING)
def test_under_five_people_nothing_but_their_number_is_told(kind) -> None:
    activity, held = crowd(kind, 4, dots=3)

    result = activity.result(held, [], k=K)

    assert not result.enough
    assert result.n == 4
    assert not getattr(result, "bars", ())
    assert not any(card.dots for card in getattr(result, "cards", ()))


@pytest.mark.parametrize("kind", COLLECTING)
def test_what_is_shared_while_open_is_shown_by_the_facilitator_and_says_no_support(kind) -> None:
    activity, held = crowd(kind, 6, standing=Standing.WAITING)

    assert list(activity.shared(held)) == []


@pytest.mark.parametrize("kind", COLLECTING)
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_chart_says_its_question_and_survives_the_journey_to_the_worker(kind, language) -> None:
    activity, held = crowd(kind, 8)

    chart = activity.to_chart(held, [], k=K, about="Workshop", language=language)

    assert chart is not None
    assert chart.finding
    assert json.loads(json.dumps(to_json(chart)))["name"] == chart.name


@pytest.mark.parametrize("kind", COLLECTING)
def test_chart_of_too_few_people_shows_nothing(kind) -> None:
    activity, held = crowd(kind, 4)

    chart = activity.to_chart(held, [], k=K, about="", language="nl")

    assert chart is not None
    assert chart.table.rows == ()


@pytest.mark.parametrize("kind", COLLECTING)
def test_answers_are_answers_to_the_items_it_names(kind) -> None:
    activity, held = crowd(kind, 4)
    items = {item.code: item for item in activity.items_answered()}

    for one in held:
        for code, answer in activity.answers(one.body):
            assert items[code].clean(items[code].raw(answer)) == answer


@pytest.mark.parametrize("kind", [kind for kind, one in EXAMPLES.items() if one.dots])
def test_nobody_gives_more_dots_than_there_are(kind) -> None:
    activity = EXAMPLES[kind].activity()
    keys = [str(n) for n in range(30)]
    each = {f"dot.{key}": ("1",) for key in keys}

    assert sum(activity.dots_from(dict(list(each.items())[: activity.dots]), keys).values())
    for raw in (each, {"dot.1": ("99",)}):
        with pytest.raises(RefusedError):
            activity.dots_from(raw, keys)


@pytest.mark.parametrize("kind", COLLECTING)
def test_phone_is_asked_with_what_was_sent_before_or_typed(kind) -> None:
    activity = EXAMPLES[kind].activity()
    raw = EXAMPLES[kind].good[0]

    fresh = activity.asked(mine=[], sheet=Sheet(person="7"), language="nl")
    again = activity.asked(mine=[given(activity, raw, 1)], sheet=Sheet(person="7"), language="nl")
    typed = activity.asked(mine=[], sheet=Sheet(raw=raw, person="7"), language="nl")

    assert set(fresh) == set(again) == set(typed)
