"""When a question counts, in words that somebody with a pen can follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from question_banks.conditions import Condition
from question_banks.item import Item
from question_banks.questionnaire import Questionnaire
from survey_app.responses.printing.paper_words import PaperWords


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells conditions on one paper: it knows the questions' numbers and their words."""

    questionnaire: Questionnaire
    numbers: Mapping[str, int]
    language: str
    words: PaperWords

    def sentence(self, condition: Condition | None) -> str:
        """``Alleen als u bij vraag 2 ‘Nooit’ koos.``; empty when there is nothing to tell."""
        clause = self.clause(condition) if condition else ""
        return self.words.only_if % {"condition": clause} if clause else ""

    def clause(self, condition: Condition, *, holds: bool = True) -> str:
        """Tell one condition, or (``holds=False``) that it must not be so."""
        if condition.not_ is not None:
            return self.clause(condition.not_, holds=not holds)
        parts = condition.all_ if condition.all_ is not None else condition.any_
        if parts is None:
            return self.test(condition, holds=holds)
        told = [clause for part in parts if (clause := self.clause(part, holds=holds))]
        together = (condition.all_ is not None) is holds
        return self.joined(told, self.words.both if together else self.words.either)

    def test(self, condition: Condition, *, holds: bool) -> str:
        number = self.numbers.get(condition.item or "")
        if number is None:
            return ""
        item = self.questionnaire.item(condition.item or "")
        if condition.answered is not None:
            filled = condition.answered is holds
            template = self.words.filled_in if filled else self.words.left_open
            return template % {"number": number}
        chosen = self.chosen(item, condition)
        if not chosen:
            return self.amount(condition, number, holds=holds)
        options = self.joined(
            [self.words.quoted % {"words": text} for text in chosen], self.words.either
        )
        template = self.words.chose if holds else self.words.chose_not
        return template % {"number": number, "options": options}

    def chosen(self, item: Item, condition: Condition) -> list[str]:
        """Say which answers make the condition true, in the order of the paper."""
        exact = condition.is_ if condition.is_ is not None else condition.has
        parts = [part for name in ("options", "rows", "points") for part in getattr(item, name, ())]
        if exact is not None:
            wanted = [part for part in parts if str(part.code) == str(exact)]
        else:
            points = getattr(item, "points", ())
            low, high = condition.at_least, condition.at_most
            wanted = [
                point
                for point in points
                if (low is None or point.code >= low) and (high is None or point.code <= high)
            ]
        return [part.text.wording(self.language).text for part in wanted]

    def amount(self, condition: Condition, number: int, *, holds: bool) -> str:
        """Tell a bound on a number; the opposite of "5 or more" is told as "not 5 or more"."""
        bound = condition.at_least if condition.at_least is not None else condition.at_most
        if bound is None:
            return ""
        more = condition.at_least is not None
        template = self.words.or_more if more else self.words.or_less
        told = template % {"number": number, "amount": f"{bound:g}".replace(".", ",")}
        return told if holds else self.words.not_so % {"condition": told}

    def joined(self, told: list[str], template: str) -> str:
        if not told:
            return ""
        return reduce(lambda first, second: template % {"first": first, "second": second}, told)
