"""Four roles and what each may do: plain facts, without the web."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a workspace, strongest first."""

    OWNER = "owner"
    COACH = "coach"
    FACILITATOR = "facilitator"
    VIEWER = "viewer"


class Permission(StrEnum):
    """What a page lets somebody do."""

    SIGNED_IN = "signed_in"
    VIEW = "view"
    RUN = "run"
    EDIT = "edit"
    EXPORT_ROWS = "export_rows"
    MANAGE = "manage"


MAY: dict[Role, frozenset[Permission]] = {
    Role.VIEWER: frozenset({Permission.VIEW}),
    Role.FACILITATOR: frozenset({Permission.VIEW, Permission.RUN}),
    Role.COACH: frozenset(
        {Permission.VIEW, Permission.RUN, Permission.EDIT, Permission.EXPORT_ROWS}
    ),
    Role.OWNER: frozenset(Permission) - {Permission.SIGNED_IN},
}
