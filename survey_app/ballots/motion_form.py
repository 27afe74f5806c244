"""What a coach types about one motion: the question, the options with their case, the rules."""

from dataclasses import replace
from string import ascii_lowercase
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import FieldList, Form, FormField, HiddenField, TextAreaField
from wtforms.validators import Length

from question_banks.tidy import tidy
from survey_app.ballots import words
from survey_app.ballots.facts import MotionFacts, OptionFacts
from survey_app.ballots.forms import SHORTER, OneOf, choices, line, one_line, whole
from survey_app.ballots.presets import Usual
from survey_app.ballots.rules import Kind, Method
from survey_app.ballots.rules_form import MOST_OPTIONS, RulesForm

MOST_EURO = 1_000_000_000
PICTURES = {
    "": _("geen"),
    "huis": _("huis"),
    "bus": _("bestelwagen"),
    "auto": _("auto"),
    "bakfiets": _("bakfiets"),
    "fiets": _("fiets"),
    "winkel": _("winkel"),
    "kraam": _("kraam"),
    "hoeve": _("hoeve"),
    "zaal": _("zaal"),
    "gebouw": _("gebouw"),
    "klas": _("klas"),
    "dorp": _("dorp"),
    "boom": _("boom"),
    "tuin": _("tuin"),
    "speel": _("speeltuin"),
    "terras": _("terras"),
    "koffie": _("koffie"),
    "kalender": _("kalender"),
    "groep": _("groep mensen"),
    "alleen": _("één persoon"),
    "oudere": _("oudere"),
    "hulp": _("hulp"),
    "zorg": _("zorg"),
    "loket": _("loket"),
    "digitaal": _("computer"),
    "euro": _("euro"),
    "idee": _("idee"),
    "vink": _("vinkje"),
    "fout": _("kruisje"),
}
"""Pictograms that fit an option, with what they show."""


class OptionForm(Form):
    """One thing to choose, with its case."""

    code = HiddenField()
    title = line(_("Naam"), 160)
    picture = OneOf(_("Pictogram"), choices=choices(PICTURES))
    arguments_for = TextAreaField(
        _("Argumenten voor"), validators=[Length(max=2000, message=SHORTER)]
    )
    arguments_against = TextAreaField(
        _("Argumenten tegen"), validators=[Length(max=2000, message=SHORTER)]
    )
    cost = whole(_("Kost in euro"), 0, MOST_EURO)

    def facts(self) -> OptionFacts:
        return OptionFacts(
            title=str(self.title.data),
            code=one_line(self.code.data)[:40],
            picture=self.picture.data or "",
            arguments_for=lines_of(self.arguments_for.data),
            arguments_against=lines_of(self.arguments_against.data),
            cost=self.cost.data,
        )


def lines_of(text: str | None) -> tuple[str, ...]:
    tidied = (one_line(part) for part in (text or "").splitlines())
    return tuple(part for part in tidied if part)[:12]


class MotionForm(FlaskForm):
    """What is asked, what can be chosen, how it is decided."""

    title = line(_("De vraag of het voorstel"), 200, needed=_("Schrijf wat u vraagt."))
    text = TextAreaField(
        _("Toelichting"),
        filters=[lambda text: tidy(text or "").strip()],
        validators=[Length(max=2000, message=SHORTER)],
    )
    kind = OneOf(_("Wie ziet wat iemand stemt?"), choices=choices(words.KINDS))
    method = OneOf(_("Wat kiest een lid?"), choices=choices(words.METHODS))
    options = FieldList(FormField(OptionForm), min_entries=2, max_entries=MOST_OPTIONS)
    deciding = FormField(RulesForm)

    def show(self, usual: Usual) -> None:
        """Start from what the meeting usually does."""
        self.kind.data, self.method.data = str(usual.kind), str(usual.method)
        self.deciding.form.show(usual.rules)

    def validate(self, extra_validators: Any = None) -> bool:
        sound = super().validate(extra_validators)
        written = [entry for entry in self.options if one_line(entry.form.title.data)]
        if self.needs_options() and len(written) < 2:  # noqa: PLR2004 — a choice is between two
            last = self.options[max(0, min(1, len(self.options) - 1))].form.title
            last.errors = [*last.errors, gettext("Schrijf minstens twee opties.")]
            return False
        return sound

    def needs_options(self) -> bool:
        return self.method.data not in {Method.YES_NO, Method.CONSENT}

    def facts(self, *, advisory: bool) -> MotionFacts:
        options = [entry.form for entry in self.options if one_line(entry.form.title.data)]
        rules = self.deciding.form.rules(advisory=advisory)
        return MotionFacts(
            title=str(self.title.data),
            text=self.text.data or "",
            kind=Kind(self.kind.data),
            method=Method(self.method.data),
            rules=replace(rules, devices=rules.devices and self.kind.data == Kind.POLL),
            options=coded([form.facts() for form in options]) if self.needs_options() else (),
        )


def coded(options: list[OptionFacts]) -> list[OptionFacts]:
    """Give new options a letter that no other has: scores and evidence stay where they were."""
    taken = {option.code for option in options}
    free = (letter for letter in ascii_lowercase if letter not in taken)
    return [option if option.code else replace(option, code=next(free)) for option in options]
