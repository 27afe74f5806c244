"""The link with which somebody picks a password, handed over by an owner or at the server."""

from flask import url_for
from flask_security.recoverable import generate_reset_password_token

from survey_app.accounts.models import User
from survey_app.accounts.queries import user_by_id
from survey_app.core.errors import NotAllowedError
from survey_app.core.hosts import public_url
from survey_app.core.permissions import Role
from survey_app.workspaces import queries, rules


def is_allowed(*, owner: int, user_id: int) -> bool:
    """Whether every organisation of that person is this owner's own."""
    own = frozenset(one.slug for one in queries.belongings(owner) if one.role is Role.OWNER)
    theirs = frozenset(one.slug for one in queries.belongings(user_id))
    return owner != user_id and rules.may_hand_out_link(own, theirs)


def link(*, owner: int, user_id: int) -> str:
    """The link, from an owner's hand; the second step of signing in stays."""
    user = user_by_id(user_id)
    if user is None or not is_allowed(owner=owner, user_id=user_id):
        raise NotAllowedError("this person also works elsewhere; their own owners must agree")
    return link_to(user)


def link_to(user: User) -> str:
    """A link that works for a day and once."""
    token = generate_reset_password_token(user)  # type: ignore[no-untyped-call]  # untyped there
    return public_url(url_for("security.reset_password", token=token))
