"""The words on what a meeting prints, from its facts: cards, key cards and paper ballots."""

from collections.abc import Sequence

from flask_babel import format_date
from flask_babel import gettext as _

from survey_app.ballots import words
from survey_app.ballots.cards import Printed
from survey_app.ballots.models import Meeting, Motion, MotionOption, Voter
from survey_app.ballots.printing.cards import Card, CardsSpec, CardWords
from survey_app.ballots.printing.keys import Key, KeysSpec, KeyWords
from survey_app.ballots.printing.slips import SlipsSpec
from survey_app.ballots.rules import ABSTAIN, Kind, Method, Rules
from survey_app.core.hosts import public_url
from survey_app.core.i18n import current

LONGEST_DATE = "d MMMM yyyy"


def day_of(meeting: Meeting) -> str:
    return format_date(meeting.held_on, LONGEST_DATE)


def shown_address(path: str) -> str:
    """An address as people type it: without what a browser adds by itself."""
    return public_url(path).partition("://")[2]


def cards_spec(
    meeting: Meeting, printed: Sequence[Printed], voters: Sequence[Voter], *, drawn: bool = False
) -> CardsSpec:
    """Voting cards, in the order of the attendance list, or in no order when they are drawn."""
    factions = {voter.id: voter.faction for voter in voters}
    order = {voter.id: place for place, voter in enumerate(voters)}
    cards = sorted(printed, key=lambda card: order.get(card.voter_id or 0, 0))
    return CardsSpec(
        current(),
        CardWords(
            title=_("Stemkaart"),
            meeting=meeting.body,
            day=day_of(meeting),
            do=_("Scan. Kies. Bevestig."),
            type_it=_("Of typ %(address)s en daarna uw code.", address=shown_address("/v")),
            cut=_("Knip langs de stippellijn. Schud de kaarten. Elk lid trekt zelf één kaart.")
            if drawn
            else _("Knip langs de stippellijn. Leg elke kaart bij de strook met de naam."),
            foot=_("Alleen voor peilingen") if drawn else meeting.title,
            sheet=_("Blad %(n)s van %(total)s", n="%(n)s", total="%(total)s"),
            names=_("Namen bij de stemkaarten"),
            place=_(
                "Blad %(sheet)s, kaart %(place)s, code eindigt op %(end)s",
                sheet="%(sheet)s",
                place="%(place)s",
                end="%(end)s",
            ),
            qr_alt=_("QR-code om te stemmen"),
        ),
        tuple(
            Card(
                public_url(f"/v/{card.token}"),
                card.code,
                card.name,
                factions.get(card.voter_id or 0, ""),
            )
            for card in cards
        ),
    )


def keys_spec(meeting: Meeting, motion: Motion, cards: Sequence[str]) -> KeysSpec:
    """Two key cards, one for the chair and one for the secretary."""
    holders = (_("Sleutelkaart van de voorzitter"), _("Sleutelkaart van de secretaris"))
    return KeysSpec(
        current(),
        KeyWords(
            document=_("Sleutelkaarten"),
            meeting=f"{meeting.body}, {day_of(meeting)}",
            motion=motion.title,
            type_it=_("Typ of scan deze sleutel bij het openen van de stembus."),
            use=_("Gebruik deze kaart"),
            spare=_("Reserve"),
            rules=(
                _("Houd deze kaart bij u tot de stembus opengaat."),
                _("De stembus gaat alleen open met beide kaarten samen."),
                _("Toon deze kaart aan niemand."),
            ),
            spare_rules=(
                _("Steek dit exemplaar nu in een omslag en plak die dicht."),
                _(
                    "Zijn beide exemplaren van een kaart kwijt? Dan kan niemand de stembus openen. "
                    "Dan vervalt de stemming en stemt u opnieuw."
                ),
            ),
            qr_alt=_("QR-code met de sleutel"),
        ),
        tuple(Key(title, secret) for title, secret in zip(holders, cards, strict=True)),
    )


def slips_spec(
    meeting: Meeting, motion: Motion, options: Sequence[MotionOption], copies: int
) -> SlipsSpec:
    """Paper ballots, the same options in the same order as on the phones."""
    rules = Rules.from_json(motion.rules)
    apart = [str(words.FIXED_OPTIONS[ABSTAIN])] if rules.abstain else []
    return SlipsSpec(
        language=current(),
        meeting=f"{meeting.body}, {day_of(meeting)}",
        title=motion.title,
        kind=str(words.KINDS[Kind(motion.kind)][0]),
        how=how(motion, rules),
        fold=_("Plooi dit blad en steek het in de stembus. Schrijf er geen naam op."),
        options=(*(words.option_title(option) for option in options), *apart),
        copies=copies,
    )


def how(motion: Motion, rules: Rules) -> str:
    if motion.method == Method.APPROVAL:
        return _("Zet een kruisje bij elke optie die u goed vindt.")
    if motion.method == Method.RANKING:
        counted = str(words.COUNTINGS[rules.counting])
        return _("Schrijf 1 bij uw eerste keuze, 2 bij uw tweede. Geteld met %(how)s.", how=counted)
    return _("Zet één kruisje. Met twee kruisjes is uw stem ongeldig.")
