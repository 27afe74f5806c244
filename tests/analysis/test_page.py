"""A page of charts that stands alone."""

import html5lib
import pytest

from analysis.chart import Chart, Table
from analysis.charts import CHARTS
from analysis.figure import Note
from analysis.page import page, shown
from analysis.priorities import priorities
from tests.analysis.samples import MULTIPLE, counts

EVIL = '"><script>alert(1)</script>\x00'


def charts():
    found = priorities(MULTIPLE, counts({"a": 40, "b": 20}))
    empty = Chart("x", EVIL, EVIL, EVIL, EVIL, Table((), ()), Note("", EVIL), caution=EVIL)
    return [CHARTS["priorities"](found), empty]


def parsed(text):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def test_a_page_is_valid_and_says_everything():
    tree = parsed(page(charts(), title="Titel"))

    assert [one.text for one in tree.iter("h1")] == ["Titel"]
    assert next(one.text for one in tree.iter("h2")) == "Duidelijk bovenaan: A"
    assert len(list(tree.iter("table"))) == 1
    assert tree.get("lang") == "nl"
    assert all(one.get("scope") for one in tree.iter("th"))


def test_no_text_of_people_becomes_markup():
    text = page(charts(), title=EVIL, language="en")

    assert "<script" not in text
    assert list(parsed(text).iter("script")) == []
    assert next(one.text for one in parsed(text).iter("title")).startswith('">')


def test_a_page_asks_no_other_host_for_anything():
    text = page(charts(), title="Titel")

    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        (None, "nl", "–"),
        (3, "nl", "3"),
        (0.5, "nl", "0,5000"),
        (0.5, "en", "0.5000"),
        ("a", "nl", "a"),
    ],
)
def test_numbers_are_written_as_the_reader_does(value, language, written):
    assert shown(value, language) == written
