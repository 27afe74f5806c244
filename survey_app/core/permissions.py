"""Who may do what: four roles, a few permissions, and a word about it on every route.

Staff pages live under ``/desk/<workspace>/…``. ``@requires`` turns that word of the address into
``g.access`` (workspace and role) before the page runs; a stranger to the workspace sees the same
page as for an address that does not exist. Everything else says ``@public``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g, redirect, request, url_for
from flask_login import current_user

from survey_app.core.errors import NotAllowedError, NotFoundError, page, wants_json
from survey_app.core.roles import MAY, Permission, Role
from survey_app.core.security import send_again

__all__ = ["Access", "Permission", "Role", "init_permissions", "public", "requires"]

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Access:
    """The workspace a page works in, and what its visitor is there."""

    workspace_id: int
    slug: str
    name: str
    role: Role
    user_id: int

    def may(self, permission: Permission) -> bool:
        return permission in MAY[self.role]


Lookup = Callable[[str, int], Access | None]


def init_permissions(app: Flask, *, lookup: Lookup) -> None:
    """``lookup(slug, user_id)`` finds a membership; the workspaces feature hands it in."""
    app.extensions["access_lookup"] = lookup
    app.context_processor(lambda: {"access": g.get("access"), "Permission": Permission})


def public(view: View) -> View:
    """Anybody may open this page."""
    view.permission = None  # type: ignore[attr-defined]  # read by the test that walks every route
    return view


def requires(permission: Permission) -> Callable[[View], View]:
    """Only somebody signed in who has ``permission`` in the workspace of the address."""

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **values: Any) -> Any:
            if not current_user.is_authenticated:
                return sign_in_first()
            if permission is not Permission.SIGNED_IN:
                g.access = access_for(values.pop("workspace"))
                if not g.access.may(permission):
                    raise NotAllowedError(f"{g.access.role} may not {permission}")
            return view(*args, **values)

        guarded.permission = permission  # type: ignore[attr-defined]  # read by the test that walks every route
        return cast("View", guarded)

    return wrap


def sign_in_first() -> Any:
    """Lead to the sign-in page and back; what was typed in a form waits on this page instead."""
    if wants_json():
        return page(HTTPStatus.UNAUTHORIZED)
    login = url_for("security.login", next=request.full_path.rstrip("?"))
    return redirect(login) if request.method in {"GET", "HEAD"} else send_again(sign_in=login)


def access_for(slug: str) -> Access:
    lookup: Lookup = current_app.extensions["access_lookup"]
    found = lookup(slug.lower(), current_user.id)
    if found is None:
        raise NotFoundError(f"no workspace {slug} for this visitor")
    return found
