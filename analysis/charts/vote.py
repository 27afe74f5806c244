"""A vote between two options, round by round: counts, and a margin only where there is chance."""

from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Note, Stack, Stacks
from analysis.sentences import in_words, more_rows, named
from analysis.voting import Duel, Room, Round
from analysis.words import decimal, number, percent, quoted, say


@chart("vote")
def vote_chart(found: Duel, *, about: str = "", language: str = "nl") -> Chart:
    """Draw each round as one bar with a part for both options; abstentions stand apart."""
    _ = say(language).gettext
    said = finding(found, language)
    nobody = not any(one.votes for one in found.rounds)
    return Chart(
        name="vote",
        finding=said,
        subtitle=" ".join(
            part
            for part in (quoted(found.question, language), turnout(found, language), about)
            if part
        ),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, one, language) for one in found.rounds], language),
        table=table(found, language),
        figure=Note("", _("Er zijn geen stemmen.")) if nobody else figure(found, language),
        caution=caution(found, language),
        language=language,
    )


def figure(found: Duel, language: str) -> Stacks:
    _ = say(language).gettext
    return Stacks(
        rows=tuple(stack(one, language, several=len(found.rounds) > 1) for one in found.rounds),
        points=(found.one, found.other),
        apart_title=_("Onthoudingen") if any(one.abstained for one in found.rounds) else "",
        rivals=True,
        more=more_rows(language),
    )


def stack(one: Round, language: str, *, several: bool) -> Stack:
    """A round's votes as numbers: they are counted, not estimated."""
    n = one.votes or 1
    shown = (number(one.one, language), number(one.other, language))
    apart = number(one.abstained, language) if one.abstained else ""
    return Stack(one.label if several else "", (one.one / n, one.other / n), shown, apart)


def finding(found: Duel, language: str) -> str:
    """Who won with how many votes, and whether it could be chance."""
    _ = say(language).gettext
    winner, last = found.winner(), found.last
    if not last.votes:
        return _("Niemand koos")
    words = {
        "name": named(winner or "", language), "most": max(last.one, last.other),
        "least": min(last.one, last.other),
    }  # fmt: skip
    if winner is None:
        return _("Gelijke stand: %(most)s tegen %(least)s") % words
    if found.certain():
        return _("%(name)s: gewonnen met %(most)s tegen %(least)s") % words
    return (
        _("De meeste stemmen: %(name)s, %(most)s tegen %(least)s. Dat verschil kan toeval zijn")
        % words
    )


def turnout(found: Duel, language: str) -> str:
    _, ngettext = say(language).gettext, say(language).ngettext
    n = found.last.votes + found.last.abstained
    if found.of:
        return _("%(n)s van de %(of)s stemden of onthielden zich.") % {"n": n, "of": found.of}
    if found.last.abstained:
        return ngettext(
            "%(n)s mens stemde of onthield zich.", "%(n)s mensen stemden of onthielden zich.", n
        ) % {"n": n}
    return ngettext("%(n)s stem.", "%(n)s stemmen.", n) % {"n": n}


def caption(found: Duel, language: str) -> str:
    """What the numbers say of whom, and the test in words."""
    _ = say(language).gettext
    bounds, p = found.interval(), found.p()
    if not found.last.votes:
        return ""
    if bounds is None or p is None:
        return _("Iedereen in de zaal stemde: dit is de uitslag, zonder marge.")
    said = [
        _("Van de stemmen ging %(share)s naar %(name)s (95 %%: %(low)s tot %(high)s).") % {
            "share": percent(found.last.one / found.last.votes, language),
            "name": named(found.one, language),
            "low": percent(bounds[0], language), "high": percent(bounds[1], language),
        },
        _("Bij gelijke steun komt zo’n verschil %(p)s op de 100 keer voor (exacte test).") % {
            "p": chance_words(p, language)
        },
    ]  # fmt: skip
    if found.room is Room.PART:
        said.append(_("Niet iedereen stemde: de marge gaat over wie ontbrak."))
    return " ".join(said)


def chance_words(p: float, language: str) -> str:
    """How often of a hundred times; small chances with a decimal."""
    times = 100 * p
    if times < 0.1:  # noqa: PLR2004 — once in a thousand
        return "<\u00a0" + decimal(0.1, 1, language)
    return decimal(times, 1, language) if times < 10 else str(round(times))  # noqa: PLR2004 — two digits


def caution(found: Duel, language: str) -> str:
    _ = say(language).gettext
    if found.room is Room.SAMPLE and found.last.votes:
        return _("Wie stemde, koos daar zelf voor: dit is geen uitspraak van het hele dorp.")
    return ""


def spoken(found: Duel, one: Round, language: str) -> str:
    words = {"label": one.label, "a": found.one, "n": one.one, "b": found.other, "m": one.other}
    said = say(language).gettext("%(label)s: %(a)s %(n)s, %(b)s %(m)s") % words
    return said.removeprefix(": ")


def table(found: Duel, language: str) -> Table:
    _ = say(language).gettext
    rows: list[tuple[Cell, ...]] = [
        (one.label or _("Uitslag"), one.one, one.other, one.abstained) for one in found.rounds
    ]
    return Table((_("Ronde"), found.one, found.other, _("Onthoudingen")), tuple(rows))
