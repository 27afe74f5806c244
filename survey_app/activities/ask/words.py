"""The words of open answers, largest those that most people wrote."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from stopwordsiso import stopwords

MOST = 40
SIZES = 5
LETTERS = re.compile(r"[^\W\d_][\w'’-]+")
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word, how many people wrote it, and its size from 1 to 5."""

    text: str
    n: int
    size: int


def words_in(texts: Iterable[str]) -> tuple[Word, ...]:
    """Count each word once a person and leave out what says nothing; in the order of the alphabet.

    The size grows with the number of people, in five steps, so that few answers are no shouting.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({word for word in told(text) if len(word) >= SHORTEST})
    kept = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    most = max((n for _word, n in kept), default=1)
    sized = (Word(word, n, 1 + (SIZES - 1) * (n - 1) // max(most - 1, 1)) for word, n in kept)
    return tuple(sorted(sized, key=lambda word: word.text))


def told(text: str) -> Iterable[str]:
    empty = stopwords("nl")
    return (word for word in LETTERS.findall(text.casefold()) if word not in empty)
