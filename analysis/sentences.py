"""What every chart says in the same words: who answered, how few, where the answers come from."""

from collections.abc import Iterable, Sequence

from analysis.priorities import FEW, VERY_FEW
from analysis.words import listed, quoted, say

LONG_NAME = 28
"""Longer labels are set between quotes in a sentence."""

LONGEST_NAME = 70
NAMES_IN_A_SENTENCE = 3


def subtitle(question: str, n: int | None, about: str, language: str) -> str:
    """The question, how many answered, and where the answers come from."""
    ngettext = say(language).ngettext
    people = "" if n is None else ngettext("%(n)s antwoord.", "%(n)s antwoorden.", n) % {"n": n}
    asked = quoted(question, language) if question else ""
    return " ".join(part for part in (asked, people, about) if part)


def hidden_finding(language: str) -> str:
    return say(language).gettext("Te weinig antwoorden om te tonen")


def hidden_caption(language: str) -> str:
    """Why nothing is shown; the number itself would tell too much."""
    return say(language).gettext(
        "We tonen cijfers pas bij genoeg antwoorden. Zo blijft iedereen anoniem."
    )


def too_few(language: str) -> str:
    """What stands where a figure would."""
    return say(language).gettext("te weinig antwoorden")


def few_caution(n: int, language: str, *, shares: bool) -> str:
    """The caution under 30 answers, and a stronger one under 10."""
    _ = say(language).gettext
    if n >= FEW:
        return ""
    if n >= VERY_FEW:
        return _("Minder dan dertig antwoorden: lees dit voorzichtig.")
    if shares:
        return _("Minder dan tien antwoorden: we tonen aantallen, geen percentages.")
    return _("Minder dan tien antwoorden: dit zegt nog niet veel.")


def unsure(n: int, language: str) -> str:
    ngettext = say(language).ngettext
    return ngettext("%(n)s mens weet het niet.", "%(n)s mensen weten het niet.", n) % {"n": n}


def skipped(n: int, language: str) -> str:
    ngettext = say(language).ngettext
    return ngettext("%(n)s mens sloeg de vraag over.", "%(n)s mensen sloegen de vraag over.", n) % {
        "n": n
    }


def not_shown(labels: Sequence[str], language: str) -> str:
    """Which options have no figure; how many, where they are more than a sentence holds."""
    _ = say(language).gettext
    if len(labels) > NAMES_IN_A_SENTENCE:
        return _("Niet getoond, te weinig mensen: %(n)s keuzes.") % {"n": len(labels)}
    return _("Niet getoond, te weinig mensen: %(names)s.") % {"names": names(labels, language)}


def own_choice(language: str) -> str:
    """The limit that no interval shows."""
    return say(language).gettext("Wie meedeed, koos daar zelf voor. Dat ziet u niet aan de lijn.")


def self_selected(language: str) -> str:
    """The same limit, where there is no line."""
    return say(language).gettext("Wie meedeed, koos daar zelf voor.")


def named(label: str, language: str) -> str:
    """A label as it stands in a sentence; a long one between quotes, the longest cut."""
    short = label.strip().rstrip(".")
    if len(short) > LONGEST_NAME:
        short = short[:LONGEST_NAME].rsplit(" ", 1)[0] + "…"
    return quoted(short, language) if len(short) > LONG_NAME or short.endswith("?") else short


def names(labels: Iterable[str], language: str) -> str:
    return listed([named(label, language) for label in labels], language)


def more_rows(language: str) -> str:
    """What stands under a picture that had no room for every row."""
    return say(language).gettext("En nog %(n)s in de tabel.")


def in_words(finding: str, lines: list[str], language: str, *, most: int = 12) -> str:
    """The alternative text: the finding, then the first lines; the table has the others."""
    _ = say(language).gettext
    told = lines[:most]
    if len(lines) > most:
        told.append(_("en nog %(n)s in de tabel") % {"n": len(lines) - most})
    return finding + "." + (f" {'; '.join(told)}." if told else "")
