"""From what a form sent to clean answers, or to sentences that say what to mend."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _

from question_banks.answer import Answer, InvalidAnswerError
from question_banks.path import visible_items
from question_banks.questionnaire import Questionnaire
from question_banks.tidy import tidy
from survey_app.answers.words import sentence
from survey_app.core.i18n import page_language

Raw = dict[str, tuple[str, ...]]
LONGEST_VALUE = 20_000


@dataclass(slots=True)
class Sheet:
    """A questionnaire being filled in: what was sent, what it means, what is wrong with it."""

    questionnaire: Questionnaire
    raw: dict[str, Raw] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    def path(self) -> list[str]:
        """The codes of the items this person sees, given the answers so far."""
        return [item.code for item in visible_items(self.questionnaire, self.answers)]

    def problems_on_path(self) -> dict[str, str]:
        return {code: self.problems[code] for code in self.path() if code in self.problems}


def read_sheet(questionnaire: Questionnaire, sent: Iterable[tuple[str, str]]) -> Sheet:
    """Read submitted pairs of name and value; a name that is no control of an item is ignored."""
    items = questionnaire.by_code
    raw: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, value in sent:
        code, _dot, suffix = name.partition(".")
        if code in items and suffix in items[code].controls():
            raw[code][suffix].append(tidy(value[:LONGEST_VALUE]))
    sheet = Sheet(questionnaire)
    for code, controls in raw.items():
        sheet.raw[code] = {suffix: tuple(values) for suffix, values in controls.items()}
    for code, item in items.items():
        try:
            sheet.answers[code] = item.clean(sheet.raw.get(code, {}))
        except InvalidAnswerError as error:
            question = item.text.wording(page_language()).text
            sheet.problems[code] = sentence(error.problem, error.params, question)
    return sheet


@dataclass(frozen=True, slots=True)
class ContactForm:
    """How to reach somebody, as typed and tidied."""

    name: str
    reach: str
    wish: str

    def problem(self) -> str:
        if not self.reach:
            return _("Schrijf uw e-mailadres of telefoonnummer.")
        return ""


def read_contact(sent: Mapping[str, str]) -> ContactForm:
    return ContactForm(
        tidy(sent.get("name", ""))[:120],
        tidy(sent.get("reach", ""))[:160],
        tidy(sent.get("wish", ""))[:600],
    )
