"""What people type about a village and its moments."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # newer than its stubs
    SelectChoice,
)
from wtforms.validators import DataRequired, Length, NumberRange, Optional, ValidationError

from question_banks.tidy import tidy
from survey_app.projects.rules import BANDS
from survey_app.projects.service import MomentFacts, ProjectFacts
from survey_app.projects.words import BANDS as BAND_WORDS
from survey_app.projects.words import MOMENTS, PHASES

MOST_PEOPLE = 2_000_000


def one_line(text: str | None) -> str:
    return " ".join(tidy(text or "").split())


def line(label: Any, most: int, *, needed: Any = None) -> StringField:
    checks = [Length(max=most, message=_("Maak dit korter."))]
    return StringField(
        label,
        filters=[one_line],
        validators=[DataRequired(needed), *checks] if needed else checks,
        render_kw={"maxlength": most},
    )


def people(label: Any) -> IntegerField:
    wrong = _("Vul een getal in, zonder punt of komma.")
    return IntegerField(
        label,
        validators=[Optional(), NumberRange(0, MOST_PEOPLE, message=wrong)],
        render_kw={"inputmode": "numeric", "type": "text"},
    )


class ProjectForm(FlaskForm):
    """A village and who asks."""

    village = line(_("Dorp"), 80, needed=_("Vul de naam van het dorp in."))
    municipality = line(_("Gemeente"), 80)
    name = line(_("Naam van het traject"), 120)
    organiser = line(_("Wie vraagt het? Dit staat op de affiche."), 160)
    inhabitants = people(_("Aantal inwoners"))

    def facts(self) -> ProjectFacts:
        village = str(self.village.data)
        return ProjectFacts(
            name=self.name.data or f"Plus-plek {village}",
            village=village,
            municipality=self.municipality.data or "",
            organiser=self.organiser.data or "",
            inhabitants=self.inhabitants.data,
        )


class PhaseForm(FlaskForm):
    phase = SelectField(_("Fase"), choices=[SelectChoice(*pair) for pair in PHASES.items()])


class MomentForm(FlaskForm):
    """One participation moment."""

    kind = SelectField(_("Soort moment"), choices=[SelectChoice(*pair) for pair in MOMENTS.items()])
    title = line(_("Titel"), 120, needed=_("Geef het moment een titel."))
    place = line(_("Plaats"), 120)
    starts_on = DateField(_("Van"), validators=[Optional()])
    ends_on = DateField(_("Tot en met"), validators=[Optional()])
    expected = people(_("Hoeveel mensen verwacht u?"))
    attendance = people(_("Hoeveel mensen waren er?"))
    outcome = TextAreaField(
        _("Wat leverde het op?"), validators=[Length(max=300, message=_("Maak dit korter."))]
    )
    done = BooleanField(_("Dit is gebeurd"))

    def validate_ends_on(self, field: DateField) -> None:
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(_("De laatste dag valt voor de eerste."))

    def facts(self) -> MomentFacts:
        return MomentFacts(
            kind=self.kind.data,
            title=str(self.title.data),
            place=self.place.data or "",
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            attendance=self.attendance.data,
            expected=self.expected.data,
            outcome=one_line(self.outcome.data),
            done=bool(self.done.data),
        )


class PopulationForm(FlaskForm):
    """How many people live in the village, by age."""

    def counts(self) -> dict[str, int]:
        held = {band: self[name_of(band)].data for band in BANDS}
        return {band: n for band, n in held.items() if n is not None}


def name_of(band: str) -> str:
    return "band_" + band.replace("-", "_").replace("+", "")


for _band in BANDS:
    setattr(PopulationForm, name_of(_band), people(BAND_WORDS[_band]))


class DeleteForm(FlaskForm):
    """The village's name, typed, before everything of it is lost."""

    village = line(_("Typ de naam van het dorp"), 80)
