import pytest

from question_banks.item_types import parse_item
from survey_app.responses.printing.paper import paper_pdf
from tests.papers import conditions, items_of, pages_of, spec

RATING = {"type": "rating", "code": "often", "scale": "frequency5", "text": "Hoe vaak?"}
NUMBER = {"type": "number", "code": "age", "text": "Hoe oud?", "max": 120}
CHOICE = {
    "type": "choice",
    "code": "visits",
    "text": "Komt u?",
    "options": [{"code": "yes", "text": "Ja"}, {"code": "no", "text": "Nee"}],
}


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ({"item": "visits", "is": "no"}, "Alleen als u bij vraag 1 ‘Nee’ koos."),
        (
            {"item": "often", "at_most": 2},
            "Alleen als u bij vraag 2 ‘Nooit’ of ‘Enkele keren per jaar’ koos.",
        ),
        ({"item": "often", "is": 5}, "Alleen als u bij vraag 2 ‘Bijna elke dag’ koos."),
        ({"item": "age", "at_least": 65}, "Alleen als u bij vraag 3 65 of meer invulde."),
        ({"item": "age", "at_most": 17.5}, "Alleen als u bij vraag 3 17,5 of minder invulde."),
        ({"item": "age", "answered": True}, "Alleen als u vraag 3 invulde."),
        ({"not": {"item": "age", "answered": True}}, "Alleen als u vraag 3 niet invulde."),
        ({"not": {"item": "visits", "is": "no"}}, "Alleen als u bij vraag 1 niet ‘Nee’ koos."),
        (
            {"not": {"item": "age", "at_least": 65}},
            "Alleen als dit niet zo is: u bij vraag 3 65 of meer invulde.",
        ),
        (
            {"all": [{"item": "visits", "is": "yes"}, {"item": "age", "answered": True}]},
            "Alleen als u bij vraag 1 ‘Ja’ koos en u vraag 3 invulde.",
        ),
        (
            {"any": [{"item": "visits", "is": "yes"}, {"item": "age", "answered": True}]},
            "Alleen als u bij vraag 1 ‘Ja’ koos of u vraag 3 invulde.",
        ),
        (
            {"not": {"any": [{"item": "visits", "is": "yes"}, {"item": "age", "answered": True}]}},
            "Alleen als u bij vraag 1 niet ‘Ja’ koos en u vraag 3 niet invulde.",
        ),
        ({"item": "elsewhere", "is": "yes"}, ""),
        ({"item": "visits", "is": "gone"}, ""),
    ],
)
def test_a_condition_is_told_in_words(condition, told):
    asked = [parse_item(data) for data in (CHOICE, RATING, NUMBER)]
    last = parse_item({"type": "text", "code": "why", "text": "Waarom?", "show_if": condition})

    assert conditions(*asked, last) == ["", "", "", told]


def test_a_condition_stands_on_the_paper_above_its_question():
    text = " ".join(pages_of(paper_pdf(spec(*items_of("show_if")))))

    assert "Alleen als u bij vraag 1 ‘Ja’ koos. 2 Hoe is het daar?" in text
