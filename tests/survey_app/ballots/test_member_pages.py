"""A member's phone in every state, without JavaScript."""

import re
from datetime import timedelta

import pytest

from survey_app.ballots import attendance, box, cards, queries, voting
from survey_app.ballots.rules import Kind, Method, Presence, Rules
from survey_app.ballots.tablet import KEPT
from survey_app.core.db import db
from survey_app.core.limits import Brake
from tests.survey_app.ballots.conftest import gathered


@pytest.fixture
def committee(app):
    """The pages are the same on every database: once is enough."""
    with app.app_context():
        yield gathered(app)


@pytest.fixture
def phone(committee):
    """A visitor whose every page is looked over."""
    return committee.app.test_client()


@pytest.fixture
def card(committee):
    """A voting card: ``card(0)`` of the first member, ``card(None)`` a drawn one."""
    sign = committee.read_meeting().sign

    def issue(place: int | None):
        [secret] = cards.draw_secrets(sign, 1)
        if place is None:
            given = {"meeting_id": committee.meeting_id, "drawn": [secret]}
            return committee.do(cards.issue_drawn_cards, **given)[0]
        drawn = {committee.voters[place]: secret}
        return committee.do(cards.issue_cards, meeting_id=committee.meeting_id, drawn=drawn)[0]

    return issue


def heading(page) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)[1]


def choose(phone, address, motion, *choices, **more):
    return phone.post(address, data={"motion": motion, "choice": list(choices), **more})


def confirm(phone, address, page):
    return confirm_only(phone, address, page, follow_redirects=True)


def confirm_only(phone, address, page, **more):
    held = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.text)
    data: dict[str, list[str]] = {}
    for name, value in held:
        data.setdefault(name, []).append(value)
    return phone.post(address, data={**data, "go": "confirm"}, **more)


def test_before_anything_is_open_one_waits(committee, phone, card) -> None:
    page = phone.get(f"/v/{card(0).token}")

    assert heading(page) == "Even geduld"


@pytest.mark.parametrize("kind", Kind)
def test_one_chooses_confirms_and_gets_a_receipt(committee, phone, card, kind) -> None:
    motion, address = committee.opened(kind, Method.CHOICE), f"/v/{card(0).token}"

    shown = choose(phone, address, motion, "b")
    done = confirm(phone, address, shown)

    assert "Vaste plus-plek" in re.search(r"chosen-card.*?</div>", shown.text, re.DOTALL)[0]
    assert heading(done) == "Uw stem is binnen"
    receipt = re.search(r'name="receipt" content="(\w{12})"', done.text)[1]
    assert f'content="{receipt}"' in phone.get(address).text
    assert committee.turnout(motion) == 1


def test_what_was_chosen_is_told_again_only_where_names_stand_with_votes(
    committee, phone, card
) -> None:
    for kind, told in ((Kind.NAMED, True), (Kind.SEALED, False)):
        motion, address = committee.opened(kind, Method.CHOICE), f"/v/{card(0).token}"
        confirm(phone, address, choose(phone, address, motion, "b"))

        assert ("Vaste plus-plek" in phone.get(address).text) is told
        committee.finish(motion)


def test_one_changes_ones_vote_until_it_closes(committee, phone, card) -> None:
    motion, address = committee.opened(Kind.NAMED, Method.CHOICE), f"/v/{card(0).token}"
    confirm(phone, address, choose(phone, address, motion, "b"))
    assert heading(phone.get(f"{address}?again=1")) == "Welke plus-plek?"

    confirm(phone, address, choose(phone, address, motion, "a"))
    result = committee.finish(motion)

    assert result.votes == (("a", 1), ("b", 0))


def test_after_closing_a_confirmation_is_refused_in_words(committee, phone, card) -> None:
    motion, address = committee.opened(Kind.NAMED, Method.CHOICE), f"/v/{card(0).token}"
    shown = choose(phone, address, motion, "b")
    committee.close(motion)

    page = confirm(phone, address, shown)

    assert page.status_code == 409
    assert heading(page) == "De stemming is gesloten"
    assert committee.count(motion).heads.cast == 0


@pytest.mark.parametrize(
    ("method", "form", "problem"),
    [
        (Method.CHOICE, {}, "Kies minstens één optie"),
        (Method.CHOICE, {"choice": "x"}, "staat niet op de stembrief"),
        (Method.CHOICE, {"choice": ["a", "b"]}, "staat niet op de stembrief"),
        (Method.CHOICE, {"choice": "invalid"}, "staat niet op de stembrief"),
        (Method.RANKING, {"rank.a": "1", "rank.b": "1"}, "Geef elke plaats maar één keer"),
        (Method.RANKING, {"rank.a": "", "rank.b": "zot"}, "Geef minstens één optie een plaats"),
        (Method.APPROVAL, {"choice": ["a", "a"]}, "staat niet op de stembrief"),
    ],
)
def test_mistake_says_what_to_do_and_counts_nothing(committee, card, method, form, problem) -> None:
    phone = committee.app.test_client()
    motion = committee.opened(Kind.NAMED, method)

    page = phone.post(f"/v/{card(0).token}", data={"motion": motion, **form})

    assert page.status_code == 422
    assert problem in page.text
    assert committee.turnout(motion) == 0


def test_ranking_is_confirmed_in_its_order(committee, phone, card) -> None:
    motion, address = committee.opened(Kind.NAMED, Method.RANKING), f"/v/{card(0).token}"
    places = {"motion": motion, "rank.a": "2", "rank.b": "1"}

    shown = phone.post(address, data=places)
    confirm(phone, address, shown)

    assert re.findall(r"<li>(\w+)", shown.text) == ["Vaste", "Mobiele"]
    assert committee.finish(motion).first == ("b",)


