"""A dossier with everything in it, for the tests of its words and files."""

from dataclasses import replace

from analysis.dossier.content import Dossier, Fact, Kept, Need, Part, Summary, Way
from tests.analysis.examples import ALL, HOSTILE, PRIORITIES, QUADRANT

SUMMARY = Summary(
    headline="Duidelijk bovenaan: Bakker",
    lead="Beslis nu over de proeftuin.",
    facts=(Fact("155", "inzendingen"), Fact("69 %", "koos Bakker")),
    needs=(Need("Bakker", "72 op 100", "80 op 100", "haalbaar", True),),
    certain=("Bovenaan: Bakker.",),
    uncertain=("Of de bus kan.",),
    asks=("Start de proeftuin.", "Houd een infostand."),
)
PARTS = (
    Part("1", "chart", chart=QUADRANT["plain"]),
    Part("2", "chart", "Wat bewoners willen", "Let op de marge.", chart=PRIORITIES["plain"]),
    Part("3", "words", "Vast of mobiel?", "Er liggen twee plannen.\nDe raad stemt."),
    Part("4", "quote", text="Een bank en koffie.", about="Wat wilt u?"),
    Part("5", "quote", text="Niet alleen ’s avonds.", about="Wat wilt u?"),
)
PLAIN = Dossier(
    title="Dossier Plus-plek Lummen",
    village="Lummen",
    organiser="Gemeente Lummen",
    meant_for="Voor de stuurgroep",
    language="nl",
    day="2026-05-12",
    address="https://dorp.example/p/lummen",
    invented=True,
    ways=(Way("Bewoners", "Affiche", 48, "1 mei"), Way("Bewoners", "Papier", None, "1 mei")),
    who=(ALL["answers: nominal"],),
    summary=SUMMARY,
    parts=PARTS,
    promises=(Kept("Een bakker", "done", "gedaan", "Hij is er.", "2026-05-10"),),
)
EMPTY = replace(
    PLAIN,
    ways=(),
    who=(),
    summary=Summary("Nog niets", "", (), (), (), (), ()),
    parts=(),
    promises=(),
)
NASTY = " ".join(sign for sign in HOSTILE if sign != "\ud800")
HOSTILE_ONE = replace(
    PLAIN,
    title=NASTY,
    village=NASTY,
    organiser=NASTY,
    meant_for=NASTY,
    ways=(Way(NASTY, NASTY, 9, NASTY),),
    who=(ALL["answers: hostile"],),
    summary=Summary(
        NASTY, NASTY, (Fact(NASTY, NASTY),), (Need(NASTY, NASTY, NASTY, NASTY, False),),
        (NASTY,), (NASTY,), (NASTY,),
    ),
    parts=(
        *(Part(name, "chart", NASTY, NASTY, chart) for name, chart in ALL.items()),
        Part("w", "words", NASTY, NASTY),
        Part("q", "quote", text=NASTY, about=NASTY),
    ),
    promises=(Kept(NASTY, "busy", NASTY, NASTY, "2026-05-10"),),
)  # fmt: skip
SAMPLES = {"plain": PLAIN, "empty": EMPTY, "hostile": HOSTILE_ONE}
SEAL, DAY = "3f2a91bc07de5512" * 4, "2026-06-01"
