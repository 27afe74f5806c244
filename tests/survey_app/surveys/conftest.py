"""A coach at the desk with an empty draft, and one with two questions in it."""

import pytest

from tests.survey_app.surveys.drafts import HOME, press, questions


@pytest.fixture
def desk(web, owner, client_of):
    """A coach with an empty draft."""
    browser = client_of(owner)
    browser.post(f"{HOME}projects/new", data={"village": "Lafelt"})
    browser.post(f"{HOME}projects/plus-plek-lafelt/surveys/new", data={"title": "Wat mist u?"})
    return browser


@pytest.fixture
def two(desk, web):
    """Two questions of the bank; the second only for some."""
    first, second = questions()
    press(desk, web, "/items", code=first)
    press(desk, web, "/items", code=second)
    return first, second
