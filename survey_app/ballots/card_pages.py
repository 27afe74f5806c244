"""Pages of the voting cards: print them all, one anew, or some to draw for a poll.

A card is shown once, as a PDF that nobody keeps: who lost one gets a new one and the old one stops.
"""

from typing import NamedTuple

from flask import Blueprint, Response, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from survey_app.ballots import cards, queries
from survey_app.ballots.meetings import BASE, this
from survey_app.ballots.members import this_voter
from survey_app.ballots.models import Voter
from survey_app.ballots.once import first_time
from survey_app.ballots.print_words import cards_spec
from survey_app.ballots.printing.cards import cards_pdf, sheets_pdf
from survey_app.core.actions import act
from survey_app.core.apart import secret_pdf
from survey_app.core.db import db
from survey_app.core.permissions import Permission, requires

bp = Blueprint("cards", __name__, template_folder="templates")
CARDS = f"{BASE}/cards"
MOST_DRAWN = 500


class Holder(NamedTuple):
    """A member and whether a card of theirs works."""

    voter: Voter
    has_card: bool


@bp.get(CARDS)
@requires(Permission.RUN)
def show(meeting_id: int) -> str:
    meeting, project = this(meeting_id)
    held = queries.cards_of(db.session, meeting_id)
    with_card = {card.voter_id for card in held}
    voters = [voter for voter in queries.voters_of(db.session, meeting_id) if voter.votes]
    return render_template(
        "ballots/cards.html",
        meeting=meeting,
        project=project,
        holders=[Holder(voter, voter.id in with_card) for voter in voters],
        drawn=sum(card.voter_id is None for card in held),
        without=sum(voter.id not in with_card for voter in voters),
    )


def shown_before(meeting_id: int) -> AnyResponse:
    """Cards are shown once: asking again for the same print changes nothing."""
    flash(_("Deze kaarten zijn al getoond. Ze werken. Druk opnieuw als u nieuwe wilt."), "error")
    return redirect(url("cards.show", workspace=g.access.slug, meeting_id=meeting_id))


@bp.post(f"{CARDS}/print.pdf")
@requires(Permission.RUN)
def print_all(meeting_id: int) -> AnyResponse:
    """Cards for everybody, or for who has none yet, with the names to cut apart behind them."""
    this(meeting_id)
    if not first_time():
        return shown_before(meeting_id)
    held = {card.voter_id for card in queries.cards_of(db.session, meeting_id)}
    voters = [voter for voter in queries.voters_of(db.session, meeting_id) if voter.votes]
    if request.form.get("which") == "without":
        voters = [voter for voter in voters if voter.id not in held]
    if not voters:
        flash(_("Er is niemand zonder kaart. Zet eerst leden op de lijst."), "error")
        return redirect(url("cards.show", workspace=g.access.slug, meeting_id=meeting_id))
    return printed(meeting_id, [voter.id for voter in voters])


@bp.post(f"{CARDS}/<int:voter_id>/print.pdf")
@requires(Permission.RUN)
def print_one(meeting_id: int, voter_id: int) -> AnyResponse:
    """A new card for one member; the lost one stops working at once."""
    this(meeting_id)
    if not first_time():
        return shown_before(meeting_id)
    this_voter(meeting_id, voter_id)
    return printed(meeting_id, [voter_id])


def printed(meeting_id: int, voter_ids: list[int]) -> Response:
    secrets = cards.draw_secrets(this(meeting_id).meeting.sign, len(voter_ids))
    drawn = dict(zip(voter_ids, secrets, strict=True))
    made = act(cards.issue_cards, meeting_id=meeting_id, drawn=drawn)
    meeting = this(meeting_id).meeting
    spec = cards_spec(meeting, made, queries.voters_of(db.session, meeting_id))
    return secret_pdf(sheets_pdf, spec.to_json(), name="stemkaarten")


@bp.post(f"{CARDS}/drawn.pdf")
@requires(Permission.RUN)
def print_drawn(meeting_id: int) -> AnyResponse:
    """Cards without a name for a poll; earlier ones stop working when that is asked."""
    sign = this(meeting_id).meeting.sign
    if not first_time():
        return shown_before(meeting_id)
    asked = request.form.get("number", "").strip()
    if not asked.isdecimal() or not 1 <= int(asked[:6]) <= MOST_DRAWN:
        flash(
            _("Schrijf hoeveel kaarten u wilt: een getal van 1 tot %(n)s.", n=MOST_DRAWN), "error"
        )
        return redirect(url("cards.show", workspace=g.access.slug, meeting_id=meeting_id))
    if request.form.get("fresh") == "yes":
        act(cards.revoke_drawn_cards, meeting_id=meeting_id)
    drawn = cards.draw_secrets(sign, int(asked))
    made = act(cards.issue_drawn_cards, meeting_id=meeting_id, drawn=drawn)
    meeting = this(meeting_id).meeting
    spec = cards_spec(meeting, made, (), drawn=True)
    return secret_pdf(cards_pdf, spec.to_json(), name="getrokken-kaarten")


@bp.post(f"{CARDS}/<int:voter_id>/revoke")
@requires(Permission.RUN)
def revoke(meeting_id: int, voter_id: int) -> AnyResponse:
    this(meeting_id)
    voter, _others = this_voter(meeting_id, voter_id)
    name = voter.name
    act(cards.revoke_cards, voter_id=voter_id)
    flash(_("De kaart van %(name)s werkt niet meer.", name=name), "success")
    return redirect(url("cards.show", workspace=g.access.slug, meeting_id=meeting_id))
