"""The JSON Schema that an editor helps with."""

import json

from question_banks.item import Item
from question_banks.schema import schema

SCHEMA = schema()
KINDS = {
    one["properties"]["type"]["const"]: one
    for one in SCHEMA["properties"]["items"]["items"]["oneOf"]
}


def test_the_schema_describes_every_type():
    assert set(KINDS) == set(Item.types)


def test_the_schema_names_only_what_stands_in_a_file():
    assert set(SCHEMA["properties"]) == {"bank", "version", "title", "topics", "items"}
    assert SCHEMA["required"] == ["bank", "version", "title", "items"]
    assert SCHEMA["additionalProperties"] is False


def test_a_rating_names_a_scale_or_gives_points():
    assert KINDS["rating"]["oneOf"] == [{"required": ["scale"]}, {"required": ["points"]}]
    assert "points" not in KINDS["rating"]["required"]
    assert "agree5" in KINDS["matrix"]["properties"]["scale"]["enum"]


def test_every_reference_leads_somewhere():
    written = json.dumps(SCHEMA)
    named = {part.partition('"')[0] for part in written.split('"#/$defs/')[1:]}

    assert named
    assert named <= SCHEMA["$defs"].keys()
