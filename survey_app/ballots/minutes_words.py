"""The minutes of a meeting in ready sentences, from what was kept of it."""

from collections.abc import Sequence

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from survey_app.ballots import queries, record, words
from survey_app.ballots.models import Meeting, Motion, MotionRecord, Voter
from survey_app.ballots.outcomes import Outcome, outcome
from survey_app.ballots.participants import names_by_choice
from survey_app.ballots.presets import PRESETS, Preset
from survey_app.ballots.printing.minutes import (
    Attendee,
    Count,
    Decision,
    MinutesSpec,
    MinutesWords,
)
from survey_app.ballots.rules import Kind, Method, Presence, Rules, Seat, State
from survey_app.core.i18n import current

TOLD = {State.PUBLISHED, State.SUPERSEDED, State.ANNULLED}


def minutes_spec(session: Session, meeting: Meeting) -> MinutesSpec:
    """A whole meeting; a motion stands in it once its result was published or annulled."""
    voters = queries.voters_of(session, meeting.id)
    motions = [one for one in queries.motions_of(session, meeting.id) if one.state in TOLD]
    advisory = PRESETS[Preset(meeting.preset)].rules.advisory
    return MinutesSpec(
        current(),
        fixed_words(),
        meeting.body,
        tuple(facts_of(meeting, voters)),
        str(words.ADVISORY) if advisory else "",
        tuple(attendee(voter) for voter in voters),
        tuple(decision(session, meeting, motion) for motion in motions),
        promises(),
        (_("De voorzitter"), _("De secretaris")),
    )


def fixed_words() -> MinutesWords:
    return MinutesWords(
        title=_("Proces-verbaal"),
        present=_("Aanwezigheid"),
        name=_("Naam"),
        group=_("Fractie of groep"),
        presence=_("Aanwezig?"),
        choice=_("Keuze"),
        votes=_("Stemmen"),
        rule=_("Regel"),
        evidence=_("Wat bewoners zeiden"),
        notes=_("Opmerkingen"),
        root=_("Controlewoorden"),
        root_help=_("Dezelfde woorden staan op het scherm en in het bestand om na te tellen."),
        promises=_("Wat deze stemming belooft, en wat niet"),
        page=_("Blad"),
    )


def facts_of(meeting: Meeting, voters: Sequence[Voter]) -> list[str]:
    """When and where, who led, how many were there."""
    where = f", {meeting.place}" if meeting.place else ""
    led = {
        Seat.CHAIR: _("Voorzitter: %(names)s."),
        Seat.SECRETARY: _("Secretaris: %(names)s."),
    }
    there = {Presence.PRESENT, Presence.LATE, Presence.LEFT}
    members = [voter for voter in voters if voter.votes]
    present = sum(voter.presence in there for voter in members)
    lines = [f"{meeting.title}, {format_date(meeting.held_on, 'EEEE d MMMM yyyy')}{where}."]
    for seat, sentence in led.items():
        names = ", ".join(voter.name for voter in voters if voter.seat == seat)
        lines += [sentence % {"names": names}] if names else []
    lines.append(_("%(n)s van de %(members)s leden namen deel.", n=present, members=len(members)))
    return lines


def attendee(voter: Voter) -> Attendee:
    presence = str(words.PRESENCES[Presence(voter.presence)])
    seat = str(words.SEATS[Seat(voter.seat)]) if voter.seat != Seat.MEMBER else ""
    return Attendee(voter.name, voter.faction or seat, presence)


def decision(session: Session, meeting: Meeting, motion: Motion) -> Decision:
    """One motion: the verdict, the count in a sentence, the rule, the evidence, remarks."""
    options = queries.options_of(session, motion.id)
    names = names_by_choice(session, motion) if motion.kind == Kind.NAMED else None
    kept = session.get(MotionRecord, motion.id)
    told = outcome(meeting, motion, options, names) if kept is not None else None
    again = f" ({_('ronde %(n)s', n=motion.round)})" if motion.round > 1 else ""
    title = f"{motion.position}. {motion.title}{again}"
    kind = kind_of(motion)
    if told is None:
        return Decision(title, kind, "", tuple(ended(motion)), (), ())
    return Decision(
        title,
        kind,
        told.verdict,
        tuple(sentences(motion, told)),
        tuple(
            Count(row.label, str(row.number), float(row.number), row.names, row.wins)
            for row in told.kept
        ),
        tuple(line for line in (told.rule, told.needed, told.quorum) if line),
        tuple(one["sentence"] for one in motion.evidence),
        tuple(remarks(session, motion, told)),
        record.root_words(kept) if kept is not None else "",
    )


