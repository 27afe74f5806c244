"""Count ballots under their rules: choices in, a result with its verdict out. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.codebook import ItemCode, OptionCode
from analysis.dataset import PatternCount
from analysis.tally import RULES as TALLY_RULES
from analysis.tally.majority import Heads, Verdict, decide_choice, decide_motion
from question_banks.measures import Measure
from survey_app.ballots.rules import ABSTAIN, APART, BLANK, FIXED, INVALID, Method, Rules


class Present(NamedTuple):
    """Who was there when the vote closed, as the record says it; weights where they count."""

    members: int
    present: int
    weight_present: int
    weight_entitled: int


@dataclass(frozen=True, slots=True)
class Result:
    """A count under its rules. ``votes`` are options in their order with their votes.

    For rankings ``votes`` are the first places and ``first`` who wins under the named method.
    """

    verdict: Verdict
    first: tuple[str, ...]
    votes: tuple[tuple[str, int], ...]
    abstain: int
    blank: int
    invalid: int
    heads: Heads
    needed: int
    quorum: int | None
    quorum_present: int

    @property
    def unanimous(self) -> bool:
        """Whether everybody who voted said the same: in a small group that tells who voted what."""
        given = [n for _option, n in self.votes if n]
        return len(given) == 1 and not self.abstain and not self.blank and not self.invalid

    def to_json(self) -> dict[str, Any]:
        return {
            "verdict": str(self.verdict),
            "first": list(self.first),
            "votes": dict(self.votes),
            "abstain": self.abstain,
            "blank": self.blank,
            "invalid": self.invalid,
            "cast": self.heads.cast,
            "valid": self.heads.valid,
            "present": self.heads.present,
            "entitled": self.heads.entitled,
            "needed": self.needed,
            "quorum": self.quorum,
            "quorum_present": self.quorum_present,
        }

    @classmethod
    def from_json(cls, held: Mapping[str, Any], order: Sequence[str] = ()) -> "Result":
        """Read a result back; ``order`` are the options, as a database may lose their order."""
        votes = held["votes"]
        return cls(
            verdict=Verdict(held["verdict"]),
            first=tuple(held["first"]),
            votes=tuple((code, votes[code]) for code in (order or votes)),
            abstain=held["abstain"],
            blank=held["blank"],
            invalid=held["invalid"],
            heads=Heads(held["cast"], held["valid"], held["present"], held["entitled"]),
            needed=held["needed"],
            quorum=held["quorum"],
            quorum_present=held["quorum_present"],
        )


def count(
    choices: Iterable[tuple[str, int]],
    *,
    method: Method,
    options: Sequence[str],
    rules: Rules,
    there: Present,
) -> Result:
    """Count choices with their weights; a vote without a quorum decides nothing."""
    said: Counter[str] = Counter()
    for choice, weight in choices:
        said[choice] += weight
    cast, apart = said.total(), {name: said[name] for name in APART}
    heads = Heads(
        cast=cast,
        valid=cast - sum(apart.values()),
        present=max(there.weight_present, cast),
        entitled=there.weight_entitled,
    )
    given = {choice: n for choice, n in said.items() if choice not in APART}
    votes = votes_of(given, method, options)
    verdict, first = decide(given, votes, method=method, rules=rules, heads=heads)
    quorum = rules.quorum.needed(there.members) if rules.quorum else None
    if quorum is not None and there.present < quorum:
        verdict = Verdict.NO_QUORUM
    return Result(
        verdict=verdict,
        first=first,
        votes=votes,
        abstain=apart[ABSTAIN],
        blank=apart[BLANK],
        invalid=apart[INVALID],
        heads=heads,
        needed=rules.majority.needed(heads),
        quorum=quorum,
        quorum_present=there.present,
    )


def votes_of(
    given: Mapping[str, int], method: Method, options: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    """Each option's votes: those who chose it, or put it on the first place."""
    votes: Counter[str] = Counter()
    for choice, n in given.items():
        named = choice.split(">")[:1] if method is Method.RANKING else choice.split("+")
        for option in named:
            votes[option] += n
    return tuple((option, votes[option]) for option in options)


def decide(
    given: Mapping[str, int],
    votes: Sequence[tuple[str, int]],
    *,
    method: Method,
    rules: Rules,
    heads: Heads,
) -> tuple[Verdict, tuple[str, ...]]:
    by_option = dict(votes)
    if method is Method.YES_NO:
        yes, no = (by_option[code] for code in FIXED[method])
        return decide_motion(yes, no, majority=rules.majority, heads=heads), ()
    if method is Method.CONSENT:
        agreed = heads.valid and not by_option["objection"]
        return (Verdict.ACCEPTED if agreed else Verdict.REJECTED), ()
    if method is Method.RANKING:
        return decide_ranking(given, [option for option, _n in votes], rules)
    verdict, first = decide_choice(votes, majority=rules.majority, heads=heads)
    if method is Method.PERSONS and first and by_option[first[0]] < rules.majority.needed(heads):
        return Verdict.NO_MAJORITY, first  # equal or not: a second round follows, no tie to break
    return verdict, first


def decide_ranking(
    given: Mapping[str, int], options: Sequence[str], rules: Rules
) -> tuple[Verdict, tuple[str, ...]]:
    """Who wins the rankings under the method that the ballot names."""
    item = ItemCode(
        "motion", "", Measure.RANKING, options=tuple(OptionCode(code, "") for code in options)
    )
    counts = [PatternCount("motion", choice, n) for choice, n in given.items()]
    first = TALLY_RULES[str(rules.counting)].count(item, counts).first()
    if not first:
        return Verdict.NO_MAJORITY, ()
    return (Verdict.CHOSEN if len(first) == 1 else Verdict.TIE), first
