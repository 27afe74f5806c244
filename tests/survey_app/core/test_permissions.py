"""Every route states who may open it, and holds to it for every role, here and elsewhere."""

import re
from itertools import pairwise

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import AnyConverter, IntegerConverter

from survey_app.core.roles import MAY, Permission, Role

pytestmark = pytest.mark.usefixtures("database_url")

FLASK_SECURITY = {
    "security.change_password",
    "security.forgot_password",
    "security.login",
    "security.logout",
    "security.mf_recovery",
    "security.mf_recovery_codes",
    "security.reset_password",
    "security.tf_select",
    "security.two_factor_rescue",
    "security.two_factor_setup",
    "security.two_factor_setup_validate",
    "security.two_factor_token_validation",
    "security.verify",
}
PASSKEYS = {
    "security.wan_delete",
    "security.wan_register",
    "security.wan_register_response",
    "security.wan_signin",
    "security.wan_signin_response",
    "security.wan_verify",
    "security.wan_verify_response",
}
PUBLIC = {"public": {"PROFILE": "public", "BASE_URL": "https://dorp.example"}, "lan": {}}


@pytest.fixture
def web(make_web):
    """Visited by a client that only looks at who gets in, not at the pages."""
    app = make_web()
    app.test_client_class = FlaskClient
    return app


def permission_of(app, endpoint: str) -> Permission | str | None:
    return getattr(app.view_functions[endpoint], "permission", "unmarked")


def address(app, rule, workspace: str) -> str:
    """The rule's address in a workspace, with values that name nothing."""
    values = {"workspace": workspace}
    for name, converter in rule._converters.items():
        if name == "workspace":
            continue
        kinds = {IntegerConverter: 999, AnyConverter: next(iter(getattr(converter, "items", "x")))}
        values[name] = kinds.get(type(converter), "geen")
    with app.test_request_context():
        return rule.build(values)[1]


def methods(rule) -> list[str]:
    return sorted(rule.methods - {"HEAD", "OPTIONS"})


def desk_rules(app):
    return [
        rule
        for rule in app.url_map.iter_rules()
        if permission_of(app, rule.endpoint) not in {None, "unmarked", Permission.SIGNED_IN}
    ]


@pytest.mark.parametrize("profile", ["lan", "public"])
def test_every_route_states_its_permission(make_web, profile: str) -> None:
    app = make_web(**PUBLIC[profile])

    unmarked = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if permission_of(app, rule.endpoint) == "unmarked"
    }

    assert unmarked == FLASK_SECURITY | (PASSKEYS if profile == "public" else set())


def test_permission_of_a_workspace_belongs_to_an_address_with_a_workspace(web) -> None:
    for rule in web.url_map.iter_rules():
        stated = permission_of(web, rule.endpoint)
        inside = "workspace" in rule.arguments
        assert inside is (stated not in {None, "unmarked", Permission.SIGNED_IN}), rule
        assert not inside or rule.rule.startswith("/desk/<workspace>/"), rule


def test_nothing_changes_by_a_get(web) -> None:
    changing = re.compile(r"delete|remove|publish|close|reopen|withdraw|duplicate|logout|leave")

    for rule in web.url_map.iter_rules():
        if changing.search(rule.endpoint.split(".")[-1]) and "POST" in rule.methods:
            continue
        assert not changing.fullmatch(rule.endpoint.split(".")[-1]), rule


@pytest.mark.parametrize("role", ["owner", "coach", "facilitator", "viewer"])
def test_role_opens_what_it_may_and_nothing_else(
    web, client_of, owner, add_person, role: str
) -> None:
    client = client_of(add_person(role, email="matrix@dorp.example"))

    for rule in desk_rules(web):
        allowed = permission_of(web, rule.endpoint) in MAY[Role(role)]
        for method in methods(rule):
            status = client.open(address(web, rule, "gilden"), method=method).status_code
            assert status < 500, (rule, method)
            if rule.endpoint == "workspaces.leave" and status == 302:
                client = client_of(add_person(role, email=f"{rule.endpoint}@dorp.example"))
            assert (status == 403) is not allowed, (rule, method, status)


@pytest.mark.parametrize("role", ["owner", "coach", "facilitator", "viewer"])
@pytest.mark.usefixtures("owner", "elsewhere")
def test_other_organisation_does_not_exist_for_anybody(
    web, client_of, add_person, role: str
) -> None:
    client = client_of(add_person(role, email="matrix@dorp.example"))

    for rule in desk_rules(web):
        for method in methods(rule):
            for workspace in ("buren", "bestaat-niet"):
                status = client.open(address(web, rule, workspace), method=method).status_code
                assert status == 404, (rule, method, workspace)


def test_signed_out_visitor_is_led_to_the_door(web, owner) -> None:
    client = web.test_client()

    for rule in web.url_map.iter_rules():
        if permission_of(web, rule.endpoint) in {None, "unmarked"}:
            continue
        path = address(web, rule, "gilden")
        for method in methods(rule):
            answer = client.open(path, method=method)
            if method == "GET":
                assert answer.status_code == 302, rule
                assert answer.location.startswith("/account/login?next=/"), rule
            else:
                assert answer.status_code == 401, rule


def test_public_pages_open_for_anybody_without_failing(web) -> None:
    client = web.test_client()

    for rule in web.url_map.iter_rules():
        if permission_of(web, rule.endpoint) is None and "GET" in rule.methods:
            answer = client.get(address(web, rule, "gilden"))
            assert answer.status_code < 500, rule


def test_owner_may_everything_and_each_role_less() -> None:
    rights = [MAY[role] for role in (Role.VIEWER, Role.FACILITATOR, Role.COACH, Role.OWNER)]

    assert all(less < more for less, more in pairwise(rights))
    assert rights[-1] == frozenset(Permission) - {Permission.SIGNED_IN}


def test_address_of_a_workspace_is_matched_without_regard_to_case(client_of, owner) -> None:
    assert client_of(owner).get("/desk/GILDEN/organisation").status_code == 200


def test_script_is_told_in_json_to_sign_in(web, owner) -> None:
    answer = web.test_client().get(
        "/desk/gilden/organisation", headers={"Accept": "application/json"}
    )

    assert answer.status_code == 401
    assert set(answer.get_json()["errors"]) == {""}


def test_form_of_somebody_signed_out_waits_with_what_was_typed(web, owner) -> None:
    page = web.test_client().post(
        "/desk/gilden/organisation/name", data={"name": "Een <naam>", "password": "geheim"}
    )

    assert page.status_code == 401
    assert 'name="name" value="Een &lt;naam&gt;"' in page.text
    assert "geheim" not in page.text
    assert 'href="/account/login?next=/desk/gilden/organisation/name"' in page.text
