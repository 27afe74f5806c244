"""A published vote for everybody: the result, what was promised, the file to recount it."""

import json

from flask import Blueprint, Response, abort, render_template, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy import select

from survey_app.ballots import jsonld, queries, record, verify, words
from survey_app.ballots.hall import outcome_of
from survey_app.ballots.minutes_words import ended
from survey_app.ballots.models import Ballot, Meeting, Motion
from survey_app.ballots.rules import Kind, Receipt, Rules, State
from survey_app.ballots.words import choice_words, option_title
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.hosts import public_url
from survey_app.core.permissions import public
from survey_app.core.tokens import clean_code, grouped
from survey_app.projects.models import Project

bp = Blueprint("published", __name__, template_folder="templates")
KEPT_RECORD = {State.PUBLISHED, State.SUPERSEDED, State.ANNULLED}


def this(public_id: str) -> Motion:
    """The motion, once the chair has published it; before that its address is nowhere."""
    motion = queries.motion_by_public_id(db.session, clean_code(public_id))
    if motion.state not in KEPT_RECORD or motion.result is None:
        raise NotFoundError(f"motion {public_id} is not published")
    queries.record_of(db.session, motion.id)
    return motion


@bp.get("/u/<public_id>")
@public
def show(public_id: str) -> str:
    return page(this(public_id), recounted=())


@bp.get("/u/<public_id>/natellen")
@public
def recount(public_id: str) -> str:
    """Count the published file again with the program that lies in it."""
    motion, language = this(public_id), str(get_locale())
    try:
        _root, lines = verify.verify(
            record.zip_of(queries.record_of(db.session, motion.id)), language
        )
    except verify.WrongError as wrong:
        return page(motion, recounted=(wrong.said(language),), sound=False)
    return page(motion, recounted=tuple(lines[1:]))


def page(motion: Motion, *, recounted: tuple[str, ...], sound: bool = True) -> str:
    meeting = db.session.get_one(Meeting, motion.meeting_id)
    held = queries.record_of(db.session, motion.id)
    return render_template(
        "ballots/published.html",
        motion=motion,
        meeting=meeting,
        outcome=outcome_of(meeting, motion),
        kind=words.KINDS[Kind(motion.kind)],
        method=words.METHODS,
        root=record.root_words(held),
        receipts=receipts_of(motion),
        promises=promises(motion),
        limits=limits(motion),
        invented=db.session.get_one(Project, meeting.project_id).invented,
        recounted=recounted,
        sound=sound,
    )


def receipts_of(motion: Motion) -> list[tuple[str, str]]:
    """Every receipt in order of the alphabet; with what it stands for where the vote chose so."""
    included = [(grouped(one), "") for one in (motion.result or {}).get("receipts", [])]
    if included or Rules.from_json(motion.rules).receipt is not Receipt.CHOICE:
        return included
    titles = {one.code: option_title(one) for one in queries.options_of(db.session, motion.id)}
    ballots = db.session.execute(
        select(Ballot.receipt, Ballot.choice)
        .where(Ballot.motion_id == motion.id, Ballot.receipt.is_not(None))
        .order_by(Ballot.receipt)
    )
    return [(grouped(receipt or ""), choice_words(choice, titles)) for receipt, choice in ballots]


def promises(motion: Motion) -> list[str]:
    """What this vote keeps, in plain words."""
    kept = [
        _("Elke stemgerechtigde telt één keer, over gsm, tablet en papier samen."),
        _("Niemand zag een tussenstand voor de voorzitter de uitslag bekendmaakte."),
        _("Iedereen kan natellen met het bestand hieronder."),
        _("Wie het bestand achteraf verandert, krijgt andere controlewoorden."),
    ]
    rules = Rules.from_json(motion.rules)
    if rules.devices:
        kept[0] = _(
            "Elk toestel telt één keer. Er kwamen niet meer toestellen bij dan er leden waren."
        )
    if rules.names_live:
        kept[1] = _("Wie wat stemde, was tijdens de stemming op het scherm te zien.")
    if motion.kind == Kind.SEALED:
        kept.append(_("Na het openen is er geen verband meer tussen lid en stem."))
    return kept


def limits(motion: Motion) -> list[str]:
    """What no promise is made about."""
    told = [_("Dit is geen juridisch advies over de geldigheid van een besluit.")]
    if Rules.from_json(motion.rules).devices:
        told.append(_("Wie twee toestellen had, of er een kaart bij kreeg, kon twee keer stemmen."))
    if motion.kind != Kind.NAMED:
        told += [
            _("Wie de server beheert tijdens de stemming, moet u vertrouwen."),
            _("Het belet niet dat iemand over uw schouder meekijkt of u dwingt."),
        ]
    return told


def promised_in(_meeting: Meeting) -> list[str]:
    """What stands on a meeting's page before anybody votes."""
    return [
        _("Elke stemgerechtigde telt één keer, over gsm, tablet en papier samen."),
        _("Een geheime stem is na het openen met niemand meer te verbinden."),
        _("Iedereen kan een bekendgemaakte uitslag natellen."),
        _("Wie de server beheert tijdens de stemming, moet u vertrouwen."),
        _("Dit is geen juridisch advies over de geldigheid van een besluit."),
    ]


@bp.get("/u/<public_id>/stemming.jsonld")
@public
def linked(public_id: str) -> Response:
    """The vote as linked data, for programs of the local authority."""
    motion = this(public_id)
    held = queries.record_of(db.session, motion.id)
    told = outcome_of(db.session.get_one(Meeting, motion.meeting_id), motion)
    stands = [told.verdict] if told else []
    address = public_url(url_for("published.show", public_id=motion.public_id))
    data = jsonld.linked(held, address=address, consequence=" ".join(ended(motion) or stands))
    body = json.dumps(data, ensure_ascii=False, indent=2)
    return Response(body, mimetype="application/ld+json")


@bp.get("/u/<public_id>/stembus.zip")
@public
def box(public_id: str) -> Response:
    """Everything needed to recount, with the program that does it."""
    motion = this(public_id)
    if motion.state not in KEPT_RECORD:
        abort(404)
    response = Response(
        record.zip_of(queries.record_of(db.session, motion.id)), mimetype="application/zip"
    )
    name = f"stembus-{motion.public_id}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
