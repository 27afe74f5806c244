"""How a motion is decided, as a form: shares, quorum, ties, receipts."""

from fractions import Fraction

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Form

from analysis.tally.majority import (
    ABSOLUTE,
    HALF,
    SIMPLE,
    THREE_QUARTERS,
    TWO_THIRDS,
    UNANIMOUS,
    Base,
    Majority,
    Quorum,
)
from survey_app.ballots import words
from survey_app.ballots.forms import OneOf, choices, whole
from survey_app.ballots.rules import Counting, Receipt, Rules, Tie

MOST_OPTIONS = 20
SHARES: dict[str, Majority] = {
    "simple": SIMPLE,
    "absolute": ABSOLUTE,
    "two_thirds": TWO_THIRDS,
    "three_quarters": THREE_QUARTERS,
    "unanimous": UNANIMOUS,
}
SHARE_WORDS = {
    "simple": _("De meeste stemmen"),
    "absolute": _("Meer dan de helft"),
    "two_thirds": _("Minstens twee derde"),
    "three_quarters": _("Minstens drie vierde"),
    "unanimous": _("Iedereen"),
    "own": _("Een eigen breuk"),
}
QUORUMS: dict[str, Quorum | None] = {
    "none": None,
    "half": Quorum(HALF),
    "two_thirds": Quorum(Fraction(2, 3), strict=False),
}
QUORUM_WORDS = {
    "none": _("Geen"),
    "half": _("Meer dan de helft van de leden"),
    "two_thirds": _("Minstens twee derde van de leden"),
}


KEPT = ("most", "abstain", "names_live", "who_took_part", "devices", "weighted", "proxies")
"""Fields that hold a rule as it is."""


class RulesForm(Form):
    """How a motion is decided; every rule starts as the preset has it."""

    share = OneOf(_("Hoeveel stemmen zijn nodig?"), choices=choices(SHARE_WORDS))
    own_part = whole(_("Teller"), 1, 1000)
    own_whole = whole(_("Noemer"), 1, 1000)
    base = OneOf(_("Van wat?"), choices=choices(words.BASES))
    quorum = OneOf(_("Hoeveel leden moeten er zijn?"), choices=choices(QUORUM_WORDS))
    tie = OneOf(_("Bij gelijke stemmen"), choices=choices(words.TIES))
    receipt = OneOf(_("Bewijs voor de stemmer"), choices=choices(words.RECEIPTS))
    counting = OneOf(_("Een rangorde tellen"), choices=choices(words.COUNTINGS))
    most = whole(_("Hoogstens hoeveel opties?"), 1, MOST_OPTIONS)
    abstain = BooleanField(_("Onthouden mag"))
    names_live = BooleanField(_("Toon tijdens de stemming op het scherm wie wat stemt"))
    who_took_part = BooleanField(_("Zet in het bestand wie deelnam"))
    devices = BooleanField(_("Elk toestel stemt één keer, ook zonder kaart"))
    weighted = BooleanField(_("Stemmen hebben een gewicht"))
    proxies = whole(_("Volmachten per lid"), 0, 10)

    def show(self, rules: Rules) -> None:
        """Fill in the rules as they are now."""
        named = next((n for n, m in SHARES.items() if same_share(m, rules.majority)), "own")
        self.share.data = named
        self.own_part.data = rules.majority.share.numerator
        self.own_whole.data = rules.majority.share.denominator
        self.base.data = str(rules.majority.base)
        self.quorum.data = next((n for n, q in QUORUMS.items() if q == rules.quorum), "none")
        for name in ("tie", "receipt", "counting"):
            self[name].data = str(getattr(rules, name))
        for name in KEPT:
            self[name].data = getattr(rules, name)

    def rules(self, *, advisory: bool) -> Rules:
        return Rules(
            majority=self.majority(),
            quorum=QUORUMS[self.quorum.data],
            tie=Tie(self.tie.data),
            receipt=Receipt(self.receipt.data),
            counting=Counting(self.counting.data),
            abstain=bool(self.abstain.data),
            most=self.most.data,
            weighted=bool(self.weighted.data),
            proxies=self.proxies.data or 0,
            advisory=advisory,
            names_live=bool(self.names_live.data),
            who_took_part=bool(self.who_took_part.data),
            devices=bool(self.devices.data),
        )

    def majority(self) -> Majority:
        """The majority as typed; also of a form that is not sound yet, to be shown again."""
        base = Base(self.base.data) if self.base.data in {*Base} else Base.VALID
        if self.share.data == "own":
            share = Fraction(self.own_part.data or 1, self.own_whole.data or 2)
            return Majority(min(share, Fraction(1)), strict=False, base=base)
        held = SHARES.get(self.share.data, ABSOLUTE)
        return Majority(held.share, held.strict, base)


def same_share(one: Majority, other: Majority) -> bool:
    return (one.share, one.strict) == (other.share, other.strict)
