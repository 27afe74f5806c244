"""Dutch words the rules need, read from ``dutch.yaml`` so that anybody can add one."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from question_banks.marked_yaml import read_marked

FILE = Path(__file__).with_name("dutch.yaml")
Kind = Literal["verbs", "whether", "against", "in_favour", "between"]


@cache
def dutch(kind: Kind) -> frozenset[str]:
    """Return the words of one kind, in lower case."""
    lines: list[str] = read_marked(FILE.read_bytes()).data[kind]
    return frozenset(word for line in lines for word in line.split())


def spoken(sentence: str) -> frozenset[str]:
    """Return the words of a sentence, in lower case, without figures and signs."""
    return frozenset(re.findall(r"[^\W\d_]+", sentence.casefold()))
