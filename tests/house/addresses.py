"""Every address, its methods and who may open it: ``make routes`` writes the list."""

from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from survey_app import create_app
from tests.programs import KEY

LIST = Path(__file__).with_name("routes.txt")
PUBLIC = {"PROFILE": "public", "BASE_URL": "https://dorp.example", "SECRET_KEY": KEY}
"""The profile with every address: passkeys need https."""

UNSAID = "flask-security"
"""Flask-Security guards its own pages; every page of ours says who may open it."""


def addresses(app: Flask) -> list[str]:
    return sorted(
        f"{rule.rule:80} {','.join(methods(rule.methods)):9} {who(app, rule.endpoint)}"
        for rule in app.url_map.iter_rules()
    )


def methods(named: set[str] | None) -> list[str]:
    return sorted((named or set()) - {"HEAD", "OPTIONS"})


def who(app: Flask, endpoint: str) -> str:
    permission = getattr(app.view_functions[endpoint], "permission", UNSAID)
    return "everybody" if permission is None else str(permission)


def main() -> None:
    with TemporaryDirectory() as folder:
        app = create_app({"DATA": folder, **PUBLIC})
        LIST.write_text("\n".join(addresses(app)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
