"""What is never kept: who, when, from where; and how it is all forgotten."""

import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from survey_app.answers.queries import tally_of
from survey_app.core.daily import run_daily
from survey_app.core.db import Base, db
from survey_app.responses import routes
from survey_app.responses.models import Collector, Contact
from tests.asking import ask, post, receipt_of, send
from tests.questions import EVERY_ANSWER

WORDS = (
    "ip",
    "address",
    "remote",
    "agent",
    "referrer",
    "cookie",
    "device",
    "fingerprint",
    "session",
)
MOMENTS = ("DATETIME", "TIMESTAMP", "TIME")
PEOPLE = ("response", "tally", "contact", "collector")
CONTACT = {"name": "An Peeters", "reach": "an@dorp.example", "wish": "Ik help graag."}


@pytest.fixture(autouse=True)
def fresh_brake() -> None:
    routes.receipts.moments.clear()


@pytest.mark.parametrize("table", PEOPLE)
def test_tables_of_residents_have_no_moment_and_no_place(table) -> None:
    columns = Base.metadata.tables[table].columns

    assert [c.name for c in columns if any(w in c.name.split("_") for w in WORDS)] == []
    assert [c.name for c in columns if str(c.type).upper().startswith(MOMENTS)] == []


def test_response_and_contact_share_nothing_that_joins_them() -> None:
    response, contact = (Base.metadata.tables[name] for name in ("response", "contact"))

    shared = {c.name for c in response.columns} & {c.name for c in contact.columns}
    targets = {key.target_fullname for key in contact.foreign_keys}
    assert shared == {"id"}
    assert targets == {"project.id"}
    assert "collector_id" not in contact.columns


def test_no_page_of_a_resident_sets_a_cookie(client, asked) -> None:
    receipt = receipt_of(send(client, asked, EVERY_ANSWER))
    pages = [
        client.get("/s/K7P2QX"),
        client.get("/s/K7P2QX/stand"),
        client.get("/s/K7P2QX/contact"),
        client.post("/s/K7P2QX/contact", data=CONTACT),
        client.get(f"/r/{receipt}"),
        client.post(f"/r/{receipt}"),
        client.get("/s/NOTHERE"),
    ]

    assert [page.headers.get("Set-Cookie") for page in pages] == [None] * len(pages)
    assert {page.headers["Cache-Control"] for page in pages} == {"no-store"}


def contacts_of(asked, n: int) -> list[str]:
    """Leave ``n`` answers and contacts in turn; give the names in the order of writing."""
    client = asked.app.test_client()
    names = [f"Persoon {number}" for number in range(n)]
    for name in names:
        send(client, asked, EVERY_ANSWER)
        client.post("/s/K7P2QX/contact", data={**CONTACT, "name": name})
    return names


def stored(asked, order: str) -> list[str]:
    with asked.app.app_context():
        db.session.close()
        return list(db.session.scalars(text(f"select name from contact order by {order}")))


def test_order_of_contacts_in_sqlite_says_nothing(asked) -> None:
    names = contacts_of(asked, 12)

    with asked.app.app_context(), pytest.raises(Exception, match="no such column: rowid"):
        db.session.execute(text("select rowid from contact"))
    assert stored(asked, "id") != names


def test_order_of_contacts_in_postgresql_says_nothing_after_the_daily_work(
    make_app, postgresql_url
) -> None:
    asked = ask(make_app(DATABASE_URL=postgresql_url))
    names = contacts_of(asked, 12)

    run_daily(asked.app)

    assert sorted(stored(asked, "ctid")) == sorted(names)
    assert stored(asked, "ctid") != names
    with asked.app.app_context():
        moments = set(db.session.scalars(text("select xmin::text from contact")))
    assert len(moments) == 1


def test_order_of_responses_in_postgresql_says_nothing_after_the_daily_work(
    make_app, postgresql_url
) -> None:
    asked = ask(make_app(DATABASE_URL=postgresql_url))
    client = asked.app.test_client()
    for number in range(12):
        send(client, asked, [("age", str(20 + number))])

    asked.app.config["NOW"] += timedelta(days=1)
    run_daily(asked.app)

    with asked.app.app_context():
        db.session.close()
        rows = db.session.execute(
            text("select answers, xmin::text from response order by ctid")
        ).all()
    assert [row[0]["age"]["value"] for row in rows] != list(range(20, 32))
    assert len({row[1] for row in rows}) == 1


