"""Every table of the program in one place, for migrations and for a new database."""

from importlib import import_module
from pathlib import Path

from survey_app.core.audit import AuditEntry
from survey_app.core.db import Base

for _models in sorted(Path(__file__).parent.glob("*/models.py")):
    import_module(f"survey_app.{_models.parent.name}.models")

TABLES = Base.metadata

__all__ = ["TABLES", "AuditEntry"]
