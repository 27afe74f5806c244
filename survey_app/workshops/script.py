"""Adapt a workshop's script on the desk: move, remove, change and add steps."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from question_banks.measures import Measure
from question_banks.tidy import tidy
from survey_app.core.actions import act
from survey_app.core.broadcast import notify
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, StateError
from survey_app.core.i18n import page_language
from survey_app.core.permissions import Permission, requires
from survey_app.projects.models import Project
from survey_app.workshops import adapting, planning, words
from survey_app.workshops.control import BASE, this
from survey_app.workshops.desk import every_item
from survey_app.workshops.scene import scene_of
from survey_app.workshops.screens import CHANNEL

LONGEST_WORDS = 2000

bp = Blueprint("script", __name__, template_folder="templates")


@bp.get(f"{BASE}/script")
@requires(Permission.EDIT)
def edit(workshop_id: int) -> str:
    """Every step with what can be changed in it."""
    return edit_page(workshop_id)


def edit_page(
    workshop_id: int, *, problem: str = "", typed: Mapping[str, str] | None = None
) -> str:
    here = this(workshop_id)
    items = every_item()
    return render_template(
        "workshops/script.html",
        here=here,
        project=db.session.get_one(Project, here.project_id),
        scene=scene_of(db.session, here),
        askable={code: item for code, item in items.items() if item.measure is not Measure.NONE},
        words_of=adapting.words_of,
        new_kinds=adapting.NEW,
        problem=problem,
        typed=typed or {},
        words=words,
        language=page_language(),
    )


@bp.post(f"{BASE}/script")
@requires(Permission.EDIT)
def change(workshop_id: int) -> Response | tuple[str, int]:
    """One edit: a mistake keeps what was typed and says what to do."""
    here, form = this(workshop_id), request.form
    revision = form.get("revision", "")
    try:
        act(
            planning.edit_script,
            workshop_id=here.id,
            revision=int(revision) if revision.isdecimal() else 0,
            edit=partial(edited, form=form.to_dict()),
            items=every_item(),
        )
    except InvalidInputError:
        words_ = _(
            "Vul elk vak in. Een stap duurt 1 tot 480 minuten, en een klok 10 tot 3600 seconden."
        )
        return edit_page(workshop_id, problem=words_, typed=form.to_dict()), 422
    except StateError:
        words_ = _("Dit kan niet meer: een stap die begonnen is, blijft zoals ze is.")
        return edit_page(workshop_id, problem=words_, typed=form.to_dict()), 409
    notify(CHANNEL, str(here.id))
    flash(_("Het draaiboek is aangepast."), "success")
    anchor = form.get("step", "")
    return redirect(
        url_for("script.edit", workspace=g.access.slug, workshop_id=here.id, _anchor=anchor or None)
    )


def edited(script: Any, *, form: Mapping[str, str]) -> Any:
    """Apply what a form asks to a script; raise ValueError when it cannot be."""
    doing, step = form.get("doing", ""), form.get("step", "")
    if doing == "add":
        return adapting.add_step(
            script,
            form.get("kind", ""),
            title=said(form, "title") or said(form, "words"),
            words=said(form, "words"),
            item=form.get("item", ""),
            minutes=int(form.get("minutes") or 0),
        )
    if step not in {one.code for one in script.steps}:
        raise ValueError(f"no step {step!r}")
    if doing in {"up", "down"}:
        return adapting.move_step(script, step, -1 if doing == "up" else 1)
    if doing == "remove":
        return adapting.remove_step(script, step)
    return adapting.change_step(script, step, facts_of(form))


def facts_of(form: Mapping[str, str]) -> dict[str, Any]:
    facts: dict[str, Any] = {
        name: said(form, name) for name in ("title", "do", "notes", "words") if name in form
    }
    seconds = form.get("seconds", "").strip()
    return facts | {
        "minutes": int(form.get("minutes") or 0),
        "item": form.get("item", ""),
        "seconds": int(seconds) if seconds else None,
    }


def said(form: Mapping[str, str], name: str) -> str:
    return tidy(form.get(name, ""))[:LONGEST_WORDS]
