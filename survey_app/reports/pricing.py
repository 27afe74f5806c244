"""The page where a coach says what each choice costs, and how much there is to spend."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Blueprint, flash, g, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from analysis.codebook import ItemCode
from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import interface_language
from survey_app.core.permissions import Permission, requires
from survey_app.reports import datasets, editing, queries
from survey_app.reports.desk import BASE, this, to_dossier
from survey_app.reports.models import DossierPart
from survey_app.reports.rules import euros_in
from survey_app.surveys.queries import open_survey

bp = Blueprint("pricing", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True)
class Prices:
    """What was typed, by the name of its field, and what is wrong with it."""

    typed: Mapping[str, str]
    budget: int = 0
    costs: Mapping[str, int] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


@bp.route(f"{BASE}/parts/<int:part_id>/prices", methods=["GET", "POST"])
@requires(Permission.EDIT)
def show(project: str, part_id: int) -> Response | str | tuple[str, int]:
    """The prices of one chart about a budget; a choice without one cannot be bought."""
    held, dossier = this(project)
    parts = queries.parts_of(db.session, dossier.id)
    part = next((one for one in parts if one.id == part_id), None)
    if part is None or part.source.get("kind") != "budget":
        raise NotFoundError(f"no budget {part_id} in this dossier")
    item = item_of(part)
    prices = read(item, request.form) if request.method == "POST" else kept(part.source)
    if request.method == "POST" and not prices.problems:
        facts = {"budget": prices.budget, "costs": prices.costs}
        act(editing.price_part, dossier_id=dossier.id, part_id=part_id, **facts)
        flash(_("Bewaard."), "success")
        return to_dossier(project, f"part-{part_id}")
    page = render_template("reports/prices.html", project=held, item=item, prices=prices)
    return (page, 422) if prices.problems else page


def item_of(part: DossierPart) -> ItemCode:
    """The question whose choices are bought; "something else" and "nothing" are not for sale."""
    survey = open_survey(db.session, g.access.workspace_id, part.source["survey"]).survey
    asked = datasets.questionnaires(db.session, survey.id).values()
    codebook = datasets.codebook_of(asked, interface_language())
    found = next((one for one in codebook.items if one.code == part.source.get("item")), None)
    if found is None:
        raise NotFoundError(f"nobody asks {part.source.get('item')} any more")
    versions = [one.by_code[found.code] for one in asked if found.code in one.by_code]
    options = [option for item in versions for option in getattr(item, "options", ())]
    unsold = {option.code for option in options if option.exclusive or option.other}
    return replace(found, options=tuple(one for one in found.options if one.code not in unsold))


def kept(source: Mapping[str, Any]) -> Prices:
    costs = {f"cost.{code}": str(cost) for code, cost in source.get("costs", {}).items()}
    return Prices({"budget": str(source.get("budget", "")), **costs})


def read(item: ItemCode, sent: Mapping[str, str]) -> Prices:
    """What was typed in whole euros, with a sentence for each field that cannot be read."""
    names = {f"cost.{code}": code for code in item.option_codes}
    typed = {name: sent.get(name, "").strip() for name in ("budget", *names)}
    amounts = {name: euros_in(text) for name, text in typed.items()}
    wrong = _("Schrijf hele euro’s, zoals 1500.")
    problems = {name: wrong for name, amount in amounts.items() if amount is None}
    if amounts["budget"] == 0:
        problems["budget"] = _("Hoeveel is er te besteden? Schrijf hele euro’s, zoals 1500.")
    costs = {code: amounts[name] or 0 for name, code in names.items() if amounts[name]}
    if not problems and not costs:
        problems = dict.fromkeys(list(names)[:1], _("Geef minstens één keuze een prijs."))
    return Prices(typed, amounts["budget"] or 0, costs, problems)
