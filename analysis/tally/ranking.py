"""Rankings: the option with the best mean place is first; first places are counted apart."""

from collections.abc import Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from question_banks.measures import Measure


@tally(Measure.RANKING, name="ranking")
def ranking(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with minus its mean place, 1 being first.

    Whoever leaves options out puts them all below the ones placed, in no order: each stands at the
    mean of the places left. ``count`` people placed it themselves, ``spread`` by place. An option
    that nobody judged stands last. It orders as Borda's count does when all are shown the same.
    """
    for code in item.option_codes:
        judged = list(given(votes, code))
        people = sum(vote.n for vote in judged)
        total = sum((place_of(code, vote) * vote.n for vote in judged), Fraction(0))
        mean = total / people if people else Fraction(len(item.option_codes) + 1)
        spread = tuple(by_place(item, judged, code))
        count = sum(n for _place, n in spread)
        yield Line(code, asked(votes, code), count, -mean, spread)


def place_of(option: str, vote: Vote) -> Fraction:
    """The place somebody gave an option, or the mean of the places that were left."""
    if option in vote.value:
        return Fraction(vote.value.index(option) + 1)
    return Fraction(len(vote.value) + 1 + len(vote.shown), 2)


def by_place(item: ItemCode, votes: list[Vote], option: str) -> Iterator[tuple[str, int]]:
    for place in range(len(item.option_codes)):
        yield (
            str(place + 1),
            sum(vote.n for vote in votes if vote.value[place : place + 1] == (option,)),
        )
