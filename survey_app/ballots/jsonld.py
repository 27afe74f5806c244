"""A published vote as linked data, in the shape of the Flemish model for decisions (Stemming).

Other programs of a local authority can take it over: counts, secrecy, subject and consequence; who
was there and who voted what only where the vote itself had names.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from survey_app.ballots import verify
from survey_app.ballots.models import MotionRecord
from survey_app.ballots.rules import ABSTAIN, BLANK, INVALID

CONTEXT = {
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SIDES = {"for": "heeftVoorstander", "against": "heeftTegenstander", "abstain": "heeftOnthouder"}
THERE = ("present", "late")


def linked(record: MotionRecord, *, address: str, consequence: str) -> dict[str, Any]:
    """The vote of a record; ``address`` is its public page, ``consequence`` the verdict."""
    setup, result = (json.loads(record.files[name]) for name in ("setup.json", "result.json"))
    members: list[Mapping[str, Any]] = (
        setup["members"] if isinstance(setup["members"], list) else []
    )
    return {
        "@context": CONTEXT,
        "@id": address,
        "@type": "besluit:Stemming",
        "dct:identifier": setup["id"],
        "dct:date": {"@type": "xsd:date", "@value": setup["meeting"]["held_on"]},
        "dct:publisher": setup["meeting"]["body"],
        "besluit:onderwerp": setup["title"],
        "besluit:gevolg": consequence,
        "besluit:geheim": setup["kind"] != "named",
        **counts(setup, result),
        "besluit:heeftAanwezige": people(
            one["name"] for one in members if one["presence"] in THERE
        ),
        **named(record, setup),
        "schema:encoding": {
            "@id": f"{address}/stembus.zip",
            "schema:sha256": record.root,
        },
    }


def counts(setup: Mapping[str, Any], result: Mapping[str, Any]) -> dict[str, Any]:
    """For and against as the model counts them; what it has no word for is listed as options."""
    apart = [choice(verify.NAMES[name], result[name]) for name in (BLANK, INVALID) if result[name]]
    if setup["method"] == "yes_no":
        return {
            "besluit:aantalVoorstanders": result["votes"]["for"],
            "besluit:aantalTegenstanders": result["votes"]["against"],
            "besluit:aantalOnthouders": result[ABSTAIN],
            **({"schema:option": apart} if apart else {}),
        }
    options = [choice(one["title"], result["votes"][one["code"]]) for one in setup["options"]]
    return {"schema:option": options + apart, "besluit:aantalOnthouders": result[ABSTAIN]}


def choice(name: str, votes: int) -> dict[str, Any]:
    return {"@type": "schema:Choice", "schema:name": name, "schema:size": votes}


def named(record: MotionRecord, setup: Mapping[str, Any]) -> dict[str, Any]:
    """Who voted, and what, of a vote with names; of a secret one nothing."""
    if setup["kind"] != "named":
        return {}
    ballots = [json.loads(line) for line in record.files["ballots.jsonl"].split("\n") if line]
    ballots.sort(key=lambda ballot: ballot["name"])
    voters = {"besluit:heeftStemmer": people(ballot["name"] for ballot in ballots)}
    if setup["method"] != "yes_no":
        return voters
    return voters | {
        f"besluit:{word}": people(b["name"] for b in ballots if b["choice"] == side)
        for side, word in SIDES.items()
    }


def people(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": "foaf:Person", "foaf:name": name} for name in names]
