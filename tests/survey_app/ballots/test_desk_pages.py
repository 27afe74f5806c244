"""Pages of the staff: set a meeting up, lead it, keep it, for every role."""

import io
import re

import pytest
from sqlalchemy import select

from survey_app.ballots import queries
from survey_app.ballots.rules import Kind, Method
from survey_app.core.db import db
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.projects.models import Project
from survey_app.workspaces import service as workspaces
from tests.programs import NOW
from tests.survey_app.ballots.conftest import gathered, signed_in

BASE = "/desk/gilden/meetings/1"
READ = ("", "/members", "/secretary", "/chair", "/cards", "/edit", "/delete", "/motions/new")
MAY_NOT = {
    Role.OWNER: (),
    Role.COACH: ("/delete",),
    Role.FACILITATOR: ("/delete", "/edit", "/motions/new"),
    Role.VIEWER: ("/delete", "/edit", "/motions/new", "/secretary", "/chair", "/cards"),
}


@pytest.fixture
def committee(app):
    with app.app_context():
        yield gathered(app)


@pytest.fixture
def desk(committee):
    """The owner at the desk."""
    return signed_in(committee, committee.actor.user_id)


@pytest.fixture
def as_role(committee):
    def person(role: Role):
        if role is Role.OWNER:
            return signed_in(committee, committee.actor.user_id)
        facts = {"name": role, "email": f"{role}@dorp.example", "password_hash": ""}
        given = {"workspace": "gilden", "role": role, "now": NOW, **facts}
        return signed_in(committee, write(lambda s: workspaces.add_user(s, **given)))

    return person


@pytest.mark.parametrize("role", Role)
def test_role_sees_what_it_may_and_no_more(committee, as_role, role) -> None:
    committee.motion()
    browser = as_role(role)

    seen = {page: browser.get(BASE + page).status_code for page in READ}

    assert seen == {page: 403 if page in MAY_NOT[role] else 200 for page in READ}


def test_stranger_finds_no_meeting(committee) -> None:
    browser = committee.app.test_client()

    assert {browser.get(BASE + page).status_code for page in READ} == {302}


def test_meeting_is_made_step_by_step(committee, desk) -> None:
    facts = {"title": "Nieuw", "body": "Stuurgroep", "held_on": "2026-06-01", "preset": "consent"}
    slug = db.session.scalars(select(Project.slug)).one()
    address = f"/desk/gilden/projects/{slug}/meetings/new"
    page = desk.post(address, data=facts, follow_redirects=True)
    assert "Zet de leden op de lijst" in page.text

    read = {"list": "An\nBert"}
    page = desk.post("/desk/gilden/meetings/2/members/read", data=read, follow_redirects=True)
    assert "2 leden ingelezen." in page.text

    motion = {"title": "Gaan we akkoord?", "kind": "named", "method": "consent", "go": "save"}
    motion |= {"options-0-picture": "", "options-1-picture": ""}
    motion |= rules_of(desk.get("/desk/gilden/meetings/2/motions/new"))
    page = desk.post("/desk/gilden/meetings/2/motions/new", data=motion, follow_redirects=True)
    assert "Druk de stemkaarten" in page.text
    [held] = queries.motions_of(db.session, 2)
    assert held.rules["advisory"]


def rules_of(page) -> dict[str, str]:
    """What the form of a new motion sends of its rules when nobody touches them."""
    found = dict(re.findall(r'name="(deciding-[a-z_]+)" type="text" value="([^"]*)"', page.text))
    for name, body in re.findall(r'<select[^>]*name="(deciding-[a-z_]+)"[^>]*>(.*?)</select>',
                                 page.text, re.DOTALL):  # fmt: skip
        chosen = re.search(r'<option selected value="([^"]*)"', body)
        found[name] = chosen[1] if chosen else re.search(r'value="([^"]*)"', body)[1]
    return found


def test_list_with_a_mistake_keeps_nothing_and_loses_nothing_typed(committee, desk) -> None:
    before = len(queries.voters_of(db.session, 1))

    page = desk.post(f"{BASE}/members/read", data={"list": "An;;;veel\nBert"})

    assert page.status_code == 422
    assert "Regel 1: “veel” is geen gewicht" in page.text
    assert "An;;;veel" in page.text
    assert len(queries.voters_of(db.session, 1)) == before


def test_file_of_an_old_spreadsheet_is_read(committee, desk) -> None:
    file = (io.BytesIO("naam;fractie\nRenée;Één".encode("cp1252")), "leden.csv")

    desk.post(f"{BASE}/members/read", data={"file": file}, follow_redirects=True)

    assert "Renée" in {voter.name for voter in queries.voters_of(db.session, 1)}


def test_another_option_is_offered_and_nothing_typed_is_lost(committee, desk) -> None:
    typed = {"title": "Half <b>af", "kind": "named", "method": "choice", "go": "more",
             "options-0-title": "Een", "options-1-title": "Twee"}  # fmt: skip

    page = desk.post(f"{BASE}/motions/new", data=typed)

    assert 'name="options-2-title"' in page.text
    assert 'value="Een"' in page.text
    assert "Half &lt;b&gt;af" in page.text


