"""Whatever the logbook notes has words on its page: nobody reads a code there."""

import ast

from tests.house.tree import ROOT


def noted() -> dict[str, str]:
    """Every action that a service names, with the file that does."""
    found = {}
    for path in sorted((ROOT / "survey_app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "action":
                value = node.value
                if isinstance(value, ast.Constant) and "." in str(value.value):
                    found[str(value.value)] = str(path.relative_to(ROOT))
    return found


def test_every_action_has_words(app) -> None:
    words = app.extensions["action_words"]

    assert {action: file for action, file in noted().items() if action not in words} == {}
