"""Whatever goes wrong has a page of its own, in the visitor's language, that says what to do."""

import pytest

from survey_app.activities.base import RefusedError
from survey_app.core.errors import WORDS, BusyError, DomainError, TooManyTriesError
from survey_app.core.permissions import public
from tests.asking import heading_of


def kinds(error=DomainError):
    """Every error that is raised with words for the log."""
    if error.__init__ is Exception.__init__:
        yield error
    for more in error.__subclasses__():
        yield from kinds(more)


@pytest.fixture
def failing(make_app, sqlite_url):
    """The program with an address that fails as it is told."""
    app = make_app(DATABASE_URL=sqlite_url, PROPAGATE_EXCEPTIONS=False)

    def fail(error: BaseException):
        @app.get("/fail")
        @public
        def view() -> str:
            raise error

        return app.test_client()

    return fail


RAISED = [
    *(error("for the log only") for error in kinds()),
    RefusedError({"for the log only": "Kies een antwoord."}),
]


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_page_has_the_status_and_words_of_its_error(error, failing) -> None:
    response = failing(error).get("/fail")

    assert response.status_code == error.status
    assert "for the log only" not in response.text
    assert heading_of(response)


@pytest.mark.parametrize("error", [BusyError, TooManyTriesError])
def test_page_says_when_to_come_back(error, failing) -> None:
    assert int(failing(error()).get("/fail").headers["Retry-After"]) > 0


def test_script_gets_the_same_words_as_json(failing) -> None:
    response = failing(BusyError()).get("/fail", headers={"Accept": "application/json"})

    assert response.status_code == 503
    assert response.get_json()["errors"][""].startswith(str(WORDS[503][0]))


@pytest.mark.parametrize(("language", "words"), [("fr", "Cette page"), ("de", "Diese Seite")])
def test_page_speaks_the_visitors_language(client, language, words) -> None:
    assert words in client.get(f"/nowhere?lang={language}").text


def test_own_fault_is_told_without_its_cause(failing) -> None:
    response = failing(RuntimeError("the password is kwikstaart")).get("/fail")

    assert response.status_code == 500
    assert "kwikstaart" not in response.text
