"""How Flask-Security is set up: what it offers, under which addresses, how careful it is."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from survey_app.accounts.words import MESSAGES, SUBJECTS
from survey_app.core.clock import utc_now

TRANSLATIONS = Path(__file__).parents[1] / "translations"
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 128
ARGON2 = {"argon2__type": "id", "argon2__memory_cost": 19456, "argon2__time_cost": 2}
RECOVERY_CODES = 8


def derived(key: str, purpose: str) -> bytes:
    """A key of its own for every purpose, from the program's one key."""
    return hmac.new(key.encode(), f"accounts\0{purpose}".encode(), hashlib.sha256).digest()


def all_keys(config: Mapping[str, Any]) -> list[str]:
    """The key of today first, then the earlier ones that are still honoured."""
    return [config["SECRET_KEY"], *config["SECRET_KEY_FALLBACKS"]]


def security_settings(config: Mapping[str, Any]) -> dict[str, Any]:
    """Every setting of Flask-Security that differs from its own choice."""
    return {
        **addresses(),
        **features(config),
        **passwords(),
        **second_step(config),
        **{f"MSG_{name}": message for name, message in MESSAGES.items()},
        **{f"EMAIL_SUBJECT_{name}": subject for name, subject in SUBJECTS.items()},
    }


def addresses() -> dict[str, Any]:
    return {
        "URL_PREFIX": "/account",
        "STATIC_FOLDER": None,
        "POST_LOGIN_VIEW": "/desk/",
        "POST_LOGOUT_VIEW": "/account/login",
        "POST_RESET_VIEW": "/account/login",
        "POST_CHANGE_VIEW": "/account/",
        "POST_VERIFY_VIEW": "/account/",
        "TWO_FACTOR_POST_SETUP_VIEW": "/account/protected",
        "WAN_POST_REGISTER_VIEW": "/account/wan-register",
        "RESET_URL": "/reset",
    }


def features(config: Mapping[str, Any]) -> dict[str, Any]:
    mail = bool(config["MAIL_URL"])
    return {
        "CHANGEABLE": True,
        "RECOVERABLE": True,
        "TRACKABLE": False,
        "RETURN_GENERIC_RESPONSES": True,
        "API_ENABLED_METHODS": ["session"],
        "SEND_PASSWORD_CHANGE_EMAIL": mail,
        "SEND_PASSWORD_RESET_EMAIL": mail,
        "SEND_PASSWORD_RESET_NOTICE_EMAIL": mail,
        "EMAIL_HTML": False,
        "EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
        "DATETIME_FACTORY": utc_now,
        "FRESHNESS": timedelta(hours=1),
        "FRESHNESS_GRACE_PERIOD": timedelta(minutes=10),
        "I18N_DOMAIN": "messages",
        "I18N_DIRNAME": [str(TRANSLATIONS)],
        "WEBAUTHN": config["PROFILE"] == "public",
        "WAN_RP_NAME": "Dorpsstem",
        "WAN_ALLOW_USER_HINTS": False,
    }


def passwords() -> dict[str, Any]:
    """The salt is unused: argon2 salts each password itself, so a new key locks nobody out."""
    return {
        "PASSWORD_HASH": "argon2",
        "PASSWORD_SCHEMES": ["argon2", "plaintext"],
        "PASSWORD_SINGLE_HASH": {"argon2", "plaintext"},
        "PASSWORD_SALT": "unused",
        "PASSWORD_HASH_PASSLIB_OPTIONS": {**ARGON2, "argon2__parallelism": 1},
        "PASSWORD_LENGTH_MIN": SHORTEST_PASSWORD,
        "PASSWORD_NORMALIZE_FORM": "NFKC",
        "RESET_PASSWORD_WITHIN": timedelta(days=1),
    }


def second_step(config: Mapping[str, Any]) -> dict[str, Any]:
    """Secrets rest encrypted; an earlier key still opens what it closed."""
    keys = all_keys(config)
    fernet = [base64.urlsafe_b64encode(derived(key, "recovery codes")) for key in keys]
    return {
        "TWO_FACTOR": True,
        "TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "TWO_FACTOR_RESCUE_EMAIL": False,
        "TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
        "TOTP_SECRETS": {key_tag(key): derived(key, "totp").hex() for key in keys},
        "TOTP_ISSUER": "Dorpsstem",
        "MULTI_FACTOR_RECOVERY_CODES": True,
        "MULTI_FACTOR_RECOVERY_CODES_N": RECOVERY_CODES,
        "MULTI_FACTOR_RECOVERY_CODES_KEYS": fernet,
    }


def key_tag(key: str) -> str:
    """A name for a key that says nothing about it: it stands beside what the key closed."""
    return "k" + derived(key, "tag").hex()[:8]
