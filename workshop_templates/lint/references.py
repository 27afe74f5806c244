"""Rules about names that point to something: it must be there, it must fit, and stand once."""

from collections import Counter
from collections.abc import Iterator

from question_banks.bank import parts_of
from question_banks.item import Item
from question_banks.lint.rules import Complaint, Severity
from question_banks.measures import Measure
from workshop_templates.activities import Activity, Ask, Ideas, Info, Placing
from workshop_templates.lint.script import Script, code_of, rule


@rule("duplicate_code", Severity.ERROR)
def duplicate_code(script: Script) -> Iterator[Complaint]:
    """Give every step a code of its own, and every option within its activity."""
    cure = "give each a code of its own"
    for code, n in Counter(code_of(step) for step in script.template.steps).items():
        if n > 1:
            yield Complaint(code, f"{n} steps have this code", cure)
    for code, activity, _item in script.activities:
        for option, n in Counter(option.code for option in activity.own_options).items():
            if n > 1:
                yield Complaint(f"{code}.{option}", f"{n} options have this code", cure)


@rule("unknown_item", Severity.ERROR)
def unknown_item(script: Script) -> Iterator[Complaint]:
    """Name only items that a bank holds."""
    for code, activity, item in script.activities:
        if activity.item_code and item is None:
            what = f"no bank has an item {activity.item_code}"
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


@rule("unknown_wall", Severity.ERROR)
def unknown_wall(script: Script) -> Iterator[Complaint]:
    """Continue only an idea wall of an earlier step."""
    walls: set[str] = set()
    for step, activity in script.template.activities():
        if not isinstance(activity, Ideas):
            continue
        if activity.continues and activity.continues not in walls:
            what = f"no earlier step {activity.continues} has an idea wall"
            yield Complaint(code_of(step), what, "name the step where the ideas are written")
        walls.add(step.code)


@rule("unknown_topic", Severity.ERROR)
def unknown_topic(script: Script) -> Iterator[Complaint]:
    """Name only topics that a bank defines."""
    for code, activity, _item in script.activities:
        for option in activity.own_options:
            if option.topic and option.topic not in script.library.topics:
                what = f"topic {option.topic} is defined nowhere"
                yield Complaint(f"{code}.{option.code}", what, "name a topic of a bank")


@rule("no_topic", Severity.WARNING)
def no_topic(script: Script) -> Iterator[Complaint]:
    """Say what options are about, so that they join the priorities of the project."""
    for code, activity, item in script.activities:
        parts = parts_of(item) if item else activity.own_options
        if isinstance(activity, Placing) and parts and not any(part.topic for part in parts):
            yield Complaint(code, "none of the options has a topic", "name the topic of each")


@rule("unknown_pictogram", Severity.ERROR)
def unknown_pictogram(script: Script) -> Iterator[Complaint]:
    """Name only pictograms that are drawn."""
    for code, activity, _item in script.activities:
        for part in (activity, *activity.own_options):
            name = getattr(part, "pictogram", None)
            if script.pictograms is not None and name and name not in script.pictograms:
                yield Complaint(code, f"there is no pictogram {name}", "draw it or name another")
