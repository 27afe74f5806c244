"""The coach's pages of a dossier: begin it, order it, add to it, freeze it, open it."""

from functools import partial
from typing import Any

from flask import Blueprint, Response, flash, g, make_response, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from analysis.dossier.content import checksum, short
from survey_app.core.actions import act
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.hosts import public_url
from survey_app.core.permissions import Permission, requires
from survey_app.core.tokens import digest, new_token
from survey_app.projects.models import Project
from survey_app.projects.queries import project_by_slug
from survey_app.reports import files, offering, queries, rules, service, showing, weighing
from survey_app.reports.forms import TextsForm
from survey_app.reports.models import Dossier

bp = Blueprint("dossiers", __name__, template_folder="templates")
BASE = "/desk/<workspace>/projects/<project>/dossier"


def this(project: str) -> tuple[Project, Dossier]:
    """The project's dossier; who has none begins on the dossier's own page."""
    held = project_by_slug(db.session, g.access.workspace_id, project)
    dossier = queries.dossier_of(db.session, held.id)
    if dossier is None:
        raise NotFoundError(f"project {project} has no dossier yet")
    return held, dossier


def to_dossier(project: str, anchor: str = "") -> AnyResponse:
    place = url("dossiers.show", workspace=g.access.slug, project=project)
    return redirect(place + (f"#{anchor}" if anchor else ""))


@bp.get(BASE)
@requires(Permission.VIEW)
def show(project: str) -> Response:
    """What is in the dossier, in its order, with everything a coach can do to it."""
    held = project_by_slug(db.session, g.access.workspace_id, project)
    dossier = queries.dossier_of(db.session, held.id)
    if dossier is None:
        return make_response(render_template("reports/dossier_new.html", project=held))
    now = showing.newest(dossier, held)
    if now is None:
        return showing.being_made()
    return make_response(
        render_template(
            "reports/compose.html",
            project=held,
            dossier=dossier,
            doc=now.document,
            findings=findings(now.document),
            parts=queries.parts_of(db.session, dossier.id),
            promises=queries.promises_of(db.session, dossier.id),
            copies=queries.copies_of(db.session, dossier.id),
            waiting=showing.waiting(held.id),
            formats=files.FORMATS,
            short=short,
            link=public_url(f"/d/{dossier.token}"),
            village_link=public_url(f"/p/{held.slug}"),
        )
    )


def findings(document: dict[str, Any]) -> dict[str, str]:
    """What each chart of the dossier says, by its part."""
    charts = [part for part in document["parts"] if part["chart"]]
    return {part["key"]: part["chart"]["finding"] for part in charts}


@bp.post(f"{BASE}/new")
@requires(Permission.EDIT)
def create(project: str) -> AnyResponse:
    """A first dossier with the charts that matter most; the PIN is shown once."""
    held = project_by_slug(db.session, g.access.workspace_id, project)
    pin = rules.new_pin()
    act(
        service.create_dossier,
        project_id=held.id,
        title=_("Dossier %(village)s", village=held.village),
        token=new_token(),
        pin_digest=digest(pin),
        parts=offering.first_parts(db.session, held.id),
    )
    tell_pin(pin)
    return to_dossier(project)


def tell_pin(pin: str) -> None:
    shown = f"{pin[:3]} {pin[3:]}"
    flash(_("De pincode is %(pin)s. Schrijf ze op: u ziet ze maar één keer.", pin=shown), "success")


@bp.route(f"{BASE}/texts", methods=["GET", "POST"])
@requires(Permission.EDIT)
def texts(project: str) -> AnyResponse | str:
    """The first pages in the coach's own words."""
    held, dossier = this(project)
    form = TextsForm(obj=dossier)
    if form.validate_on_submit():
        act(service.change_texts, dossier_id=dossier.id, texts=form.texts())
        flash(_("Bewaard."), "success")
        return to_dossier(project)
    now = showing.newest(dossier, held)
    written = now.document["summary"] if now else None
    return render_template("reports/texts.html", project=held, form=form, written=written)


