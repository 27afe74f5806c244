"""The second step of signing in: six digits from an app on one's own phone, each used once."""

from typing import Any

from flask import current_app
from flask_security import Totp
from passlib.totp import TOTP, AppWallet, TotpMatch


class SecondStep(Totp):
    """Closes new secrets with the key of today and refuses a code that was used before."""

    def __init__(self, secrets: dict[str, str], issuer: str) -> None:
        first = next(iter(secrets))
        self._totp = TOTP.using(issuer=issuer, wallet=AppWallet(secrets, default_tag=first))

    def get_last_counter(self, user: Any) -> int | None:
        counter: int | None = user.totp_counter
        return counter

    def set_last_counter(self, user: Any, tmatch: TotpMatch) -> None:
        user.totp_counter = tmatch.counter
        current_app.extensions["security"].datastore.put(user)

    def fetch_setup_values(self, totp: str, user: Any) -> dict[str, str]:
        """The key in words; the picture comes from a route of its own."""
        return {
            "key": self.get_totp_pretty_key(totp),
            "b32key": self.get_totp_b32_key(totp),
            "username": user.calc_username(),
            "issuer": "Dorpsstem",
            "uri": self.get_totp_uri(user.calc_username(), totp),
            "image": "",
        }
