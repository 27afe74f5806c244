"""Quotes: shown when enough people wrote, looked over, approved, and never tied to anybody."""

import pytest
from sqlalchemy import select

from survey_app.core.audit import AuditEntry
from survey_app.core.db import db
from tests.survey_app.reports.conftest import DOSSIER


def actions(village) -> list[str]:
    with village.app.app_context():
        return list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


def test_open_answers_show_when_enough_people_wrote_and_with_a_warning(made, desk, answer) -> None:
    answer(4, idea="Bel mij op 0478 12 34 56")
    few = desk.get(f"{DOSSIER}/quotes")
    answer(1, idea="Meer banken")

    page = desk.get(f"{DOSSIER}/quotes")

    assert "0478 12" not in few.text
    assert "Bel mij op 0478" in page.text
    assert page.text.count("Bel mij op 0478 12 34 56</textarea>") == 1
    assert "een telefoonnummer" in page.text


def test_approved_quote_stands_in_the_dossier_without_who_said_it(
    made, desk, answer, village
) -> None:
    answer(5, idea="Meer banken")
    sent = {"survey": "1", "item": "idea", "text": "Meer banken, graag"}

    desk.post(f"{DOSSIER}/quotes", data=sent)

    page = desk.get(f"{DOSSIER}/view")
    assert "Meer banken, graag" in page.text
    assert "Wat wilt u veranderen?" in page.text
    assert actions(village)[-1] == "dossier.quote_approved"


@pytest.mark.parametrize("survey", ["", "x", "999", "9" * 40])
def test_quote_of_no_survey_is_refused(made, desk, survey) -> None:
    sent = {"survey": survey, "item": "idea", "text": "Meer banken"}

    assert desk.post(f"{DOSSIER}/quotes", data=sent).status_code == 404
