"""Rules about words: said in every language, plainly, one thing at a time."""

import re
from collections.abc import Iterable, Iterator

from question_banks.lint.dutch import dutch, spoken
from question_banks.lint.rules import Complaint, Severity, rule
from question_banks.lint.scope import Said, Scope
from question_banks.text import EASY, FIRST, Text
from question_banks.tidy import is_visible

LONGEST_SENTENCE = 15
SHORT_ENOUGH = 3
PLAIN = (FIRST, EASY)
SENTENCE_END = re.compile(r"[.!?:;…]+(?=\s|$)|\n+")
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&[a-z]+;|\*\*|\]\(")
JOINED = re.compile(r"(?:^|,|\s)\s*(en|of)\s", re.IGNORECASE)


def languages_wanted(said: Said, scope: Scope) -> tuple[str, ...]:
    """Return the languages a text must be in; the easy variant has a rule of its own."""
    return tuple(tag for tag in scope.languages if tag != EASY and tag not in said.text.languages)


@rule("missing_language", Severity.ERROR)
def missing_language(scope: Scope) -> Iterator[Complaint]:
    """Write every text in every language."""
    for said in scope.said:
        missing = languages_wanted(said, scope)
        if missing:
            names = ", ".join(missing)
            yield Complaint(said.code, f"{said.part} is missing in {names}", f"write it in {names}")


@rule("missing_easy", Severity.ERROR)
def missing_easy(scope: Scope) -> Iterator[Complaint]:
    """Write an easy variant of every question, and of options of more than three words.

    For options, hints and points it is a warning: where it is missing the Dutch is shown.
    """
    if EASY not in scope.languages:
        return
    for said in scope.said:
        words = said.text.wording(FIRST).text.split()
        asked = said.part in {"text", "body"}
        if EASY in said.text.languages or (not asked and len(words) <= SHORT_ENOUGH):
            continue
        if asked or said.part in {"hint", "option"} or said.part.startswith("point"):
            severity = Severity.ERROR if asked else Severity.WARNING
            what = f"{said.part} has no easy variant"
            yield Complaint(said.code, what, f"write it as {EASY}, in short plain words", severity)


@rule("long_sentence", Severity.ERROR)
def long_sentence(scope: Scope) -> Iterator[Complaint]:
    """Keep sentences in Dutch and easy Dutch at fifteen words or fewer."""
    for said in scope.said:
        for tag in PLAIN:
            longest = max((len(s.split()) for s in sentences(said.text, tag)), default=0)
            if longest > LONGEST_SENTENCE:
                what = f"{said.part} in {tag} has a sentence of {longest} words"
                yield Complaint(said.code, what, f"cut it to {LONGEST_SENTENCE} words or fewer")


def sentences(text: Text, tag: str) -> list[str]:
    """Cut what a text says in one language into sentences; none when it does not speak it."""
    return SENTENCE_END.split(text.root.get(tag, ""))


@rule("double_question", Severity.WARNING)
def double_question(scope: Scope) -> Iterator[Complaint]:
    """Ask one thing in a question.

    Two question marks in one text are two questions. So are two clauses joined by "en" or "of",
    each with a verb of its own out of a list of those that questions here use ("Wat mist u en wat
    wilt u behouden?"). "Weet u of …" is one question; so is a list of nouns ("een bakker of
    slager"), which needs no second verb. The list is short on purpose: a warning that is often
    wrong is not read.
    """
    for item in scope.items:
        for tag in PLAIN:
            words = item.text.root.get(tag, "")
            if words.count("?") > 1:
                yield doubled(item.code, tag, "has two question marks")
            elif any(asks_twice(sentence) for sentence in sentences(item.text, tag)):
                yield doubled(item.code, tag, "asks two things at once")


def doubled(code: str, tag: str, what: str) -> Complaint:
    return Complaint(code, f"the question in {tag} {what}", "ask them as two items")


def asks_twice(sentence: str) -> bool:
    """Tell whether "en" or "of" joins two clauses that each have a verb."""
    for joint in JOINED.finditer(sentence):
        before, after = spoken(sentence[: joint.start()]), spoken(sentence[joint.end() :])
        if joint[1].casefold() == "of" and dutch("whether") & before:
            continue
        if dutch("verbs") & before and dutch("verbs") & after:
            return True
    return False


@rule("markup", Severity.WARNING)
def markup(scope: Scope) -> Iterator[Complaint]:
    """Write plain words: marks of HTML or Markdown are shown as they stand."""
    for said, tag, words in every_wording(scope.said):
        if MARKUP.search(words):
            what = f"{said.part} in {tag} has marks of HTML or Markdown"
            yield Complaint(said.code, what, "write plain words")


@rule("hidden_letter", Severity.ERROR)
def hidden_letter(scope: Scope) -> Iterator[Complaint]:
    """Leave out control characters, and those that turn the direction of writing."""
    for said, tag, words in every_wording(scope.said):
        if not all(is_visible(letter) for letter in words):
            what = f"{said.part} in {tag} has a letter that nobody sees"
            yield Complaint(said.code, what, "type the words anew instead of pasting them")


def every_wording(said: Iterable[Said]) -> Iterator[tuple[Said, str, str]]:
    for one in said:
        for tag, words in one.text.root.items():
            yield one, tag, words
