"""What a coach types into a dossier, and the PIN a steering group types to read it."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # newer than its stubs
    SelectChoice,
)
from wtforms.validators import DataRequired, Length

from question_banks.tidy import tidy
from survey_app.reports.editing import PromiseFacts
from survey_app.reports.rules import Status, clean_pin
from survey_app.reports.service import DossierTexts
from survey_app.reports.words import STATUSES

LINE, LINES, LETTER = 160, 1200, 4000
QUOTE = 600


def one_line(text: str | None) -> str:
    return " ".join(tidy(text or "").split())


def several(text: str | None) -> str:
    return tidy(text or "")


def line(label: Any, most: int = LINE, *, needed: Any = None) -> StringField:
    checks = [Length(max=most, message=_("Maak dit korter."))]
    validators = [DataRequired(needed), *checks] if needed else checks
    return StringField(
        label, filters=[one_line], validators=validators, render_kw={"maxlength": most}
    )


def lines(label: Any, most: int = LINES, *, needed: Any = None, rows: int = 4) -> TextAreaField:
    checks = [Length(max=most, message=_("Maak dit korter."))]
    validators = [DataRequired(needed), *checks] if needed else checks
    return TextAreaField(label, filters=[several], validators=validators, render_kw={"rows": rows})


class TextsForm(FlaskForm):
    """The first pages; what stays empty is written from the figures."""

    title = line(_("Titel van het dossier"), needed=_("Geef het dossier een titel."))
    meant_for = line(_("Voor wie en wanneer?"))
    headline = line(_("De hoofdzin"), 200)
    lead = lines(_("Twee zinnen uitleg"), rows=3)
    certain = lines(_("Wat is zeker"))
    uncertain = lines(_("Wat is niet zeker"))
    asks = lines(_("Wat moet de stuurgroep beslissen?"))

    def texts(self) -> DossierTexts:
        return DossierTexts(
            **{name: getattr(self, name).data or "" for name in DossierTexts.__slots__}
        )


class PartForm(FlaskForm):
    """Words beside a chart, words of their own, or a quote."""

    heading = line(_("Kop"), 200)
    text = lines(_("Tekst"), LETTER, rows=6)


class QuoteForm(FlaskForm):
    """One quote, as it may be read by everybody."""

    text = lines(_("Citaat"), QUOTE, needed=_("Laat het citaat niet leeg."), rows=3)
    survey = HiddenField()
    item = HiddenField()


class PromiseForm(FlaskForm):
    """What people said and what is done with it."""

    said = line(_("U zei"), needed=_("Schrijf wat mensen zeiden."))
    status = SelectField(
        _("Hoe staat het ermee?"), choices=[SelectChoice(*pair) for pair in STATUSES.items()]
    )
    done = lines(_("Wij deden"), 300, rows=3)

    def facts(self) -> PromiseFacts:
        return PromiseFacts(
            said=str(self.said.data),
            status=Status(self.status.data),
            done=one_line(self.done.data),
        )


class PinForm(FlaskForm):
    """Six digits; the link itself says which dossier."""

    class Meta:
        csrf = False

    pin = StringField(
        _("Pincode"),
        filters=[lambda typed: clean_pin(typed or "")],
        render_kw={"inputmode": "numeric", "autocomplete": "off", "maxlength": 12},
    )
