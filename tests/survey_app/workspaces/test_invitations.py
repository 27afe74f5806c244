"""An invitation is a link that lets one person in, once."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from survey_app.accounts.queries import user_by_email
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.workspaces import queries, service
from survey_app.workspaces.models import Invitation
from tests.survey_app.workspaces.members import DIGEST, invite, role_of

pytestmark = pytest.mark.usefixtures("database_url", "inside")


def test_only_the_digest_of_an_invitation_is_kept(owner, now) -> None:
    invite(owner, now)

    kept = db.session.scalars(select(Invitation)).one()
    assert (kept.token_digest, kept.accepted_at) == (DIGEST, None)


def test_invitation_lets_one_person_in(owner, elsewhere, add_person, now) -> None:
    invite(owner, now)
    accept = {"token_digest": DIGEST, "user_id": elsewhere.id, "now": now}

    assert write(lambda session: service.accept_invitation(session, **accept)) == "gilden"
    with pytest.raises(service.InvitationUsedError):
        write(
            lambda session: service.accept_invitation(
                session, token_digest=DIGEST, user_id=owner.id, now=now
            )
        )
    assert role_of(elsewhere) is Role.COACH


def test_two_people_racing_for_one_link(owner, now, web, password_hash) -> None:
    invite(owner, now)
    let_in, refused = [], []

    def race(number: int) -> None:
        with web.app_context():
            try:
                let_in.append(
                    write(
                        lambda session: service.accept_as_new(
                            session,
                            token_digest=DIGEST,
                            name=f"Loper {number}",
                            email=f"loper{number}@dorp.example",
                            password_hash=password_hash,
                            now=now,
                        )
                    )
                )
            except service.InvitationUsedError:
                refused.append(number)

    threads = [threading.Thread(target=race, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(let_in), len(refused)) == (1, 7)
    assert len(queries.members(1)) == 2


def test_refused_newcomer_leaves_no_account_behind(owner, now, password_hash) -> None:
    with pytest.raises(service.InvitationUsedError):
        write(
            lambda session: service.accept_as_new(
                session,
                token_digest="0" * 64,
                name="Te laat",
                email="te.laat@dorp.example",
                password_hash=password_hash,
                now=now,
            )
        )

    assert user_by_email("te.laat@dorp.example") is None


def test_old_invitation_lets_nobody_in(owner, elsewhere, now) -> None:
    invite(owner, now - timedelta(days=14))

    with pytest.raises(service.InvitationUsedError):
        write(
            lambda session: service.accept_invitation(
                session, token_digest=DIGEST, user_id=elsewhere.id, now=now
            )
        )


def test_member_who_accepts_again_keeps_the_link_unused(owner, now) -> None:
    invite(owner, now)

    with pytest.raises(service.AlreadyMemberError):
        write(
            lambda session: service.accept_invitation(
                session, token_digest=DIGEST, user_id=owner.id, now=now
            )
        )

    assert db.session.scalars(select(Invitation.accepted_at)).one() is None
    assert role_of(owner) is Role.OWNER


def test_withdrawn_invitation_is_gone(owner, elsewhere, now) -> None:
    invite(owner, now)

    write(
        lambda session: service.withdraw_invitation(
            session, workspace_id=1, invitation_id=1, actor=owner.id, now=now
        )
    )

    assert queries.open_invitations(1, now=now) == []


def test_invitation_of_another_organisation_cannot_be_withdrawn(owner, elsewhere, now) -> None:
    invite(owner, now)

    with pytest.raises(NotFoundError):
        write(
            lambda session: service.withdraw_invitation(
                session, workspace_id=2, invitation_id=1, actor=elsewhere.id, now=now
            )
        )
