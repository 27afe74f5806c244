"""What a coach types on a canvas: a note with its money, a title, the name of a version."""

from uuid import uuid4

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # newer than its stubs
    SelectChoice,
)
from wtforms.validators import DataRequired, Length, NumberRange, Optional, Regexp, ValidationError

from question_banks.tidy import tidy
from survey_app.canvases.money import cents_of
from survey_app.canvases.rules import LONGEST_NOTE, Flow, Source, flow_in, flows_in
from survey_app.canvases.service import NoteFacts
from survey_app.canvases.words import BLOCKS, FLOWS, SOURCES
from workshop_templates.activities import Block

TOO_LONG = _("Maak dit korter.")
UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def one_line(text: str | None) -> str:
    return " ".join(tidy(text or "").split())


class NoteForm(FlaskForm):
    """One note. ``key`` was drawn with the page, so that sending twice makes one note."""

    key = HiddenField(validators=[Regexp(UUID)])
    block = SelectField(_("Blok"), choices=[SelectChoice(*pair) for pair in BLOCKS.items()])
    text = TextAreaField(
        _("Wat staat er op het kaartje?"),
        filters=[one_line],
        validators=[
            DataRequired(_("Schrijf iets op het kaartje.")),
            Length(max=LONGEST_NOTE, message=TOO_LONG),
        ],
        render_kw={"rows": 3, "maxlength": LONGEST_NOTE},
    )
    amount = StringField(
        _("Bedrag in euro"), filters=[one_line], render_kw={"inputmode": "decimal", "maxlength": 20}
    )
    flow = SelectField(
        _("Wat is dat bedrag?"), choices=[SelectChoice(*pair) for pair in FLOWS.items()]
    )
    source = SelectField(
        _("Waar komt het vandaan?"),
        choices=[SelectChoice(*pair) for pair in SOURCES.items()],
        default=Source.DESK,
    )
    dots = IntegerField(
        _("Stippen"),
        default=0,
        validators=[Optional(), NumberRange(0, 9999, message=_("Vul een getal in."))],
        render_kw={"inputmode": "numeric", "type": "text"},
    )

    def validate_amount(self, field: StringField) -> None:
        if field.data and cents_of(field.data) is None:
            raise ValidationError(_("Typ een bedrag, bijvoorbeeld 1.250 of 12,50."))

    def facts(self) -> NoteFacts:
        block = Block(self.block.data)
        cents = cents_of(self.amount.data or "")
        return NoteFacts(
            block=block,
            text=str(self.text.data),
            source=Source(self.source.data),
            cents=cents,
            flow=None if cents is None else flow_in(block, Flow(self.flow.data)),
            dots=self.dots.data or 0,
        )


def fresh_note(block: Block) -> NoteForm:
    """An empty note for one block, with a key of its own."""
    return NoteForm(formdata=None, key=str(uuid4()), block=block, flow=flows_in(block)[-1])


class WordsForm(FlaskForm):
    """The name of the plan and its promise."""

    title = StringField(
        _("Titel"),
        filters=[one_line],
        validators=[
            DataRequired(_("Geef het canvas een titel.")),
            Length(max=120, message=TOO_LONG),
        ],
        render_kw={"maxlength": 120},
    )
    promise = TextAreaField(
        _("Waardebelofte"),
        filters=[one_line],
        validators=[Length(max=300, message=TOO_LONG)],
        render_kw={"rows": 3, "maxlength": 300},
    )


class VersionForm(FlaskForm):
    """What a version is called."""

    name = StringField(
        _("Naam van deze versie"),
        filters=[one_line],
        validators=[
            DataRequired(_("Geef de versie een naam.")),
            Length(max=80, message=TOO_LONG),
        ],
        render_kw={"maxlength": 80},
    )
