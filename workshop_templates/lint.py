"""Look a script over, as a coach would who has run many evenings: one rule, one function."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from question_banks.bank import Library, parts_of
from question_banks.item import Item
from question_banks.lint.rules import Complaint, Finding, Rulebook, Severity, in_order
from question_banks.lint.rules import run as run_word_rules
from question_banks.lint.scope import PICTOGRAMS, Place, Said, Scope, drawings
from question_banks.lint.words import sentences
from question_banks.measures import Measure
from question_banks.text import EASY, FIRST, Text
from workshop_templates.activities import Activity, Ask, Break, Info, Placing
from workshop_templates.model import Step, WorkshopTemplate

TITLE_LANGUAGES = (FIRST, "fr", "de", "en")
LONGEST_FOR_PARTICIPANTS = 12
LONGEST_WITHOUT_A_BREAK = 120
LONGEST_STEP = 60


@dataclass(frozen=True)
class Script:
    """All that one run of the rules looks at: a template, and what it may name."""

    template: WorkshopTemplate
    library: Library
    pictograms: frozenset[str] | None

    @property
    def place(self) -> Callable[[str], Place]:
        """Return the file and the line of a field, a step or an option."""
        return lambda code: (self.template.file.name, self.template.line_of(code))

    @cached_property
    def activities(self) -> tuple[tuple[str, Activity, Item | None], ...]:
        """Every activity, with the code that finds its line and its item as far as it is known."""
        return tuple(
            (code_of(step), activity, self.library.items.get(activity.item or ""))
            for step, activity in self.template.activities()
        )


RULES: Rulebook[Script] = Rulebook()
rule = RULES.rule


def lint_templates(
    templates: Iterable[WorkshopTemplate], library: Library, *, pictograms: Path = PICTOGRAMS
) -> tuple[Finding, ...]:
    """Return what is wrong in scripts, by file and line; empty when all is well."""
    return in_order(
        finding
        for template in templates
        for finding in lint_template(template, library, pictograms=pictograms)
    )


def lint_template(
    template: WorkshopTemplate, library: Library, *, pictograms: Path = PICTOGRAMS
) -> tuple[Finding, ...]:
    """Return what is wrong in one script: by the rules here, and by those for words in banks."""
    script = Script(template, library, drawings(pictograms))
    title = word_scope(script, [Said("title", "title", template.title)], TITLE_LANGUAGES)
    rest = word_scope(script, said(template), (FIRST,))
    return in_order((*RULES.run(script), *run_word_rules(title), *run_word_rules(rest)))


def word_scope(script: Script, said: Iterable[Said], languages: tuple[str, ...]) -> Scope:
    """Gather words for the rules about words: languages, plainness, marks, hidden letters."""
    return Scope((), tuple(said), {}, languages, False, None, script.place)  # noqa: FBT003 — unordered


def said(template: WorkshopTemplate) -> Iterator[Said]:
    """Yield everything a script says, but for its title."""
    yield Said("purpose", "purpose", template.purpose)
    yield Said("audience", "audience", template.audience)
    for field in ("team", "materials", "access"):
        for text in getattr(template, field):
            yield Said(field, field, text)
    for step in template.steps:
        for part in ("title", "do", "notes"):
            text = getattr(step, part)
            if text is not None:
                yield Said(code_of(step), part, text)
    yield from said_to_participants(template)


def said_to_participants(template: WorkshopTemplate) -> Iterator[Said]:
    for step, activity in template.activities():
        for part, text in activity.said():
            yield Said(code_of(step), part, text)
        for option in activity.options:
            yield Said(f"{code_of(step)}.{option.code}", "option", option.text)


def code_of(step: Step) -> str:
    """Return the code that finds the line of a step."""
    return f"steps.{step.code}"


@rule("wrong_minutes", Severity.ERROR)
def wrong_minutes(script: Script) -> Iterator[Complaint]:
    """Let the minutes of the steps add up to those of the whole."""
    template = script.template
    total = sum(step.minutes for step in template.steps)
    if total != template.minutes:
        what = f"the steps take {total} minutes together, not {template.minutes}"
        yield Complaint("minutes", what, f"write {total}, or change a step")


@rule("duplicate_code", Severity.ERROR)
def duplicate_code(script: Script) -> Iterator[Complaint]:
    """Give every step a code of its own, and every option within its activity."""
    cure = "give each a code of its own"
    for code, n in Counter(code_of(step) for step in script.template.steps).items():
        if n > 1:
            yield Complaint(code, f"{n} steps have this code", cure)
    for code, activity, _item in script.activities:
        for option, n in Counter(option.code for option in activity.options).items():
            if n > 1:
                yield Complaint(f"{code}.{option}", f"{n} options have this code", cure)


@rule("unknown_item", Severity.ERROR)
def unknown_item(script: Script) -> Iterator[Complaint]:
    """Name only items that a bank holds."""
    for code, activity, item in script.activities:
        if activity.item and item is None:
            what = f"no bank has an item {activity.item}"
            yield Complaint(code, what, "see `dorpsstem bank list`")


@rule("unfit_item", Severity.ERROR)
def unfit_item(script: Script) -> Iterator[Complaint]:
    """Ask an item that asks, show one that informs, compare the options of one that has some."""
    for code, activity, item in script.activities:
        complaint = item and misfit(activity, item)
        if complaint:
            yield Complaint(code, complaint, "name another item")


def misfit(activity: Activity, item: Item) -> str | None:
    """Say why an item does not fit an activity; None when it does."""
    asks = item.measure is not Measure.NONE
    if isinstance(activity, Ask) and not asks:
        return f"{item.code} asks nothing"
    if isinstance(activity, Info) and asks:
        return f"{item.code} is a question, to be asked"
    if isinstance(activity, Placing) and not parts_of(item):
        return f"{item.code} has no options to compare"
    return None


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


@rule("unknown_topic", Severity.ERROR)
def unknown_topic(script: Script) -> Iterator[Complaint]:
    """Name only topics that a bank defines."""
    for code, activity, _item in script.activities:
        for option in activity.options:
            if option.topic and option.topic not in script.library.topics:
                what = f"topic {option.topic} is defined nowhere"
                yield Complaint(f"{code}.{option.code}", what, "name a topic of a bank")


@rule("no_topic", Severity.WARNING)
def no_topic(script: Script) -> Iterator[Complaint]:
    """Say what options are about, so that they join the priorities of the project."""
    for code, activity, item in script.activities:
        parts = parts_of(item) if item else activity.options
        if isinstance(activity, Placing) and not any(part.topic for part in parts):
            yield Complaint(code, "none of the options has a topic", "name the topic of each")


@rule("unknown_pictogram", Severity.ERROR)
def unknown_pictogram(script: Script) -> Iterator[Complaint]:
    """Name only pictograms that are drawn."""
    for code, activity, _item in script.activities:
        for part in (activity, *activity.options):
            name = getattr(part, "pictogram", None)
            if script.pictograms is not None and name and name not in script.pictograms:
                yield Complaint(code, f"there is no pictogram {name}", "draw it or name another")


@rule("no_notes", Severity.ERROR)
def no_notes(script: Script) -> Iterator[Complaint]:
    """Give the facilitator words for every step; a break needs none."""
    for step in script.template.steps:
        if step.notes is None and not isinstance(step.activity, Break):
            yield Complaint(code_of(step), "there are no speaker notes", "write `notes:`")


@rule("no_activity", Severity.WARNING)
def no_activity(script: Script) -> Iterator[Complaint]:
    """Let people do something: a script in which nothing is collected is a talk."""
    kinds = [activity for _code, activity, _item in script.activities]
    if not any(not isinstance(activity, Info | Break) for activity in kinds):
        yield Complaint("steps", "nobody is asked anything", "add an activity that collects")


@rule("no_break", Severity.WARNING)
def no_break(script: Script) -> Iterator[Complaint]:
    """Give people a break when they sit longer than two hours."""
    pauses = any(isinstance(activity, Break) for _code, activity, _item in script.activities)
    if script.template.minutes > LONGEST_WITHOUT_A_BREAK and not pauses:
        yield Complaint("minutes", "there is no break", "add a step with `kind: break`")


@rule("long_step", Severity.WARNING)
def long_step(script: Script) -> Iterator[Complaint]:
    """Keep a step within the hour."""
    for step in script.template.steps:
        if step.minutes > LONGEST_STEP:
            yield Complaint(code_of(step), f"this takes {step.minutes} minutes", "cut it in two")


@rule("long_for_participants", Severity.ERROR)
def long_for_participants(script: Script) -> Iterator[Complaint]:
    """Keep what participants read at twelve words a sentence."""
    for one in said_to_participants(script.template):
        longest = max(longest_in(one.text, tag) for tag in (FIRST, EASY))
        if longest > LONGEST_FOR_PARTICIPANTS:
            what = f"{one.part} has a sentence of {longest} words, for people on their phones"
            yield Complaint(one.code, what, f"cut it to {LONGEST_FOR_PARTICIPANTS} words or fewer")


def longest_in(text: Text, tag: str) -> int:
    return max((len(sentence.split()) for sentence in sentences(text, tag)), default=0)
