"""What stands in no file: addresses of one machine, unfinished work, ways around a safeguard."""

import re
from pathlib import Path

from tests.house.tree import WRITTEN, name, none_of, with_suffix

OWN = "tests/house/test_words_in_files.py"
LARGEST = 400_000
NOWHERE = {
    "a path of one machine": r"(?<![\w./<])/(?:home|work|root|tmp|Users)/\w",
    "the address of a package registry": r"//[^\s\"']*(?:pypi|pythonhosted|npmjs)",
    "work that is not done": r"\b(?:TODO|FIXME|XXX)\b",
}
NOT_IN_CODE = {
    "a test that steps aside": r"pytest\.skip\(|mark\.skip|mark\.xfail|importorskip",
    "text that is not escaped": r"\|\s*safe\b|autoescape\s+false|innerHTML|insertAdjacentHTML",
    "a check switched off without a reason": r"#\s*(?:noqa|type:\s*ignore)(?!.*(?:—|#.*#|\]\s+#))",
    "style that shouts": r"!important",
}

TEXTS = [
    path
    for path in with_suffix(*WRITTEN)
    if path.stat().st_size < LARGEST and name(path) != OWN and not name(path).startswith("LICENSE")
]


def test_nothing_stands_in_a_file_that_belongs_nowhere() -> None:
    none_of(line for path in TEXTS for line in found(path, NOWHERE))


def test_code_takes_no_way_round() -> None:
    code = [path for path in TEXTS if path.suffix in {".py", ".html", ".js", ".css"}]

    none_of(line for path in code for line in found(path, NOT_IN_CODE))


def found(path: Path, patterns: dict[str, str]) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [
        f"{name(path)}:{number}: {what}: {line.strip()}"
        for number, line in enumerate(lines, 1)
        for what, pattern in patterns.items()
        if re.search(pattern, line)
    ]
