"""Every kind of activity with settings, something good to send, and something that is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from question_banks.loader import load_library
from survey_app.activities import live
from survey_app.activities.base import Given, LiveActivity, Raw
from workshop_templates.model import Step

OPTIONS = [
    {"code": code, "text": {"nl": words}, "topic": code, "pictogram": "koffie"}
    for code, words in (("cafe", "Koffiehoek"), ("shop", "Hoevewinkel"), ("help", "Digitale hulp"))
]
TOO_LONG = "x" * 5000
SCRIPT = "<script>alert(1)</script>"


@dataclass(frozen=True)
class Example:
    """``good`` are forms that are taken, ``bad`` forms with the words that refuse them."""

    settings: Mapping[str, Any]
    good: tuple[Raw, ...]
    bad: tuple[tuple[Raw, str], ...] = ()
    dots: int = 0

    def activity(self, **more: Any) -> LiveActivity[Any]:
        """The activity, with other settings where a test needs them."""
        document = {"code": "step", "title": "T", "minutes": 5, "do": "D"}
        step = Step.model_validate(document | {"activity": {**self.settings, **more}})
        assert step.activity is not None
        return live(step.activity, load_library().items)


def text(words: str, **more: str) -> dict[str, tuple[str, ...]]:
    return {"text": (words,)} | {name: (value,) for name, value in more.items()}


def placed(important: str, feasible: str, code: str = "cafe") -> dict[str, tuple[str, ...]]:
    return {f"important.{code}": (important,), f"feasible.{code}": (feasible,)}


def pair(left: str, right: str, choice: str) -> dict[str, tuple[str, ...]]:
    return {"left": (left,), "right": (right,), "choice": (choice,)}


EXAMPLES: dict[str, Example] = {
    "ask": Example(
        {"kind": "ask", "item": "neighbourhood_living"},
        ({"neighbourhood_living": ("4",)}, {"neighbourhood_living": ("2",)}),
        (({}, "Geef een antwoord."), ({"neighbourhood_living": ("99",)}, "Kies een van")),
    ),
    "ideas": Example(
        {"kind": "ideas", "question": "Wat droomt u?", "ideas_each": 3, "dots": 3},
        (text("Een babbelbank"), text(SCRIPT)),
        (
            ({}, "Schrijf eerst uw idee."),
            (text(" \u200b\x00 "), "Schrijf eerst uw idee."),
            (text(TOO_LONG), "hoogstens 200 letters"),
        ),
        dots=3,
    ),
    "questions": Example(
        {"kind": "questions", "question": "Wat wilt u weten?"},
        (text("Wanneer opent het?"), text(SCRIPT)),
        (({}, "Schrijf eerst uw vraag."), (text(TOO_LONG), "hoogstens 200 letters")),
        dots=20,
    ),
    "matrix": Example(
        {"kind": "matrix", "question": "Hoe belangrijk?", "options": OPTIONS, "rounds": 2},
        (placed("5", "4"), placed("2", "1") | placed("3", "3", "shop")),
        (
            ({}, "Plaats minstens één idee."),
            ({"important.cafe": ("5",)}, "Kies twee keer bij “Koffiehoek”"),
            (placed("9", "1"), "Kies twee keer"),
            (placed("5", "5", "moon"), "Plaats minstens één idee."),
        ),
    ),
    "pairwise": Example(
        {"kind": "pairwise", "question": "Dit of dat?", "options": OPTIONS, "pairs": 3},
        (pair("cafe", "shop", "cafe"), pair("help", "shop", "shop")),
        (
            ({}, "Kies een van de twee."),
            (pair("cafe", "shop", "help"), "Kies een van de twee."),
            (pair("cafe", "cafe", "cafe"), "Kies een van de twee."),
            (pair("cafe", "moon", "moon"), "Kies een van de twee."),
        ),
    ),
    "consent": Example(
        {"kind": "consent", "proposal": "Wij beginnen in mei."},
        ({"stance": ("agree",)}, {"stance": ("objection",), "reason": (SCRIPT,)}),
        (
            ({}, "Kies wat u van het voorstel vindt."),
            ({"stance": ("maybe",)}, "Kies wat u van het voorstel vindt."),
            ({"stance": ("objection",)}, "Schrijf waarom dit voor u echt niet kan."),
            ({"stance": ("concern",), "reason": (TOO_LONG,)}, "hoogstens 200 letters"),
        ),
    ),
    "canvas": Example(
        {"kind": "canvas", "blocks": ["offer", "costs"], "dots": 2},
        (text("Soep", block="offer"), text("Kachel", block="costs", amount="1.250", often="once")),
        (
            (text("Soep"), "Kies bij welk blok"),
            (text("Soep", block="partners"), "Kies bij welk blok"),
            (text("", block="offer"), "Schrijf iets op het kaartje."),
            (text(TOO_LONG, block="offer"), "hoogstens 200 letters"),
            (text("Kachel", block="costs", amount="veel"), "Typ een bedrag"),
        ),
        dots=2,
    ),
    "photo": Example(
        {"kind": "photo", "question": "Welke foto past?", "photos": 3, "most": 2},
        ({"chosen": ("1", "3")}, {"chosen": ("2",)}),
        (
            ({}, "Kies eerst een foto."),
            ({"chosen": ("7",)}, "Kies eerst een foto."),
            ({"chosen": ("1", "2", "3")}, "Kies hoogstens 2 foto’s."),
        ),
    ),
    "info": Example({"kind": "info", "body": "Welkom."}, ()),
    "break": Example({"kind": "break"}, ()),
}
COLLECTING = [kind for kind, example in EXAMPLES.items() if example.good]


def given(activity: LiveActivity[Any], raw: Raw, person: int, **more: Any) -> Given:
    """What one person sent, as the workshop hands it to be counted."""
    body = activity.clean(raw)
    usual = {"key": str(1000 + person), "participant": person, "body": body}
    return Given(**usual | {"pattern": activity.pattern(body)} | more)


def crowd(kind: str, n: int, **more: Any) -> tuple[LiveActivity[Any], list[Given]]:
    """``n`` people who each sent one of the good forms."""
    example = EXAMPLES[kind]
    activity = example.activity()
    good = example.good
    return activity, [given(activity, good[i % len(good)], i, **more) for i in range(n)]
