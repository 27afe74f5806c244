"""Six ways to vote that a meeting can start from; every rule can be changed per motion."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from analysis.tally.majority import HALF, SIMPLE, UNANIMOUS, Quorum
from survey_app.ballots.rules import Kind, Method, Receipt, Rules, Tie


class Preset(StrEnum):
    """What kind of meeting votes, and how."""

    COMMITTEE_ADVICE = "committee_advice"
    COMMITTEE_POLL = "committee_poll"
    COUNCIL_PUBLIC = "council_public"
    COUNCIL_SECRET = "council_secret"  # noqa: S105 — a way of voting, not a password
    ASSEMBLY = "assembly"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Usual:
    """What a motion of a preset starts with."""

    kind: Kind
    method: Method
    rules: Rules


MORE_THAN_HALF = Quorum(HALF)

PRESETS: Mapping[Preset, Usual] = {
    Preset.COMMITTEE_ADVICE: Usual(
        Kind.NAMED, Method.CHOICE, Rules(quorum=MORE_THAN_HALF, advisory=True)
    ),
    Preset.COMMITTEE_POLL: Usual(
        Kind.POLL,
        Method.CHOICE,
        Rules(majority=SIMPLE, advisory=True, who_took_part=False, devices=True),
    ),
    Preset.COUNCIL_PUBLIC: Usual(
        Kind.NAMED, Method.YES_NO, Rules(quorum=MORE_THAN_HALF, tie=Tie.REJECTED)
    ),
    Preset.COUNCIL_SECRET: Usual(
        Kind.SEALED, Method.PERSONS, Rules(quorum=MORE_THAN_HALF, tie=Tie.YOUNGEST)
    ),
    Preset.ASSEMBLY: Usual(
        Kind.NAMED, Method.YES_NO, Rules(tie=Tie.REJECTED, weighted=True, proxies=1)
    ),
    Preset.CONSENT: Usual(
        Kind.NAMED,
        Method.CONSENT,
        Rules(majority=UNANIMOUS, receipt=Receipt.NONE, abstain=False, advisory=True),
    ),
}
