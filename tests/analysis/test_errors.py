"""Mistakes are said on one line each, with a cure, and never echo a file's tricks."""

from analysis.errors import AnalyseError, Mistake, plain


def test_a_mistake_names_its_line_when_it_has_one():
    assert Mistake("vul in.", 7).sentence() == "regel 7: vul in."
    assert Mistake("vul %(what)s in.", params={"what": "item"}).sentence() == "vul item in."


def test_an_error_says_all_and_is_a_value_error():
    error = AnalyseError("a.csv", [Mistake("een."), Mistake("twee.", 2)])

    assert isinstance(error, ValueError)
    assert str(error) == "een.; regel 2: twee."
    assert error.sentences() == ("a.csv: een.", "a.csv: regel 2: twee.")


def test_many_mistakes_are_counted():
    error = AnalyseError("a.csv", [Mistake("x.", line) for line in range(1, 51)])

    assert len(error.sentences()) == 21
    assert error.sentences()[-1] == "En nog 30 fouten."


def test_what_stands_in_a_file_is_quoted_short_and_on_one_line():
    assert plain("a\nb\x1b[31m\u202e") == "a�b�[31m�"
    assert plain("x" * 90) == "x" * 59 + "…"
    assert plain(3) == "3"
