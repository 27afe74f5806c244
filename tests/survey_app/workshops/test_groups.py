"""The report has a line for each group of every kind where options are compared."""

import pytest
from sqlalchemy import select

from survey_app.core.writer import write
from survey_app.workshops.models import Participant
from tests.gathering import Gathering, plan
from tests.survey_app.workshops.steps import every_kind, held, judge, opened


@pytest.fixture
def every(web, actor) -> Gathering:
    return plan(web, every_kind(), actor=actor)


def in_two_groups(hall: Gathering) -> None:
    """Half of the phones are residents, in turn; the others are volunteers."""

    def divide(session) -> None:
        for n, one in enumerate(session.scalars(select(Participant).order_by(Participant.id))):
            one.role = "resident" if n % 4 < 2 else "volunteer"

    with hall.app.app_context():
        write(divide)


@pytest.mark.parametrize("kind", ["pairwise", "matrix", "photo", "consent"])
def test_report_has_a_line_for_each_group(every, desk, kind) -> None:
    opened(every, kind, people=20)
    in_two_groups(every)
    for move in ("close", "reveal", "end"):
        every.press(move)

    place = f"/desk/gilden/workshops/{every.id}/report"
    desk.get(place)
    page = desk.get(place).text

    assert "Per groep, vanaf 5 mensen" in page
    assert page.count("(10)</th>") == 2


@pytest.mark.parametrize("kind", ["ideas", "questions"])
def test_report_says_how_many_of_each_group_support_a_card(every, desk, kind) -> None:
    step = opened(every, kind, people=20)
    judge(every, "show")
    first, second = [one.id for one in held(every)][:2]
    for number, phone in enumerate(every.phones):
        dots = {f"dot.{first}": "1"} | ({f"dot.{second}": "1"} if number < 3 else {})
        phone.send(step, dots, "/dots")
    in_two_groups(every)
    for move in ("close", "reveal", "end"):
        every.press(move)

    place = f"/desk/gilden/workshops/{every.id}/report"
    desk.get(place)
    table = desk.get(place).text.partition("Per groep, vanaf 5 mensen")[2].partition("</table>")[0]

    assert table.count("(10)</th>") == 2
    assert table.count('<td class="number">10</td>') == 2, "everybody supports the first"
    assert '<td class="number">3</td>' not in table, "three people are too few to tell apart"


@pytest.mark.parametrize("kind", ["ideas", "questions"])
def test_hands_raised_for_a_card_stand_in_its_result(every, desk, kind) -> None:
    step = opened(every, kind, people=6)
    judge(every, "show")
    key = held(every)[0].id
    place = f"/desk/gilden/workshops/{every.id}"
    panel = desk.get(f"{place}/control").text

    desk.post(f"{place}/hands", data={"step": step, f"hands.hand.{key}": "12"})
    wrong = desk.post(f"{place}/hands", data={"step": step, "hands.hand.77": "12"})
    for move in ("close", "reveal"):
        every.press(move)

    wall = every.app.test_client().get(f"/projector/{every.token}").text
    assert "Elke hand is één stip." in panel
    assert wrong.status_code == 422
    assert wall.count("12 met de hand geteld") == 2, "beside the card and at the foot"
