"""Text of people stays text in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.markdown import heading, paragraph, shown, table


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bakker, café en bus!", "Bakker, café en bus!"),
        ("[x](http://evil)", r"\[x\](http:\//evil)"),
        ("<script>a</script>", "&lt;script&gt;a&lt;/script&gt;"),
        ("a *b* _c_ `d` ~e~", r"a \*b\* \_c\_ \`d\` \~e\~"),
        ("# kop", r"\# kop"),
        ("- punt", r"\- punt"),
        ("1. eerst", r"1\. eerst"),
        ("2) dan", r"2\) dan"),
        ("een - twee. drie", "een - twee. drie"),
        ("www.evil.be", r"www\.evil.be"),
        ("WWW.evil.be", r"WWW\.evil.be"),
        ("a@b.be", r"a\@b.be"),
        ("a\n\n# b\tc\x00\u202e", "a # b c"),
        ("a \\ b & $c$", r"a \\ b &amp; \$c\$"),
    ],
)
def test_signs_that_mean_something_are_escaped_and_no_others(text, written):
    assert paragraph(text) == written


@given(st.text())
def test_any_text_is_one_line_without_bare_signs(text):
    line = paragraph(text)

    assert "\n" not in line
    bare = line.replace("\\\\", "").split("\\")
    assert not set("<>[*`|") & set(bare[0] + "".join(part[1:] for part in bare[1:]))


def test_a_heading_has_its_level():
    assert heading(2, "Wat | nu?") == r"## Wat \| nu?"


def test_a_table_shows_what_there_is():
    lines = table(("Keuze", "n|m"), [("a|b", 3), (None, 0.12345)]).splitlines()

    assert lines == [r"| Keuze | n\|m |", "| --- | --- |", r"| a\|b | 3 |", "| – | 0.1235 |"]
    assert shown(None) == "–"
