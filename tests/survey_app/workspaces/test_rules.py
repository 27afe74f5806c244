"""Addresses, owners, invitations: decisions that need only their facts."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.core.permissions import Role
from survey_app.workspaces import rules

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
ROLES = st.sampled_from(Role)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Landelijke Gilden", "landelijke-gilden"),
        ("Zorg & Buurt vzw", "zorg-buurt-vzw"),
        ("Café Ça Va", "cafe-ca-va"),
        ("日本", "organisatie"),
        ("--", "organisatie"),
        ("x" * 60, "x" * 40),
    ],
)
def test_slug_is_a_plain_word(name: str, slug: str) -> None:
    assert rules.slug_of(name) == slug


@given(st.text())
def test_slug_of_any_name_fits_an_address(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?", rules.slug_of(name))


@given(st.text(), st.integers(min_value=2, max_value=10**6))
def test_numbered_slug_fits_too(name: str, number: int) -> None:
    slug = rules.numbered(rules.slug_of(name), number)

    assert len(slug) <= rules.SLUG_LENGTH
    assert slug.endswith(f"-{number}")


@pytest.mark.parametrize(
    ("owners", "was", "becomes", "kept"),
    [
        (1, Role.OWNER, None, False),
        (1, Role.OWNER, Role.COACH, False),
        (1, Role.OWNER, Role.OWNER, True),
        (2, Role.OWNER, None, True),
        (2, Role.OWNER, Role.VIEWER, True),
        (1, Role.COACH, None, True),
        (1, Role.COACH, Role.OWNER, True),
    ],
)
def test_last_owner_stays(owners: int, was: Role, becomes: Role | None, *, kept: bool) -> None:
    assert rules.keeps_an_owner(owners, was=was, becomes=becomes) is kept


@given(st.integers(min_value=1, max_value=9), ROLES, ROLES)
def test_becoming_owner_always_keeps_one(owners: int, was: Role, other: Role) -> None:
    assert rules.keeps_an_owner(owners, was=was, becomes=Role.OWNER)
    assert rules.keeps_an_owner(owners + 1, was=was, becomes=other)


@pytest.mark.parametrize(
    ("days", "accepted", "works"),
    [(0, None, True), (13, None, True), (14, None, False), (20, None, False), (1, NOW, False)],
)
def test_invitation_works_fourteen_days_and_once(
    days: int, accepted: datetime | None, *, works: bool
) -> None:
    ends = rules.invitation_ends(NOW)

    assert works is rules.invitation_works(
        expires_at=ends, accepted_at=accepted, now=NOW + timedelta(days=days)
    )


@pytest.mark.parametrize(
    ("own", "theirs", "may"),
    [
        ({"a"}, {"a"}, True),
        ({"a", "b"}, {"a"}, True),
        ({"a"}, {"a", "b"}, False),
        (set(), {"a"}, False),
        ({"a"}, set(), False),
    ],
)
def test_reset_link_never_opens_a_foreign_organisation(
    own: set[str], theirs: set[str], *, may: bool
) -> None:
    assert rules.may_hand_out_link(frozenset(own), frozenset(theirs)) is may
