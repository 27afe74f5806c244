"""Pages where a coach puts a questionnaire together: bank left, questions middle, phone right."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from question_banks.item import Item
from question_banks.loader import load_library
from question_banks.text import Text
from question_banks.tidy import tidy
from survey_app.core.actions import act, actor
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError
from survey_app.core.permissions import Permission, requires
from survey_app.core.writer import write
from survey_app.surveys import drafting, editing, queries, service
from survey_app.surveys.editing import Edit
from survey_app.surveys.queries import Opened

bp = Blueprint("builder", __name__, template_folder="templates")
BASE = "/desk/<workspace>/surveys/<int:survey_id>"


def this(survey_id: int) -> Opened:
    return queries.open_survey(db.session, g.access.workspace_id, survey_id)


def back(survey_id: int, anchor: str = "") -> Response:
    """Back to the questionnaire, to the question that was worked on, with the same search."""
    asked: dict[str, Any] = {
        name: request.form[name] for name in ("q", "bank") if request.form.get(name)
    }
    return redirect(
        url_for(
            "builder.build",
            workspace=g.access.slug,
            survey_id=survey_id,
            _anchor=anchor or None,
            **asked,
        )
    )


def edited(survey_id: int, edit: Edit) -> bool:
    """Apply one edit; False, with words on the page, when it cannot be."""
    revision, who = request.form.get("revision", ""), actor()
    try:
        write(
            lambda session: service.edit_draft(
                session,
                survey_id=survey_id,
                revision=int(revision) if revision.isdecimal() else -1,
                edit=edit,
                actor=who,
            )
        )
    except service.DraftMovedError:
        flash(_("Intussen is de vragenlijst veranderd. Kijk na en probeer opnieuw."), "error")
        return False
    except InvalidInputError:
        flash(_("Dit kan niet met deze vraag. Kijk na wat u invulde."), "error")
        return False
    return True


def known_items() -> dict[str, Item]:
    """Every question a coach may pick: the banks and the own bank."""
    return {**load_library().items, **queries.own_items(db.session, g.access.workspace_id)}


@bp.get("/desk/<workspace>/surveys/<int:survey_id>")
@requires(Permission.VIEW)
def build(survey_id: int) -> str:
    opened = this(survey_id)
    draft = opened.draft
    wanted, bank = request.args.get("q", "")[:80], request.args.get("bank", "")
    at = request.args.get("at", "")
    return render_template(
        "surveys/build.html",
        survey=opened.survey,
        project=opened.project,
        draft=draft,
        library=load_library(),
        found=search(wanted, bank),
        wanted=wanted,
        bank=bank,
        at=at if at in draft.by_code else next(iter(draft.by_code), ""),
        pending=service.pending_changes(db.session, opened.survey),
    )


def search(words: str, bank: str) -> list[Item]:
    """Questions that hold every word; the own bank is one of the banks."""
    own = list(queries.own_items(db.session, g.access.workspace_id).values())
    if bank == "own":
        return [item for item in own if words.casefold() in item.text.wording("nl").text.casefold()]
    return list(load_library().find(words, "nl", bank or None))


@bp.post(f"{BASE}/items")
@requires(Permission.EDIT)
def add(survey_id: int) -> Response:
    this(survey_id)
    item, section = known_items().get(request.form.get("code", "")), request.form.get("section", "")
    if item is None:
        flash(_("Deze vraag bestaat niet meer."), "error")
    else:
        edited(survey_id, lambda q: editing.add_item(q, item, section))
    return back(survey_id, f"item-{item.code}" if item else "")


@bp.post(f"{BASE}/items/<code>/move")
@requires(Permission.EDIT)
def move(survey_id: int, code: str) -> Response:
    this(survey_id)
    by = -1 if request.form.get("way") == "up" else 1
    edited(survey_id, lambda q: editing.move_item(q, code, by))
    return back(survey_id, f"item-{code}")


@bp.post(f"{BASE}/items/<code>/remove")
@requires(Permission.EDIT)
def remove(survey_id: int, code: str) -> Response:
    this(survey_id)
    if edited(survey_id, lambda q: editing.remove_item(q, code)):
        flash(_("De vraag is weg. U vindt ze terug in de bank."), "success")
    return back(survey_id)


@bp.route(f"{BASE}/items/<code>", methods=["GET", "POST"])
@requires(Permission.EDIT)
def adapt(survey_id: int, code: str) -> Response | str:
    """Other words for this survey; the code stays, so that results stay comparable."""
    opened = this(survey_id)
    draft = opened.draft
    if code not in draft.by_code:
        return back(survey_id)
    item = draft.item(code)
    if request.method == "POST":
        sent = request.form.to_dict()

        def change(questionnaire: Any) -> Any:
            data = drafting.adapted(questionnaire.item(code), sent, questionnaire.languages)
            if sent.get("show_if") != drafting.AS_IT_IS:
                data["show_if"] = drafting.condition_of(questionnaire, sent)
            return editing.replace_item(questionnaire, code, data)

        if edited(survey_id, change):
            flash(_("Bewaard."), "success")
            return back(survey_id, f"item-{code}")
    return render_template(
        "surveys/adapt.html",
        survey=opened.survey,
        project=opened.project,
        draft=draft,
        item=item,
        sent=request.form,
        AS_IT_IS=drafting.AS_IT_IS,
        before=draft.items()[: list(draft.by_code).index(code)],
    )


@bp.route(f"{BASE}/own", methods=["GET", "POST"])
@requires(Permission.EDIT)
def own(survey_id: int) -> Response | str:
    """A question of one's own, kept in the own bank when the coach wants."""
    opened = this(survey_id)
    problem = ""
    if request.method == "POST":
        try:
            taken = frozenset(known_items()) | frozenset(opened.draft.by_code)
            item = drafting.own_item(request.form, taken)
        except ValueError:
            problem = _(
                "Schrijf een vraag. Geef bij keuzes minstens twee antwoorden, elk op een lijn."
            )
        else:
            if edited(survey_id, lambda q: editing.add_item(q, item)):
                keep_own(item)
                return back(survey_id, f"item-{item.code}")
    return render_template(
        "surveys/own.html",
        survey=opened.survey,
        project=opened.project,
        problem=problem,
        sent=request.form,
        types=drafting.OWN_TYPES,
    )


def keep_own(item: Item) -> None:
    if request.form.get("keep") == "yes":
        act(service.keep_own_item, item=item)


@bp.post(f"{BASE}/sections")
@requires(Permission.EDIT)
def add_section(survey_id: int) -> Response:
    this(survey_id)
    title = tidy(request.form.get("title", ""))[:120]
    if title:
        edited(survey_id, lambda q: editing.add_section(q, Text({"nl": title})))
    return back(survey_id)


@bp.post(f"{BASE}/sections/<code>")
@requires(Permission.EDIT)
def change_section(survey_id: int, code: str) -> Response:
    this(survey_id)
    title = tidy(request.form.get("title", ""))[:120]
    if request.form.get("go") == "remove":
        edited(survey_id, lambda q: editing.remove_section(q, code))
    else:
        named = Text({"nl": title}) if title else None
        edited(survey_id, lambda q: editing.rename_section(q, code, named))
    return back(survey_id)
