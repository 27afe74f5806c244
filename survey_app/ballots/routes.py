"""Everything that votes bring to the program: pages of the desk, of members, of the hall."""

from flask import Flask

from survey_app.ballots import (
    agenda,
    card_pages,
    chair,
    clerk,
    erase,  # noqa: F401 — registers the daily purge
    hall,
    joining,
    live,
    meetings,
    member,
    members,
    once,
    panel,  # noqa: F401 — registers what a project's page shows of its meetings
    published,
    weighing_pages,
    words,
)
from survey_app.ballots.logbook import ACTIONS
from survey_app.core.security import csrf

PAGES = (
    meetings,
    members,
    agenda,
    weighing_pages,
    card_pages,
    chair,
    clerk,
    hall,
    joining,
    member,
    published,
)


def register(app: Flask) -> None:
    for pages in PAGES:
        app.register_blueprint(pages.bp)
    csrf.exempt(member.bp)
    csrf.exempt(joining.bp)
    app.extensions["action_words"].update(ACTIONS)
    live.init_live(app)
    app.jinja_env.globals.update(
        ballot_words=words,
        new_once=once.new_number,
        hall_url=hall.hall_url,
        promises=published.promised_in,
    )
