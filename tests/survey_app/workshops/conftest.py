"""A workshop of the organisation ``gilden``, with its owner as facilitator."""

import pytest

from survey_app.core.audit import Actor
from tests.gathering import Gathering, plan
from tests.survey_app.workshops.steps import every_kind


@pytest.fixture
def actor(owner) -> Actor:
    return Actor(owner.id, 1)


@pytest.fixture
def hall(web, actor) -> Gathering:
    """A workshop from the short script."""
    return plan(web, actor=actor)


@pytest.fixture
def desk(web, owner, client_of):
    return client_of(owner)


@pytest.fixture
def every(web, actor) -> Gathering:
    """A gathering with one step of every kind."""
    return plan(web, every_kind(), actor=actor)
