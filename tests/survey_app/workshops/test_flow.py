"""Answers of a workshop count in the project, once, as a moment of their own."""

import pytest
from sqlalchemy import func, select

from survey_app.answers.models import Response
from survey_app.answers.queries import tally_differences, tally_together
from survey_app.core.db import db
from survey_app.surveys.models import Survey, SurveyVersion
from tests.gathering import plan
from tests.survey_app.workshops.steps import every_kind, opened

pytestmark = pytest.mark.usefixtures("database_url")
REPORT = "/desk/gilden/workshops/{}/report"


@pytest.fixture
def ended(hall):
    hall.go("form", "open")
    hall.phones_that_answer(*["fixed"] * 5, *["mobile"] * 3)
    hall.press("end")
    return hall


def flow(hall, desk) -> str:
    page = desk.post(f"/desk/gilden/workshops/{hall.id}/flow", follow_redirects=True)
    return str(page.text)


def counts(hall) -> dict[str, int]:
    with hall.app.app_context():
        survey = db.session.scalars(select(Survey)).one()
        rows = tally_together(db.session, survey.id)
        assert tally_differences(db.session, survey.id) == []
        return {f"{row.item} {row.pattern}": row.n for row in rows}


def test_answers_count_by_their_code(ended, desk) -> None:
    page = flow(ended, desk)

    assert "De antwoorden van 8 deelnemers staan bij het traject." in page
    assert counts(ended) == {"facilities_form fixed": 5, "facilities_form mobile": 3}


def test_flowing_again_counts_nothing_twice(ended, desk) -> None:
    flow(ended, desk)
    flow(ended, desk)

    assert sum(counts(ended).values()) == 8


def test_answers_of_a_later_round_take_the_place_of_the_first(hall, desk) -> None:
    hall.go("form", "open")
    hall.phones_that_answer(*["fixed"] * 5)
    for move in ("close", "reveal", "again"):
        hall.press(move)
    for phone in hall.phones:
        phone.answer({"facilities_form": "mobile"})
    hall.press("end")

    flow(hall, desk)

    assert counts(hall) == {"facilities_form mobile": 5}


def test_trial_flows_nowhere(hall, desk) -> None:
    hall.go("trial", "open")
    for _n in range(5):
        hall.phone().answer({"neighbourhood_favourite_place": "home"})
    hall.press("end")

    assert "Er is niets gevraagd dat bij de antwoorden van het traject past." in flow(hall, desk)


def test_running_workshop_must_end_first(hall, desk) -> None:
    hall.go("form", "open")
    hall.phones_that_answer("fixed")

    assert "Beëindig eerst de workshop." in flow(hall, desk)


def test_hands_stay_out_and_are_named_in_the_result(ended, desk) -> None:
    ended.press("reopen")
    ended.go("form")
    desk.post(
        f"/desk/gilden/workshops/{ended.id}/hands",
        data={"step": "form", "hands.hand.fixed": "4", "hands.paper.mobile": "2"},
    )
    ended.press("end")

    flow(ended, desk)

    assert sum(counts(ended).values()) == 8
    assert "6 met de hand geteld" in desk.get(REPORT.format(ended.id)).text


def test_role_becomes_a_question_by_which_results_split(web, actor, desk) -> None:
    hall = plan(web, "resident_workshop", actor=actor)
    hall.go("listen", "open")
    for role in ("resident", "resident", "care_user"):
        phone = hall.phone(role=role)
        page = phone.page().text
        code = "neighbourhood_contact_wish"
        value = page.split(f'name="{code}" value="')[1].split('"')[0]
        phone.answer({code: value})
    hall.press("end")

    flow(hall, desk)

    roles = {key: n for key, n in counts(hall).items() if key.startswith("workshop_role")}
    assert roles == {"workshop_role resident": 2, "workshop_role care_user": 1}


@pytest.mark.parametrize(
    ("kind", "patterns"),
    [
        ("photo", {"photo_1+photo_3": 3, "photo_2": 3}),
        ("consent", {"agree": 3, "objection": 3}),
    ],
)
def test_what_was_chosen_from_made_options_flows_as_a_question(
    web, actor, desk, kind, patterns
) -> None:
    hall = plan(web, every_kind(), actor=actor)
    opened(hall, kind, people=6)
    hall.press("end")

    flow(hall, desk)

    assert {name.split(" ", 1)[1]: n for name, n in counts(hall).items()} == patterns


def test_report_says_why_some_of_it_stays_there(web, actor, desk) -> None:
    hall = plan(web, every_kind(), actor=actor)
    opened(hall, "photo", people=1)
    hall.press("end")

    page = desk.get(REPORT.format(hall.id)).text

    assert "Kaartjes blijven in het verslag" in page
    assert "Paren blijven in het verslag" in page


def test_survey_of_the_workshop_is_closed_and_published(ended, desk) -> None:
    flow(ended, desk)

    with ended.app.app_context():
        survey = db.session.scalars(select(Survey)).one()
        assert (survey.state, survey.title) == ("closed", "Wat wordt onze plek?")
        assert db.session.scalar(select(func.count()).select_from(SurveyVersion)) == 1
        assert {one.mode for one in db.session.scalars(select(Response))} == {"self"}


def test_results_page_of_the_survey_draws_it(ended, desk) -> None:
    flow(ended, desk)

    with ended.app.app_context():
        survey = db.session.scalars(select(Survey.id)).one()
    assert "Welke ontmoetingsplek" in desk.get(f"/desk/gilden/surveys/{survey}/results").text
