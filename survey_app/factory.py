"""Put the program together: settings, what every feature stands on, the features."""

from collections.abc import Mapping
from importlib import import_module

from flask import Flask

from survey_app.config import load_config
from survey_app.core.assets import init_assets
from survey_app.core.broadcast import init_broadcast
from survey_app.core.db import init_db
from survey_app.core.errors import init_errors
from survey_app.core.fonts import init_fonts
from survey_app.core.hosts import init_hosts
from survey_app.core.i18n import init_i18n
from survey_app.core.jobs import init_jobs
from survey_app.core.logs import init_logs
from survey_app.core.operations import init_operations
from survey_app.core.printed import init_printed
from survey_app.core.security import init_security
from survey_app.core.writer import init_writer
from survey_app.tables import TABLES

FEATURES = (
    "accounts",
    "workspaces",
    "projects",
    "surveys",
    "canvases",
    "responses",
    "workshops",
    "ballots",
    "reports",
)
"""Each has a ``routes.py`` whose ``register(app)`` tells the program what the feature brings."""


def build_app(config: Mapping[str, object] | None = None) -> Flask:
    """Make the program: settings, what every feature stands on, the features."""
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(load_config(config))
    for prepare in (
        init_logs,
        init_hosts,
        init_security,
        init_printed,
        init_errors,
        init_i18n,
        init_assets,
        init_fonts,
        init_db,
        init_writer,
        init_jobs,
        init_broadcast,
    ):
        prepare(app)
    init_operations(app, TABLES)
    for feature in FEATURES:
        import_module(f"survey_app.{feature}.routes").register(app)
    return app