@bp.post(f"{BASE}/pin")
@requires(Permission.EDIT)
def renew(project: str) -> AnyResponse:
    """A new link and PIN; the old ones stop working at once."""
    _held, dossier = this(project)
    pin = rules.new_pin()
    act(service.renew_pin, dossier_id=dossier.id, token=new_token(), pin_digest=digest(pin))
    tell_pin(pin)
    return to_dossier(project, "share")


@bp.post(f"{BASE}/freeze")
@requires(Permission.EDIT)
def freeze(project: str) -> AnyResponse:
    """Keep the dossier as it is, with its date and checksum."""
    held, dossier = this(project)
    content = showing.in_every_language(dossier, held)
    if content is None:
        flash(_("De cijfers worden nog geteld. Probeer het over enkele seconden opnieuw."), "error")
        return to_dossier(project, "copies")
    seal = checksum(content)
    number = act(service.freeze, dossier_id=dossier.id, content=content, sha256=seal, today=today())
    flash(_("Vastgelegd als versie %(n)s.", n=number), "success")
    return to_dossier(project, "copies")


@bp.post(f"{BASE}/public")
@requires(Permission.EDIT)
def make_public(project: str) -> AnyResponse:
    """Show a frozen copy to the whole village, or take the page back."""
    _held, dossier = this(project)
    typed = request.form.get("number", "")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else None  # noqa: PLR2004 — no dossier has a million copies
    act(service.make_public, dossier_id=dossier.id, number=number)
    told = _("Iedereen kan dit nu lezen.") if number else _("De pagina staat niet meer open.")
    flash(told, "success")
    return to_dossier(project, "copies")


@bp.get(f"{BASE}/view")
@requires(Permission.VIEW)
def view(project: str) -> Response:
    """The dossier as the steering group sees it; ``?copy=2`` is a frozen copy."""
    held, dossier = this(project)
    shown = chosen(held, dossier)
    drawn = None if shown is None else showing.drawings(shown.document)
    if shown is None or drawn is None:
        return showing.being_made()
    number = request.args.get("copy")
    given = {"workspace": g.access.slug, "project": project, "copy": number}
    return make_response(
        render_template(
            "reports/dossier.html",
            project=held,
            held=shown,
            doc=shown.document,
            drawn=drawn,
            formats=files.FORMATS,
            address=partial(url, "dossiers.download", **given),
            chart_address=partial(url, "dossiers.chart", **given),
            motions=weighing.motions_in(dossier),
            weigh_address=partial(url, "dossiers.weigh", workspace=g.access.slug, project=project),
            back=url("dossiers.show", workspace=g.access.slug, project=project),
        )
    )


@bp.get(f"{BASE}/<any(pdf,pptx,xlsx,csv,'csv-be'):kind>")
@requires(Permission.VIEW)
def download(project: str, kind: str) -> Response:
    held, dossier = this(project)
    shown = chosen(held, dossier)
    if shown is None:
        return showing.being_made()
    return showing.file_of(shown, kind, name=f"dossier-{held.slug}")


@bp.get(f"{BASE}/charts/<int:place>.<any(png,svg,pdf,csv,xlsx,pptx):extension>")
@requires(Permission.VIEW)
def chart(project: str, place: int, extension: str) -> Response:
    """One chart of the dossier, or of a frozen copy, as a file."""
    held, dossier = this(project)
    shown = chosen(held, dossier)
    if shown is None:
        return showing.being_made()
    return showing.chart_file_of(shown, place, extension, name=held.slug)


@bp.route(f"{BASE}/weigh/<int:motion_id>", methods=["GET", "POST"])
@requires(Permission.VIEW)
def weigh(project: str, motion_id: int) -> str:
    """Move the weights of a choice in the dossier; nothing is kept."""
    held, dossier = this(project)
    back = url("dossiers.view", workspace=g.access.slug, project=project)
    return weighing.page(dossier, held, motion_id, back=back, sealed=True)


def chosen(project: Project, dossier: Dossier) -> showing.Held | None:
    """The frozen copy that the address asks for, or the dossier as it is now."""
    number = request.args.get("copy", "")
    if not number:
        return showing.newest(dossier, project)
    if not (number.isascii() and number.isdigit()):
        raise NotFoundError(f"no copy {number}")
    return showing.frozen(queries.copy_of(db.session, dossier.id, int(number[:6])))
