"""Every template can be read, and leads to pages and files that exist."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import TemplateSyntaxError, meta, nodes

from tests.house.tree import ROOT, name, none_of, with_suffix

STATIC = ROOT / "survey_app" / "static"
TEMPLATES = [p for p in with_suffix(".html", ".txt", under="survey_app/") if "templates" in p.parts]
MADE = (".bundle.css", ".bundle.js")
"""Files that are put together from others when the program starts."""


@pytest.fixture(scope="module")
def trees(web: Flask) -> dict[str, nodes.Template]:
    return {
        name(path): web.jinja_env.parse(path.read_text("utf-8"), name(path)) for path in TEMPLATES
    }


def first_words(tree: nodes.Template, function: str) -> Iterator[str]:
    """The first argument of every call of ``function``, where it is written out."""
    for call in tree.find_all(nodes.Call):
        named = isinstance(call.node, nodes.Name) and call.node.name == function
        if named and call.args and isinstance(call.args[0], nodes.Const):
            yield str(call.args[0].value)


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 20


def test_templates_are_found_and_compile(web: Flask) -> None:
    wrong = []
    for path in TEMPLATES:
        known_as = "/".join(path.parts[path.parts.index("templates") + 1 :])
        try:
            found = web.jinja_env.get_template(known_as)
        except TemplateSyntaxError as error:
            wrong.append(f"{name(path)}:{error.lineno} {error.message}")
        else:
            wrong += [name(path)] if Path(str(found.filename)) != path else []

    none_of(wrong)


def test_templates_lead_to_pages_that_exist(web: Flask, trees) -> None:
    asked = [(file, page) for file, tree in trees.items() for page in first_words(tree, "url_for")]

    gone = [(file, page) for file, page in asked if page not in web.view_functions]
    none_of(gone)


def test_templates_use_files_that_exist(trees) -> None:
    asked = [(file, use) for file, tree in trees.items() for use in first_words(tree, "asset_url")]

    gone = [(file, use) for file, use in asked if not (STATIC / use).is_file()]
    none_of((file, use) for file, use in gone if not use.endswith(MADE))


def test_templates_build_on_templates_that_exist(web: Flask, trees) -> None:
    known = set(web.jinja_env.list_templates())
    asked = [(file, other) for file, tree in trees.items() for other in referenced(tree)]

    none_of((file, other) for file, other in asked if other not in known)


def referenced(tree: nodes.Template) -> list[str]:
    return [other for other in meta.find_referenced_templates(tree) if other]
