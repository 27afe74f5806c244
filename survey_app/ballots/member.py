"""A member's pages: scan the card or type its code, choose, confirm in words, see the receipt.

Nothing is set on the device: the card's own address carries who somebody is. Every step is a page
of the server, so that it works without JavaScript.
"""

from dataclasses import replace
from uuid import uuid4

from flask import Blueprint, Response, abort, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from survey_app.ballots import cards, casting, live, queries, screens
from survey_app.ballots import tablet as tablets
from survey_app.ballots.cards import Held
from survey_app.ballots.causes import cause
from survey_app.ballots.choosing import chosen_in, places_in
from survey_app.ballots.errors import CodesStoppedError, WrongCodeError
from survey_app.ballots.rules import ABSTAIN, BLANK, Kind, Method, Receipt, State
from survey_app.ballots.visits import Shown, Visit, address_of, ballot_of, shown_options, visit_of
from survey_app.ballots.words import FIXED_OPTIONS, choice_words
from survey_app.core.broadcast import snapshot, stream
from survey_app.core.db import db
from survey_app.core.errors import DomainError, TooManyTriesError
from survey_app.core.i18n import interface_language
from survey_app.core.permissions import public
from survey_app.core.tokens import clean_code, grouped
from survey_app.core.writer import write

bp = Blueprint("member", __name__, template_folder="templates")
LONGEST_CODE = 16
"""A typed code with its spaces and hyphens; a scanned token is longer."""

LONGEST_UUID = 64
LONGEST_FIELD = len("&choice=objection")
ROOM = 8192


@bp.before_request
def speak() -> None:
    """A motion is written in one language: the page speaks one of the program's own round it."""
    g.language = interface_language()


def card_behind(code: str) -> Held:
    """The card of a scanned address or a typed code; guessing codes is slowed and stopped."""
    if len(code) > LONGEST_CODE:
        return cards.card_of_token(db.session, code)
    visitor = f"{request.remote_addr} {request.user_agent}"  # a hall has one address
    cards.BRAKE.check(visitor)
    try:
        return cards.card_of_code(db.session, code)
    except WrongCodeError:
        cards.BRAKE.count(visitor)
        write(lambda session: cards.count_wrong_code(session, code=code))
        raise


@bp.route("/v", methods=["GET", "POST"], strict_slashes=False)
@public
def typed() -> AnyResponse | str | tuple[str, int]:
    """Type the code of a card; on the tablet that goes round everybody begins here."""
    code = clean_code(request.values.get("code", ""))[:20]
    tablet = request.values.get("tablet") == "1"
    if request.method == "GET":
        return code_page("", "", tablet=tablet)
    try:
        card_behind(code.ljust(cards.CODE_LENGTH, "-")[: cards.CODE_LENGTH])
    except WrongCodeError:
        problem = _("Deze code kennen we niet. Kijk elk teken na op uw kaart.")
        return code_page(problem, code, tablet=tablet), 404
    except CodesStoppedError:
        problem = _("Te veel foute codes. Scan uw kaart, of vraag de secretaris om hulp.")
        return code_page(problem, code, tablet=tablet), 429
    except TooManyTriesError:
        problem = _("Te veel foute codes. Wacht een minuut, of scan uw kaart.")
        return code_page(problem, code, tablet=tablet), 429
    return redirect(address_of(code, tablet=tablet, for_voter=None))


def code_page(problem: str, typed: str, *, tablet: bool) -> str:
    visit = {"tablet": tablet, "follow": "", "device": ""}
    return render_template("ballots/member/code.html", visit=visit, problem=problem, typed=typed)


def this_visit(code: str, card: Held) -> Visit:
    return visit_of(db.session, code, card, tablet=on_tablet(code), for_voter=for_whom())


def on_tablet(code: str) -> bool:
    """Whether this is the tablet that goes round; a page that is over leads to the next member."""
    sent = request.args.get("tablet", "")
    if sent and not tablets.holds(code, sent):
        abort(redirect(url("member.typed", tablet=1)))
    return bool(sent)


def for_whom() -> int | None:
    """The member who gave a proxy, as the address says."""
    asked = request.args.get("for", "")
    return int(asked) if asked.isdecimal() and len(asked) < 10 else None  # noqa: PLR2004 — no id is longer


@bp.get("/v/<code>")
@public
def vote(code: str) -> str | Response:
    """What this card can do now: choose, see its receipt, or wait."""
    visit = this_visit(code, card_behind(code))
    if visit.motion is None:
        return wait_page(visit)
    again = visit.open and request.args.get("again") == "1"
    if visit.given is not None and not again:
        return voted_page(visit)
    return choose_page(visit) if visit.open else wait_page(visit)


@bp.post("/v/<code>")
@public
def send(code: str) -> AnyResponse | str | tuple[str, int]:
    """First the choice comes back in words; only what is confirmed is cast."""
    card, failure = card_behind(code), None
    if request.form.get("go") == "confirm" and any(request.form.getlist("choice")):
        try:
            return confirmed(code, card)
        except DomainError as error:
            failure = error
    visit = this_visit(code, card)
    if visit.motion is None or str(visit.motion.id) != request.form.get("motion"):
        return redirect(visit.action)
    chosen, problem = chosen_in(request.form, Method(visit.motion.method), codes_of(visit))
    if problem:
        return choose_page(visit, problem), 422
    try:
        casting.checked(visit.motion, codes_of(visit), chosen, on_paper=False)
    except DomainError as error:
        failure = failure or error
    if failure is not None:
        return refused(visit, cause(failure)), failure.status
    return confirm_page(visit, chosen)


