"""Say why something about a vote cannot be done, and what to do about it."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from survey_app.ballots.errors import (
    ChangedMeanwhileError,
    NoQuorumError,
    NotEntitledError,
    NotReadyError,
    PaperError,
    VoteClosedError,
    What,
    Why,
    WrongChoiceError,
    WrongKeyError,
)
from survey_app.ballots.sealing import CARD_LETTERS
from survey_app.core.errors import DomainError

WHY = {
    Why.NOT_A_MEMBER: _("U staat niet op de lijst van deze vergadering."),
    Why.ABSENT: _("U staat nog niet als aanwezig op de lijst. Meld u bij de secretaris."),
    Why.CONFLICT: _("U neemt niet deel aan dit punt wegens belangenvermenging."),
    Why.NO_PROXY: _("Uw volmacht geldt niet voor deze stemming."),
    Why.DRAWN_CARD: _("Met deze kaart stemt u alleen in een peiling. Vraag uw eigen kaart."),
    Why.NO_CARD: _("Scan eerst uw stemkaart."),
    Why.BY_DEVICE: _("In deze peiling stemt elk toestel één keer. Scan de code op het scherm."),
    Why.NOT_NAMED: _("Bij een stemming zonder naam stemt de secretaris voor niemand."),
}
WHAT = {
    What.MEETING_NOT_RUNNING: _("Begin eerst de vergadering."),
    What.OTHER_VOTE_OPEN: _("Sluit eerst de stemming die nog open is."),
    What.TOO_FEW_OPTIONS: _("Schrijf eerst minstens twee opties."),
    What.NO_KEYS: _("Druk eerst de sleutelkaarten van deze geheime stemming."),
    What.NOBODY_THERE: _("Zet eerst op de lijst wie aanwezig is."),
    What.WEIGHTS_ON_SEALED: _("Een gewicht zou een geheime stem verraden. Zet het gewicht af."),
    What.TOO_MANY_PROXIES: _("Een lid heeft meer volmachten dan de regels toelaten."),
    What.NO_TIE: _("Er is geen gelijkheid om te beslechten."),
    What.NOT_DRAFT: _("Deze stemming is al geopend en ligt vast."),
    What.TOOK_PART: _("Dit lid stemde al mee."),
    What.WRONG_STATE: _("Intussen is er iets veranderd. Kijk waar de stemming nu staat."),
}
KEYS = (_("Sleutel van de voorzitter"), _("Sleutel van de secretaris"))


def cause(error: DomainError) -> str:
    """The sentence for a page; what is not known here is somebody else's to say."""
    if isinstance(error, NotEntitledError):
        return str(WHY[error.why])
    if isinstance(error, NotReadyError):
        return str(WHAT[error.what])
    if isinstance(error, WrongKeyError) and error.card:
        return slip(error)
    sentences = {
        VoteClosedError: gettext("De stemming is gesloten."),
        ChangedMeanwhileError: gettext("U stemde intussen op een ander toestel. Kijk het na."),
        PaperError: gettext("U stemt op papier. Wilt u toch zo stemmen? Meld het de secretaris."),
        NoQuorumError: gettext("Er zijn te weinig leden om te openen."),
        WrongKeyError: gettext("Deze sleutels openen de stembus niet. Kijk beide kaarten na."),
        WrongChoiceError: gettext("Deze keuze staat niet op de stembrief. Kies opnieuw."),
    }
    found = sentences.get(type(error))
    if found is None:
        raise error
    return found


def slip(error: WrongKeyError) -> str:
    """Where to look on a key card that was typed wrong, as exactly as can be known."""
    whose = str(KEYS[error.card - 1])
    if error.letters != CARD_LETTERS:
        counted = {"key": whose, "n": error.letters, "all": CARD_LETTERS}
        return gettext("%(key)s: u typte %(n)s letters en cijfers, het zijn er %(all)s.", **counted)
    if error.group:
        return gettext("%(key)s: kijk groep %(n)s na.", key=whose, n=error.group)
    return gettext("%(key)s: kijk elke groep na.", key=whose)
