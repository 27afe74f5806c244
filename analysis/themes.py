"""Themes in open answers: the machine proposes groups of words, the coach names and merges them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from analysis.disclosure import LEAST
from analysis.words_of_people import commonest_forms, stems, tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST = 20
"""Fewer answers are read by people: no machine is needed."""

MOST_THEMES = 8
ANSWERS_A_THEME = 12
WORDS_A_THEME = 5
STEPS = 300
TINY = 1e-12
SEED = 7


@dataclass(frozen=True, slots=True)
class Theme:
    """Words that stand together, and how many answers are about them.

    ``name`` is the coach's; without one the words stand for it. ``answers`` says which, the
    clearest first, as long as somebody may still read them; what is kept only counts them.
    """

    words: tuple[str, ...]
    n: int
    name: str = ""
    answers: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        return self.name or ", ".join(self.words)


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of ``n`` answers, the largest first; ``rest`` answers belong to none."""

    label: str
    n: int
    themes: tuple[Theme, ...]
    rest: int
    hidden: bool = False


def themes(texts: Sequence[str], *, label: str, k: int = LEAST, most: int = MOST_THEMES) -> Themes:
    """Propose themes: tf-idf and non-negative factors of which answer holds which stem.

    A word is shown only when ``k`` answers use it, so that no theme shows what one person wrote.
    Lee, D. & Seung, H. (1999), Nature 401, 788-791.
    """
    words = [tokens(text) for text in texts]
    stemmed = [stems(one) for one in words]
    n = sum(1 for one in texts if one.strip())
    if n < max(FEWEST, k):
        return Themes(label, 0 if n < k else n, (), 0, hidden=True)
    pairs = [pair for a, b in zip(stemmed, words, strict=True) for pair in zip(a, b, strict=True)]
    forms = commonest_forms(pairs)
    used: dict[str, int] = {}
    for one in stemmed:
        for stem in set(one):
            used[stem] = used.get(stem, 0) + 1
    known = sorted(stem for stem, times in used.items() if times >= k)
    if not known:
        return Themes(label, n, (), n)
    weighed = tf_idf(stemmed, known, used, len(texts))
    parts = min(most, max(1, n // ANSWERS_A_THEME), len(known))
    about, spoken = factors(weighed, parts)
    found = themes_of(about, spoken, [forms[stem] for stem in known], k=k)
    return Themes(label, n, found, n - sum(theme.n for theme in found))


def tf_idf(
    stemmed: Sequence[Sequence[str]], known: Sequence[str], used: Mapping[str, int], n: int
) -> "NDArray[np.float64]":
    """Answers by stems: how often a stem stands there, the more telling the rarer; length 1."""
    import numpy as np  # noqa: PLC0415 — slow import

    place = {stem: column for column, stem in enumerate(known)}
    table = np.zeros((len(stemmed), len(known)))
    for row, one in enumerate(stemmed):
        for stem in one:
            if stem in place:
                table[row, place[stem]] += 1
    idf = np.log((1 + n) / (1 + np.array([used[stem] for stem in known]))) + 1
    table *= idf
    length = np.linalg.norm(table, axis=1, keepdims=True)
    result: NDArray[np.float64] = np.divide(table, length, out=table, where=length > 0)
    return result


def factors(
    table: "NDArray[np.float64]", parts: int
) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """Split a table in answers by themes and themes by stems, nothing negative; a fixed start."""
    import numpy as np  # noqa: PLC0415 — slow import

    rng = np.random.default_rng(SEED)
    about = rng.random((len(table), parts)) + TINY
    spoken = rng.random((parts, table.shape[1])) + TINY
    for _step in range(STEPS):
        spoken *= (about.T @ table) / (about.T @ about @ spoken + TINY)
        about *= (table @ spoken.T) / (about @ (spoken @ spoken.T) + TINY)
    scale = np.linalg.norm(spoken, axis=1)
    return about * scale, spoken / (scale[:, None] + TINY)


def themes_of(
    about: "NDArray[np.float64]", spoken: "NDArray[np.float64]", forms: Sequence[str], *, k: int
) -> tuple[Theme, ...]:
    """Each answer in its clearest theme; themes of fewer than ``k`` answers are not told."""
    import numpy as np  # noqa: PLC0415 — slow import

    best, strength = about.argmax(axis=1), about.max(axis=1)
    found = []
    for part in range(about.shape[1]):
        mine = [i for i in np.argsort(-about[:, part], kind="stable")
                if best[i] == part and strength[i] > TINY * 1e3]  # fmt: skip
        order = np.argsort(-spoken[part], kind="stable")[:WORDS_A_THEME]
        words = tuple(forms[i] for i in order if spoken[part, i] > spoken[part].max() / 10)
        if len(mine) >= k:
            found.append(Theme(words, len(mine), answers=tuple(int(i) for i in mine)))
    return tuple(sorted(found, key=lambda theme: -theme.n))


def placed(found: Themes, places: Mapping[int, int]) -> Themes:
    """Put answers elsewhere: each in the theme of that number, or in none when there is no such."""
    if not places:
        return found
    held = [[i for i in theme.answers if i not in places] for theme in found.themes]
    for answer, place in sorted(places.items()):
        if 0 <= place < len(held):
            held[place].append(answer)
    pairs = zip(found.themes, held, strict=True)
    told = tuple(replace(theme, n=len(mine), answers=tuple(mine)) for theme, mine in pairs)
    return replace(found, themes=told, rest=found.n - sum(theme.n for theme in told))


def merged(found: Themes, names: Sequence[str], *, k: int = LEAST) -> Themes:
    """Give themes the coach's names, in their order; themes of one name become one.

    What is then a theme of fewer than ``k`` answers goes to the rest.
    """
    held: dict[str, Theme] = {}
    for theme, name in zip(found.themes, names, strict=True):
        key = name.strip() or theme.label
        before = held.get(key, Theme((), 0))
        words = (*before.words, *(word for word in theme.words if word not in before.words))
        answers = (*before.answers, *theme.answers)
        held[key] = Theme(words, before.n + theme.n, name.strip(), answers)
    told = sorted((theme for theme in held.values() if theme.n >= k), key=lambda theme: -theme.n)
    return replace(found, themes=tuple(told), rest=found.n - sum(theme.n for theme in told))


def to_json(found: Themes) -> dict[str, Any]:
    """Themes as they are kept: words, names and numbers, but not which answers they are."""
    told = [{"words": list(one.words), "n": one.n, "name": one.name} for one in found.themes]
    return {"n": found.n, "rest": found.rest, "hidden": found.hidden, "themes": told}


def from_json(kept: Mapping[str, Any], *, label: str) -> Themes:
    """Read ``to_json`` back, with the words of its question in some language."""
    told = tuple(Theme(tuple(one["words"]), one["n"], one["name"]) for one in kept["themes"])
    return Themes(label, kept["n"], told, kept["rest"], kept["hidden"])
