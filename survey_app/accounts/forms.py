"""What people type on the account pages, with this program's own labels and limits."""

from typing import Any, ClassVar

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_security import (
    ChangePasswordForm,
    ForgotPasswordForm,
    LoginForm,
    MfRecoveryCodesForm,
    MfRecoveryForm,
    ResetPasswordForm,
    TwoFactorRescueForm,
    TwoFactorSelectForm,
    TwoFactorSetupForm,
    TwoFactorVerifyCodeForm,
    VerifyForm,
    WebAuthnDeleteForm,
    WebAuthnRegisterForm,
    hash_password,
)
from flask_wtf import FlaskForm
from wtforms import PasswordField, SelectField, StringField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # newer than its stubs
    SelectChoice,
)
from wtforms.validators import AnyOf, DataRequired, EqualTo, Length, ValidationError

from question_banks.tidy import tidy
from survey_app.accounts.settings import LONGEST_PASSWORD
from survey_app.accounts.words import N_
from survey_app.core.i18n import INTERFACE, own_name

LONGEST_NAME = 120
LABELS = {
    "email": N_("E-mailadres"),
    "password": N_("Wachtwoord"),
    "password_confirm": N_("Nog eens het nieuwe wachtwoord"),
    "new_password": N_("Nieuw wachtwoord"),
    "new_password_confirm": N_("Nog eens het nieuwe wachtwoord"),
    "code": N_("Code"),
    "name": N_("Naam"),
    "which": N_("Hoe wilt u de tweede stap doen?"),
}


class Worded:
    """Puts our words on Flask-Security's fields and a limit on every password."""

    labels: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for field in self:  # type: ignore[attr-defined]  # a WTForms form can be walked
            text = self.labels.get(field.name) or LABELS.get(field.name)
            if text:
                field.label.text = _(text)

    def validate(self, extra_validators: Any = None, **named: Any) -> bool:
        """Refuse an endless password before anything is normalised or hashed."""
        for field in self:  # type: ignore[attr-defined]  # a WTForms form can be walked
            if isinstance(field, PasswordField) and len(field.data or "") > LONGEST_PASSWORD:
                field.errors = [_("Neem hoogstens %(most)s tekens.", most=LONGEST_PASSWORD)]
                return False
        more = (
            named if extra_validators is None else {"extra_validators": extra_validators, **named}
        )
        passed: bool = super().validate(**more)  # type: ignore[misc]  # of the form beside this class
        return passed


class SignInForm(Worded, LoginForm):
    remember = None  # type: ignore[assignment]  # leaves the field out of the form


class ForgotForm(Worded, ForgotPasswordForm):
    pass


class ResetForm(Worded, ResetPasswordForm):
    labels: ClassVar[dict[str, str]] = {"password": N_("Nieuw wachtwoord")}


class ChangeForm(Worded, ChangePasswordForm):
    labels: ClassVar[dict[str, str]] = {"password": N_("Wachtwoord van nu")}


class AgainForm(Worded, VerifyForm):
    pass


class SecondStepSetupForm(Worded, TwoFactorSetupForm):
    setup = StringField()  # type: ignore[assignment]  # one choice, given by the button


class SecondStepCodeForm(Worded, TwoFactorVerifyCodeForm):
    labels: ClassVar[dict[str, str]] = {"code": N_("Zes cijfers")}


class SecondStepSelectForm(Worded, TwoFactorSelectForm):
    which = StringField()  # type: ignore[assignment]  # the page draws the choices


class RescueForm(TwoFactorRescueForm):
    """Flask-Security builds it beside the code; no page shows it."""

    help_setup = StringField()  # type: ignore[assignment]  # never shown

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.help_setup.choices = []  # type: ignore[attr-defined]  # Flask-Security fills it


class RecoveryForm(Worded, MfRecoveryForm):
    labels: ClassVar[dict[str, str]] = {"code": N_("Herstelcode")}


class RecoveryCodesForm(Worded, MfRecoveryCodesForm):
    pass


class PasskeyForm(Worded, WebAuthnRegisterForm):
    labels: ClassVar[dict[str, str]] = {"name": N_("Naam van dit toestel")}
    usage = StringField(  # type: ignore[assignment]  # the page says "first"
        validators=[AnyOf(("first", "secondary"))], default="first"
    )


class PasskeyDeleteForm(Worded, WebAuthnDeleteForm):
    pass


OWN_FORMS = {
    "login_form": SignInForm,
    "forgot_password_form": ForgotForm,
    "reset_password_form": ResetForm,
    "change_password_form": ChangeForm,
    "verify_form": AgainForm,
    "two_factor_setup_form": SecondStepSetupForm,
    "two_factor_verify_code_form": SecondStepCodeForm,
    "two_factor_rescue_form": RescueForm,
    "two_factor_select_form": SecondStepSelectForm,
    "mf_recovery_form": RecoveryForm,
    "mf_recovery_codes_form": RecoveryCodesForm,
    "wan_register_form": PasskeyForm,
    "wan_delete_form": PasskeyDeleteForm,
}


def security_of_app() -> Any:
    return current_app.extensions["security"]


def one_line(text: str | None) -> str:
    """A name as it is kept: no line breaks, nothing invisible, single spaces."""
    return " ".join(tidy(text or "").split())


class ProfileForm(FlaskForm):
    """Who I am on these pages, and in which language."""

    name = StringField(
        lazy_gettext("Naam"),
        filters=[one_line],
        validators=[DataRequired(lazy_gettext("Vul uw naam in.")), Length(max=LONGEST_NAME)],
        render_kw={"autocomplete": "name"},
    )
    language = SelectField(lazy_gettext("Taal van deze pagina's"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.language.choices = [SelectChoice(tag, own_name(tag)) for tag in INTERFACE]


class NewAccountForm(FlaskForm):
    """A name, an address and a password: for the first owner and for whoever is invited."""

    def validate_email(self, field: StringField) -> None:
        try:
            field.data = security_of_app().mail_util.normalize(field.data).lower()
        except ValueError as error:
            raise ValidationError(_("Dit is geen e-mailadres. Kijk het na.")) from error

    def validate_password(self, field: PasswordField) -> None:
        problems, field.data = security_of_app().password_util.validate(
            field.data,
            is_register=True,
            email=self.email.data or "",
            name=self.name.data or "",
        )
        if problems:
            raise ValidationError(problems[0])

    def password_hash(self) -> str:
        """Hash what was typed, before anything is written: the writer must not wait for it."""
        return hash_password(self.password.data or "")

    def facts(self) -> dict[str, str]:
        """The name and the address, clean."""
        return {"name": self.name.data or "", "email": self.email.data or ""}

    name = StringField(
        lazy_gettext("Uw naam"),
        filters=[one_line],
        validators=[DataRequired(lazy_gettext("Vul uw naam in.")), Length(max=LONGEST_NAME)],
        render_kw={"autocomplete": "name"},
    )
    email = StringField(
        lazy_gettext("Uw e-mailadres"),
        validators=[DataRequired(lazy_gettext("Vul uw e-mailadres in.")), Length(max=255)],
        render_kw={"autocomplete": "email", "type": "email", "inputmode": "email"},
    )
    password = PasswordField(
        lazy_gettext("Kies een wachtwoord"),
        validators=[
            DataRequired(lazy_gettext("Kies een wachtwoord.")),
            Length(max=LONGEST_PASSWORD, message=lazy_gettext("Neem hoogstens 128 tekens.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
    password_confirm = PasswordField(
        lazy_gettext("Nog eens het wachtwoord"),
        validators=[
            EqualTo("password", lazy_gettext("De twee wachtwoorden zijn niet gelijk.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
