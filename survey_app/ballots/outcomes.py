"""A result as people read it: the verdict in a sentence, the count in rows, the rule beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from analysis.tally.majority import Verdict
from survey_app.ballots import words
from survey_app.ballots.models import Meeting, Motion, MotionOption
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import APART, FIXED, Kind, Method, Rules
from survey_app.ballots.words import option_title

FEW_SHORT, FEW_LONG, SHORT = 5, 2, 24
MOST_NAMES = 30
SMALL_GROUP = 12
"""Up to so many voters a nearly unanimous secret vote tells who voted what."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a count; ``percent`` is its bar, of the longest bar and the rule's line."""

    code: str
    label: str
    number: int
    percent: float
    wins: bool = False
    apart: bool = False
    names: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a screen, a page or the minutes say of a counted motion."""

    verdict: str
    detail: str
    rows: tuple[Row, ...]
    needed: str
    needed_at: float | None
    """Where the line of the majority stands, as a percentage of the longest bar."""
    turnout: str
    quorum: str
    rule: str
    warning: str
    advisory: bool

    @property
    def few(self) -> bool:
        """Whether all names fit on a screen that the last row can read."""
        return sum(row.number for row in self.rows) <= MOST_NAMES and not self.many

    @property
    def many(self) -> bool:
        """Whether the options or their names are too many to stand beside wide bars."""
        long = any(len(row.label) > SHORT for row in self.kept)
        return len(self.kept) > (FEW_LONG if long else FEW_SHORT)

    @property
    def kept(self) -> tuple[Row, ...]:
        """The options, and of what stands apart only what anybody chose."""
        return tuple(row for row in self.rows if row.number or not row.apart)


def outcome(
    meeting: Meeting,
    motion: Motion,
    options: Sequence[MotionOption],
    names: Mapping[str, Sequence[str]] | None = None,
) -> Outcome | None:
    """Tell a result; None before it is counted. ``names`` lists who chose what, when named."""
    result = motion.result
    if result is None:
        return None
    rules = Rules.from_json(motion.rules)
    titles = {option.code: option_title(option) for option in options}
    shown = [*titles, *APART]
    numbers = {**result["votes"], **{code: result[code] for code in APART}}
    line = result["needed"] if rules.majority.share and motion.method != Method.RANKING else None
    longest = max(1, line or 0, *(numbers.get(code, 0) for code in shown))
    rows = rows_of(
        shown,
        titles,
        numbers,
        winners=winning(result, motion),
        names=names or {},
        longest=longest,
    )
    return Outcome(
        verdict=verdict(meeting, motion, titles),
        detail=detail(result, rules),
        rows=rows,
        needed=needed_words(line),
        needed_at=None if line is None else round(100 * line / longest, 2),
        turnout=turnout_words(result),
        quorum=quorum_words(result),
        rule=rule_words(motion, rules),
        warning=too_many(motion, result["cast"]) or small_group(motion, numbers, result["cast"]),
        advisory=rules.advisory,
    )


def rows_of(
    shown: Sequence[str],
    titles: Mapping[str, str],
    numbers: Mapping[str, int],
    *,
    winners: frozenset[str],
    names: Mapping[str, Sequence[str]],
    longest: int,
) -> tuple[Row, ...]:
    """A row for each code, with its bar."""
    return tuple(
        Row(
            code=code,
            label=titles.get(code) or str(words.FIXED_OPTIONS[code]),
            number=numbers.get(code, 0),
            percent=round(100 * numbers.get(code, 0) / longest, 2),
            wins=code in winners,
            apart=code in APART,
            names=", ".join(names.get(code, ())),
        )
        for code in shown
    )


def winning(result: Mapping[str, Any], motion: Motion) -> frozenset[str]:
    """The codes that stand out: what was chosen, or the side that won."""
    settled = result.get("settled")
    if motion.method in FIXED:
        said = settled or result["verdict"]
        sides = {Verdict.ACCEPTED: 0, Verdict.REJECTED: -1}
        return frozenset({FIXED[Method(motion.method)][sides[said]]} if said in sides else ())
    if settled:
        return frozenset({str(settled)})
    first: list[str] = result["first"]
    return frozenset(first if result["verdict"] == Verdict.CHOSEN else ())


def who(meeting: Meeting) -> str:
    """Who decides, as the beginning of a sentence."""
    return {
        Preset.COMMITTEE_ADVICE: _("De commissie"),
        Preset.COMMITTEE_POLL: _("De commissie"),
        Preset.COUNCIL_PUBLIC: _("De raad"),
        Preset.COUNCIL_SECRET: _("De raad"),
        Preset.ASSEMBLY: _("De algemene vergadering"),
        Preset.CONSENT: _("De stuurgroep"),
    }[Preset(meeting.preset)]


def verdict(meeting: Meeting, motion: Motion, titles: Mapping[str, str]) -> str:
    """The result in one sentence, large on the screen."""
    result = motion.result or {}
    settled = result.get("settled", "")
    found = Verdict.CHOSEN if settled in titles else Verdict(settled or result["verdict"])
    first = [settled] if settled in titles else result["first"]
    chosen = ", ".join(titles[code] for code in first if code in titles)
    too_few = {"n": result["quorum_present"], "needed": result["quorum"]}
    sentences = {
        Verdict.CHOSEN: _("%(who)s kiest: %(title)s", who=who(meeting), title=chosen),
        Verdict.TIE: tie(result, titles),
        Verdict.NO_QUORUM: _("Te weinig leden: %(n)s van de %(needed)s.", **too_few),
        Verdict.NO_MAJORITY: _("Geen optie haalt de meerderheid."),
    }
    return sentences.get(found) or decided(meeting, motion, accepted=found is Verdict.ACCEPTED)


def decided(meeting: Meeting, motion: Motion, *, accepted: bool) -> str:
    if motion.method == Method.CONSENT:
        return (
            _("Niemand heeft bezwaar. Het voorstel gaat door.")
            if accepted
            else _("Er is bezwaar. Het voorstel gaat niet door.")
        )
    if Rules.from_json(motion.rules).advisory:
        return (
            _("%(who)s geeft een gunstig advies.", who=who(meeting))
            if accepted
            else _("%(who)s geeft een ongunstig advies.", who=who(meeting))
        )
    return _("Het voorstel is aangenomen.") if accepted else _("Het voorstel is verworpen.")


def tie(result: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    votes = result["votes"]
    tied = list(result["first"]) or list(votes)
    numbers = [votes[code] for code in tied]
    if len(tied) == 2:  # noqa: PLR2004 — two against each other
        return _("Gelijk: %(one)s tegen %(other)s.", one=numbers[0], other=numbers[1])
    return _("Gelijk: %(titles)s.", titles=", ".join(titles[code] for code in tied))


def detail(result: Mapping[str, Any], rules: Rules) -> str:
    """What follows from equal votes."""
    if result["verdict"] != Verdict.TIE:
        return ""
    settled_by = result.get("settled_by")
    return str(settled_by) if settled_by else str(words.TIES[rules.tie])


def needed_words(line: int | None) -> str:
    if line is None:
        return ""
    return ngettext("%(num)d stem is genoeg.", "%(num)d stemmen zijn genoeg.", line)


def turnout_words(result: Mapping[str, int]) -> str:
    return _(
        "%(cast)s van de %(entitled)s stemmen uitgebracht.",
        cast=result["cast"],
        entitled=result["entitled"],
    )


def quorum_words(result: Mapping[str, Any]) -> str:
    if result["quorum"] is None:
        return _("Er is geen quorum nodig.")
    reached = result["quorum_present"] >= result["quorum"]
    given = {"n": result["quorum"]}
    return (
        _("Quorum van %(n)s gehaald.", **given)
        if reached
        else _("Quorum van %(n)s niet gehaald.", **given)
    )


def rule_words(motion: Motion, rules: Rules) -> str:
    """The rule in one line, with the counting method where it matters."""
    if motion.method == Method.RANKING:
        return str(words.COUNTINGS[rules.counting])
    if motion.method == Method.CONSENT:
        return _("Het voorstel gaat door als niemand bezwaar heeft.")
    return _("Nodig: %(rule)s.", rule=words.majority_words(rules.majority))


def too_many(motion: Motion, cast: int) -> str:
    """Warn where more votes came in than there were members: a poll knows no names."""
    if motion.kind != Kind.POLL or cast <= (motion.closing or {}).get("present", cast):
        return ""
    return _("Er kwamen meer stemmen binnen dan er leden aanwezig waren. Stem liever opnieuw.")


def small_group(motion: Motion, numbers: Mapping[str, int], cast: int) -> str:
    """Warn where a secret count tells who voted what."""
    if motion.kind == Kind.NAMED or not cast:
        return ""
    if max(numbers.values()) == cast:
        return _("Iedereen stemde hetzelfde. Zo weet iedereen wat elk lid stemde.")
    if cast <= SMALL_GROUP and max(numbers.values()) >= cast - 1:
        return _("In zo’n kleine groep kan men raden wie wat stemde.")
    return ""
