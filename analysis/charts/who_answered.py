"""Who answered: each group's part of the answers, beside its part of the village."""

from collections.abc import Sequence

from analysis.axes import share_axis
from analysis.chart import Chart, Table, chart
from analysis.figure import Note, Pair, Pairs
from analysis.priorities import FEW, VERY_FEW
from analysis.representation import Heard, Representation, expected_active
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    names,
    self_selected,
)
from analysis.words import percent, say


@chart("who_answered")
def who_answered_chart(found: Representation, *, about: str = "", language: str = "nl") -> Chart:
    """Draw the groups of one kind; without figures of the village only the answers' own parts."""
    said = finding(found, language)
    return Chart(
        name="who_answered",
        finding=said,
        subtitle=subtitle(found, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, group, language) for group in found.groups], language),
        table=Table((), ()) if found.hidden else table(found, language),
        figure=Note("", hidden_caption(language)) if found.hidden else figure(found, language),
        caution="" if found.hidden else few_caution(found.n, language, shares=True),
        language=language,
    )


def figure(found: Representation, language: str) -> Pairs:
    _ = say(language).gettext
    known = [x for group in found.groups for x in (group.share, group.fair) if x is not None]
    top, ticks = share_axis(max(known, default=0.0), language)
    return Pairs(
        rows=tuple(pair(found, group, language) for group in found.groups),
        top=top,
        ticks=ticks,
        name=_("Deel van de antwoorden"),
        other_name=_("Deel van de inwoners") if found.inhabitants else "",
        side_title=_("Nog te horen") if found.short() else "",
        more=more_rows(language),
    )


def pair(found: Representation, group: Heard, language: str) -> Pair:
    return Pair(
        label=group.label,
        value=group.share,
        other=group.fair,
        shown=share_words(found, group, language),
        other_shown="" if group.fair is None else percent(group.fair, language),
        side=side(found, group, language),
        lit=group.short,
    )


def share_words(found: Representation, group: Heard, language: str) -> str:
    if group.share is None:
        return say(language).gettext("niet getoond")
    return str(group.n) if found.n < VERY_FEW else percent(group.share, language)


def side(found: Representation, group: Heard, language: str) -> str:
    """How many more answers would be this group's part; nothing where no group falls short."""
    _, ngettext = say(language).gettext, say(language).ngettext
    if not found.short() or group.fair is None:
        return ""
    if not group.short:
        return "" if group.n is None else _("genoeg")
    if group.missing is None:
        return _("te weinig")
    return ngettext("%(n)s mens", "%(n)s mensen", group.missing) % {"n": group.missing}


def finding(found: Representation, language: str) -> str:
    """Who is heard too little; else that all are heard, or who answered most."""
    _, ngettext = say(language).gettext, say(language).ngettext
    if found.hidden:
        return hidden_finding(language)
    if not found.inhabitants:
        return most(found, language)
    short = found.short()
    if not short and found.n < FEW:
        return _("Te weinig antwoorden om te zeggen wie ontbreekt")
    if not short:
        return none_missing([found], language)
    if len(short) <= NAMES_IN_A_SENTENCE:
        return _("We hoorden te weinig: %(names)s") % {
            "names": names([group.label for group in short], language)
        }
    return ngettext(
        "%(n)s van de %(all)s groepen hoorden we te weinig",
        "%(n)s van de %(all)s groepen hoorden we te weinig",
        len(short),
    ) % {"n": len(short), "all": len(found.groups)}


def none_missing(found: Sequence[Representation], language: str) -> str:
    """That every group is heard; less, where a group is too small to tell."""
    _ = say(language).gettext
    if all(one.sure() for one in found):
        return _("Elke groep is ongeveer gehoord naar haar deel van het dorp")
    return _("Van geen enkele groep ontbreken duidelijk antwoorden")


def most(found: Representation, language: str) -> str:
    """Without figures of the village: where most answers came from."""
    _ = say(language).gettext
    known = [group for group in found.groups if group.n is not None]
    best = max((group.n or 0 for group in known), default=0)
    top = [group.label for group in known if group.n == best]
    if not top:
        return _("Te weinig antwoorden per groep om te tonen")
    if len(top) > NAMES_IN_A_SENTENCE:
        return _("De antwoorden zijn gelijk verdeeld over veel groepen")
    return _("De meeste antwoorden: %(names)s") % {"names": names(top, language)}


def subtitle(found: Representation, about: str, language: str) -> str:
    ngettext = say(language).ngettext
    people = ngettext("%(n)s antwoord.", "%(n)s antwoorden.", found.n) % {"n": found.n}
    return " ".join(
        part for part in (f"{found.what}.", "" if found.hidden else people, about) if part
    )


def caption(found: Representation, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return ""
    said = [self_selected(language)]
    if found.inhabitants:
        said.insert(0, _("De witte balk is het deel van de groep in het dorp."))
        said.append(yardstick(found.inhabitants, language))
    else:
        said.insert(0, _("Er zijn geen cijfers van het dorp om dit naast te leggen."))
    return " ".join(said)


def yardstick(inhabitants: int, language: str) -> str:
    """How many people one may hope for."""
    return say(language).gettext(
        "Ongeveer 4 %% van een dorp doet actief mee: hier %(n)s mensen."
    ) % {"n": expected_active(inhabitants)}


def spoken(found: Representation, group: Heard, language: str) -> str:
    _ = say(language).gettext
    words = {"label": group.label, "share": share_words(found, group, language)}
    if group.fair is None:
        return _("%(label)s: %(share)s") % words
    fair = percent(group.fair, language)
    return _("%(label)s: %(share)s van de antwoorden, %(fair)s van de inwoners") % {
        **words,
        "fair": fair,
    }


def table(found: Representation, language: str) -> Table:
    _ = say(language).gettext
    known = (found.what, _("Antwoorden"), _("Deel (%)"))
    rows = [
        (g.label, g.n, None if g.share is None else round(100 * g.share, 1)) for g in found.groups
    ]
    if not found.inhabitants:
        return Table(known, tuple(rows))
    columns = (*known, _("Inwoners"), _("Deel van de inwoners (%)"), _("Nog te horen"))
    village = [
        (g.people, None if g.fair is None else round(100 * g.fair, 1), g.missing)
        for g in found.groups
    ]
    return Table(columns, tuple((*a, *b) for a, b in zip(rows, village, strict=True)))