def test_motion_without_options_says_so(committee, desk) -> None:
    rules = rules_of(desk.get(f"{BASE}/motions/new"))
    typed = {"title": "Welke?", "kind": "named", "method": "choice", "go": "save", **rules}

    page = desk.post(f"{BASE}/motions/new", data=typed)

    assert "Schrijf minstens twee opties." in page.text


def test_weighing_says_what_would_change_it(committee, desk) -> None:
    motion = committee.motion(Kind.NAMED, Method.CHOICE)
    grid = {"label.0": "Bereikbaar", "weight.0": "2", "score.0.a": "5", "score.0.b": "2"}
    grid |= {"label.1": "Ontmoeten", "weight.1": "4", "score.1.a": "2", "score.1.b": "5"}

    page = desk.post(f"{BASE}/motions/{motion}/weigh", data={**grid, "go": "stay"})

    assert "Met gewicht 4 voor “Bereikbaar” (nu 2) komt Mobiele plus-plek gelijk." in page.text
    assert [o.scores for o in queries.options_of(db.session, motion)] == [
        {"c1": 5, "c2": 2}, {"c1": 2, "c2": 5},
    ]  # fmt: skip


def test_a_look_at_other_weights_keeps_nothing(committee, desk) -> None:
    motion = committee.motion(Kind.NAMED, Method.CHOICE)
    grid = {"label.0": "Bereikbaar", "weight.0": "3", "score.0.a": "5", "score.0.b": "2"}

    page = desk.post(f"{BASE}/motions/{motion}/weigh", data={**grid, "go": "look"})

    assert "Samen, van 15" in page.text
    assert 'type="range" name="weight.0"' in page.text
    assert "Bereikbaar" not in desk.get(f"{BASE}/motions/{motion}/weigh").text


def test_weighing_refuses_what_is_no_number(committee, desk) -> None:
    motion = committee.motion(Kind.NAMED, Method.CHOICE)

    page = desk.post(f"{BASE}/motions/{motion}/weigh", data={"label.0": "X", "weight.0": "veel"})

    assert "X: schrijf een gewicht van 0 tot 10." in page.text


def test_chair_goes_through_the_legal_order(committee, desk) -> None:
    motion = committee.motion(Kind.NAMED, Method.CHOICE)
    words = []
    for step in ("open", "last_call", "hold", "last_call", "close", "count", "publish"):
        page = desk.post(f"{BASE}/chair/{motion}/{step}", follow_redirects=True)
        words.append(
            re.search(r'aria-current="step">.*?<strong>(.*?)</strong>', page.text, re.DOTALL)
        )

    told = [found[1] if found else "" for found in words]
    assert told == [
        "Laatste oproep",
        "Sluiten",
        "Laatste oproep",
        "Sluiten",
        "Tellen",
        "Uitslag",
        "",
    ]
    assert "Uitslag voor iedereen" in page.text


def test_too_few_members_cannot_open_but_for_a_second_call(committee, desk) -> None:
    from survey_app.ballots.presets import PRESETS, Preset  # noqa: PLC0415 — one test

    rules = PRESETS[Preset.COMMITTEE_ADVICE].rules
    motion = committee.motion(Kind.NAMED, Method.CHOICE, rules=rules)
    for voter in committee.voters[:3]:
        desk.post(f"{BASE}/secretary/presence/{voter}", data={"presence": "left"})

    page = desk.post(f"{BASE}/chair/{motion}/open")
    assert page.status_code == 409
    assert "Er zijn te weinig leden om te openen." in page.text
    assert "Open na tweede oproeping" in page.text

    desk.post(f"{BASE}/chair/{motion}/open", data={"second_call": "yes"})
    assert committee.read(motion).state == "open"


def test_annulment_needs_a_reason(committee, desk) -> None:
    motion = committee.opened(Kind.NAMED, Method.CHOICE)

    page = desk.post(f"{BASE}/chair/{motion}/annul", data={"reason": " "})
    assert page.status_code == 422

    desk.post(f"{BASE}/chair/{motion}/annul", data={"reason": "Verkeerde vraag"})
    assert committee.read(motion).reason == "Verkeerde vraag"


@pytest.mark.parametrize("typed", [{"paper.a": "veel"}, {"paper.a": "2"}])
def test_paper_that_does_not_fit_is_said(committee, desk, typed) -> None:
    motion, voter = committee.opened(Kind.SEALED, Method.CHOICE), committee.voters[0]
    desk.post(f"{BASE}/secretary/votes/{motion}/{voter}", data={"go": "paper"})
    committee.close(motion)

    page = desk.post(f"{BASE}/chair/{motion}/count", data=typed)

    assert page.status_code == 422
    assert committee.read(motion).state == "closed"


def test_minutes_and_paper_ballots_are_made(committee, desk) -> None:
    motion = committee.motion(Kind.NAMED, Method.CHOICE)

    for address in (f"{BASE}/secretary/minutes.pdf", f"{BASE}/motions/{motion}/stembrieven.pdf"):
        with desk.get(address) as made:
            assert made.data[:5] == b"%PDF-"


def test_deleting_a_meeting_needs_a_yes(committee, desk) -> None:
    assert desk.post(f"{BASE}/delete").status_code == 200
    assert desk.post(f"{BASE}/delete", data={"sure": "yes"}).status_code == 302
    assert desk.get(BASE).status_code == 404
