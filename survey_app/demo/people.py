"""Invented people: each has an age and habits, and answers every question from them by chance.

Nobody here exists. The structure is believable on purpose: who needs support wants other things
than the majority, and a stand at the school gate meets other people than a service centre.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.item import Item
from question_banks.measures import Measure
from question_banks.path import visible_items
from question_banks.questionnaire import Questionnaire

AGES = {
    "young": (("12-17", 1), ("18-29", 3), ("30-44", 8), ("45-64", 5), ("65-79", 2), ("80+", 0.5)),
    "mixed": (("12-17", 1), ("18-29", 2), ("30-44", 4), ("45-64", 6), ("65-79", 4), ("80+", 1.5)),
    "old": (("18-29", 1), ("30-44", 2), ("45-64", 5), ("65-79", 7), ("80+", 3)),
}
NEEDS = {
    "home_delivery": 2.2, "transport": 2.6, "care_point": 2.0, "digital_help": 1.8, "toilets": 1.8,
    "benches": 1.8, "wheelchair_route": 3.0, "errands": 2.0, "home_visits": 2.2, "nurse": 1.8,
}  # fmt: skip
UNKNOWN_ROWS = 0.05
IN_OWN_WORDS, NONE_OF_THESE = 0.975, 0.945
"""Luck from which somebody writes something else, or says that nothing fits."""

OTHERS = ("Een ruilkast", "Iets voor jongeren", "Een plek om te knutselen", "Een buurtbus")
TEXTS = (
    "Een plek om iemand te zien zonder afspraak.",
    "Iets dichtbij, want de bus rijdt niet meer vaak.",
    "Meer banken om even te rusten.",
    "Dat er ook overdag iets te doen is.",
    "Mijn buurvrouw komt nergens meer met haar rollator.",
    "Een winkel waar ik te voet geraak.",
)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented respondent; ``loves`` are weights by topic, 1 is neither more nor less."""

    age: str
    needs_support: bool
    loves: Mapping[str, float]
    chance: random.Random

    def weight(self, topic: str | None) -> float:
        """How much this person is drawn to a topic."""
        held = self.loves.get(topic or "", 0.75)
        if self.needs_support:
            held *= NEEDS.get(topic or "", 0.7)
        return held * self.chance.uniform(0.6, 1.4)


def draw_person(chance: random.Random, *, bend: str, loves: Mapping[str, float]) -> Person:
    ages, weights = zip(*AGES[bend], strict=True)
    age = chance.choices(ages, weights)[0]
    need = {"65-79": 0.3, "80+": 0.6}.get(age, 0.08)
    return Person(age, chance.random() < need, loves, chance)


def fill_in(questionnaire: Questionnaire, person: Person) -> dict[str, Answer]:
    """Walk the path as a respondent does; a few questions are skipped or not known."""
    answers: dict[str, Answer] = {}
    while True:
        path = visible_items(questionnaire, answers)
        item = next((i for i in path if i.code not in answers and i.controls()), None)
        if item is None:
            return answers
        answers[item.code] = answer_of(item, person)


def answer_of(item: Item, person: Person) -> Answer:
    luck = person.chance.random()
    if luck < 0.04:  # noqa: PLR2004 — one in twenty-five skips
        return SKIPPED
    if luck < 0.08 and item.dont_know:  # noqa: PLR2004 — as many do not know
        return DONT_KNOW
    if apart := answer_apart(item, person, luck):
        return apart
    value = BY_MEASURE[item.measure](item, person)
    return SKIPPED if value is None else Answer(Status.GIVEN, value)


def answer_apart(item: Any, person: Person, luck: float) -> Answer | None:
    """The rare answer that is none of the usual ones: something else, or nothing of it all."""
    for option in getattr(item, "options", ()):
        if option.other and luck > IN_OWN_WORDS:
            return Answer(Status.GIVEN, value_of(item, option.code), person.chance.choice(OTHERS))
        if option.exclusive and NONE_OF_THESE < luck <= IN_OWN_WORDS:
            return Answer(Status.GIVEN, value_of(item, option.code))
    return None


def value_of(item: Any, code: str) -> Any:
    return (code,) if item.measure is Measure.MULTIPLE else code


Draw = Callable[[Any, Person], Any]


def draw_nominal(item: Any, person: Person) -> str:
    codes = [option.code for option in item.options if not option.other]
    own = own_code(item.code, codes, person)
    if own:
        return own
    weights = [person.weight(option.topic) for option in item.options if not option.other]
    drawn: str = person.chance.choices(codes, weights)[0]
    return drawn


def own_code(item: str, codes: list[str], person: Person) -> str | None:
    """What a person says of the own age and support, where the bank asks for them."""
    if item == "profile_age":
        age = "from_" + person.age.replace("-", "_to_").replace("+", "")
        return age if age in codes else None
    if item == "profile_support" and not person.needs_support:
        return next((code for code in codes if code in {"no", "none"}), None)
    return None


def draw_multiple(item: Any, person: Person) -> tuple[str, ...] | None:
    usual = [option for option in item.options if not option.exclusive and not option.other]
    most = item.max or len(usual)
    ranked = sorted(usual, key=lambda option: -person.weight(option.topic))
    wanted = [
        option for option in ranked if person.chance.random() < 0.38 * person.weight(option.topic)
    ]
    chosen = {option.code for option in (wanted or ranked[:1])[: min(most, 4)]}
    chosen |= {option.code for option in ranked[: max(item.min - len(chosen), 0)]}
    return tuple(option.code for option in item.options if option.code in chosen)


def draw_point(points: Any, person: Person, topic: str | None) -> int:
    codes: list[int] = [point.code for point in points]
    middle = codes[0] + (codes[-1] - codes[0]) * min(1.0, 0.42 * person.weight(topic) + 0.15)
    return min(codes[-1], max(codes[0], round(person.chance.gauss(middle, 0.9))))


def draw_grid(item: Any, person: Person) -> dict[str, int | None]:
    return {
        row.code: None
        if person.chance.random() < UNKNOWN_ROWS
        else draw_point(item.points, person, row.topic)
        for row in item.rows
    }


def draw_ranking(item: Any, person: Person) -> tuple[str, ...]:
    ranked = sorted(item.options, key=lambda option: -person.weight(option.topic))
    return tuple(option.code for option in ranked[: item.places])


def draw_points(item: Any, person: Person) -> dict[str, int]:
    value = dict.fromkeys(item.offered(), 0)
    weights = [person.weight(option.topic) ** 2 for option in item.options]
    for code in person.chance.choices(item.offered(), weights, k=10):
        value[code] += item.total // 10
    return value


def draw_number(item: Any, person: Person) -> int:
    top = min(item.max, 60)
    return int(person.chance.triangular(item.min, top, item.min + (top - item.min) / 3))


BY_MEASURE: dict[Measure, Draw] = {
    Measure.NOMINAL: draw_nominal,
    Measure.MULTIPLE: draw_multiple,
    Measure.ORDINAL: lambda item, person: draw_point(item.points, person, item.topic),
    Measure.GRID: draw_grid,
    Measure.RANKING: draw_ranking,
    Measure.POINTS: draw_points,
    Measure.NUMERIC: draw_number,
    Measure.TEXT: lambda _item, person: person.chance.choice((*TEXTS, None, None, None)),
    Measure.DATE: lambda _item, _person: None,
}
