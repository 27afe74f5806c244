"""A published vote as linked data."""

from survey_app.ballots import jsonld, voting
from survey_app.ballots.models import MotionRecord
from survey_app.ballots.rules import Kind, Method
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import Committee

ADDRESS = "https://dorp.example/u/K7P2QX"


def linked(committee: Committee, kind: Kind, method: Method, choices: list[str]) -> dict:
    motion = committee.opened(kind, method)
    for voter, choice in zip(committee.voters, choices, strict=False):
        committee.cast(motion, voter, choice)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)
    db.session.close()
    record = db.session.get_one(MotionRecord, motion)
    return jsonld.linked(record, address=ADDRESS, consequence="Aangenomen.")


def names(people: list[dict[str, str]]) -> list[str]:
    return [person["foaf:name"] for person in people]


def test_named_vote_says_who_was_for_and_who_against(committee) -> None:
    told = linked(committee, Kind.NAMED, Method.YES_NO, ["for", "for", "against", "abstain"])

    assert (told["@id"], told["@type"]) == (ADDRESS, "besluit:Stemming")
    assert told["besluit:onderwerp"] == "Welke plus-plek?"
    assert told["besluit:gevolg"] == "Aangenomen."
    assert told["besluit:geheim"] is False
    assert told["besluit:aantalVoorstanders"] == 2
    assert told["besluit:aantalTegenstanders"] == 1
    assert told["besluit:aantalOnthouders"] == 1
    assert names(told["besluit:heeftAanwezige"]) == [f"Lid {n}" for n in range(1, 6)]
    assert names(told["besluit:heeftStemmer"]) == [f"Lid {n}" for n in range(1, 5)]
    assert names(told["besluit:heeftVoorstander"]) == ["Lid 1", "Lid 2"]
    assert names(told["besluit:heeftTegenstander"]) == ["Lid 3"]
    assert names(told["besluit:heeftOnthouder"]) == ["Lid 4"]


def test_blank_and_invalid_are_no_abstentions(committee) -> None:
    told = linked(committee, Kind.NAMED, Method.YES_NO, ["for", "blank", "blank", "abstain"])

    assert told["besluit:aantalOnthouders"] == len(told["besluit:heeftOnthouder"]) == 1
    assert told["schema:option"] == [
        {"@type": "schema:Choice", "schema:name": "blanco", "schema:size": 2}
    ]


def test_secret_vote_says_how_many_and_never_who(committee) -> None:
    told = linked(committee, Kind.SEALED, Method.YES_NO, ["for", "against"])

    assert told["besluit:geheim"] is True
    assert told["besluit:aantalVoorstanders"] == 1
    assert not {"besluit:heeftStemmer", "besluit:heeftVoorstander"} & set(told)


def test_vote_with_options_lists_them(committee) -> None:
    told = linked(committee, Kind.NAMED, Method.CHOICE, ["a", "b", "b"])

    assert [(one["schema:name"], one["schema:size"]) for one in told["schema:option"]] == [
        ("Mobiele plus-plek", 1),
        ("Vaste plus-plek", 2),
    ]
    assert "besluit:heeftVoorstander" not in told
