"""Passkeys: one's own finger, face or PIN instead of a password, on https only."""

from typing import Any

from flask_security import WebauthnUtil
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)


class Passkeys(WebauthnUtil):
    """Any device may hold one, its own lock included; it always asks who is there.

    So a passkey is two steps at once: something one has, and something one is or knows.
    """

    def authenticator_selection(self, user: Any, usage: str) -> AuthenticatorSelectionCriteria:  # noqa: ARG002 — Flask-Security's signature
        return AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        )

    def user_verification(self, user: Any, usage: list[str]) -> UserVerificationRequirement:  # noqa: ARG002 — Flask-Security's signature
        return UserVerificationRequirement.REQUIRED
