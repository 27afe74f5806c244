"""What can be wrong with a file of answers or a codebook, said all at once and with a cure.

AnalyseError (a ValueError)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.words import say

MOST = 20
"""More mistakes than this are counted, not listed."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its line (0 when it is the whole file's), a Dutch sentence and what it names."""

    message: str
    line: int = 0
    params: Mapping[str, str | int] = field(default_factory=dict)

    def sentence(self, language: str = "nl") -> str:
        """What is wrong and what to do, on one line without control characters."""
        gettext = say(language).gettext
        what = gettext(self.message) % {name: plain(value) for name, value in self.params.items()}
        if not self.line:
            return what
        return gettext("regel %(line)s: %(what)s") % {"line": self.line, "what": what}


class AnalyseError(ValueError):
    """A file that cannot be analysed; ``mistakes`` says all that is wrong with it."""

    def __init__(self, file: str, mistakes: Sequence[Mistake]) -> None:
        super().__init__("; ".join(mistake.sentence() for mistake in mistakes[:MOST]))
        self.file = file
        self.mistakes = tuple(mistakes)

    def sentences(self, language: str = "nl") -> tuple[str, ...]:
        """One line a mistake, with the file; the last line says how many more there are."""
        _ = say(language).gettext
        lines = [f"{plain(self.file)}: {m.sentence(language)}" for m in self.mistakes[:MOST]]
        if len(self.mistakes) > MOST:
            lines.append(_("En nog %(n)s fouten.") % {"n": len(self.mistakes) - MOST})
        return tuple(lines)


LONGEST = 60


def plain(value: str | int) -> str:
    """A piece of somebody's file as it may stand in a message: short, and on one line."""
    text = "".join(letter if letter.isprintable() else "�" for letter in str(value))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
