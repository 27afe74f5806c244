"""A gathering whose every sentence is as long as Dutch can make it, with a step of every kind."""

from typing import Any

from question_banks.item import Item
from question_banks.item_types import parse_item
from tests.gathering import SHORT, Gathering
from tests.survey_app.workshops.steps import judge
from workshop_templates.model import WorkshopTemplate

PEOPLE = 8
LABELS = (
    "Overdekte ontmoetingsplek naast de schoolpoort",
    "Gemeenschapstuin met verhoogde plantenbakken",
    "Buurtwinkel met verse streekproducten",
    "Herstelcafé voor fietsen en keukentoestellen",
    "Toegankelijke speeltuin met zitbanken",
    "Digitaal loket met vrijwilligers",
    "Dorpsrestaurant op woensdagmiddag",
    "Boekenruilkast en rustige leeshoek",
    "Ondergrondse regenwateropvang",
    "Gedeelde bakfietsen en elektrische auto’s",
    "Kinderopvang na de schooluren",
    "Vrijwilligersvervoer naar het ziekenhuis",
)
QUESTION = "Welke voorziening in onze dorpskern heeft u de volgende jaren het hardst nodig?"
SENTENCE = (
    "De gemeenteraadscommissie onderzoekt of de landbouwbedrijfsgebouwen van de vroegere "
    "melkveehouderij verkeersveilig en rolstoeltoegankelijk verbouwd kunnen worden."
)


def options(n: int) -> list[dict[str, Any]]:
    return [
        {"code": f"o{at}", "text": {"nl": words}, "topic": f"t{at}", "pictogram": "koffie"}
        for at, words in enumerate(LABELS[:n])
    ]


def item(code: str, kind: str, n: int = 0, **more: Any) -> Item:
    given = {"options": options(n)} if n else {}
    return parse_item({"code": code, "type": kind, "text": {"nl": QUESTION}} | given | more)


ITEMS = {
    one.code: one
    for one in (
        item("choice6", "choice", 6),
        item("choice7", "choice", 7),
        item("choice12", "choice", 12),
        item("ranking9", "ranking", 9),
        item("text", "text"),
    )
}
ACTIVITIES: dict[str, dict[str, Any]] = {
    **{code: {"kind": "ask", "item": code, "rounds": 2} for code in ITEMS},
    "matrix10": {"kind": "matrix", "question": QUESTION, "options": options(10), "rounds": 2},
    "pairs10": {"kind": "pairwise", "question": QUESTION, "options": options(10), "pairs": 3},
    "ideas": {"kind": "ideas", "question": QUESTION, "ideas_each": 2, "dots": 3, "named": True},
    "questions": {"kind": "questions", "question": QUESTION},
    "consent": {"kind": "consent", "proposal": SENTENCE},
    "canvas2": {"kind": "canvas", "blocks": ["offer", "costs"], "dots": 2},
    "canvas9": {"kind": "canvas", "dots": 2},
    "photo": {"kind": "photo", "question": QUESTION, "photos": 6, "captions": list(LABELS[:6])},
    "info": {"kind": "info", "body": SENTENCE, "pictogram": "koffie"},
    "pause": {"kind": "break"},
}


def long_words() -> WorkshopTemplate:
    steps = [
        {"code": code, "title": QUESTION, "minutes": 5, "do": "Doe.", "activity": activity}
        for code, activity in ACTIVITIES.items()
    ]
    return WorkshopTemplate.from_json({**SHORT, "minutes": 5 * len(steps), "steps": steps})


def filled(code: str, person: int) -> list[dict[str, Any]]:
    """What one person sends to a step: everything there is room for."""
    blocks = ACTIVITIES[code].get("blocks") or (
        "offer", "segments", "relationships", "channels", "revenue",
        "activities", "resources", "partners", "costs",
    )  # fmt: skip
    plane = {f"important.o{at}": str(1 + at % 5) for at in range(10)}
    plane |= {f"feasible.o{at}": str(1 + (at * 2 + at // 5) % 5) for at in range(10)}
    forms: dict[str, list[dict[str, Any]]] = {
        "ranking9": [{f"ranking9.o{at}": str((at + person) % 9 + 1) for at in range(9)}],
        "text": [{"text": SENTENCE}],
        "matrix10": [plane],
        "pairs10": [{"left": "o0", "right": f"o{person + 1}", "choice": "o0"}],
        "ideas": [{"text": f"{n} {SENTENCE}", "name": "Marie-Antoinette"} for n in (1, 2)],
        "questions": [{"text": f"{person} {SENTENCE}"}],
        "consent": [{"stance": "objection" if person % 2 else "concern", "reason": SENTENCE}],
        "canvas2": [{"text": SENTENCE, "block": block} for block in blocks],
        "canvas9": [{"text": SENTENCE, "block": blocks[person % len(blocks)]}],
        "photo": [{"chosen": "1"}],
    }
    return forms.get(code, [{code: f"o{person % 6}"}])


def answered(hall: Gathering, code: str, move: str) -> None:
    """Open a step; everybody sends what there is room for, and the facilitator shows it."""
    hall.press(move)
    later = move == "again"
    for person in range(PEOPLE):
        phone = hall.phones[person] if later else hall.phone()
        for form in filled(code, person + later):
            sent = phone.send(code, form)
            assert sent.status_code == 303, sent.text
    judge(hall, "show")
