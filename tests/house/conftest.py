"""The program, as the house tests look at it: put together once, no database touched."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.house.addresses import PUBLIC
from tests.programs import built, close


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = built(tmp_path_factory.mktemp("house"), **PUBLIC)
    yield app
    close(app)