def confirmed(code: str, card: Held) -> AnyResponse:
    """Store the vote, then tell the screens that somebody voted: as fast as can be."""
    form, tablet = request.form, on_tablet(code)
    ballot = ballot_of(
        card,
        int(motion) if (motion := form.get("motion", "")[:9]).isdecimal() else 0,
        [code for code in form.getlist("choice") if code],
        uuid=form.get("uuid", "")[:LONGEST_UUID] or str(uuid4()),
        turn=int(turn) if (turn := form.get("turn", "")[:9]).isdecimal() else None,
        tablet=tablet,
        for_voter=for_whom(),
    )
    write(lambda session: casting.cast(session, vote=ballot))
    live.tell(card.meeting_id)
    return redirect(address_of(code, tablet=tablet, for_voter=ballot.for_voter))


def refused(visit: Visit, problem: str) -> str:
    """Say what stands in the way; nothing typed is lost where one can still choose."""
    now = this_visit(visit.code, visit.held)
    return choose_page(now, problem) if now.open else wait_page(now, problem)


def codes_of(visit: Visit) -> list[str]:
    return casting.option_codes(db.session, visit.motion.id) if visit.motion else []


def options_of(visit: Visit) -> list[Shown]:
    if visit.motion is None:
        return []
    return shown_options(visit.motion, queries.options_of(db.session, visit.motion.id))


def choose_page(visit: Visit, problem: str = "") -> str:
    return render_template(
        "ballots/member/choose.html",
        visit=visit,
        motion=visit.motion,
        options=options_of(visit),
        problem=problem,
        chosen=request.form.getlist("choice"),
        ranks=places_in(request.form),
        changing=visit.given is not None,
    )


def confirm_page(visit: Visit, chosen: list[str]) -> Response:
    options = options_of(visit)
    titles = {option.code: option.title for option in options}
    pictures = {option.code: option.picture for option in options}
    words = [titles.get(code) or str(FIXED_OPTIONS[code]) for code in chosen]
    apart = chosen[0] in {ABSTAIN, BLANK}
    page = render_template(
        "ballots/member/confirm.html",
        visit=visit,
        motion=visit.motion,
        codes=chosen,
        chosen_words=", ".join(words),
        ordered=words if len(words) > 1 else [],
        picture="" if apart or len(chosen) > 1 else pictures.get(chosen[0], ""),
        uuid=str(uuid4()),
        even="x" * (most_sent(len(options)) - sum(len(f"&choice={code}") for code in chosen)),
    )
    return even(page)


def most_sent(options: int) -> int:
    """How long the longest choice is on its way; the others are sent as long."""
    return max(LONGEST_FIELD, options * len("&choice=a"))


def even(page: str) -> Response:
    """A page of the same length whatever was chosen: its length is seen by who sees the network."""
    body = page.encode()
    response = Response(body + b"<!--" + b" " * ((-len(body) - 7) % ROOM) + b"-->")
    response.mimetype = "text/html"
    response.headers["Cache-Control"] = "no-store, no-transform"
    return response


def voted_page(visit: Visit) -> str | Response:
    given, motion = visit.given, visit.motion
    shows = given is not None and visit.rules.receipt is not Receipt.NONE and given.receipt
    titles = {option.code: option.title for option in options_of(visit)}
    named = motion is not None and motion.kind == Kind.NAMED and given is not None and given.choice
    page = render_template(
        "ballots/member/voted.html",
        visit=visit,
        motion=motion,
        on_paper=given is not None and given.channel == "paper",
        receipt=given.receipt if given is not None and shows else "",
        receipt_shown=grouped(given.receipt or "") if given is not None and shows else "",
        own=choice_words(str(named or ""), titles),
    )
    return even(page) if named else page


def wait_page(visit: Visit, problem: str = "") -> str:
    """Between votes: what was published, and that the page looks again by itself."""
    motions = queries.motions_of(db.session, visit.meeting.id)
    shown = [motion for motion in motions if motion.state == State.PUBLISHED]
    closed = visit.motion is not None
    return render_template(
        "ballots/member/wait.html",
        visit=replace(visit, motion=None),
        meeting=visit.meeting,
        title=_("De stemming is gesloten") if closed else _("Even geduld"),
        advice=problem
        or (
            _("De voorzitter toont straks de uitslag.")
            if closed
            else _("Zodra een stemming opengaat, ziet u ze hier.")
        ),
        published=[
            {"title": motion.title, "url": url("published.show", public_id=motion.public_id)}
            for motion in shown
        ],
    )


@bp.get("/v/<int:meeting_id>/<token>/live")
@public
def follow(meeting_id: int, token: str) -> Response:
    """Tell a member's page that something changed; never how many or what."""
    screens.meeting_of(db.session, screens.PHONE, meeting_id, token)
    return stream(live.NAME, str(meeting_id), "phone")


@bp.get("/v/<int:meeting_id>/<token>/now")
@public
def now(meeting_id: int, token: str) -> Response:
    """The same once, for a phone whose stream does not get through."""
    screens.meeting_of(db.session, screens.PHONE, meeting_id, token)
    return snapshot(live.NAME, str(meeting_id), "phone")
