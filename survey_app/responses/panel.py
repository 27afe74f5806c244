"""What a project's page shows of its surveys: a line each, and the next sensible step with them."""

from flask import url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from survey_app.answers.queries import n_by_survey
from survey_app.core.db import db
from survey_app.core.permissions import Access
from survey_app.projects.models import Project
from survey_app.projects.panels import Line, NextStep, Panel, panel
from survey_app.surveys import queries, words
from survey_app.surveys.models import Survey

SOME = 5
"""From so many answers on there is a chart."""

ENOUGH = 30
"""Under so many answers a chart carries a caution."""


@panel
def survey_panel(access: Access, project: Project) -> Panel:
    """A project's surveys with how many people answered."""
    surveys = queries.surveys_of(db.session, project.id)
    counts = n_by_survey(db.session, [survey.id for survey in surveys])
    new = url_for("surveys.create", workspace=access.slug, project=project.slug)
    return Panel(
        _("Bevragingen"),
        tuple(line_of(access, survey, counts.get(survey.id, 0)) for survey in surveys),
        _("Nog geen bevraging. Kies vragen uit de bank; het duurt tien minuten."),
        _("Nieuwe bevraging"),
        new,
        next_step_of(access, project, surveys, counts)
        if surveys
        else NextStep(
            _("Vraag het dorp wat het nodig heeft"),
            _("Kies vragen uit de bank en hang een affiche met een QR-code op."),
            _("Maak een bevraging"),
            new,
        ),
    )


def line_of(access: Access, survey: Survey, n: int) -> Line:
    until = _("bewaard tot %(day)s", day=format_date(survey.retention_until, "d MMMM yyyy"))
    drafted = survey.state == "draft"
    return Line(
        survey.title,
        until if drafted else f"{answers(n)} · {until}",
        address(access, survey, "builder.build" if drafted else "collectors.overview"),
        str(words.STATES[survey.state]),
        words.TONES[survey.state],
        more=(_("Resultaten"), address(access, survey, "reports.survey")) if n else None,
    )


def answers(n: int) -> str:
    return ngettext("%(num)d antwoord", "%(num)d antwoorden", n)


def address(access: Access, survey: Survey, page: str) -> str:
    return url_for(page, workspace=access.slug, survey_id=survey.id)


def next_step_of(
    access: Access, project: Project, surveys: list[Survey], counts: dict[int, int]
) -> NextStep:
    """Finish a draft, else spread the question, else bring what was said to the steering group."""
    draft = next((survey for survey in surveys if survey.state == "draft"), None)
    if draft is not None:
        return NextStep(
            _("Werk “%(title)s” af", title=draft.title),
            _("De vragenlijst staat klaar als concept. Nog nakijken en publiceren."),
            _("Ga verder"),
            address(access, draft, "builder.build"),
        )
    best = max(surveys, key=lambda survey: counts.get(survey.id, 0))
    n = counts.get(best.id, 0)
    if n < ENOUGH and best.state == "open":
        return NextStep(
            _("Bereik meer mensen in %(village)s", village=project.village),
            spread_words(n, best.title),
            _("Naar de affiches"),
            address(access, best, "collectors.overview"),
        )
    return NextStep(
        _("Bespreek wat %(village)s zei", village=project.village),
        _(
            "%(answers)s op “%(title)s”. Neem de grafiek mee naar de stuurgroep.",
            answers=answers(n),
            title=best.title,
        ),
        _("Bekijk de resultaten"),
        address(access, best, "reports.survey"),
    )


def spread_words(n: int, title: str) -> str:
    if n < SOME:
        return _("Hang de affiche op. Vanaf vijf antwoorden is er een grafiek.")
    return _(
        "%(answers)s op “%(title)s”. Onder de dertig is weinig zeker.",
        answers=answers(n),
        title=title,
    )
