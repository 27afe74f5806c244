import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.ballots.member_lists import Listed, Reading, read_list
from survey_app.ballots.rules import Seat


@pytest.fixture(autouse=True)
def in_dutch(app):
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("An\nBert", (Listed("An"), Listed("Bert"))),
        ("An;Groen;12", (Listed("An", "Groen", "12"),)),
        ("An\tGroen\t12\t3", (Listed("An", "Groen", "12", 3),)),
        ("An, Groen", (Listed("An", "Groen"),)),
        ("\ufeffNaam;Functie\nAn;Voorzitter", (Listed("An", seat=Seat.CHAIR),)),
        ("functie,naam\n,An\nsecretaris,Bert", (Listed("An"), Listed("Bert", seat=Seat.SECRETARY))),
        ("\r\n An \r\n\r\n", (Listed("An"),)),
        ('"Van den Berg, An";A', (Listed("Van den Berg, An", "A"),)),
    ],
)
def test_list_is_read_as_people_keep_it(text, members) -> None:
    assert read_list(text) == Reading(members, ())


def test_every_mistake_names_its_line_and_the_cure() -> None:
    text = "naam;gewicht;functie\nAn;veel;\n;2;\nAN;1;baas\nBert;1;\nbert;1;\n" + "x" * 200

    read = read_list(text)

    assert read.members == (Listed("Bert"),)
    assert read.mistakes == (
        "Regel 2: “veel” is geen gewicht. Schrijf een geheel getal, zoals 1.",
        "Regel 3: hier ontbreekt de naam.",
        "Regel 4: “baas” kennen we niet. Schrijf lid, voorzitter of secretaris.",
        "Regel 6: bert staat ook op regel 5. Wis er één.",
        f"Regel 7: “{'x' * 24}…” is te lang. Maak het korter.",
    )


def test_an_empty_list_says_what_to_do() -> None:
    assert read_list(" \n;;\n").mistakes == ("De lijst is leeg. Schrijf één naam per regel.",)


@given(st.text(max_size=400))
def test_no_list_stops_the_reader(text) -> None:
    read = read_list(text)

    names = [member.name.casefold() for member in read.members]
    assert len(set(names)) == len(names)
    assert all(1 <= member.weight <= 10_000 for member in read.members)
