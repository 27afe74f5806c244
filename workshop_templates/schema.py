"""The JSON Schema of a workshop template, for an editor that helps while writing."""

from typing import Any

from question_banks.schema import URI
from workshop_templates.model import WorkshopTemplate
from workshop_templates.roles import roles


def schema() -> dict[str, Any]:
    """Return a JSON Schema (2020-12) that names every field, kind of activity and role."""
    whole = WorkshopTemplate.model_json_schema()
    fields = whole["properties"].items()
    properties = {name: field for name, field in fields if name not in WorkshopTemplate.READ}
    properties["roles"]["items"] = {"enum": list(roles())}
    return whole | {"$schema": URI, "properties": properties}
