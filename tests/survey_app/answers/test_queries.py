"""What the desk counts at a glance is what the documents say, whatever people do."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from survey_app.answers import queries
from survey_app.answers.rules import BY_DAY
from survey_app.core.db import db
from survey_app.core.tokens import digest
from survey_app.core.writer import write
from survey_app.responses import service
from tests.asking import DAY, post, receipt_of, send
from tests.questions import EVERY_ANSWER

OTHER = [("outside", "never")]


@pytest.fixture
def inside(any_asked):
    with any_asked.app.app_context():
        yield any_asked


def by_hand(asked) -> Counter:
    return Counter((held.collector_id, held.day) for held in asked.kept())


def counted(asked) -> Counter:
    db.session.close()
    return Counter(
        {
            (row.collector_id, row.day): row.n
            for row in queries.responses_by_day(db.session, asked.survey_id)
        }
    )


def test_people_are_counted_by_channel_and_day(inside) -> None:
    client, app = inside.app.test_client(), inside.app
    for days in (0, 0, 1):
        app.config["NOW"] = app.config["NOW"].replace(day=20 + days)
        send(client, inside, EVERY_ANSWER)

    assert counted(inside) == by_hand(inside)
    assert queries.n_responses(db.session, inside.survey_id) == 3
    assert queries.n_by_survey(db.session, [inside.survey_id, 999]) == {inside.survey_id: 3}
    on = [queries.n_on_day(db.session, inside.survey_id, DAY + timedelta(days=n)) for n in range(3)]
    assert on == [2, 1, 0]


def test_day_of_a_response_is_no_question_of_a_chart(inside) -> None:
    send(inside.app.test_client(), inside, EVERY_ANSWER)

    assert BY_DAY not in {row.item for row in queries.tally_of(db.session, inside.survey_id)}


@given(st.lists(st.sampled_from(["new", "again", "replace", "delete"]), max_size=12))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tally_equals_the_documents_after_anything(asked, steps) -> None:
    client, forms, receipts = asked.app.test_client(), [], []
    with asked.app.app_context():
        for step in steps:
            if step == "new" or not forms:
                forms.append(asked.form(EVERY_ANSWER))
                receipts.append(receipt_of(post(client, forms[-1], code=asked.code)))
            elif step == "again":
                post(client, forms[-1], code=asked.code)
            elif step == "replace":
                post(client, [*forms[-1][:7], ("replace", "yes"), *OTHER], code=asked.code)
            else:
                forget(receipts.pop())
                forms.pop()

        assert queries.tally_differences(db.session, asked.survey_id) == []
        assert counted(asked) == by_hand(asked)
        db.session.close()


def forget(receipt: str) -> None:
    kept = digest(receipt)
    write(lambda session: service.delete_response(session, receipt_digest=kept))


def test_live_counts_read_as_many_rows_for_many_people_as_for_few(inside) -> None:
    client, statements = inside.app.test_client(), []
    for _ in range(5):
        send(client, inside, EVERY_ANSWER)
    event.listen(db.engine, "before_cursor_execute", lambda *a: statements.append(a[2]))

    rows = queries.responses_by_day(db.session, inside.survey_id)

    assert len(rows) == 1
    assert len([one for one in statements if one.startswith("SELECT")]) == 1
