"""Rules about the course of a gathering: its minutes, its breaks, the facilitator's notes."""

from collections.abc import Iterator

from question_banks.lint.rules import Complaint, Severity
from workshop_templates.activities import Break, Ideas, Info
from workshop_templates.lint.script import Script, code_of, rule

LONGEST_WITHOUT_A_BREAK = 120
LONGEST_STEP = 60


@rule("wrong_minutes", Severity.ERROR)
def wrong_minutes(script: Script) -> Iterator[Complaint]:
    """Let the minutes of the steps add up to those of the whole."""
    template = script.template
    total = sum(step.minutes for step in template.steps)
    if total != template.minutes:
        what = f"the steps take {total} minutes together, not {template.minutes}"
        yield Complaint("minutes", what, f"write {total}, or change a step")


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


@rule("nothing_to_write", Severity.ERROR)
def nothing_to_write(script: Script) -> Iterator[Complaint]:
    """Let people write ideas on a new wall."""
    for code, activity, _item in script.activities:
        if isinstance(activity, Ideas) and not (activity.continues or activity.ideas_each):
            what = "nobody may write an idea on this new wall"
            yield Complaint(code, what, "raise `ideas_each`, or say which wall it `continues`")


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
