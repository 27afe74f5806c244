"""Rules about what is asked of people: once, in few words, nothing that shames them."""

from collections.abc import Iterator

from question_banks.lint.rules import Complaint, Severity
from question_banks.lint.words import sentences
from question_banks.text import EASY, FIRST, Text
from workshop_templates.activities import Ask
from workshop_templates.lint.script import Script, rule, said_to_participants

LONGEST_SENTENCE = 12


@rule("asked_twice", Severity.ERROR)
def asked_twice(script: Script) -> Iterator[Complaint]:
    """Ask an item once; a second round belongs to the same activity. A trial does not count."""
    asked: set[str] = set()
    for code, activity, item in script.activities:
        if item is None or not isinstance(activity, Ask) or activity.trial:
            continue
        if item.code in asked:
            yield Complaint(code, f"{item.code} is asked before", "use `rounds`, or ask another")
        asked.add(item.code)


@rule("sensitive_item", Severity.WARNING)
def sensitive_item(script: Script) -> Iterator[Complaint]:
    """Ask nothing sensitive in a room full of people."""
    for code, activity, item in script.activities:
        if item is not None and isinstance(activity, Ask) and item.sensitive:
            yield Complaint(code, f"{item.code} is sensitive", "ask it in a survey instead")


@rule("long_for_participants", Severity.ERROR)
def long_for_participants(script: Script) -> Iterator[Complaint]:
    """Keep what participants read at twelve words a sentence."""
    for one in said_to_participants(script.template):
        longest = max(longest_in(one.text, tag) for tag in (FIRST, EASY))
        if longest > LONGEST_SENTENCE:
            what = f"{one.part} has a sentence of {longest} words, for people on their phones"
            yield Complaint(one.code, what, f"cut it to {LONGEST_SENTENCE} words or fewer")


def longest_in(text: Text, tag: str) -> int:
    return max((len(sentence.split()) for sentence in sentences(text, tag)), default=0)
