"""The JSON Schema of a bank file, for an editor that helps while writing."""

from typing import Any

from question_banks.bank import Bank
from question_banks.item import Item
from question_banks.scales import scales

URI = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return a JSON Schema (2020-12) that accepts what the loader accepts, type by type."""
    bank = Bank.model_json_schema()
    shared = bank.pop("$defs", {})
    kinds = [of_type(kind, shared) for _name, kind in sorted(Item.types.items())]
    properties = {
        name: field for name, field in bank["properties"].items() if name not in Bank.READ
    }
    properties["items"] = {"type": "array", "minItems": 1, "items": {"oneOf": kinds}}
    required = [*bank["required"], "items"]
    return bank | {
        "$schema": URI,
        "$defs": shared,
        "properties": properties,
        "required": required,
    }


def of_type(kind: type[Item], shared: dict[str, Any]) -> dict[str, Any]:
    """Describe one type of item; its parts go into ``shared``."""
    one = kind.model_json_schema()
    shared |= one.pop("$defs", {})
    one["properties"]["type"] = {"const": kind.name}
    if "scale" in one["properties"]:
        one["properties"]["scale"] = {"enum": sorted(scales())}
        one["required"] = [name for name in one["required"] if name != "points"]
        one["oneOf"] = [{"required": ["scale"]}, {"required": ["points"]}]
    return one
