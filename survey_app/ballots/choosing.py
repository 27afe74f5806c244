"""Read a filled-in ballot, the member's own or the clerk's: what it says, or what to mend."""

from collections.abc import Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from survey_app.ballots.rules import Method

LONGEST_PLACE = 4


class Chosen(NamedTuple):
    """The codes that were chosen, best first in a ranking, or a sentence that says what to mend."""

    codes: list[str]
    problem: str = ""


def chosen_in(form: MultiDict[str, str], method: Method, options: Sequence[str]) -> Chosen:
    """What a form chose: buttons and boxes named ``choice``, places named ``rank.<code>``."""
    sent = [code for code in form.getlist("choice") if code]
    if sent:
        return Chosen(sent)
    if method is Method.RANKING:
        return ranked(form, options)
    return Chosen([], _("Kies minstens één optie, of kies blanco."))


def ranked(form: MultiDict[str, str], options: Sequence[str]) -> Chosen:
    places = {code: form.get(f"rank.{code}", "")[:LONGEST_PLACE] for code in options}
    given = {code: int(place) for code, place in places.items() if place.isdecimal()}
    if not given:
        return Chosen([], _("Geef minstens één optie een plaats."))
    if len(set(given.values())) < len(given):
        return Chosen([], _("Geef elke plaats maar één keer."))
    return Chosen(sorted(given, key=given.__getitem__))


def places_in(form: MultiDict[str, str]) -> dict[str, str]:
    """The places as they were typed, to show them again."""
    return {name[5:]: place for name, place in form.items() if name[:5] == "rank."}
