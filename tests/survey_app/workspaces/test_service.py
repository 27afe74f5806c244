"""Organisations change by few rules that hold under any haste."""

import threading

import pytest
from sqlalchemy import func, select

from survey_app.core.audit import broken_at
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.workspaces import queries, service
from survey_app.workspaces.models import Membership, Workspace
from tests.survey_app.workspaces.members import actions, invite, role_of

pytestmark = pytest.mark.usefixtures("database_url", "inside")


def test_first_owner_is_the_only_one_ever(owner, now) -> None:
    with pytest.raises(service.SetUpDoneError):
        write(
            lambda session: service.make_first_owner(
                session, name="B", email="b@b.be", password_hash="x", workspace="B", now=now
            )
        )

    assert db.session.scalar(select(func.count()).select_from(Workspace)) == 1


def test_same_name_gets_an_address_of_its_own(owner, now) -> None:
    made = [
        write(
            lambda session: (
                service.create_workspace(session, name="Gilden", actor=owner.id, now=now).slug
            )
        )
        for _ in range(2)
    ]

    assert made == ["gilden-2", "gilden-3"]


def test_address_taken_by_somebody_is_refused(owner, add_person) -> None:
    with pytest.raises(Exception, match="sign in instead"):
        add_person("coach", email="EIGENAAR@dorp.example")


def test_rename_keeps_the_address(owner, now) -> None:
    write(
        lambda session: service.rename_workspace(
            session, workspace_id=1, name="Zorgpunt", actor=owner.id, now=now
        )
    )

    access = queries.access_of("gilden", owner.id)
    assert access.name == "Zorgpunt"
    assert actions()[-1] == "workspace.renamed"


@pytest.mark.parametrize("role", [Role.COACH, Role.FACILITATOR, Role.VIEWER])
def test_last_owner_cannot_be_made_less(owner, now, role: Role) -> None:
    with pytest.raises(service.LastOwnerError):
        write(
            lambda session: service.change_role(
                session, workspace_id=1, user_id=owner.id, role=role, actor=owner.id, now=now
            )
        )

    assert role_of(owner) is Role.OWNER
    assert "member.role_changed" not in actions()


def test_last_owner_cannot_leave(owner, now) -> None:
    with pytest.raises(service.LastOwnerError):
        write(
            lambda session: service.remove_member(
                session, workspace_id=1, user_id=owner.id, actor=owner.id, now=now
            )
        )


def test_two_owners_leaving_at_once_leave_one(owner, add_person, now, web) -> None:
    other = add_person("owner", email="tweede@dorp.example")
    refused = []

    def leave(person) -> None:
        with web.app_context():
            try:
                write(
                    lambda session: service.remove_member(
                        session, workspace_id=1, user_id=person.id, actor=person.id, now=now
                    )
                )
            except service.LastOwnerError:
                refused.append(person.id)

    threads = [threading.Thread(target=leave, args=(one,)) for one in (owner, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1
    assert len(queries.members(1)) == 1


def test_somebody_elses_member_is_not_found(owner, elsewhere, now) -> None:
    with pytest.raises(NotFoundError):
        write(
            lambda session: service.change_role(
                session,
                workspace_id=1,
                user_id=elsewhere.id,
                role=Role.VIEWER,
                actor=owner.id,
                now=now,
            )
        )


def test_everything_is_in_the_logbook_and_the_chain_is_whole(owner, add_person, now) -> None:
    coach = add_person("coach")
    invite(owner, now)
    write(
        lambda session: service.change_role(
            session, workspace_id=1, user_id=coach.id, role=Role.VIEWER, actor=owner.id, now=now
        )
    )
    write(
        lambda session: service.remove_member(
            session, workspace_id=1, user_id=coach.id, actor=owner.id, now=now
        )
    )

    assert actions() == [
        "account.added",
        "workspace.created",
        "account.added",
        "member.joined",
        "invitation.made",
        "member.role_changed",
        "member.removed",
    ]
    assert broken_at(db.session) is None


def test_database_itself_refuses_an_unknown_role(owner) -> None:
    def spoil(session) -> None:
        session.add(Membership(workspace_id=1, user_id=owner.id + 1, role="king"))

    with pytest.raises(Exception, match=r"(?i)known_role|foreign key"):
        write(spoil)
