"""What a meeting prints: read back by a scanner and by who listens, whatever people typed."""

import io
import json
import subprocess
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from survey_app.ballots.printing import minutes
from survey_app.ballots.printing.cards import Card, CardsSpec, CardWords, cards_pdf, sheets_pdf
from survey_app.ballots.printing.keys import Key, KeysSpec, KeyWords, keys_pdf, lines_of
from survey_app.ballots.printing.slips import SlipsSpec, slips_pdf
from survey_app.core.apart import made_apart
from survey_app.core.errors import NotMadeError
from survey_app.core.tokens import ALPHABET

HOSTILE = "#let x = 1 <script> *[ ]$ \u202e 👩‍👩‍👧 “" + "w" * 90
WORDS = CardWords(
    title="Stemkaart",
    meeting="Raadscommissie Lummen",
    day="14 juni 2027",
    do="Scan. Kies. Bevestig.",
    type_it="Of typ dorp.example/v en daarna uw code.",
    cut="Knip langs de stippellijn.",
    foot="Alleen voor peilingen",
    sheet="Blad %(n)s van %(total)s",
    names="Namen bij de stemkaarten",
    place="Blad %(sheet)s, kaart %(place)s, code eindigt op %(end)s",
    qr_alt="QR-code om te stemmen",
)
SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRST"
KEY_WORDS = KeyWords(
    document="Sleutelkaarten",
    meeting="Raadscommissie Lummen",
    motion="Wie zit voor?",
    type_it="Typ deze sleutel.",
    use="Gebruik deze kaart",
    spare="Reserve",
    rules=("Toon deze kaart aan niemand.",),
    spare_rules=("Steek dit exemplaar in een omslag.",),
    qr_alt="QR-code met de sleutel",
)


def card(number: int, name: str = "") -> Card:
    token = ALPHABET.replace("8", "").replace("9", "").lower()[:26]
    code = "".join(ALPHABET[(number + place) % len(ALPHABET)] for place in range(10))
    return Card(f"https://dorp.example/v/{token[number:]}{token[:number]}", code, name)


def spec(number: int, **more: str) -> CardsSpec:
    cards = tuple(card(n, f"Lid {n + 1}") for n in range(number))
    return CardsSpec("nl", replace(WORDS, **more), cards)


def texts(pdf: bytes) -> list[str]:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def is_tagged(pdf: bytes) -> bool:
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    return bool(root["/MarkInfo"]["/Marked"])


def scanned(pdf: bytes, folder) -> list[str]:
    (folder / "it.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "110", "-png", "it.pdf", "it"], cwd=folder, check=True)
    pages = sorted(folder.glob("it-*.png"))
    return [code.text for page in pages for code in zxingcpp.read_barcodes(Image.open(page))]


def test_each_card_is_read_back_by_a_phone(tmp_path) -> None:
    asked = spec(12)

    found = scanned(cards_pdf(asked.to_json()), tmp_path)

    assert sorted(found) == sorted(one.url.upper() for one in asked.cards)


def test_ten_cards_to_a_sheet_and_no_name_on_any() -> None:
    pages = texts(cards_pdf(spec(21).to_json()))

    assert len(pages) == 3
    assert [page.count("Stemkaart") for page in pages] == [10, 10, 1]
    assert "ABCDE FGHJK" in pages[0]
    assert not any("Lid" in page for page in pages)


def test_names_follow_on_sheets_of_their_own() -> None:
    pages = texts(sheets_pdf(spec(3).to_json()))

    assert len(pages) == 2
    assert "Lid 2 Blad 1, kaart 2, code eindigt op KM" in pages[1]
    assert "Lid" not in pages[0]


def test_each_key_is_printed_twice_and_read_back(tmp_path) -> None:
    keys = (Key("Voorzitter", SECRET), Key("Secretaris", SECRET[::-1]))

    pdf = keys_pdf(KeysSpec("nl", KEY_WORDS, keys).to_json())

    assert sorted(scanned(pdf, tmp_path)) == sorted([SECRET, SECRET[::-1]] * 2)
    assert [page.count("Reserve") for page in texts(pdf)] == [1, 1]
    assert "".join("".join(lines_of(SECRET)).split()) == SECRET


def test_paper_ballots_are_all_alike_and_carry_no_number() -> None:
    asked = SlipsSpec("nl", "Raad", "Welke?", "Geheim", "Zet één kruisje.", "Plooi.", ("A", "B"), 3)

    first, second = texts(slips_pdf(asked.to_json()))

    assert first.count("Zet één kruisje.") == 2
    assert second.count("Zet één kruisje.") == 1


def minutes_of(**more: object) -> dict[str, object]:
    words = minutes.MinutesWords(*(f"woord {n}" for n in range(14)))
    decision = minutes.Decision(
        "1. Welke plek?", "Met naam", "Gekozen: vast", ("Met 9 stemmen voor.",),
        (minutes.Count("Vast", "9", 9.0, "", wins=True),), ("Meer dan de helft.",),
        ("62 % van 143 bewoners",), ("Lid 3 nam niet deel.",), "appel beer citroen",
    )  # fmt: skip
    asked = minutes.MinutesSpec(
        "nl", words, "Raad", ("14 juni",), "Adviserend, geen besluit",
        (minutes.Attendee("Lid 1", "A", "aanwezig"),), (decision,),
        ("Elke stem telt.",), ("V", "S"),
    )  # fmt: skip
    return json.loads(json.dumps(replace(asked, **more).to_json()))


def test_minutes_say_the_verdict_the_rule_the_evidence_and_the_words() -> None:
    pdf = minutes.minutes_pdf(minutes_of())

    whole = " ".join(texts(pdf))
    told = (
        "Adviserend, geen besluit",
        "Gekozen: vast",
        "Met 9 stemmen voor.",
        "Meer dan de helft.",
        "62 % van 143 bewoners",
        "Lid 3 nam niet deel.",
        "appel beer citroen",
    )
    assert [part for part in told if part not in whole] == []
    assert is_tagged(pdf)


@pytest.mark.parametrize("make", [cards_pdf, sheets_pdf])
def test_hostile_words_stop_no_card(make) -> None:
    asked = CardsSpec("nl", replace(WORDS, meeting=HOSTILE, foot=HOSTILE), (card(0, HOSTILE),))

    assert is_tagged(make(asked.to_json()))


def test_hostile_words_stop_no_paper_and_no_minutes() -> None:
    slips = SlipsSpec("nl", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,) * 20, 2)

    assert is_tagged(slips_pdf(slips.to_json()))
    assert is_tagged(minutes.minutes_pdf(minutes_of(meeting=HOSTILE, facts=[HOSTILE])))


def test_secret_file_is_made_apart_and_left_nowhere(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    pdf = made_apart(cards_pdf, spec(1).to_json())

    assert "Stemkaart" in texts(pdf)[0]
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_made_apart_says_so_without_the_secret() -> None:
    with pytest.raises(NotMadeError) as told:
        made_apart(cards_pdf, {"words": SECRET})

    assert SECRET not in str(told.value)
