"""What other weights would do to a choice in the dossier: sliders that keep nothing."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request

from analysis.charts import CHARTS
from survey_app.ballots.criteria import MOST_WEIGHT
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import interface_language
from survey_app.projects.models import Project
from survey_app.reports import queries
from survey_app.reports.models import Dossier
from survey_app.reports.votes import criteria_of, weighings_of


def motions_in(dossier: Dossier) -> dict[str, int]:
    """The motions whose weights may be moved, by the part of the dossier that shows them."""
    held = queries.parts_of(db.session, dossier.id)
    return {
        str(part.id): part.source["motion"]
        for part in held
        if (part.source or {}).get("kind") == "criteria"
    }


def page(
    dossier: Dossier, project: Project, motion_id: int, *, back: str, sealed: bool = False
) -> str:
    """The sliders of one choice, with who leads by them; only of what stands in the dossier.

    ``sealed`` is for who has a session; for a steering group no cookie is set.
    """
    weighings = weighings_of(db.session, project.id)
    one = next((held for held in weighings if held["id"] == motion_id), None)
    if one is None or motion_id not in motions_in(dossier).values():
        raise NotFoundError(f"no weighing {motion_id} in dossier {dossier.id}")
    weights = read_weights(request.form, one["criteria"])
    chart = CHARTS["criteria"](criteria_of(one, weights), language=interface_language())
    return render_template(
        "reports/weigh.html",
        project=project,
        question=one["question"],
        criteria=one["criteria"],
        weights=weights,
        chart=chart,
        most=MOST_WEIGHT,
        back=back,
        sealed=sealed,
    )


def read_weights(sent: Mapping[str, str], criteria: list[dict[str, Any]]) -> dict[str, int]:
    """The weight of each criterion as a slider gives it; what is no such weight stays as it was."""
    found = {one["code"]: int(one["weight"]) for one in criteria}
    for code in found:
        typed = sent.get(f"weight.{code}", "")
        if typed.isascii() and typed.isdigit() and len(typed) < 4 and int(typed) <= MOST_WEIGHT:  # noqa: PLR2004 — no weight is longer
            found[code] = int(typed)
    return found
