"""Paper ballots as they are entered after the vote: how many of each choice were found."""

from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from survey_app.ballots import queries
from survey_app.ballots.casting import option_codes
from survey_app.ballots.models import Motion
from survey_app.ballots.rules import ABSTAIN, BLANK, INVALID, Kind, Method, Rules

MOST = 5000


def codes_on_paper(session: Session, motion: Motion) -> list[str]:
    """Everything a paper ballot can say: the options, and what stands apart."""
    apart = [ABSTAIN, BLANK, INVALID] if Rules.from_json(motion.rules).abstain else [BLANK, INVALID]
    return [*option_codes(session, motion.id), *apart]


def paper_in(
    sent: Mapping[str, str], session: Session, motion: Motion
) -> tuple[list[list[str]], str]:
    """One entry for each paper ballot, or what to mend.

    Ballots with several options are typed one a line, the codes with ``+`` or ``>`` between.
    """
    if motion.method in {Method.APPROVAL, Method.RANKING}:
        return several(sent.get("ballots", ""), set(codes_on_paper(session, motion)))
    paper: list[list[str]] = []
    for code in codes_on_paper(session, motion):
        number = sent.get(f"paper.{code}", "").strip() or "0"
        if not number.isdecimal() or int(number[:6]) > MOST:
            return [], _("Schrijf bij elke keuze op papier een getal, zoals 3.")
        paper += [[code]] * int(number)
    return checked(paper, session, motion)


def several(text: str, codes: set[str]) -> tuple[list[list[str]], str]:
    paper = []
    for number, line in enumerate(text[:100_000].splitlines(), start=1):
        chosen = [part.strip() for part in line.replace(">", "+").split("+") if part.strip()]
        if not set(chosen) <= codes:
            return [], _("Regel %(n)s: deze letter staat niet op de stembrief.", n=number)
        if chosen:
            paper.append(chosen)
    return paper, ""


def checked(
    paper: list[list[str]], session: Session, motion: Motion
) -> tuple[list[list[str]], str]:
    """In a sealed vote there are as many papers as members who vote on paper."""
    marked = queries.turnout(session, motion).on_paper
    if motion.kind == Kind.SEALED and len(paper) != marked:
        return [], _(
            "%(marked)s leden stemden op papier. U vulde %(n)s stembrieven in. Kijk het na.",
            marked=marked,
            n=len(paper),
        )
    return paper, ""
