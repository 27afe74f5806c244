"""YAML that knows its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_banks.marked_yaml import BadYamlError, read_marked, repeated_keys
from tests.question_banks.strategies import quick


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("2026-05-20", "2026-05-20"),
        ("~", None),
        ("null", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-1", -1),
        ("2.5", 2.5),
        ("1e3", "1e3"),
        ("<<", "<<"),
    ],
)
def test_only_plain_values_are_more_than_words(source, value):
    assert read_marked(f"key: {source}".encode()).data == {"key": value}


def test_every_part_knows_its_line():
    marked = read_marked(b"one: 1\nlist:\n  - aa: x\n  - bb:\n      cc: y\n")

    assert marked.line() == 1
    assert marked.line(("list",)) == 2
    assert marked.line(("list", 1)) == 4
    assert marked.line(("list", 1, "bb", "cc")) == 5


@pytest.mark.parametrize(
    ("place", "line"),
    [(("nothing",), 1), (("list", 9), 2), (("list", "aa"), 2), (("list", 0, "aa", "deeper"), 3)],
)
def test_what_is_not_there_has_the_line_of_what_is_around_it(place, line):
    assert read_marked(b"one: 1\nlist:\n  - aa: x\n").line(place) == line


def test_a_mark_at_the_beginning_of_the_file_is_no_letter():
    assert read_marked(b"\xef\xbb\xbfkey: x").data == {"key": "x"}


def test_an_empty_file_holds_nothing():
    marked = read_marked(b"")

    assert marked.data is None
    assert marked.line(("items",)) == 1
    assert list(repeated_keys(marked.node)) == []


def test_repeated_keys_are_told_with_the_line_of_the_last():
    marked = read_marked(b"aa: 1\nbb:\n  - {cc: 1, cc: 2}\naa: 2\n")

    assert sorted(repeated_keys(marked.node)) == [("aa", 4), ("cc", 3)]


LAUGHS = b"a: &a [x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (letter, letter, b",".join([b"*%c" % (letter - 1)] * 10))
    for letter in range(ord("b"), ord("h"))
)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (b"aa: [", 2),
        (b"aa: x\n bb: y", 2),
        (b"aa: \x00", 1),
        (b"\xff\xfe\x00", 1),
        (b"x: 1\ny: !!python/object/apply:os.system [ls]", 2),
        (b"{[a]: b}", 1),
        (b"&a [*a]", 1),
        (b"[" * 5000, 1),
        (b"aa: x\n---\nbb: y", 2),
        (b"aa: !!int x", 1),
        (LAUGHS, 1),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(source, line):
    with pytest.raises(BadYamlError) as error:
        read_marked(source)

    assert error.value.line == line
    assert error.value.what


@quick
@given(st.binary(max_size=200))
def test_any_bytes_are_yaml_or_refused(source):
    try:
        marked = read_marked(source)
    except BadYamlError as error:
        assert error.line >= 1  # noqa: PT017 — either way is fine, nothing else is
    else:
        assert marked.line() == 1
