"""Seal ballots so that only both key cards together open them: pure cryptography, no database.

A fresh key pair locks each sealed vote. Its private half is itself locked with a secret that exists
only as two printed key cards; one card alone says nothing. Every envelope of a vote has the same
length, so its size tells nothing either.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Sequence
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from survey_app.ballots.errors import WrongKeyError
from survey_app.core.tokens import ALPHABET, clean_code

SHARE_BYTES = 16
SHARE_LETTERS = 26
CARD_LETTERS = SHARE_LETTERS + 2
GROUP = 4
CHECK_POINTS = (1, 3)  # 3 generates every nonzero number modulo 31
KEY_BYTES = 32
NONCE_BYTES = 12
BLOCK = 128
BASE = len(ALPHABET)


class Content(NamedTuple):
    """What an envelope holds: the choice, and the receipt its voter was given."""

    choice: str
    receipt: str


class KeyCards(NamedTuple):
    """What is printed on the two key cards, each twice; shown once and kept nowhere."""

    chair: str
    secretary: str


class Box(NamedTuple):
    """A new lock: what the program keeps, and the cards that open it."""

    public_key: bytes
    locked_key: bytes
    cards: KeyCards


def new_box(motion: str) -> Box:
    """Draw a lock for the sealed vote with this public id."""
    private = X25519PrivateKey.generate()
    chair, secretary = secrets.token_bytes(SHARE_BYTES), secrets.token_bytes(SHARE_BYTES)
    raw = private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    return Box(
        public_key=private.public_key().public_bytes_raw(),
        locked_key=encrypt(both(chair, secretary, motion), raw, motion),
        cards=KeyCards(written(chair), written(secretary)),
    )


def both(chair: bytes, secretary: bytes, motion: str) -> bytes:
    """The secret of two shares, in either order."""
    mixed = bytes(a ^ b for a, b in zip(chair, secretary, strict=True))
    return derived(mixed, f"key cards of {motion}")


def unlock(locked_key: bytes, cards: Sequence[str], motion: str) -> X25519PrivateKey:
    """Open the private key with the two cards, typed or scanned, in either order."""
    if len(cards) != len(KeyCards._fields):
        raise WrongKeyError("two key cards open a ballot box")
    first, second = (read(card, number) for number, card in enumerate(cards, start=1))
    try:
        raw = decrypt(both(first, second, motion), locked_key, motion)
    except InvalidTag as error:
        raise WrongKeyError("these two cards do not belong to this vote") from error
    return X25519PrivateKey.from_private_bytes(raw)


def written(share: bytes) -> str:
    """A share as letters without 0 O 1 I L, and two more that catch a slip of the pen."""
    number, letters = int.from_bytes(share, "big"), ""
    for _ in range(SHARE_LETTERS):
        number, place = divmod(number, BASE)
        letters += ALPHABET[place]
    return letters + check(letters)


def check(letters: str) -> str:
    """Two letters that show any one or two wrong letters, two swapped ones included.

    The letters are the coefficients of a polynomial over the integers modulo 31, a prime; these are
    its values at two points, as in a Reed-Solomon code.
    """
    values = [ALPHABET.index(letter) for letter in letters]
    return "".join(
        ALPHABET[sum(value * point**place for place, value in enumerate(values, 1)) % BASE]
        for point in CHECK_POINTS
    )


def read(card: str, number: int = 0) -> bytes:
    """The share of a card; for one that was typed wrong WrongKeyError says where to look."""
    text = clean_code(card)
    letters, control = text[:SHARE_LETTERS], text[SHARE_LETTERS:]
    if len(text) != CARD_LETTERS:
        raise WrongKeyError("letters are missing or too many", card=number, letters=len(text))
    if control != check(letters):
        group = -(-wrong_place(letters, control) // GROUP)
        raise WrongKeyError("a letter is wrong", card=number, letters=CARD_LETTERS, group=group)
    share = 0
    for letter in reversed(letters):
        share = share * BASE + ALPHABET.index(letter)
    if share.bit_length() > SHARE_BYTES * 8:
        raise WrongKeyError("no key card holds these letters", card=number, letters=CARD_LETTERS)
    return share.to_bytes(SHARE_BYTES, "big")


def wrong_place(letters: str, control: str) -> int:
    """The place of the letter that is wrong when only one is, counted from 1; else 0.

    One wrong letter makes the two checks differ by ``e`` and by ``e * 3 ** place``.
    """
    pairs = zip(control, check(letters), strict=True)
    first, second = ((ALPHABET.index(is_) - ALPHABET.index(must)) % BASE for is_, must in pairs)
    if not first or not second:
        return CARD_LETTERS if second else CARD_LETTERS - 1
    places = range(1, SHARE_LETTERS + 1)
    return next((n for n in places if first * CHECK_POINTS[1] ** n % BASE == second), 0)


def room_for(options: Sequence[str]) -> int:
    """How long every envelope's content is: room for all options in one ballot, rounded up."""
    longest = len(json.dumps([">".join(options), "x" * 12]))
    return -(-longest // BLOCK) * BLOCK


def seal(public_key: bytes, content: Content, *, motion: str, room: int) -> bytes:
    """Put a ballot in an envelope that only the key opens."""
    text = json.dumps([content.choice, content.receipt]).encode()
    if len(text) > room:
        raise ValueError("a ballot longer than its room would be known by its length")
    passing = X25519PrivateKey.generate()
    shared = passing.exchange(X25519PublicKey.from_public_bytes(public_key))
    own = passing.public_key().public_bytes_raw()
    return own + encrypt(derived(shared + own, motion), text.ljust(room), motion)


def unseal(private: X25519PrivateKey, envelope: bytes, *, motion: str) -> Content:
    own, sealed = envelope[:KEY_BYTES], envelope[KEY_BYTES:]
    shared = private.exchange(X25519PublicKey.from_public_bytes(own))
    choice, receipt = json.loads(decrypt(derived(shared + own, motion), sealed, motion))
    return Content(choice, receipt)


def derived(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(secret)


def encrypt(key: bytes, text: bytes, motion: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, text, motion.encode())


def decrypt(key: bytes, sealed: bytes, motion: str) -> bytes:
    nonce, text = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    return ChaCha20Poly1305(key).decrypt(nonce, text, motion.encode())


def fingerprint(public_key: bytes) -> str:
    """The hash of a lock, shown before the vote opens and in its record."""
    return hashlib.sha256(public_key).hexdigest()