def test_receipt_deletes_the_answers_and_gives_the_place_back(any_asked) -> None:
    client = any_asked.app.test_client()
    receipt = receipt_of(send(client, any_asked, EVERY_ANSWER))

    response = client.post(f"/r/{receipt}")

    assert response.status_code == 200
    assert "Uw antwoorden zijn gewist" in response.text
    assert any_asked.kept() == []
    with any_asked.app.app_context():
        assert tally_of(db.session, any_asked.survey_id) == []
        assert db.session.get_one(Collector, any_asked.collector_id).taken == 0


@pytest.mark.parametrize("spoken", [str.lower, lambda r: f"{r[:4]} {r[4:8]} {r[8:]}", "-".join])
def test_receipt_may_be_typed_as_people_type(client, asked, spoken) -> None:
    receipt = receipt_of(send(client, asked, EVERY_ANSWER))

    assert client.post("/r/x", data={"receipt": spoken(receipt)}).status_code == 200
    assert asked.kept() == []


def test_deleting_asks_first(client, asked) -> None:
    receipt = receipt_of(send(client, asked, EVERY_ANSWER))

    response = client.get(f"/r/{receipt}")

    assert response.status_code == 200
    assert len(asked.kept()) == 1


@pytest.mark.parametrize("receipt", ["ABCD", "ABCDEFGHJKMN", "x" * 500, "%00", "' or 1=1"])
def test_wrong_receipt_deletes_nothing_and_says_so(client, asked, receipt) -> None:
    send(client, asked, EVERY_ANSWER)

    response = client.post("/r/x", data={"receipt": receipt})

    assert response.status_code == 404
    assert len(asked.kept()) == 1


def test_guessing_receipts_is_slowed(client, asked) -> None:
    tries = [client.post("/r/ABCDEFGHJKMN").status_code for _ in range(11)]

    assert tries == [404] * 10 + [429]


def test_database_holds_no_receipt(asked, client) -> None:
    receipt = receipt_of(send(client, asked, EVERY_ANSWER))

    file = re.sub(r"^sqlite:///", "", asked.app.config["DATABASE_URL"])
    with sqlite3.connect(file) as connection:
        dump = "\n".join(connection.iterdump())
    assert receipt not in dump
    assert "127.0.0.1" not in dump


def test_purge_forgets_on_the_day_after_the_promised_one(any_asked) -> None:
    app = any_asked.app
    client = app.test_client()
    names = contacts_of(any_asked, 2)
    any_asked.change(retention_until=app.config["NOW"].date() + timedelta(days=30))
    with app.app_context():
        until = max(db.session.scalars(select(Contact.delete_on)))

    app.config["NOW"] += timedelta(days=30)
    run_daily(app)
    on_the_day = len(any_asked.kept())
    app.config["NOW"] += timedelta(days=1)
    run_daily(app)

    assert on_the_day == 2
    assert any_asked.kept() == []
    assert sorted(stored(any_asked, "name")) == names
    app.config["NOW"] += until - app.config["NOW"].date() + timedelta(days=1)
    run_daily(app)
    assert stored(any_asked, "name") == []
    with app.app_context():
        assert tally_of(db.session, any_asked.survey_id) == []
    assert client.get("/s/K7P2QX").status_code == 200


def test_purged_words_are_gone_from_the_file(asked, client) -> None:
    send(client, asked, [("outside", "never"), ("why", "Zeldzaam woord kwikstaart.")])
    file = re.sub(r"^sqlite:///", "", asked.app.config["DATABASE_URL"])

    asked.app.config["NOW"] += timedelta(days=2000)
    run_daily(asked.app)

    assert b"kwikstaart" not in Path(file).read_bytes()


def test_contact_asks_how_to_reach_somebody(client, asked) -> None:
    response = client.post("/s/K7P2QX/contact", data={"name": "An", "wish": "Nieuws"})

    assert response.status_code == 422
    assert 'value="An"' in response.text
    assert stored(asked, "id") == []


def test_every_table_is_known_to_the_deny_list(asked) -> None:
    with asked.app.app_context():
        assert set(PEOPLE) <= set(inspect(db.engine).get_table_names())


def test_post_of_a_resident_leaves_no_trace_of_the_visitor_in_the_log(
    client, asked, caplog
) -> None:
    with caplog.at_level("DEBUG"):
        post(client, asked.form(EVERY_ANSWER))

    assert "127.0.0.1" not in caplog.text
    assert "vervoer" not in caplog.text
