"""The legal order of a vote as the chair follows it, and what to say aloud at each step."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from survey_app.ballots import words
from survey_app.ballots.models import Meeting, Motion, MotionOption
from survey_app.ballots.queries import Attendance
from survey_app.ballots.rules import Kind, MeetingState, Rules, State


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the script: ``done``, ``now`` or ``later``."""

    title: str
    detail: str
    at: str


ORDER = (
    State.DRAFT,
    State.OPEN,
    State.LAST_CALL,
    State.CLOSED,
    State.COUNTED,
    State.PUBLISHED,
)


def script(
    meeting: Meeting, motion: Motion | None, there: Attendance | None, *, locked: bool
) -> list[Step]:
    """The steps in order, with where we are."""
    planned = meeting.state == MeetingState.PLANNED
    present = there.present if there else 0
    needed = quorum_of(motion, there)
    titles = [
        (_("Aanwezigheid"), _("%(n)s leden aanwezig", n=present)),
        (_("Quorum"), quorum_words(present, needed)),
        (_("Voorwerp"), motion.title if motion else ""),
        (_("Openen"), keys_words(motion, locked=locked)),
        (_("Laatste oproep"), ""),
        (_("Sluiten"), ""),
        (_("Tellen"), ""),
        (_("Uitslag"), ""),
    ]
    here = place_of(motion, planned=planned, ready=present >= (needed or 0) and present > 0)
    return [
        Step(title, detail, "done" if n < here else "now" if n == here else "later")
        for n, (title, detail) in enumerate(titles)
    ]


def place_of(motion: Motion | None, *, planned: bool, ready: bool) -> int:
    """Which line of the script comes now."""
    if planned or motion is None:
        return 0
    places = {
        State.DRAFT: 3 if ready else 1,
        State.OPEN: 4,
        State.LAST_CALL: 5,
        State.CLOSED: 6,
        State.COUNTED: 7,
    }
    return places.get(State(motion.state), 8)


def quorum_of(motion: Motion | None, there: Attendance | None) -> int | None:
    quorum = Rules.from_json(motion.rules).quorum if motion else None
    return quorum.needed(there.members) if quorum and there else None


def quorum_words(present: int, needed: int | None) -> str:
    if needed is None:
        return _("niet nodig")
    if present >= needed:
        return _("%(n)s nodig: gehaald", n=needed)
    return _("%(n)s nodig: nog %(more)s te weinig", n=needed, more=needed - present)


def keys_words(motion: Motion | None, *, locked: bool) -> str:
    if motion is None or motion.kind != Kind.SEALED or motion.state != State.DRAFT:
        return ""
    return _("sleutelkaarten gedrukt") if locked else _("eerst sleutelkaarten drukken")


def say(
    motion: Motion | None,
    there: Attendance | None,
    options: Sequence[MotionOption],
) -> list[str]:
    """What the chair says now, ready to be read aloud."""
    if motion is None or there is None:
        return []
    state = State(motion.state)
    if state is State.DRAFT:
        return before(motion, there, options)
    spoken = {
        State.OPEN: [_("De stemming is open."), how_to(motion)],
        State.LAST_CALL: [_("Laatste oproep."), _("Heeft iedereen gestemd?")],
        State.CLOSED: [_("De stemming is gesloten."), _("We tellen de stemmen.")],
        State.COUNTED: [_("De stemmen zijn geteld."), _("Ik maak de uitslag bekend.")],
        State.PUBLISHED: [_("U kunt de uitslag zelf natellen op uw gsm.")],
        State.ANNULLED: [_("Deze stemming is vernietigd: %(reason)s", reason=motion.reason)],
    }
    return spoken.get(state, [])


def how_to(motion: Motion) -> str:
    if motion.kind == Kind.POLL and Rules.from_json(motion.rules).devices:
        return _("Scan de code op het scherm, kies en bevestig.")
    return _("Scan uw kaart, kies en bevestig.")


def before(motion: Motion, there: Attendance, options: Sequence[MotionOption]) -> list[str]:
    needed = quorum_of(motion, there)
    lines = [
        _(
            "Er zijn %(n)s van de %(members)s leden aanwezig.",
            n=there.present,
            members=there.members,
        )
    ]
    if needed is not None and there.present >= needed:
        lines.append(_("Het quorum van %(n)s is gehaald.", n=needed))
    lines.append(_("We stemmen over: %(title)s", title=motion.title))
    titles = ", ".join(words.option_title(option) for option in options)
    lines.append(_("U kiest uit: %(titles)s.", titles=titles))
    rules = Rules.from_json(motion.rules)
    lines.append(words.promise(Kind(motion.kind), rules))
    if rules.advisory:
        lines.append(_("Dit is een advies, geen besluit."))
    return lines
