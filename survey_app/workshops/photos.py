"""Pages of photos: the coach uploads them before the gathering, everybody in it sees them."""

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as Answer

from survey_app.accounts.passwords import beside_the_traffic
from survey_app.core.actions import act
from survey_app.core.assets import FOR_EVER, asset
from survey_app.core.broadcast import notify
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, StateError
from survey_app.core.permissions import Permission, public, requires
from survey_app.core.pictures import LARGEST_UPLOAD, NoPictureError, developed
from survey_app.core.tokens import clean_code
from survey_app.projects.queries import project_by_slug
from survey_app.workshops import album, queries
from survey_app.workshops.album import Developed, FullAlbumError
from survey_app.workshops.control import BASE, this
from survey_app.workshops.screens import CHANNEL

LARGEST_FORM = 12 * LARGEST_UPLOAD
LARGE, SMALL = 1600, 480

bp = Blueprint("photos", __name__, template_folder="templates")


@bp.url_value_preprocessor
def allow_large(endpoint: str | None, _values: object) -> None:
    """A form with photos is larger than any other; the limit is set before anything reads it."""
    if endpoint == "photos.edit":
        request.max_content_length = LARGEST_FORM


@bp.route(f"{BASE}/photos/<step>", methods=["GET", "POST"])
@requires(Permission.EDIT)
def edit(workshop_id: int, step: str) -> Answer | str:
    """The photos of a step: add, say in words, take away."""
    here = this(workshop_id)
    activity = album.photo_step(queries.course_of(db.session, here), step)
    problem = save(workshop_id, step) if request.method == "POST" else ""
    if request.method == "POST" and not problem:
        return redirect(
            url_for("photos.edit", workspace=g.access.slug, workshop_id=workshop_id, step=step)
        )
    return render_template(
        "workshops/photos.html",
        here=here,
        project=project_by_slug(db.session, g.access.workspace_id, here.project),
        step=step,
        activity=activity,
        held=album.n_pictures(db.session, here.id, step),
        problem=problem,
        most=album.MOST,
        longest=album.LONGEST_CAPTION,
    )


def save(workshop_id: int, step: str) -> str:
    """Keep what was sent; return what is wrong with it."""
    sent = request.form
    numbers = range(1, album.MOST + 1)
    try:
        added = [drawn(file.read()) for file in request.files.getlist("files") if file.filename]
        n = act(
            album.arrange,
            workshop_id=workshop_id,
            step=step,
            revision=int(sent.get("revision", "0")),
            captions={number: sent.get(f"caption.{number}", "") for number in numbers},
            removed=frozenset(number for number in numbers if sent.get(f"remove.{number}")),
            added=added,
        )
    except NoPictureError:
        return _("Eén bestand is geen foto. Kies JPEG, PNG of WebP, hoogstens 16 MB elk.")
    except FullAlbumError:
        return _("Hoogstens %(n)s foto’s passen in één stap. Haal er eerst weg.", n=album.MOST)
    except (StateError, InvalidInputError, ValueError):
        return _("Intussen is het draaiboek veranderd, of deze stap is al begonnen.")
    notify(CHANNEL, str(workshop_id))
    flash(ngettext("Er staat %(num)d foto klaar.", "Er staan %(num)d foto’s klaar.", n), "success")
    return ""


def drawn(data: bytes) -> Developed:
    """Draw a photo anew in both sizes, beside the visitors' traffic."""
    if len(data) > LARGEST_UPLOAD:
        raise NoPictureError("the file is too large")
    large = beside_the_traffic(developed, data, side=LARGE)
    return Developed(large, beside_the_traffic(developed, large, side=SMALL))


@bp.get("/j/<code>/photos/<step>/<int:number>-<any(small, large):size>.jpg")
@public
def show(code: str, step: str, number: int, size: str) -> Response:
    """One photo of a workshop; a drawing where the coach has put none yet."""
    here = queries.here_by_code(db.session, clean_code(code))
    album.photo_step(queries.course_of(db.session, here), step)
    found = album.picture_at(db.session, here.id, step, number)
    if found is None:
        return Response(asset("pictograms/foto.svg").body, mimetype="image/svg+xml")
    response = Response(getattr(found, size), mimetype="image/jpeg")
    response.headers["Cache-Control"] = FOR_EVER.replace("public", "private")
    return response
