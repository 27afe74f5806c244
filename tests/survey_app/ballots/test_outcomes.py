"""Every verdict as a sentence, and what a small group gives away."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from flask_babel import force_locale

from survey_app.ballots.outcomes import Row, outcome
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Kind, Method, Rules, Tie
from survey_app.ballots.steps import script


def option(code: str, title: str = "") -> SimpleNamespace:
    return SimpleNamespace(code=code, title=title, picture="")


OPTIONS = [option("a", "Mobiel"), option("b", "Vast")]
FIXED = {
    Method.YES_NO: [option("for"), option("against")],
    Method.CONSENT: [option("agree"), option("concern"), option("objection")],
}


@pytest.fixture(autouse=True)
def in_dutch(app):
    with app.test_request_context():
        yield


def told(verdict, *, method=Method.CHOICE, first=(), votes=None, kind=Kind.NAMED, advisory=False,
         preset=Preset.COUNCIL_PUBLIC, tie=Tie.REJECTED, **result):  # fmt: skip
    options = FIXED.get(method, OPTIONS)
    votes = votes or {option.code: 9 for option in options}
    cast = sum(votes.values())
    motion = SimpleNamespace(
        method=method,
        kind=kind,
        rules=Rules(advisory=advisory, tie=tie).to_json(),
        result={
            "verdict": verdict, "first": list(first), "votes": votes, "abstain": 0, "blank": 0,
            "invalid": 0, "cast": cast, "valid": cast, "present": 25, "entitled": 25,
            "needed": cast // 2 + 1, "quorum": 13, "quorum_present": 21,
        } | result,
    )  # fmt: skip
    found = outcome(SimpleNamespace(preset=preset), motion, options)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"verdict": "chosen", "first": ("b",)}, "De raad kiest: Vast"),
        ({"verdict": "tie", "first": ("a", "b")}, "Gelijk: 9 tegen 9."),
        ({"verdict": "no_majority"}, "Geen optie haalt de meerderheid."),
        (
            {"verdict": "no_quorum", "quorum_present": 11},
            "Te weinig leden: 11 van de 13.",
        ),
        ({"verdict": "accepted", "method": Method.YES_NO}, "Het voorstel is aangenomen."),
        ({"verdict": "rejected", "method": Method.YES_NO}, "Het voorstel is verworpen."),
        (
            {"verdict": "accepted", "method": Method.YES_NO, "advisory": True,
             "preset": Preset.COMMITTEE_ADVICE},
            "De commissie geeft een gunstig advies.",
        ),
        (
            {"verdict": "rejected", "method": Method.CONSENT},
            "Er is bezwaar. Het voorstel gaat niet door.",
        ),
        (
            {"verdict": "tie", "method": Method.YES_NO, "settled": "rejected"},
            "Het voorstel is verworpen.",
        ),
        ({"verdict": "tie", "first": ("a", "b"), "settled": "a"}, "De raad kiest: Mobiel"),
    ],
)  # fmt: skip
def test_verdict_is_one_sentence(facts, sentence) -> None:
    assert told(**facts).verdict == sentence


@pytest.mark.parametrize(
    ("verdict", "settled", "winner"),
    [
        ("accepted", "", ["for"]),
        ("rejected", "", ["against"]),
        ("tie", "", []),
        ("tie", "accepted", ["for"]),
        ("tie", "rejected", ["against"]),
        ("no_quorum", "", []),
    ],
)
def test_neither_side_stands_out_where_nothing_is_decided(verdict, settled, winner) -> None:
    found = told(verdict, method=Method.YES_NO, **({"settled": settled} if settled else {}))

    assert [row.code for row in found.rows if row.wins] == winner


def test_a_tie_says_what_follows() -> None:
    assert told("tie", first=("a", "b"), tie=Tie.CHAIR).detail == (
        "De stem van de voorzitter beslist."
    )
    assert told("tie", first=("a", "b"), settled_by="Geloot.").detail == "Geloot."


@pytest.mark.parametrize(
    ("kind", "votes", "warned"),
    [
        (Kind.SEALED, {"a": 0, "b": 9}, True),
        (Kind.SEALED, {"a": 1, "b": 8}, True),
        (Kind.SEALED, {"a": 2, "b": 8}, False),
        (Kind.SEALED, {"a": 1, "b": 20}, False),
        (Kind.SEALED, {"a": 0, "b": 40}, True),
        (Kind.NAMED, {"a": 0, "b": 9}, False),
    ],
)
def test_small_group_is_warned_where_a_secret_count_tells_all(kind, votes, warned) -> None:
    assert bool(told("chosen", first=("b",), kind=kind, votes=votes).warning) is warned


def test_only_what_was_chosen_stands_apart() -> None:
    codes = [row.code for row in told("chosen", first=("b",), abstain=2).kept]

    assert codes == ["a", "b", "abstain"]


def test_bars_and_the_line_of_the_majority_share_one_scale() -> None:
    found = told("chosen", first=("b",), votes={"a": 5, "b": 15}, needed=11)

    assert [row.percent for row in found.rows[:2]] == [33.33, 100]
    assert found.needed_at == 73.33


@pytest.mark.parametrize(
    ("state", "now"),
    [("draft", "Openen"), ("open", "Laatste oproep"), ("last_call", "Sluiten"),
     ("closed", "Tellen"), ("counted", "Uitslag"), ("published", None)],
)  # fmt: skip
def test_script_stands_where_the_vote_stands(state, now) -> None:
    motion = SimpleNamespace(state=state, kind="named", title="Welke?", rules=Rules().to_json())
    there = SimpleNamespace(present=5, members=5)

    steps = script(SimpleNamespace(state="running"), motion, there, locked=False)

    assert [step.title for step in steps if step.at == "now"] == ([now] if now else [])


@pytest.mark.parametrize(
    ("language", "rule"),
    [
        ("nl", "Nodig: meer dan de helft van de geldige stemmen."),
        ("fr", "Nécessaire\xa0: plus de la moitié, parmi les voix valables."),
        ("de", "Nötig: mehr als die Hälfte, bezogen auf die gültigen Stimmen."),
        ("en", "Needed: more than half of the valid votes."),
    ],
)
def test_the_rule_is_said_in_the_reader_s_language(language, rule):
    with force_locale(language):
        assert told("chosen", first=["a"]).rule == rule


@pytest.mark.parametrize(
    ("labels", "many"),
    [
        (["Mobiel", "Vast"], False),
        (["Mobiel"] * 5, False),
        (["Mobiel"] * 6, True),
        (["Een plek in het oude schooltje"] * 2, False),
        (["Een plek in het oude schooltje"] * 3, True),
    ],
)
def test_many_or_long_options_leave_no_room_for_names_on_the_wall(labels, many) -> None:
    shown = replace(told("no_majority"), rows=tuple(Row("a", text, 1, 10.0) for text in labels))

    assert (shown.many, shown.few) == (many, not many)
