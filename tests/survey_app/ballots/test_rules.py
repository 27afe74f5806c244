"""What a ballot may say, and which way a motion goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tally.majority import Base, Majority, Quorum
from survey_app.ballots.presets import PRESETS, Preset
from survey_app.ballots.rules import (
    NEXT,
    Counting,
    Kind,
    Method,
    Receipt,
    Rules,
    State,
    Tie,
    clean_choice,
)

ABC = ("a", "b", "c")


@pytest.mark.parametrize(
    ("method", "chosen", "said"),
    [
        (Method.CHOICE, ["b"], "b"),
        (Method.CHOICE, [], "blank"),
        (Method.CHOICE, ["blank"], "blank"),
        (Method.CHOICE, ["abstain"], "abstain"),
        (Method.PERSONS, ["c"], "c"),
        (Method.APPROVAL, ["c", "a"], "a+c"),
        (Method.APPROVAL, ["a", "b", "c"], "a+b+c"),
        (Method.RANKING, ["c", "a"], "c>a"),
        (Method.RANKING, ["b", "c", "a"], "b>c>a"),
    ],
)
def test_choice_is_said_in_one_line(method, chosen, said) -> None:
    assert clean_choice(chosen, method=method, options=ABC, rules=Rules()) == said


@pytest.mark.parametrize(
    ("method", "chosen", "rules"),
    [
        (Method.CHOICE, ["d"], Rules()),
        (Method.CHOICE, ["a", "b"], Rules()),
        (Method.CHOICE, ["a", "abstain"], Rules()),
        (Method.CHOICE, ["abstain"], Rules(abstain=False)),
        (Method.CHOICE, ["invalid"], Rules()),
        (Method.PERSONS, ["a", "b"], Rules()),
        (Method.APPROVAL, ["a", "a"], Rules()),
        (Method.APPROVAL, ["a", "b", "c"], Rules(most=2)),
        (Method.RANKING, ["a", "b", "a"], Rules()),
        (Method.RANKING, ["a>b"], Rules()),
    ],
)
def test_what_a_ballot_does_not_offer_is_refused(method, chosen, rules) -> None:
    with pytest.raises(ValueError):
        clean_choice(chosen, method=method, options=ABC, rules=rules)


def test_paper_may_be_invalid() -> None:
    said = clean_choice(
        ["invalid"], method=Method.CHOICE, options=ABC, rules=Rules(), on_paper=True
    )

    assert said == "invalid"


@given(
    st.builds(
        Rules,
        majority=st.builds(Majority, st.fractions(0, 1), st.booleans(), st.sampled_from(Base)),
        quorum=st.none() | st.builds(Quorum, st.fractions(0, 1), st.booleans()),
        tie=st.sampled_from(Tie),
        receipt=st.sampled_from(Receipt),
        counting=st.sampled_from(Counting),
        abstain=st.booleans(),
        most=st.none() | st.integers(1, 9),
        weighted=st.booleans(),
        proxies=st.integers(0, 3),
        advisory=st.booleans(),
    )
)
def test_rules_come_back_from_their_record(rules) -> None:
    assert Rules.from_json(rules.to_json()) == rules


@pytest.mark.parametrize("preset", Preset)
def test_every_preset_has_its_rules(preset) -> None:
    usual = PRESETS[preset]

    assert Rules.from_json(usual.rules.to_json()) == usual.rules
    assert usual.kind is not Kind.SEALED or not usual.rules.weighted


@pytest.mark.parametrize(
    ("preset", "advisory"),
    [
        (Preset.COMMITTEE_ADVICE, True),
        (Preset.COMMITTEE_POLL, True),
        (Preset.COUNCIL_PUBLIC, False),
        (Preset.COUNCIL_SECRET, False),
        (Preset.ASSEMBLY, False),
        (Preset.CONSENT, True),
    ],
)
def test_committees_and_steering_groups_advise(preset, advisory) -> None:
    assert PRESETS[preset].rules.advisory is advisory


@pytest.mark.parametrize("preset", [p for p in Preset if p is not Preset.ASSEMBLY])
def test_only_an_association_weighs_votes_and_takes_proxies(preset) -> None:
    rules = PRESETS[preset].rules

    assert (rules.weighted, rules.proxies) == (False, 0)


def test_every_state_leads_somewhere_or_is_the_end() -> None:
    assert set(NEXT) == set(State)
    assert [state for state, ways in NEXT.items() if not ways] == [State.SUPERSEDED]