def test_who_may_not_vote_is_told_why(committee, phone, card) -> None:
    draft = committee.motion(Kind.NAMED, Method.CHOICE)
    one, other, drawn = card(0), card(1), card(None)
    conflict = {"motion_id": draft, "voter_id": committee.voters[0], "reason": "Verhuurt de zaal"}
    committee.do(attendance.state_conflict, **conflict)
    away = {"voter_id": committee.voters[1], "presence": Presence.LEFT}
    committee.do(attendance.set_presence, **away)
    committee.do(voting.open_vote, motion_id=draft)

    for held, why in ((one, "belangenvermenging"), (other, "Meld u bij de secretaris"),
                      (drawn, "alleen in een peiling")):  # fmt: skip
        address = f"/v/{held.token}"
        page = confirm(phone, address, choose(phone, address, draft, "b"))
        assert page.status_code == 403
        assert why in page.text
    assert committee.turnout(draft) == 0


def test_drawn_card_votes_once_in_a_poll(committee, phone, card) -> None:
    motion, address = committee.opened(Kind.POLL, Method.CHOICE), f"/v/{card(None).token}"

    for choice in ("a", "b"):
        confirm(phone, address, choose(phone, address, motion, choice))

    assert committee.finish(motion).votes == (("a", 0), ("b", 1))


def test_typed_code_leads_to_the_same_vote(committee, phone, card) -> None:
    committee.opened(Kind.NAMED, Method.CHOICE)
    code = card(0).code

    page = phone.post("/v", data={"code": f"{code[:5]} {code[5:]}".lower()}, follow_redirects=True)

    assert heading(page) == "Welke plus-plek?"


def test_wrong_codes_are_slowed_and_keep_what_was_typed(
    committee, phone, card, monkeypatch
) -> None:
    monkeypatch.setattr(cards, "BRAKE", Brake(tries=5, total=100))
    wrong = card(0).code[:3] + "2222222"

    seen = [phone.post("/v", data={"code": wrong}).status_code for _ in range(7)]

    assert seen == [404] * 5 + [429] * 2
    assert f'value="{wrong}"' in phone.post("/v", data={"code": wrong}).text
    assert committee.read_meeting().wrong_codes == 5


def test_revoked_card_opens_nothing(committee, phone, card) -> None:
    old = card(0)
    card(0)

    assert phone.get(f"/v/{old.token}").status_code == 404


@pytest.fixture
def on_tablet(committee, phone, card):
    """Type the code of the first member; gives the motion and where the tablet goes."""
    motion = committee.opened(Kind.NAMED, Method.CHOICE)
    sent = phone.post("/v", data={"code": card(0).code, "tablet": "1"})
    return motion, sent.headers["Location"]


def action_of(page) -> str:
    return re.search(r'action="([^"]+)"', page.text)[1].replace("&amp;", "&")


def test_tablet_goes_from_member_to_member(committee, phone, on_tablet) -> None:
    motion, address = on_tablet
    shown = choose(phone, action_of(phone.get(address)), motion, "b")

    page = confirm(phone, action_of(shown), shown)

    assert heading(page) == "Uw stem is binnen"
    assert "Klaar, geef de tablet door" in page.text
    assert 'href="/v?tablet=1"' in page.text
    assert [one.channel for one in queries.participation_of(db.session, motion).values()] == [
        "tablet"
    ]


def test_who_goes_back_on_the_tablet_finds_nobody_elses_page(committee, phone, on_tablet) -> None:
    motion, address = on_tablet
    shown = choose(phone, action_of(phone.get(address)), motion, "b")
    committee.app.config["NOW"] += KEPT + timedelta(seconds=2)

    seen = [phone.get(address), confirm_only(phone, action_of(shown), shown)]

    assert [page.headers["Location"] for page in seen] == ["/v?tablet=1"] * 2
    assert committee.turnout(motion) == 0


@pytest.mark.parametrize("ticket", ["1", "x", "-", "99999999999-aa", "9" * 40 + "-aa"])
def test_made_up_ticket_of_the_tablet_opens_nothing(phone, card, ticket) -> None:
    assert phone.get(f"/v/{card(0).code}?tablet={ticket}").headers["Location"] == "/v?tablet=1"


def test_proxy_votes_for_who_gave_it(committee, phone, card) -> None:
    giver, holder = committee.voters[:2]
    away = {"voter_id": giver, "presence": Presence.EXCUSED}
    committee.do(attendance.set_presence, **away)
    committee.do(attendance.give_proxy, giver_id=giver, holder_id=holder)
    motion = committee.opened(Kind.NAMED, Method.CHOICE, rules=Rules(proxies=1))
    address = f"/v/{card(1).token}"
    page = confirm(phone, address, choose(phone, address, motion, "b"))
    assert "Stem nu voor Lid 1" in page.text

    address = f"{address}?for={giver}"
    confirm(phone, address, choose(phone, address, motion, "a"))

    assert committee.finish(motion).votes == (("a", 1), ("b", 1))


def test_form_of_another_motion_is_not_cast(committee, phone, card) -> None:
    first, address = committee.opened(Kind.NAMED, Method.CHOICE), f"/v/{card(0).token}"
    shown = choose(phone, address, first, "b")
    committee.finish(first)
    second = committee.opened(Kind.NAMED, Method.CHOICE)

    confirm(phone, address, shown)

    assert committee.turnout(second) == 0


def test_key_cards_of_a_sealed_vote_are_drawn_anew_only_before_it_opens(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE)

    with pytest.raises(Exception, match="not yet"):
        committee.do(box.make_keys, motion_id=motion)
