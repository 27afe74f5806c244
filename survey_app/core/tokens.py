"""Codes people read aloud, tickets a form carries, receipts that let an answer be deleted."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Upper case without 0 O 1 I L: nothing that is misread from a poster."""

CODE_LENGTH = 6
RECEIPT_LENGTH = 12
RECEIPT_GROUP = 4


def new_code(length: int = CODE_LENGTH) -> str:
    """Draw a code of ``length`` letters; 6 letters are 887 million codes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def clean_code(text: str) -> str:
    """Bring a typed or scanned code into its printed form: upper case, no spaces or hyphens."""
    return "".join(letter for letter in text.upper() if letter in ALPHABET)


def new_token() -> str:
    """Draw 128 bits in base32, one case, for links that must not be guessed."""
    return "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz234567") for _ in range(26))


def digest(text: str) -> str:
    """The form in which a secret is kept: keyed, so that a stolen table is mute."""
    return keyed("digest", text).hex()


def keyed(purpose: str, text: str) -> bytes:
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"{purpose}\0{text}".encode(), hashlib.sha256).digest()


def receipt_for(uuid: str) -> str:
    """The receipt of a response: 12 letters that follow from its uuid and the program's key."""
    number = int.from_bytes(keyed("receipt", uuid), "big")
    letters = []
    for _ in range(RECEIPT_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def grouped(receipt: str) -> str:
    """``ABCDEFGHJKMN`` as people read it: ``ABCD EFGH JKMN``."""
    return " ".join(
        receipt[start : start + RECEIPT_GROUP] for start in range(0, len(receipt), RECEIPT_GROUP)
    )


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a form says about itself: which collector and version it shows, drawn on which day.

    It never expires: answers typed today may be sent next week.
    """

    collector: str
    version: int
    day: date

    def signed(self) -> str:
        body = [self.collector, self.version, self.day.isoformat()]
        return serializers()[0].dumps(body)


def read_ticket(text: str) -> Ticket | None:
    """Return the ticket, or None when it is forged, damaged or signed with a forgotten key."""
    for serializer in serializers():
        try:
            collector, version, day = serializer.loads(text)
            return Ticket(str(collector), int(version), date.fromisoformat(day))
        except (BadSignature, ValueError, TypeError):
            continue
    return None


def serializers() -> list[URLSafeSerializer]:
    """The current key first, then the earlier ones that are still honoured."""
    keys = [current_app.config["SECRET_KEY"], *current_app.config["SECRET_KEY_FALLBACKS"]]
    return [URLSafeSerializer(key, salt="ticket") for key in keys]
