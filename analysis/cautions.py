"""What a reader must be told beside the figures, in plain sentences."""

from analysis.priorities import Priorities
from analysis.words import listed, say

MANY_UNSURE = 0.25


def cautions(found: Priorities, language: str = "nl") -> tuple[str, ...]:
    """Every caution that goes with an item's priorities; none when all is well.

    Said are: too few answers to show, fewer than 10 or 30 answers, options left out, a quarter or
    more who do not know, and differences too small to tell who is first.
    """
    _ = say(language).gettext
    if found.hidden:
        return (_("Te weinig antwoorden om te tonen."),)
    said = []
    if found.very_few:
        said.append(_("Minder dan tien antwoorden: gebruik aantallen, geen percentages."))
    elif found.few:
        said.append(_("Minder dan dertig antwoorden: lees dit voorzichtig."))
    if found.left_out:
        names = listed(found.left_out, language)
        said.append(_("Niet getoond, te weinig mensen: %(names)s.") % {"names": names})
    if found.dont_know >= MANY_UNSURE * found.n:
        said.append(
            _("Veel mensen weten het niet: %(unsure)s van %(n)s.")
            % {"unsure": found.dont_know, "n": found.n}
        )
    if all_alike(found):
        said.append(_("De verschillen zijn te klein om te zeggen wat eerst komt."))
    return tuple(said)


def all_alike(found: Priorities) -> bool:
    """Several options, all on one shared place."""
    return len(found.rows) > 1 and len({row.place for row in found.rows}) == 1


def general(language: str = "nl") -> tuple[str, ...]:
    """What holds for every figure, to be printed once."""
    _ = say(language).gettext
    return (
        _("Wie meedeed, koos daar zelf voor. De marge gaat alleen over toeval."),
        _("De marge is 95 %. Bij een deel is dat Wilson, bij een gemiddelde bootstrap."),
        _("Keuzes op een gedeelde plaats verschillen te weinig om ze te ordenen."),
        _("Eén toestel is niet altijd één mens: samen invullen mag."),
        _("Papier en digitaal tellen samen, tenzij u ze apart kiest."),
        _("Kreeg een vraag onderweg een andere betekenis, dan telt ze apart."),
        _("Een stemming waaraan iedereen deelnam, heeft geen marge."),
        _("Wie “weet ik niet” koos, telt mee in het aantal. Wie oversloeg niet."),
    )
