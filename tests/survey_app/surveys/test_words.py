"""What the desk says of questions and conditions, as a coach would say it."""

import pytest

from question_banks.conditions import Condition
from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire, Section
from survey_app.surveys.rules import changes
from survey_app.surveys.words import changed_words, condition_words, kind_words, minutes
from tests.questions import EVERY_TYPE

ASKED = Questionnaire(
    title="Proef",
    sections=(Section(code="all", items=tuple(parse_item(dict(one)) for one in EVERY_TYPE)),),
)
OUTSIDE = "“Hoe vaak komt u buiten?”"
DAILY, NEVER = ({"item": "outside", "is": code} for code in ("daily", "never"))


@pytest.fixture(autouse=True)
def in_dutch(app):
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (NEVER, "Alleen bij “Hoe vaak komt u buiten?”: Nooit"),
        ({"any": [DAILY, NEVER]}, "Alleen bij “Hoe vaak komt u buiten?”: Elke dag of Nooit"),
        (
            {"all": [NEVER, {"item": "missing", "has": "bakery"}]},
            "Alleen bij “Hoe vaak komt u buiten?”: Nooit en “Wat mist u in uw dorp?”: Bakker",
        ),
        (
            {"any": [NEVER, {"all": [DAILY, {"item": "why", "answered": True}]}]},
            f"Alleen bij {OUTSIDE}: Nooit of ({OUTSIDE}: Elke dag en “Waarom niet?”: beantwoord)",
        ),
        ({"not": NEVER}, "Alleen bij niet “Hoe vaak komt u buiten?”: Nooit"),
        (
            {"item": "feeling", "at_least": 4},
            "Alleen bij “Hoe voelt u zich in uw dorp?”: minstens Goed",
        ),
        ({"item": "age", "at_most": 18}, "Alleen bij “Hoe oud bent u?”: hoogstens 18"),
        ({"item": "gone", "is": "x"}, "Alleen bij “gone”: x"),
    ],
)
def test_condition_is_said_in_words(rule, words) -> None:
    assert condition_words(Condition.model_validate(rule), ASKED) == words


def test_every_type_says_what_it_is() -> None:
    said = {item.type: kind_words(item) for item in ASKED.items()}

    assert said["multiple"] == "meer keuzes · 6 mogelijkheden"
    assert said["matrix"] == "schaal per rij · 2 rijen"
    assert said["date"] == "datum"
    assert all(said.values())


def test_length_is_said_in_minutes_and_never_in_none() -> None:
    short = Questionnaire(title="Kort", sections=(Section(code="all", items=ASKED.items()[:1]),))

    assert minutes(short) == "1 minuut"
    assert minutes(ASKED).endswith("minuten")


def without(code: str, *options: str) -> Questionnaire:
    """The questionnaire with less: no question of this code, or one without these options."""
    kept = [
        parse_item({**one, "options": [o for o in one["options"] if o["code"] not in options]})
        if one["code"] == code
        else parse_item(dict(one))
        for one in EVERY_TYPE
        if one["code"] != code or options
    ]
    return Questionnaire(title="Proef", sections=(Section(code="all", items=tuple(kept)),))


@pytest.mark.parametrize(
    ("less", "words"),
    [
        (without("missing", "bike"), ("Wat mist u in uw dorp?", "Fietsherstel")),
        (without("visit"), ("Wanneer komt u langs?", "")),
    ],
)
def test_what_changed_has_words_also_when_it_fell_away(less, words) -> None:
    for before, after in ((ASKED, less), (less, ASKED)):
        assert [changed_words(one, [after, before]) for one in changes(before, after)] == [words]
