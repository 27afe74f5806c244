"""Words the desk uses for types, states, changes and conditions."""

from collections.abc import Sequence
from itertools import groupby

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _

from question_banks.conditions import Condition
from question_banks.item import Item
from question_banks.questionnaire import Questionnaire
from survey_app.surveys.rules import Change, parts

TYPES = {
    "choice": _("één keuze"),
    "multiple": _("meer keuzes"),
    "rating": _("schaal"),
    "matrix": _("schaal per rij"),
    "ranking": _("rangorde"),
    "points": _("punten verdelen"),
    "number": _("getal"),
    "text": _("open antwoord"),
    "image_choice": _("keuze met prenten"),
    "date": _("datum"),
    "info": _("tekst om te lezen"),
}
STATES = {"draft": _("concept"), "open": _("open"), "closed": _("gesloten")}
TONES = {"draft": "", "open": "leaf", "closed": "sun"}
ACTIONS = {
    "survey.created": _("maakte een bevraging"),
    "survey.published": _("publiceerde een bevraging"),
    "survey.changed": _("veranderde de instellingen van een bevraging"),
    "survey.closed": _("sloot een bevraging"),
    "survey.reopened": _("opende een bevraging opnieuw"),
    "survey.deleted": _("wiste een bevraging"),
    "bank.item_kept": _("bewaarde een vraag in de eigen bank"),
}
CHANGES = {
    "wording": _("Andere woorden. De resultaten blijven samen."),
    "new_option": _("Nieuwe keuze. Die telt bij wie ze te zien kreeg."),
    "option_gone": _("Een keuze valt weg. Wat al gekozen is, blijft staan."),
    "new_item": _("Nieuwe vraag."),
    "item_gone": _("Deze vraag valt weg. De antwoorden blijven bewaard."),
    "rules": _("Andere regels: wie ze ziet, wat mag. De resultaten blijven samen."),
    "frame": _("Een andere titel, volgorde, taal of tekst rond de vragen."),
    "meaning": _(
        "Dit betekent iets anders. De vraag krijgt een nieuwe code, de resultaten staan apart."
    ),
}


def kind_words(item: Item) -> str:
    """What sort of question this is, in a few words: ``meer keuzes · 8 mogelijkheden``."""
    words = str(TYPES.get(item.type, item.type))
    n = len(item.offered())
    if not n:
        return words
    if item.type == "matrix":
        return f"{words} · " + ngettext("%(num)d rij", "%(num)d rijen", n)
    return f"{words} · " + ngettext("%(num)d mogelijkheid", "%(num)d mogelijkheden", n)


def condition_words(rule: Condition, questionnaire: Questionnaire) -> str:
    """A condition as a coach would say it: ``Alleen bij “Komt u?”: Misschien of Nee``."""
    return gettext("Alleen bij %(rule)s", rule=rule_words(rule, questionnaire))


def rule_words(rule: Condition, questionnaire: Questionnaire) -> str:
    """The rule itself; parts that follow each other about one question name it once."""
    for several, join in ((rule.all_, gettext(" en ")), (rule.any_, gettext(" of "))):
        if several:
            same = groupby(several, key=lambda part: part.item)
            return join.join(
                parts_words(code, list(some), join, questionnaire) for code, some in same
            )
    if rule.not_ is not None:
        return gettext("niet %(rule)s", rule=rule_words(rule.not_, questionnaire))
    return parts_words(rule.item, [rule], "", questionnaire)


def parts_words(
    code: str | None, parts: Sequence[Condition], join: str, questionnaire: Questionnaire
) -> str:
    """Parts about one question, or parts that are rules of their own."""
    if code is None:
        return join.join(f"({rule_words(part, questionnaire)})" for part in parts)
    item = questionnaire.by_code.get(code)
    question = item.text.wording("nl").text if item else code
    return f"“{question}”: " + join.join(what(part, item) for part in parts)


def what(rule: Condition, item: Item | None) -> str:
    if rule.answered is not None:
        return gettext("beantwoord")
    if rule.at_least is not None:
        return gettext("minstens %(point)s", point=point_words(item, rule.at_least))
    if rule.at_most is not None:
        return gettext("hoogstens %(point)s", point=point_words(item, rule.at_most))
    code = str(rule.has if rule.has is not None else rule.is_)
    parts = (*getattr(item, "options", ()), *getattr(item, "rows", ()))
    return next((part.text.wording("nl").text for part in parts if part.code == code), code)


def point_words(item: Item | None, value: float) -> str:
    for point in getattr(item, "points", ()):
        if point.code == value:
            return str(point.text.wording("nl").text)
    return f"{value:g}"


def changed_words(change: Change, versions: Sequence[Questionnaire]) -> tuple[str, str]:
    """What changed, in words: the question and, if it is about one, the option.

    What fell away is found in an earlier version; the whole questionnaire has no question.
    """
    items = [held.by_code[change.item] for held in versions if change.item in held.by_code]
    question = items[0].text.wording("nl").text if items else ""
    options = [part for item in items for part in parts(item) if part.code == change.what]
    return question, options[0].text.wording("nl").text if options else ""


def minutes(questionnaire: Questionnaire) -> str:
    n = max(1, round(questionnaire.seconds / 60))
    return ngettext("%(num)d minuut", "%(num)d minuten", n)