def kind_of(motion: Motion) -> str:
    """What kind of vote it was; a poll also says who could vote."""
    kind = Kind(motion.kind)
    said = [f"{words.KINDS[kind][0]}.", str(words.METHODS[Method(motion.method)][1])]
    if kind is Kind.POLL:
        said.append(words.promise(kind, Rules.from_json(motion.rules)))
    return " ".join(said)


def sentences(motion: Motion, told: Outcome) -> list[str]:
    """What was voted, as minutes say it, then the turnout and what followed from a tie."""
    lines = [with_votes(motion, told)]
    if told.detail:
        lines.append(told.detail)
    lines.append(told.turnout)
    return lines


def with_votes(motion: Motion, told: Outcome) -> str:
    """Say the count as minutes do: ``Met 9 stemmen voor, 3 tegen en 2 onthoudingen``."""
    chosen = [row for row in told.rows if not row.apart]
    given = [row for row in told.kept if row.number]
    if len(given) == 1 and not given[0].apart and motion.method == Method.YES_NO:
        return _("Met eenparigheid van stemmen.")
    parts = [part_of(motion, row.code, row.label, row.number) for row in chosen]
    parts += [apart_of(row.code, row.number) for row in told.kept if row.apart]
    return _("Met %(votes)s.", votes=joined(parts))


def part_of(motion: Motion, code: str, label: str, number: int) -> str:
    votes = ngettext("%(num)d stem", "%(num)d stemmen", number)
    if motion.method == Method.YES_NO:
        return _("%(votes)s voor", votes=votes) if code == "for" else _("%(n)s tegen", n=number)
    if motion.method == Method.CONSENT:
        return f"{number} × {label.lower()}"
    return _("%(votes)s voor %(title)s", votes=votes, title=label)


def apart_of(code: str, number: int) -> str:
    return {
        "abstain": ngettext("%(num)d onthouding", "%(num)d onthoudingen", number),
        "blank": _("%(n)s blanco", n=number),
        "invalid": _("%(n)s ongeldig", n=number),
    }[code]


def joined(parts: Sequence[str]) -> str:
    if len(parts) < 2:  # noqa: PLR2004 — one thing needs no "and"
        return "".join(parts)
    return _("%(most)s en %(last)s", most=", ".join(parts[:-1]), last=parts[-1])


def remarks(session: Session, motion: Motion, told: Outcome) -> list[str]:
    """Who took no part and why, an opening after a second call, small groups, annulment."""
    names = {voter.id: voter.name for voter in queries.voters_of(session, motion.meeting_id)}
    lines = [
        _("%(name)s nam niet deel: %(reason)s", name=names[voter], reason=reason)
        for voter, reason in queries.conflicts_of(session, motion.id).items()
    ]
    if (motion.opening or {}).get("second_call"):
        lines.append(_("Geopend na een tweede oproeping, zonder quorum."))
    if told.warning:
        lines.append(told.warning)
    return lines + ended(motion)


def ended(motion: Motion) -> list[str]:
    """Why a vote no longer stands."""
    if motion.state == State.SUPERSEDED:
        return [_("Vervangen door een nieuwe ronde.")]
    if motion.state == State.ANNULLED:
        return [_("Deze stemming is vernietigd: %(reason)s", reason=motion.reason)]
    return []


def promises() -> tuple[str, ...]:
    return (
        _("Elke stemgerechtigde telt één keer, over gsm, tablet en papier samen."),
        _("Niemand zag een tussenstand van een stemming zonder naam."),
        _("Iedereen kan natellen met het bestand van elke stemming."),
        _("Wie de server beheert tijdens de stemming, moet u vertrouwen."),
        _("Dit is geen juridisch advies over de geldigheid van een besluit."),
    )
