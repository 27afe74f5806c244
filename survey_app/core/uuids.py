"""A fresh name for a form, so that sending it twice counts once."""

import secrets
import uuid as uuids


def new_uuid() -> str:
    return str(uuids.UUID(bytes=secrets.token_bytes(16), version=4))
