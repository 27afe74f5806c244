"""What people type about organisations and invitations."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # newer than its stubs
    SelectChoice,
)
from wtforms.validators import DataRequired, Length, ValidationError

from survey_app.accounts.forms import NewAccountForm, one_line
from survey_app.core.permissions import Role

LONGEST_NAME = 120


def name_field(label: Any) -> StringField:
    return StringField(
        label,
        filters=[one_line],
        validators=[
            DataRequired(_("Vul een naam in.")),
            Length(max=LONGEST_NAME, message=_("Maak de naam korter.")),
        ],
        render_kw={"maxlength": LONGEST_NAME},
    )


def role_choices() -> list[SelectChoice]:
    """The roles with what each may do, most careful first."""
    return [
        SelectChoice(Role.VIEWER, _("Lezer: kijkt mee")),
        SelectChoice(Role.FACILITATOR, _("Begeleider: leidt een workshop of een infostand")),
        SelectChoice(Role.COACH, _("Coach: maakt trajecten en bevragingen")),
        SelectChoice(Role.OWNER, _("Eigenaar: beheert ook de mensen")),
    ]


class WorkspaceForm(FlaskForm):
    name = name_field(_("Naam van de organisatie"))


class InvitationForm(FlaskForm):
    label = name_field(_("Voor wie"))
    role = SelectField(_("Wat deze persoon mag"), choices=role_choices, default=Role.COACH)


class RoleForm(FlaskForm):
    role = SelectField(_("Wat deze persoon mag"), choices=role_choices)


class FirstOwnerForm(NewAccountForm):
    workspace = name_field(_("Naam van uw organisatie"))


class AgreeForm(FlaskForm):
    """Nothing but a button."""


class CloseForm(FlaskForm):
    """One's own address, typed, before something is lost for good."""

    typed = StringField(_("Typ uw e-mailadres"), render_kw={"autocomplete": "off"})

    def __init__(self, *args: Any, address: str, **named: Any) -> None:
        super().__init__(*args, **named)
        self.address = address

    def validate_typed(self, field: StringField) -> None:
        if (field.data or "").strip().lower() != self.address.lower():
            raise ValidationError(_("Dit is niet uw e-mailadres. Er is niets verwijderd."))
