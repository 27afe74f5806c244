"""What the frame of the desk shows around every page: projects, organisation, person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flask import Flask, current_app, g, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user

from survey_app.core.permissions import Access, Permission, Role
from survey_app.workspaces import queries


class DeskProject(NamedTuple):
    """One line of the left column; the projects feature fills it in."""

    name: str
    phase: str
    url: str
    current: bool
    slug: str


Projects = Callable[[Access], Sequence[DeskProject]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything ``desk.html`` needs to know."""

    access: Access | None
    home: str
    user_name: str
    role_words: str
    projects: Sequence[DeskProject] = ()
    others: Sequence[queries.Belonging] = ()
    new_project: str | None = None
    bank: str | None = None
    network: str | None = None

    def at(self, beginning: str) -> bool:
        """Whether this page's endpoint begins so."""
        return (request.endpoint or "").startswith(beginning)


def init_desk(app: Flask) -> None:
    """A feature hands in the projects as ``app.extensions["desk_projects"]``."""
    app.extensions.setdefault("desk_projects", lambda _access: ())
    app.context_processor(lambda: {"desk": frame, "role_name": role_name, "home_of": home_of})


def role_name(role: str) -> str:
    words: dict[Role, str] = {
        Role.OWNER: _("eigenaar"),
        Role.COACH: _("coach"),
        Role.FACILITATOR: _("begeleider"),
        Role.VIEWER: _("lezer"),
    }
    return words[Role(role)]


def frame() -> Frame:
    """The frame of this page; account pages keep the organisation that was open last."""
    name = current_user.name or current_user.email
    mine = queries.belongings(current_user.id)
    access: Access | None = g.get("access") or last_opened()
    if access is None:
        return Frame(None, url_for("workspaces.start"), name, name, others=mine)
    projects: Projects = current_app.extensions["desk_projects"]
    return Frame(
        access,
        home_of(access.slug),
        name,
        _("U werkt als %(role)s", role=role_name(access.role)),
        projects=projects(access),
        others=[one for one in mine if one.slug != access.slug],
        new_project=page("projects.create", access, Permission.EDIT),
        bank=page("surveys.bank", access, Permission.VIEW),
        network=page("network.show", access, Permission.VIEW),
    )


def home_of(slug: str) -> str:
    """The first page of an organisation: its projects."""
    known = "projects.index" in current_app.view_functions
    return url_for("projects.index" if known else "workspaces.members", workspace=slug)


def last_opened() -> Access | None:
    slug = session.get("workspace")
    return queries.access_of(slug, current_user.id) if slug else None


def page(endpoint: str, access: Access, permission: Permission) -> str | None:
    """The address of a page of another feature, when it exists and this person may open it."""
    if endpoint not in current_app.view_functions or not access.may(permission):
        return None
    return url_for(endpoint, workspace=access.slug)
