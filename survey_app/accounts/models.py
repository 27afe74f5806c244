"""Tables of the staff's accounts, as Flask-Security wants them; residents never have one."""

from flask_security import AsaList
from flask_security.models import sqla
from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base

sqla.FsModels.set_db_info(base_model=Base)  # type: ignore[no-untyped-call]  # untyped there
AsaList.cache_ok = True  # it has no state, so its statements may be cached


class Role(Base, sqla.FsRoleMixin):
    """Flask-Security's own roles; what somebody may do lies in ``workspaces.membership``."""

    __tablename__ = "role"


class User(Base, sqla.FsUserMixin):
    """Somebody of the staff."""

    __tablename__ = "user"

    name: Mapped[str] = mapped_column(String(120), default="")
    language: Mapped[str] = mapped_column(String(2), default="nl")
    totp_counter: Mapped[int | None]


class WebAuthn(Base, sqla.FsWebAuthnMixin):
    """A passkey."""

    __tablename__ = "webauthn"
