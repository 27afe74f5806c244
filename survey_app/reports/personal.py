"""Whether a quote might tell who said it: signs for a coach to look at, not a promise.

Nothing here decides; a person reads every quote before it is approved.
"""

import re
from collections.abc import Iterator

from analysis.personal import tells
from survey_app.reports.words import SIGNS

ABOUT_SOMEBODY = {
    "birth": re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:19|20)\d\d\b|\b\d{1,3} jaar\b"),
    "relative": re.compile(
        r"\bmijn (?:man|vrouw|dochter|zoon|moeder|vader|buurman|buurvrouw|partner|kind"
        r"|mama|papa)\b",
        re.IGNORECASE,
    ),
    "health": re.compile(
        r"\b(?:ziek|kanker|dement\w*|depress\w*|handicap|beperking|rolstoel|autis\w*|ms"
        r"|parkinson)\b",
        re.IGNORECASE,
    ),
}
"""What says something of a person without naming anybody: in a village that may be enough."""


def signs_in(text: str) -> Iterator[str]:
    """The kinds of personal data that a text may hold, in words for the coach."""
    kinds = dict.fromkeys(str(kind) for kind, _words in tells(text))
    kinds |= dict.fromkeys(kind for kind, found in ABOUT_SOMEBODY.items() if found.search(text))
    yield from (str(SIGNS[kind]) for kind in kinds)
