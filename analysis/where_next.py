"""Where to stand next: what reaches such people, for every group that is heard too little."""

import re

from analysis.representation import Heard, Representation
from analysis.words import say

SCHOOL, YOUNG, WORKING, RETIRED = 18, 30, 65, 80
"""The age from which another approach is better."""


def where_next(found: Representation, group: Heard, language: str = "nl") -> str:
    """One sentence: a place and a way, by age, by hamlet, or by who knows these people."""
    _ = say(language).gettext
    if found.kind == "age" and (age := first_age(group.code or group.label)) is not None:
        return by_age(age, language)
    if found.kind == "hamlet":
        return _("Zet een infostand in dit gehucht en ga er van deur tot deur.")
    return _("Vraag een organisatie die deze mensen kent om mee te gaan.")


def by_age(age: int, language: str) -> str:
    _ = say(language).gettext
    if age < SCHOOL:
        return _("Sta aan de schoolpoort of ga naar de jeugdbeweging.")
    if age < YOUNG:
        return _("Vraag de jeugdraad en de sportclubs om de link te delen.")
    if age < WORKING:
        return _("Sta na de werkuren bij de winkel, het station of de school.")
    if age < RETIRED:
        return _("Ga naar het dienstencentrum, met koffie en papier.")
    return _("Ga met een vrijwilliger aan huis en vul samen in op papier.")


def first_age(text: str) -> int | None:
    """The age with which a band begins: 12 of ``12-17``, 80 of ``80+``."""
    found = re.match(r"\D*(\d{1,3})", text)
    return int(found[1]) if found else None
