"""Reading scripts: every mistake at once, each on its line with its cure."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workshop_templates.scripts import document
from workshop_templates.loader import TemplateError, load_template, load_templates

GOOD = """\
code: coffee
version: 1
kind: chat
title: {nl: Koffie, fr: Café, de: Kaffee, en: Coffee}
purpose: Praten.
audience: Buren.
minutes: 20
people: {least: 3, most: 6}
team: [Een gastvrouw.]
materials:
  - Koffie.
  - Koekjes.
access: [Geen drempels.]
steps:
  - code: talk
    title: Praten
    minutes: 20
    do: Schenk in.
    notes: Welkom.
    activity:
      kind: pairwise
      question: Wat kiest u?
      options:
        - {code: coffee, topic: cafe, text: Koffie}
        - {code: cards, topic: card_afternoons, text: Kaarten}
"""


def mistakes_in(folder: Path, text: str) -> list[str]:
    (folder / "script.yaml").write_text(text, "utf-8")
    with pytest.raises(TemplateError) as error:
        load_template(folder / "script.yaml")
    return [str(mistake) for mistake in error.value.mistakes]


def test_a_script_is_read_with_its_lines(tmp_path):
    (tmp_path / "coffee.yaml").write_text(GOOD, "utf-8")

    held = load_template(tmp_path / "coffee.yaml")

    assert held.steps[0].activity.kind == "pairwise"
    assert held.line_of("minutes") == 7
    assert held.line_of("materials.1") == 12
    assert held.line_of("steps.talk") == 15
    assert held.line_of("steps.talk.cards") == 25
    assert held.line_of("unknown") == 1


def test_the_scripts_of_the_house_are_read_once():
    assert load_templates()["resident_workshop"] is load_templates()["resident_workshop"]


def test_an_empty_folder_holds_no_scripts(tmp_path):
    assert load_templates(tmp_path) == {}


MANY_MISTAKES = """\
code: Coffee
version: one
kind: party
title: {nl: Koffie, nl: Koffieklets}
purpose: 3
minutes: 0
lines: {}
people: {least: 9, most: 6}
roles: [resident, king]
joining: []
team: [Een gastvrouw.]
materials: []
access: Geen drempels.
colour: red
steps:
  - code: talk
    minutes: 20
    do: Schenk in.
    activity:
      kind: ask
      items: facilities_first
  - code: vote
    title: Kiezen
    minutes: 5
    do: Stem.
    activity: {kind: dance}
  - code: plan
    title: Plannen
    minutes: 5
    do: Plan.
    activity: {kind: canvas, blocks: [roof], item: facilities_first}
  - code: pair
    title: Kiezen
    minutes: 5
    do: Kies.
    activity: {kind: pairwise, question: Wat?, options: [{code: bread, text: Brood}]}
  - code: rest
    title: Rusten
    minutes: 5
    do: Rust.
    activity: {question: Wat?}
"""


def test_every_mistake_is_told_at_once_on_its_line(tmp_path):
    told = [mistake.split(";")[0] for mistake in mistakes_in(tmp_path, MANY_MISTAKES)]
    lines = [int(mistake.split(":")[1]) for mistake in told]
    about = [mistake.split(": ")[1] for mistake in told]

    assert list(zip(lines, about, strict=True)) == [
        (1, "code"),
        (1, "audience"),
        (2, "version"),
        (3, "kind"),
        (4, "nl stands twice"),
        (5, "purpose"),
        (6, "minutes"),
        (7, "lines"),
        (8, "people"),
        (9, "roles.1"),
        (10, "joining"),
        (12, "materials"),
        (13, "access"),
        (14, "colour"),
        (16, "steps.0.title"),
        (19, "steps.0.activity.ask.item"),
        (21, "steps.0.activity.ask.items"),
        (26, "steps.1.activity"),
        (31, "steps.2.activity.canvas.blocks.0"),
        (31, "steps.2.activity.canvas.item"),
        (36, "steps.3.activity.pairwise"),
        (41, "steps.4.activity"),
    ]


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("kind: pairwise", "kind: dance", "choose one of these"),
        ("      kind: pairwise\n", "", "add `kind:`"),
        ("question: Wat kiest u?", "question: Wat?\n      pairs: many", "write a whole number"),
        ("access: [Geen drempels.]", "access: no", "write a list, each line beginning with -"),
        ("      question: Wat kiest u?\n", "", "add it"),
        ("version: 1", "version: 1\nfile: x", "remove it"),
    ],
)
def test_every_mistake_has_its_cure(tmp_path, wrong, right, told):
    (mistake,) = mistakes_in(tmp_path, GOOD.replace(wrong, right))

    assert mistake.endswith(f"; {told}")


@pytest.mark.parametrize("text", ["", "- 1", "coffee"])
def test_what_is_no_script_is_told(tmp_path, text):
    assert mistakes_in(tmp_path, text) == [
        "script.yaml:1: this is no workshop template; begin with `code: name`"
    ]


def test_a_second_script_of_the_same_code_is_told(tmp_path):
    for name in ("first", "second"):
        (tmp_path / f"{name}.yaml").write_text(GOOD, "utf-8")

    with pytest.raises(TemplateError) as error:
        load_templates(tmp_path)

    (mistake,) = error.value.mistakes
    assert str(mistake) == (
        "second.yaml:1: template code coffee stands in first.yaml:1 too; give it a code of its own"
    )


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(TemplateError, match=r"nowhere\.yaml:1: this file cannot be opened"):
        load_template(tmp_path / "nowhere.yaml")


def test_a_script_written_as_yaml_is_read_as_it_was(tmp_path):
    written = document()
    path = tmp_path / "tried.yaml"
    path.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")

    assert load_template(path).to_json()["steps"][0]["activity"]["item"] == "facilities_first"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, len(GOOD)), cut=st.integers(0, 40), put=st.text(max_size=6))
def test_a_damaged_file_is_read_or_told(tmp_path, place, cut, put):
    path = tmp_path / "script.yaml"
    path.write_bytes((GOOD[:place] + put + GOOD[place + cut :]).encode("utf-8", "surrogatepass"))

    try:
        held = load_template(path)
    except TemplateError as error:
        assert error.mistakes  # noqa: PT017 — either way is fine, nothing else is
    else:
        assert held.steps
