"""Dutch words of open answers: cut, brought to their stem, without words that say nothing."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

SHORTEST = 3
EVERYWHERE = """
    wij ons onze jullie graag zou zouden kunnen mag moet moeten willen wil vind vinden goed goede
    meer minder veel weinig iets niets alles echt heel erg soms altijd nooit vaak dorp mensen
    iedereen iemand komen gaan zijn hebben doen maken krijgen staan zitten
"""
"""Words that people use about anything in their village."""


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, as written; numbers, links and addresses are left out."""
    plain = re.sub(r"\S+@\S+|https?://\S+|www\.\S+", " ", text.lower())
    found = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", plain)
    return [word for word in found if len(word) >= SHORTEST and word not in nothing_said()]


@lru_cache(maxsize=1)
def nothing_said() -> frozenset[str]:
    """Words that say nothing by themselves."""
    from stopwordsiso import stopwords  # noqa: PLC0415 — slow import

    return frozenset(stopwords("nl")) | frozenset(EVERYWHERE.split())


def stems(words: Iterable[str]) -> list[str]:
    """Each word brought to its stem (Porter, M. (2001), Snowball), so that forms count as one."""
    from snowballstemmer import stemmer  # noqa: PLC0415 — slow import

    found: list[str] = stemmer("dutch").stemWords(list(words))
    return found


def commonest_forms(held: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The form in which each stem is written most, for a stem is no word to show."""
    forms: dict[str, Counter[str]] = {}
    for stem, word in held:
        forms.setdefault(stem, Counter())[word] += 1
    return {stem: min(c, key=lambda word: (-c[word], word)) for stem, c in forms.items()}
