"""What people type about a meeting and its members."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, cast

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, FieldList, Form, FormField, IntegerField, SelectField, StringField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # newer than its stubs
    SelectChoice,
)
from wtforms.form import BaseForm
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from question_banks.tidy import tidy
from survey_app.ballots import words
from survey_app.ballots.facts import MeetingFacts, VoterFacts
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Seat

SHORTER = _("Maak dit korter.")
MOST_DIGITS = 12


def one_line(text: str | None) -> str:
    return " ".join(tidy(text or "").split())


def line(label: Any, most: int, *, needed: Any = None, **kept: Any) -> StringField:
    checks: list[Any] = [Length(max=most, message=SHORTER)]
    return StringField(
        label,
        filters=[one_line],
        validators=[DataRequired(needed), *checks] if needed else checks,
        render_kw={"maxlength": most, **kept},
    )


class Whole(IntegerField):
    """A whole number as people write it: ``12``, ``85 000`` or ``85.000``."""

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = re.sub(r"[\s.]", "", valuelist[0]) if valuelist else ""
        if typed and not (typed.isdecimal() and len(typed) <= MOST_DIGITS):
            raise ValueError(gettext("Schrijf een getal met cijfers, zoals 12."))
        self.data = int(typed) if typed else None


class OneOf(SelectField):
    """A list to choose from, with a sentence of our own for what is not on it."""

    def pre_validate(self, form: BaseForm) -> None:
        try:
            super().pre_validate(form)
        except ValidationError:
            raise ValidationError(gettext("Kies een van de mogelijkheden.")) from None


def whole(label: Any, least: int, most: int) -> Whole:
    wrong = _("Schrijf een getal van %(least)s tot %(most)s.", least=least, most=most)
    return Whole(
        label,
        validators=[Optional(), NumberRange(least, most, message=wrong)],
        render_kw={"inputmode": "numeric", "type": "text"},
    )


def choices(pairs: Any) -> list[Any]:
    """Options of a list: a word, or a word with its explanation behind it."""
    return [
        SelectChoice(str(value), label[0] if isinstance(label, tuple) else label)
        for value, label in pairs.items()
    ]


class Wrong(NamedTuple):
    """A field to look at, for the list above a form."""

    id: str
    label: str
    problem: str


def wrongs(form: Form) -> Iterator[Wrong]:
    """Every problem of a form, those of the forms inside it too."""
    for field in form:
        if isinstance(field, FormField):
            yield from wrongs(field.form)
        elif isinstance(field, FieldList):
            for entry in field:
                yield from wrongs(entry.form)
        else:
            for problem in field.errors:
                yield Wrong(field.id, str(field.label.text), str(problem))


class MeetingForm(FlaskForm):
    """A gathering that votes."""

    title = line(_("Naam van de vergadering"), 160, needed=_("Geef de vergadering een naam."))
    body = line(_("Wie vergadert er?"), 160, needed=_("Schrijf wie vergadert."))
    place = line(_("Plaats"), 160)
    held_on = DateField(_("Dag"), validators=[InputRequired(_("Kies een dag."))])
    preset = OneOf(_("Hoe stemt u meestal?"), choices=choices(words.PRESETS))

    def facts(self) -> MeetingFacts:
        return MeetingFacts(
            title=str(self.title.data),
            body=str(self.body.data),
            place=self.place.data or "",
            held_on=cast("date", self.held_on.data),
            preset=Preset(self.preset.data),
        )


class VoterForm(FlaskForm):
    """One line of the attendance list."""

    name = line(_("Naam"), 120, needed=_("Schrijf de naam."))
    faction = line(_("Fractie of groep"), 80)
    place = line(_("Plaats in de zaal"), 20)
    seat = OneOf(_("Functie"), choices=choices(words.SEATS))
    weight = whole(_("Gewicht van de stem"), 1, 10_000)

    def facts(self) -> VoterFacts:
        seat = Seat(self.seat.data)
        return VoterFacts(
            name=str(self.name.data),
            faction=self.faction.data or "",
            place=self.place.data or "",
            seat=seat,
            weight=self.weight.data or 1,
            votes=seat is not Seat.SECRETARY,
        )
