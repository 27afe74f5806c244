"""What a member's page needs to know: whose card it is, what is asked now, what was given."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from survey_app.ballots import casting, live, queries, screens, words
from survey_app.ballots.cards import Held
from survey_app.ballots.casting import Vote
from survey_app.ballots.criteria import MOST_POINTS, weigh
from survey_app.ballots.facts import Criterion
from survey_app.ballots.models import Meeting, Motion, MotionOption, Participation
from survey_app.ballots.rules import VOTING, Channel, Kind, Method, Receipt, Rules, State
from survey_app.ballots.tablet import ticket
from survey_app.core.tokens import digest

ICONS = {Kind.POLL: "hand", Kind.NAMED: "oog", Kind.SEALED: "slot"}


@dataclass(frozen=True, slots=True)
class Shown:
    """An option as a member sees it, the same form for all."""

    code: str
    title: str
    picture: str
    arguments_for: Sequence[str]
    arguments_against: Sequence[str]
    cost: int | None
    evidence: Sequence[str]
    points: Sequence[str]
    """How it scores on the goals of the multi-year plan, a line each and the weighted sum."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One page for one card, on a phone or on the tablet that goes round."""

    code: str
    held: Held
    meeting: Meeting
    tablet: bool
    for_voter: int | None = None
    for_name: str = ""
    motion: Motion | None = None
    number: int = 1
    total: int = 1
    given: Participation | None = None
    givers: dict[int, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return str(words.KINDS[Kind(self.motion.kind)][0]) if self.motion else ""

    @property
    def icon(self) -> str:
        return ICONS[Kind(self.motion.kind)] if self.motion else ""

    @property
    def device(self) -> str:
        """Under what a phone that joined by itself keeps the address of this page."""
        return device_key(self.meeting.id) if self.held.joined else ""

    @property
    def promise(self) -> str:
        return words.promise(Kind(self.motion.kind), self.rules) if self.motion else ""

    @property
    def how(self) -> str:
        return str(words.METHODS[Method(self.motion.method)][1]) if self.motion else ""

    @property
    def rules(self) -> Rules:
        return Rules.from_json(self.motion.rules) if self.motion else Rules()

    @property
    def open(self) -> bool:
        return self.motion is not None and self.motion.state in VOTING

    @property
    def last_call(self) -> bool:
        return self.motion is not None and self.motion.state == State.LAST_CALL

    @property
    def for_whom(self) -> str:
        return _("U stemt nu voor %(name)s, met volmacht.", name=self.for_name) * bool(
            self.for_name
        )

    @property
    def receipt_help(self) -> str:
        if self.motion is not None and self.motion.kind == Kind.NAMED:
            return _("Uw naam en uw stem staan straks in de uitslag.")
        if self.rules.receipt is Receipt.CHOICE:
            return _("Hiermee ziet u straks uw stem in de lijst.")
        return _("Hiermee ziet u straks dat uw stem meetelt.")

    def address(self, *, again: bool = False) -> str:
        """Where the page of this card is; the tablet and whom one votes for travel along."""
        return address_of(self.code, tablet=self.tablet, for_voter=self.for_voter, again=again)

    def address_for(self, giver: int) -> str:
        return address_of(self.code, tablet=self.tablet, for_voter=giver)

    @property
    def action(self) -> str:
        return self.address()

    @property
    def action_again(self) -> str:
        return self.address(again=True)

    @property
    def follow(self) -> str:
        return self.screen("member.follow")

    @property
    def now(self) -> str:
        return self.screen("member.now")

    def screen(self, page: str) -> str:
        """Where this page hears of the meeting; the card is not named there."""
        token = screens.token_of(screens.PHONE, self.meeting.id)
        return url_for(page, meeting_id=self.meeting.id, token=token)

    @property
    def version(self) -> int:
        return live.version_of(self.meeting)

    def vote(self, chosen: Sequence[str], *, uuid: str, turn: int | None) -> Vote:
        """What is cast, on its way in."""
        if self.motion is None:
            raise ValueError("no motion to vote on")
        return ballot_of(
            self.held,
            self.motion.id,
            chosen,
            uuid=uuid,
            turn=turn,
            tablet=self.tablet,
            for_voter=self.for_voter,
        )


def device_key(meeting_id: int) -> str:
    """The name under which a phone keeps its own ballot of a meeting."""
    return f"stem {meeting_id}"


def address_of(code: str, *, tablet: bool, for_voter: int | None, again: bool = False) -> str:
    return url_for(
        "member.vote",
        code=code,
        again=1 if again else None,
        tablet=ticket(code) if tablet else None,
        **{"for": for_voter},  # type: ignore[arg-type]  # a word that Python keeps for itself
    )


def ballot_of(
    card: Held,
    motion_id: int,
    chosen: Sequence[str],
    *,
    uuid: str,
    turn: int | None,
    tablet: bool,
    for_voter: int | None,
) -> Vote:
    """What the holder of a card casts, on its way in."""
    return Vote(
        motion_id,
        chosen,
        uuid,
        meeting_id=card.meeting_id,
        voter_id=card.voter_id,
        device=digest(f"card {card.card_id}"),
        without_card=card.joined,
        channel=Channel.TABLET if tablet else Channel.PHONE,
        turn=turn,
        for_voter=for_voter,
    )


def visit_of(
    session: Session, code: str, held: Held, *, tablet: bool, for_voter: int | None = None
) -> Visit:
    """Look up everything for one page; a result that was counted makes room for what follows."""
    meeting = session.get_one(Meeting, held.meeting_id)
    visit = Visit(code, held, meeting, tablet)
    motion = queries.latest_motion(session, meeting.id)
    if motion is None or motion.state not in {*VOTING, State.CLOSED}:
        return visit
    givers = givers_of(session, held) if Rules.from_json(motion.rules).proxies else {}
    if for_voter in givers:
        visit = replace(visit, for_voter=for_voter, for_name=givers[for_voter])
    agenda = sorted({one.position for one in queries.motions_of(session, meeting.id)})
    visit = replace(
        visit,
        motion=motion,
        givers=givers,
        number=agenda.index(motion.position) + 1,
        total=len(agenda),
    )
    holder = casting.holder_of(motion, visit.vote((), uuid="", turn=None))
    return replace(visit, given=casting.held(session, motion.id, holder))


def givers_of(session: Session, held: Held) -> dict[int, str]:
    """Who gave a proxy to the holder of this card."""
    names = {voter.id: voter.name for voter in queries.voters_of(session, held.meeting_id)}
    proxies = queries.proxies_of(session, held.meeting_id).items()
    return {giver: names[giver] for giver, holder in proxies if holder == held.voter_id}


def shown_options(motion: Motion, options: Sequence[MotionOption]) -> list[Shown]:
    """The options in the order of the agenda, each with its case."""
    return [
        Shown(
            option.code,
            words.option_title(option),
            option.picture or words.PICTURES.get(option.code, ""),
            option.arguments_for,
            option.arguments_against,
            option.cost,
            [one["sentence"] for one in motion.evidence if one["option"] == option.code],
            points_of(motion, option),
        )
        for option in options
    ]


def points_of(motion: Motion, option: MotionOption) -> list[str]:
    """Its points on each criterion, and what they weigh together."""
    held = [Criterion(**criterion) for criterion in motion.criteria]
    if not held:
        return []
    lines = [
        _(
            "%(label)s: %(points)s op %(most)s, weegt %(weight)s",
            label=one.label,
            points=option.scores.get(one.code, 0),
            most=MOST_POINTS,
            weight=one.weight,
        )
        for one in held
    ]
    [weighed] = weigh(held, {option.code: option.scores})
    most = MOST_POINTS * sum(one.weight for one in held)
    return [*lines, _("Samen: %(total)s van %(most)s", total=weighed.total, most=most)]
