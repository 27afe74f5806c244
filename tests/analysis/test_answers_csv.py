"""Long CSV files of answers: what they say, and what is wrong with them."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook import Codebook
from analysis.dataset import PatternCount, read_answers_csv
from analysis.errors import AnalyseError
from analysis.priorities import priorities
from question_banks.measures import Measure
from tests.analysis.samples import item

HEADER = "response,item,option,value,number,text,day,collector,mode,group"
BOOK = Codebook(
    (
        item(Measure.MULTIPLE, "a", "b", "c", code="m"),
        item(Measure.NOMINAL, "a", "b", code="n"),
        item(Measure.ORDINAL, code="o"),
        item(Measure.GRID, "x", "y", code="g"),
        item(Measure.RANKING, "a", "b", "c", code="r"),
        item(Measure.POINTS, "a", "b", code="p"),
        item(Measure.NUMERIC, code="u"),
        item(Measure.DATE, code="d"),
        item(Measure.TEXT, code="t"),
    )
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "answers.csv"


def read(file, *lines, header=HEADER, encoding="utf-8"):
    file.write_text("\n".join([header, *lines]), encoding)
    return read_answers_csv(file, BOOK)


def patterns(dataset, code):
    return {count.pattern: count.n for count in dataset.of(code)}


def mistakes(file, *lines, **how):
    with pytest.raises(AnalyseError) as error:
        read(file, *lines, **how)
    return [(mistake.line, mistake.sentence()) for mistake in error.value.mistakes]


@pytest.mark.parametrize(
    ("rows", "code", "pattern"),
    [
        (["1,m,a,1", "1,m,b,0", "1,m,c,1"], "m", "a+c"),
        (["1,m,c,1", "1,m,b,0", "1,m,a,1"], "m", "a+c"),
        (["1,m,a,0", "1,m,b,0", "1,m,c,0"], "m", ""),
        (["1,m,a", "1,m,c"], "m", "a+c"),
        (["1,m,__dont_know"], "m", "?"),
        (["1,m,__skipped"], "m", "-"),
        (["1,m,a,0", "1,m,b,0", "1,m,c,0", "1,m,__dont_know"], "m", "?"),
        (["1,m,a,1", "1,m,__dont_know"], "m", "a"),
        (["1,m,a,1", "1,m,__skipped"], "m", "a"),
        (["1,n,b"], "n", "b"),
        (["1,n,b,1"], "n", "b"),
        (["1,n,,b"], "n", "b"),
        (["1,n,,,,b"], "n", "b"),
        (["1,n,a,0", "1,n,b,1"], "n", "b"),
        (["1,n,a,0", "1,n,b,0"], "n", "?"),
        (["1,o,,,4"], "o", "4"),
        (["1,o,,4"], "o", "4"),
        (["1,o,4"], "o", "4"),
        (["1,o,,,4.0"], "o", "4"),
        (["1,o,,__dont_know"], "o", "?"),
        (["1,g,x,,4", "1,g,y,,2"], "g", "x=4+y=2"),
        (["1,g,y,2", "1,g,x,4"], "g", "x=4+y=2"),
        (["1,g,x,,4", "1,g,y,__dont_know"], "g", "x=4+y=?"),
        (["1,g,x,,4", "1,g,y"], "g", "x=4"),
        (["1,g,x,__dont_know", "1,g,y,__dont_know"], "g", "?"),
        (["1,r,b,,1", "1,r,c,,2", "1,r,a,,3"], "r", "b>c>a"),
        (["1,r,b,1", "1,r,c,4", "1,r,a"], "r", "b>c"),
        (["1,r,a"], "r", "?"),
        (["1,p,a,,3", "1,p,b,,7"], "p", "a=3+b=7"),
        (["1,p,a,,10", "1,p,b"], "p", "a=10+b=0"),
        (["1,p,a,,0", "1,p,b,,0"], "p", "?"),
        (["1,u,,,2.50"], "u", "2.5"),
        (['1,u,,,"2,5"'], "u", "2.5"),
        (["1,u,,-3"], "u", "-3"),
        (["1,d,,,,2026-05-20"], "d", "2026-05-20"),
        (["1,d,,2026-05-20"], "d", "2026-05-20"),
    ],
)
def test_the_rows_of_one_person_make_one_pattern(file, rows, code, pattern):
    assert patterns(read(file, *rows), code) == {pattern: 1}


def test_free_text_is_neither_counted_nor_kept(file):
    dataset = read(file, "1,t,,,,Hallo", "2,t,__skipped", "3,t,,,,=1+1")

    assert dataset.counts == ()


def test_rows_may_come_in_any_order(file):
    rows = [
        f"{person},{code},{option},{int((person + n) % 3 == 0)}"
        for person in range(30)
        for code in ("m",)
        for n, option in enumerate("abc")
    ]
    mixed = list(rows)
    random.Random(1).shuffle(mixed)

    assert read(file, *mixed) == read(file, *rows)


def test_the_base_is_everybody_with_a_row_that_is_no_skip(file):
    people = ["1,m,a,1", "2,m,a,0", "3,m,__dont_know", "4,m,__skipped", "5,m,b,1", "6,m,c,1",
              "7,n,a"]  # fmt: skip

    found = priorities(BOOK.item("m"), read(file, *people).of("m"), k=1)

    assert (found.n, found.dont_know, found.skipped) == (5, 1, 1)


def test_an_option_without_a_row_was_not_offered(file):
    dataset = read(file, "1,m,a,1", "1,m,b,0", "2,m,a,1", "2,m,b,0", "2,m,c,0")

    assert [(count.pattern, count.offered) for count in dataset.of("m")] == [
        ("a", ("a", "b")),
        ("a", None),
    ]


def test_a_file_that_marks_nothing_0_does_not_say_what_was_offered(file):
    dataset = read(file, "1,m,a,1", "2,m,b,1", "2,m,c,1")

    assert {count.offered for count in dataset.of("m")} == {None}


def test_channel_mode_group_and_days_are_kept(file):
    dataset = read(
        file,
        "1,n,a,,,,2026-05-20,poster,paper,old",
        "1,o,,,4",
        "2,n,a,,,,2026-05-02,poster,paper,old",
        "3,n,a",
    )

    assert dataset.of("n") == (
        PatternCount("n", "a", 1),
        PatternCount("n", "a", 2, "poster", "paper", group="old"),
    )
    assert dataset.of("o") == (PatternCount("o", "4", 1, "poster", "paper", group="old"),)
    assert (dataset.first_day, dataset.last_day) == ("2026-05-02", "2026-05-20")
    assert dataset.collectors == {"poster": "poster"}


def test_a_later_row_may_say_where_the_response_came_from(file):
    dataset = read(file, "1,o,,,4", "1,n,a,,,,,poster")

    assert {count.collector for count in dataset.counts} == {"poster"}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_usual_kinds_of_csv_are_read(file, separator, encoding):
    lines = [line.replace(",", separator) for line in (HEADER.upper(), "1,n,a", "2, n , b ,")]

    dataset = read(file, *lines[1:], header=lines[0], encoding=encoding)

    assert patterns(dataset, "n") == {"a": 1, "b": 1}


def test_windows_lines_blank_lines_other_columns_and_quoted_breaks_are_read(file):
    file.write_bytes(
        b"extra,item,response,option,text\r\n\r\nx,n,1,a,\r\n,,,,\r\n"
        b'"two\r\nlines",t,2,,"a ""quoted""\r\nword"\r\nx,n,3,a\r\n'
    )

    assert patterns(read_answers_csv(file, BOOK), "n") == {"a": 2}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,x,a", "vraag “x” staat niet in het codeboek. Voeg ze toe."),
        (",m,a", "vul response en item in."),
        ("1,,a", "vul response en item in."),
        ("1,m,z,1", "keuze “z” staat niet in het codeboek. Voeg ze toe."),
        ("1,n,z", "keuze “z” staat niet in het codeboek. Voeg ze toe."),
        ("1,m,a,ja", "schrijf bij value 1 of 0, niet “ja”."),
        ("1,o,,,veel", "schrijf bij number een getal, niet “veel”."),
        ("1,o,,,", "schrijf bij number een getal, niet “”."),
        ("1,o,,,nan", "schrijf bij number een getal, niet “nan”."),
        ("1,u,,,1e99", "schrijf bij number een getal, niet “1e99”."),
        ("1,o,,,2.5", "schrijf bij number een geheel getal, niet “2.5”."),
        ("1,o,,,9", "keuze “9” staat niet in het codeboek. Voeg ze toe."),
        ("1,p,a,,3", "de punten maken samen 3. Kijk ze na."),
        ("1,d,,,,20/05/2026", "schrijf een dag als 2026-05-20, niet “20/05/2026”."),
        ("1,n,a,,,,gisteren", "schrijf een dag als 2026-05-20, niet “gisteren”."),
    ],
)
def test_a_wrong_line_is_named_with_what_to_do(file, row, said):
    assert mistakes(file, "9,n,a", row) == [(3, f"regel 3: {said}")]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["1,m,a,1", "1,m,a,0"], "“a” staat er tweemaal. Laat er één weg."),
        (["1,n,a", "1,n,b"], "“b” staat er tweemaal. Laat er één weg."),
        (["1,o,,,1", "1,o,,,2"], "“2” staat er tweemaal. Laat er één weg."),
        (["1,r,a,,1", "1,r,b,,1"], "twee keuzes hebben dezelfde plaats. Kijk ze na."),
        (["1,p,a,,-3", "1,p,b,,13"], "de punten maken samen 10. Kijk ze na."),
        (
            ["1,n,a,,,,,poster", "1,o,,,1,,,hoplr"],
            "inzending “1” heeft twee kanalen, wijzen of groepen. Kies er één.",
        ),
    ],
)
def test_lines_that_contradict_each_other_are_named(file, rows, said):
    assert mistakes(file, *rows) == [(3, f"regel 3: {said}")]


def test_all_mistakes_are_said_at_once_in_the_order_of_the_file(file):
    said = mistakes(file, "1,m,z,1", "2,x,a", "3,o,,,veel", "4,n,a", "5,n,q")

    assert [line for line, _sentence in said] == [2, 3, 4, 6]


def test_the_same_unreadable_day_is_said_once(file):
    assert len(mistakes(file, "1,n,a,,,,x", "2,n,a,,,,x")) == 1


def test_reading_stops_when_everything_is_wrong(file):
    assert len(mistakes(file, *(f"{n},x,a" for n in range(5000)))) == 200


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        (b"", 1, "de kolom response, item ontbreekt."),
        (b"item,option\nn,a\n", 1, "de kolom response ontbreekt."),
        (b"\xff\xfer\x00e\x00", 1, "dit is geen UTF-8."),
        (b"response,item,option\n1,n,a\n2,n,caf\xe9\n", 3, "dit is geen UTF-8."),
        (b"response,item,option\n1,n,a\x00\n", 2, "er staat een NUL-teken."),
        (b'response,item,option\n1,n,a\n2,n,"a\n3,n,a\n', 3, "deze regel is geen CSV."),
        (b'response,item,option\n1,n,"a"b\n', 2, "deze regel is geen CSV."),
        (b"response,item,option\n1,n,a\r2,n,b\r", 2, "deze regel is geen CSV."),
        (b"response,item,option\n1,n," + b"a" * 200_000 + b"\n", 2, "deze regel is geen CSV."),
        (b"response,item,option\n1,n,a,b,c\n", 2, "deze regel heeft meer cellen dan de kop."),
        (b'"response,item\n', 1, "de kolom response, item ontbreekt."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "dit is geen UTF-8."),
    ],
)
def test_a_file_that_is_no_csv_is_refused_by_its_line(file, body, line, said):
    file.write_bytes(body)

    with pytest.raises(AnalyseError) as error:
        read_answers_csv(file, BOOK)

    [mistake] = error.value.mistakes
    assert mistake.sentence().startswith(f"regel {line}: {said}")


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=80),
        st.lists(
            st.lists(
                st.sampled_from(["1", "2", "m", "n", "o", "g", "r", "p", "u", "d", "a", "b", "x",
                                 "0", "4", "__skipped", "__dont_know", "", '"', "2026-05-20"]),
                min_size=1, max_size=10,
            ).map(",".join),
            max_size=6,
        ).map(lambda lines: "\n".join([HEADER, *lines]).encode()),
    )
)  # fmt: skip
def test_any_file_gives_answers_or_says_what_is_wrong(tmp_path_factory, body):
    file = tmp_path_factory.mktemp("any") / "answers.csv"
    file.write_bytes(body)

    try:
        dataset = read_answers_csv(file, BOOK)
    except AnalyseError as error:
        said = error.sentences()
    else:
        said = [str(priorities(asked, dataset.of(asked.code))) for asked in BOOK.items[:6]]
    assert all(said)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_answers_csv(tmp_path / "gone.csv", BOOK)
