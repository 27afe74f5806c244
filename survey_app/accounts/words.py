"""What Flask-Security says, in this program's own plain words.

The sentences stand in the program's own catalog; ``N_`` marks them for translation and
Flask-Security itself looks them up when it shows them.
"""


def N_(text: str) -> str:  # noqa: N802 — the name that gettext tools look for
    return text


GOOD, BAD, TOLD = "success", "error", "info"

MESSAGES: dict[str, tuple[str, str]] = {
    "API_ERROR": (N_("Dit konden we niet lezen. Probeer het opnieuw."), BAD),
    "GENERIC_AUTHN_FAILED": (
        N_("Het e-mailadres of het wachtwoord klopt niet. Kijk beide na."),
        BAD,
    ),
    "GENERIC_RECOVERY": (
        N_("Kennen we dit adres, dan krijgt u een mail met een link."),
        TOLD,
    ),
    "UNAUTHORIZED": (N_("Dit mag u niet doen."), BAD),
    "UNAUTHENTICATED": (N_("Meld u eerst aan."), TOLD),
    "REAUTHENTICATION_REQUIRED": (N_("Geef nog eens uw wachtwoord."), TOLD),
    "REAUTHENTICATION_SUCCESSFUL": (N_("Dank u. U kunt verder."), GOOD),
    "LOGIN": (N_("Meld u eerst aan."), TOLD),
    "REFRESH": (N_("Geef nog eens uw wachtwoord."), TOLD),
    "ANONYMOUS_USER_REQUIRED": (N_("U bent al aangemeld."), TOLD),
    "INVALID_REDIRECT": (N_("Die link leidt ergens anders heen. We volgen hem niet."), BAD),
    "EMAIL_NOT_PROVIDED": (N_("Vul uw e-mailadres in."), BAD),
    "INVALID_EMAIL_ADDRESS": (N_("Dit is geen e-mailadres. Kijk het na."), BAD),
    "USER_DOES_NOT_EXIST": (N_("Dit e-mailadres kennen we niet."), BAD),
    "DISABLED_ACCOUNT": (N_("Dit account is gesloten. Vraag het aan een eigenaar."), BAD),
    "PASSWORD_NOT_PROVIDED": (N_("Vul uw wachtwoord in."), BAD),
    "INVALID_PASSWORD": (N_("Dit wachtwoord klopt niet."), BAD),
    "PASSWORD_MISMATCH": (N_("Dit wachtwoord klopt niet."), BAD),
    "RETYPE_PASSWORD_MISMATCH": (N_("De twee wachtwoorden zijn niet gelijk."), BAD),
    "PASSWORD_INVALID_LENGTH": (N_("Neem minstens %(length)s tekens."), BAD),
    "PASSWORD_IS_THE_SAME": (N_("Dit is uw oude wachtwoord. Kies een ander."), BAD),
    "PASSWORD_TOO_SIMPLE": (N_("Dit wachtwoord is te makkelijk te raden."), BAD),
    "FORGOT_PASSWORD": (N_("Wachtwoord vergeten?"), TOLD),
    "PASSWORD_RESET_REQUEST": (
        N_("Kennen we %(email)s, dan vindt u daar een mail met een link."),
        TOLD,
    ),
    "PASSWORD_RESET_EXPIRED": (N_("Deze link is te oud. Vraag een nieuwe."), BAD),
    "INVALID_RESET_PASSWORD_TOKEN": (
        N_("Deze link werkt niet of is al gebruikt. Vraag een nieuwe."),
        BAD,
    ),
    "PASSWORD_RESET_NO_LOGIN": (N_("Uw wachtwoord is nieuw. Meld u ermee aan."), GOOD),
    "PASSWORD_CHANGE": (
        N_("Uw wachtwoord is nieuw. Andere toestellen zijn afgemeld."),
        GOOD,
    ),
    "INVALID_INPUT": (N_("Dit kunnen we niet lezen. Kijk het na."), BAD),
    "INVALID_INPUT_LENGTH": (N_("Neem hoogstens %(length)s tekens."), BAD),
    "INVALID_CODE": (N_("Deze code klopt niet."), BAD),
    "INVALID_RECOVERY_CODE": (N_("Deze herstelcode klopt niet of is al gebruikt."), BAD),
    "NO_RECOVERY_CODES_SETUP": (N_("U hebt nog geen herstelcodes."), TOLD),
    "TWO_FACTOR_INVALID_TOKEN": (
        N_("Deze code klopt niet. Neem de code die nu op uw toestel staat."),
        BAD,
    ),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": (N_("De code klopt. U bent aangemeld."), GOOD),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": (N_("De tweede stap staat aan."), GOOD),
    "TWO_FACTOR_PERMISSION_DENIED": (N_("Begin opnieuw: meld u eerst aan."), TOLD),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": (N_("Kies een van de mogelijkheden."), BAD),
    "TWO_FACTOR_DISABLED": (N_("De tweede stap staat uit."), GOOD),
    "TWO_FACTOR_SETUP_EXPIRED": (N_("Dit duurde te lang. Begin opnieuw."), BAD),
    "WEBAUTHN_EXPIRED": (N_("Dit duurde te lang. Begin opnieuw."), BAD),
    "WEBAUTHN_NAME_REQUIRED": (N_("Geef de toegangssleutel een naam."), BAD),
    "WEBAUTHN_NAME_INUSE": (N_("U hebt al een toegangssleutel met die naam."), BAD),
    "WEBAUTHN_NAME_NOT_FOUND": (N_("Zo'n toegangssleutel hebt u niet."), BAD),
    "WEBAUTHN_NAME_DISALLOWED_CHARACTERS": (
        N_("Neem in de naam alleen letters, cijfers en streepjes."),
        BAD,
    ),
    "WEBAUTHN_CREDENTIAL_DELETED": (N_("De toegangssleutel is verwijderd."), GOOD),
    "WEBAUTHN_REGISTER_SUCCESSFUL": (N_("De toegangssleutel is bewaard."), GOOD),
    "WEBAUTHN_CREDENTIAL_ID_INUSE": (N_("Deze toegangssleutel is al bewaard."), BAD),
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": (N_("Deze toegangssleutel kennen we niet."), BAD),
    "WEBAUTHN_ORPHAN_CREDENTIAL_ID": (N_("Deze toegangssleutel kennen we niet."), BAD),
    "WEBAUTHN_NO_VERIFY": (N_("De toegangssleutel werkte niet. Probeer opnieuw."), BAD),
    "WEBAUTHN_CREDENTIAL_WRONG_USAGE": (
        N_("Deze toegangssleutel dient alleen als tweede stap."),
        BAD,
    ),
    "WEBAUTHN_MISMATCH_USER_HANDLE": (N_("Deze toegangssleutel kennen we niet."), BAD),
}

SUBJECTS = {
    "PASSWORD_RESET": N_("Een nieuw wachtwoord voor Dorpsstem"),
    "PASSWORD_NOTICE": N_("Uw wachtwoord voor Dorpsstem is nieuw"),
    "PASSWORD_CHANGE_NOTICE": N_("Uw wachtwoord voor Dorpsstem is nieuw"),
}
