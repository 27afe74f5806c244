"""Read an attendance list as people keep it: a CSV file, or names typed one a line."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from question_banks.tidy import tidy
from survey_app.ballots.rules import Seat

COLUMNS: Mapping[str, str] = {
    "naam": "name",
    "name": "name",
    "nom": "name",
    "lid": "name",
    "fractie": "faction",
    "groep": "faction",
    "partij": "faction",
    "groupe": "faction",
    "group": "faction",
    "plaats": "place",
    "zetel": "place",
    "place": "place",
    "gewicht": "weight",
    "stemmen": "weight",
    "weight": "weight",
    "functie": "seat",
    "rol": "seat",
    "role": "seat",
}
ORDER = ("name", "faction", "place", "weight", "seat")
"""What the columns are when no first line names them."""

SEATS: Mapping[str, Seat] = {
    "": Seat.MEMBER,
    "lid": Seat.MEMBER,
    "raadslid": Seat.MEMBER,
    "voorzitter": Seat.CHAIR,
    "secretaris": Seat.SECRETARY,
}
LONGEST = {"name": 120, "faction": 80, "place": 20}
LONGEST_LINE = 1000
MOST_WEIGHT = 10_000
MOST_MEMBERS = 1000


@dataclass(frozen=True, slots=True)
class Listed:
    """One member as the list says; a secretary writes and does not vote."""

    name: str
    faction: str = ""
    place: str = ""
    weight: int = 1
    seat: Seat = Seat.MEMBER


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, and a sentence with its line for everything that could not."""

    members: tuple[Listed, ...]
    mistakes: tuple[str, ...]


def read_list(text: str) -> Reading:
    """Read every line; one mistake never hides the next."""
    rows = list(rows_of(text))
    if not rows:
        return Reading((), (_("De lijst is leeg. Schrijf één naam per regel."),))
    columns = tuple(COLUMNS.get(cell.lower(), "") for cell in rows[0][1])
    headed = "name" in columns
    members: list[Listed] = []
    mistakes: list[str] = []
    seen: dict[str, int] = {}
    for number, cells in rows[1:] if headed else rows:
        told = dict(zip(columns if headed else ORDER, cells, strict=False))
        wrong = problem(told, seen)
        if wrong:
            mistakes.append(_("Regel %(n)s: %(wrong)s", n=number, wrong=wrong))
            continue
        seen[told["name"].casefold()] = number
        members.append(listed(told))
    if len(members) > MOST_MEMBERS:
        mistakes.append(_("De lijst telt meer dan %(n)s namen.", n=MOST_MEMBERS))
    return Reading(tuple(members), tuple(mistakes))


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each line that says something, with its number; semicolon, comma or tab between."""
    lines = [tidy(line[:LONGEST_LINE]) for line in text.lstrip("\ufeff").splitlines()]
    first = next((line for line in lines if line.strip()), "")
    between = max(";\t,", key=first.count)
    for number, line in enumerate(lines, start=1):
        cells = [" ".join(cell.split()) for cell in next(csv.reader([line], delimiter=between), [])]
        if any(cells):
            yield number, cells


def problem(told: Mapping[str, str], seen: Mapping[str, int]) -> str:
    """Say what is wrong with a line and how to mend it; nothing when it is right."""
    name = told.get("name", "")
    if not name:
        return _("hier ontbreekt de naam.")
    if name.casefold() in seen:
        earlier = seen[name.casefold()]
        return _("%(name)s staat ook op regel %(earlier)s. Wis er één.", name=name, earlier=earlier)
    for column, most in LONGEST.items():
        if len(told.get(column, "")) > most:
            return _("“%(text)s…” is te lang. Maak het korter.", text=told[column][:24])
    weight, seat = told.get("weight", ""), told.get("seat", "").lower()
    if weight and not (weight.isdecimal() and 1 <= int(weight[:6]) <= MOST_WEIGHT):
        return _("“%(text)s” is geen gewicht. Schrijf een geheel getal, zoals 1.", text=weight[:24])
    if seat not in SEATS:
        known = _("Schrijf lid, voorzitter of secretaris.")
        return _("“%(text)s” kennen we niet.", text=seat[:24]) + " " + known
    return ""


def listed(told: Mapping[str, str]) -> Listed:
    return Listed(
        told["name"],
        told.get("faction", ""),
        told.get("place", ""),
        int(told.get("weight") or 1),
        SEATS[told.get("seat", "").lower()],
    )
