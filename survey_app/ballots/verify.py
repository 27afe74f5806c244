"""Count a published vote again: ``python3 natellen.py stembus-K7P2QX.zip``.

This file needs nothing but Python and may be read by anybody. It lies in every ``stembus`` file and
shares no code with the program that counted the vote. It looks whether each line is as it was when
the vote was published, whether the events follow one another, and whether ballots and rules really
lead to the result. It prints the count and exits 0, or names the file and line that is wrong and
exits 1. Compare the words at the end with those in the minutes and on the screen: only they tell
whether somebody replaced the whole file. ``--root`` compares them for you. What it says stands in
Dutch where it is said; ``--language fr``, ``de`` or ``en`` says it as ``OTHERWISE`` does.
"""

import argparse
import csv
import hashlib
import io
import json
import sys
import zipfile
import zlib
from collections import Counter
from fractions import Fraction
from itertools import permutations, zip_longest
from math import ceil, floor
from pathlib import Path
from typing import Any

DATA = ("setup.json", "rules.json", "events.jsonl", "ballots.jsonl", "participation.csv")
FILES = (*DATA, "result.json", "natellen.py")
SUMS = "SHA256SUMS"
APART = ("abstain", "blank", "invalid")
NAMES = {
    "for": "voor",
    "against": "tegen",
    "agree": "akkoord",
    "concern": "akkoord, met een bezorgdheid",
    "objection": "bezwaar",
    "abstain": "onthoudingen",
    "blank": "blanco",
    "invalid": "ongeldig",
}
LARGEST = 50_000_000
ROOT_WORDS = 8
SPOKEN = """
aarde adem akker anker appel arend avond bakker balk band beek beer bel berg bes bever bezem biet
bij blad blauw bloem boek bol boog boom boot bord bos boter brem brief bron brood brug buik buurt
cactus cirkel citroen dag dak dam dans das deeg deur dier dijk distel doek dok dolfijn doos dorp
draad droom druif duif duin echo eend egel eik eiland emmer ezel fakkel fazant feest fiets fles
fluit forel fruit gans garen gast geit gember gevel gids glas goud gras grens grot haas hagel hamer
hand haven hek helm hemel herfst hert heuvel hoed hond honing hooi hout huis ijs jacht jas jeugd
juni kaars kaas kade kalf kanaal kap karper kast kat kelder kers ketel kiwi klaver klei klok knoop
koe koffie konijn koren kraan krant kreek kroon laan ladder lamp land leeuw lente lepel lijn linde
lucht maan mais mand markt mast meer melk merel mier molen mos mouw muis munt muur naald nacht nest
neus noot oever olie olm ooievaar oor oven paard pad palm pan parel park peer pen perzik pijl plank
plein poort pot prei raam raap rail regen riem rijst rit rivier roos rots sap schaap schip schuur
slak sneeuw soep spar spin spoor steen ster stoel straat struik taart tafel tak tarwe teken tent
thee tijger toren tram trap tuin tulp uil uur vaas valk veer veld vest vis vlag vlam vlieg vogel
vuur wagen wand weg weide wekker wiel wilg wind wol wolk worm zaad zalm zand zee zeil zomer zon zout
zwaan
"""
WORDS = SPOKEN.split()
"""256 plain words: one for each byte."""

Facts = dict[str, Any]
Rankings = list[tuple[list[str], int]]


class WrongError(Exception):
    """Something does not agree; the message names the file and, where there is one, the line."""

    def __init__(self, sentence: str, *facts: object) -> None:
        super().__init__(sentence.format(*facts))
        self.sentence = sentence
        self.facts = facts

    def said(self, language: str) -> str:
        return say(self.sentence, language).format(*self.facts)


def words_of(root: str) -> str:
    """The first eight bytes of a hash as words that can be read aloud."""
    return " ".join(WORDS[byte] for byte in bytes.fromhex(root)[:ROOT_WORDS])


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def sums_of(files: dict[str, bytes]) -> str:
    """The text of SHA256SUMS: a hash of each file, then as remarks a hash of each of its lines."""
    whole = [f"{hash_of(files[name])}  {name}" for name in FILES]
    return "\n".join([*whole, *(one for name in FILES for one in remarks(name, files))]) + "\n"


def remarks(name: str, files: dict[str, bytes]) -> list[str]:
    lines = enumerate(files[name].split(b"\n"), start=1)
    return [f"# {name}:{number} {hash_of(line)[:16]}" for number, line in lines]


def read_container(data: bytes) -> dict[str, bytes]:
    """Every file in the container; raise WrongError when it is damaged or holds something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            held = container.namelist()
            if sorted(held) != sorted((*FILES, SUMS)):
                raise WrongError("het bestand bevat niet precies wat in een stembus hoort")
            if sum(one.file_size for one in container.infolist()) > LARGEST:
                raise WrongError("het bestand is te groot voor een stembus")
            if container.comment or any(one.comment or one.extra for one in container.infolist()):
                raise WrongError("het bestand bevat een opmerking, en die hoort er niet in")
            return {name: container.read(name) for name in held}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError) as error:
        raise WrongError("het bestand is beschadigd ({0})", error) from error


def check_sums(files: dict[str, bytes]) -> None:
    """Find the line that was altered: a file and its hashes each tell on the other."""
    held = files[SUMS].decode("utf-8", "replace").split("\n")
    known = set(held)
    for number, name in enumerate(FILES, start=1):
        if not held[number - 1 :] or not held[number - 1].endswith(f"  {name}"):
            raise WrongError("{0}, regel {1} is veranderd", SUMS, number)
    for name in FILES:
        if f"{hash_of(files[name])}  {name}" not in known:
            check_lines(name, files, known)
    true = sums_of(files).split("\n")
    for number, (line, other) in enumerate(zip_longest(true, held), start=1):
        if line != other:
            raise WrongError("{0}, regel {1} is veranderd", SUMS, number)


def check_lines(name: str, files: dict[str, bytes], known: set[str]) -> None:
    """Find the first line of a file whose hash is not known, or that is not there any more."""
    number = 0
    for number, remark in enumerate(remarks(name, files), start=1):
        if remark not in known:
            raise WrongError("{0}, regel {1} is veranderd", name, number)
    if any(line.startswith(f"# {name}:{number + 1} ") for line in known):
        raise WrongError("{0}, regel {1} ontbreekt", name, number + 1)


def check_events(events: list[Facts], setup: Facts, rules: Facts) -> None:
    """Each event holds the hash of the one before; the first says what was asked, and how."""
    previous = "0" * 64
    for number, event in enumerate(events, start=1):
        body = {name: value for name, value in event.items() if name != "sha256"}
        text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        follows = event["seq"] == number and event["previous"] == previous
        if not follows or event["sha256"] != hash_of(text.encode()):
            raise WrongError("events.jsonl, regel {0} volgt niet op wat ervoor gebeurde", number)
        previous = event["sha256"]
    happened = {event["kind"]: event["data"] for event in events}
    same = {name: setup[name] for name in ("title", "kind", "method", "options", "lock")}
    same |= {"rules": rules["rules"], "opening": rules["opening"]}
    for name, value in same.items():
        if happened["opened"][name] != value:
            raise WrongError("setup.json of rules.json: {0} is niet wat bij de opening gold", name)
    if happened["closed"] != rules["closing"]:
        raise WrongError("rules.json: closing is niet wat bij de sluiting gold")


def check_people(ballots: list[Facts], people: int, setup: Facts, rules: Facts) -> None:
    """As many ballots as people who took part, each once, in an order that tells nothing."""
    keys = [ballot["id"] for ballot in ballots]
    if keys != sorted(set(keys)):
        raise WrongError("ballots.jsonl: een stembrief staat er dubbel of niet op volgorde")
    if setup["kind"] == "poll":
        return
    if rules["rules"]["who_took_part"] and people != len(ballots):
        raise WrongError("participation.csv: {0} namen voor {1} stembrieven", people, len(ballots))
    cast = rules["closing"]["cast"]
    if cast != len(ballots):
        raise WrongError("ballots.jsonl: {0} stembrieven, geen {1}", len(ballots), cast)


def count(ballots: list[Facts], setup: Facts, rules: Facts) -> Facts:
    """The result of these ballots under these rules."""
    said: Counter[str] = Counter()
    for ballot in ballots:
        said[ballot["choice"]] += ballot.get("weight", 1)
    closing, rule, cast = rules["closing"], rules["rules"], sum(said.values())
    base = {
        "cast": cast,
        "valid": cast - sum(said[name] for name in APART),
        "present": max(closing["weight_present"], cast),
        "entitled": closing["weight_entitled"],
    }
    given = [(choice, n) for choice, n in said.items() if choice not in APART]
    votes = dict.fromkeys((option["code"] for option in setup["options"]), 0)
    for choice, n in given:
        for code in choice.split(">")[:1] if setup["method"] == "ranking" else choice.split("+"):
            votes[code] += n
    needed = max(1, enough(rule["majority"], base[rule["majority"]["base"]]))
    rankings = [(choice.split(">"), n) for choice, n in given]
    verdict, first = decide(setup["method"], votes, needed, rule, rankings)
    quorum = None
    if rule["quorum"] and not rules["opening"]["second_call"]:
        quorum = enough(rule["quorum"], closing["members"])
        verdict = "no_quorum" if closing["present"] < quorum else verdict
    told = {"verdict": verdict, "first": first, "votes": votes, "needed": needed, "quorum": quorum}
    return (
        told | base | {name: said[name] for name in APART} | {"quorum_present": closing["present"]}
    )


def enough(rule: Facts, whole: int) -> int:
    part = Fraction(rule["share"]) * whole
    return floor(part) + 1 if rule["more_than"] else ceil(part)


def decide(
    method: str, votes: dict[str, int], needed: int, rule: Facts, rankings: Rankings
) -> tuple[str, list[str]]:
    if method == "yes_no":
        for_it, against = votes["for"], votes["against"]
        half = Fraction(rule["majority"]["share"]) <= Fraction(1, 2)
        if half and for_it == against > 0 and for_it + 1 >= needed:
            return "tie", []
        return ("accepted" if for_it >= needed and for_it > against else "rejected"), []
    if method == "consent":
        return ("rejected" if votes["objection"] or not any(votes.values()) else "accepted"), []
    most = max(votes.values())
    first = [code for code, n in votes.items() if n == most > 0]
    if method == "ranking":
        by = {"schulze": schulze, "instant_runoff": instant_runoff}[rule["counting"]]
        first, needed = by(rankings, list(votes)) if rankings else [], 1
    if len(first) > 1:
        near = most + (method != "persons") >= needed
        return ("tie" if near else "no_majority"), first
    return ("chosen" if first and most >= needed else "no_majority"), first


def schulze(rankings: Rankings, options: list[str]) -> list[str]:
    """Whoever nobody beats through the strongest chain of duels."""
    above = dict.fromkeys(permutations(options, 2), 0)
    for order, n in rankings:
        place = {code: order.index(code) if code in order else len(order) for code in options}
        for one, other in above:
            above[one, other] += n if place[one] < place[other] else 0
    chain = {(a, b): n if n > above[b, a] else 0 for (a, b), n in above.items()}
    for via, one, other in permutations(options, 3):
        chain[one, other] = max(chain[one, other], min(chain[one, via], chain[via, other]))
    beaten = {b for a, b in chain if chain[a, b] > chain[b, a]}
    return [code for code in options if code not in beaten]


def instant_runoff(rankings: Rankings, options: list[str]) -> list[str]:
    """Whoever can be the last to stand; where the fewest votes tie, each may be the one to go."""
    winners: set[str] = set()
    waiting, seen = [frozenset(options)], set[frozenset[str]]()
    while waiting:
        standing = waiting.pop()
        tops = dict.fromkeys(standing, 0)
        for order, n in rankings:
            for code in [code for code in order if code in standing][:1]:
                tops[code] += n
        if len(standing) == 1 or not any(tops.values()):
            winners |= standing
            continue
        last = [code for code in standing if tops[code] == min(tops.values())]
        others = [n for code, n in tops.items() if code not in last]
        together = others and sum(tops[code] for code in last) < min(others)
        ways = {standing - set(going) for going in ([last] if together else [[c] for c in last])}
        waiting += ways - seen
        seen |= ways
    return [code for code in options if code in winners]


def verify(data: bytes, language: str = "nl") -> tuple[str, list[str]]:
    """Recompute everything; return the root hash and the count in lines, or raise WrongError."""
    files = read_container(data)
    check_sums(files)
    text = {name: content.decode() for name, content in files.items()}
    setup, rules, result = (
        json.loads(text[f"{name}.json"]) for name in ("setup", "rules", "result")
    )
    events, ballots = (
        [json.loads(line) for line in text[f"{name}.jsonl"].split("\n") if line]
        for name in ("events", "ballots")
    )
    check_events(events, setup, rules)
    people = list(csv.reader(io.StringIO(text["participation.csv"])))[1:]
    check_people(ballots, len(people), setup, rules)
    for name, value in count(ballots, setup, rules).items():
        if result[name] != value:
            raise WrongError(
                "result.json: {0} is {1}, maar geteld is {2}", name, result[name], value
            )
    own = NAMES if setup["method"] in {"yes_no", "consent"} else {}
    titles = {one["code"]: own.get(one["code"], one["title"]) for one in setup["options"]}
    lines = [f"{result['votes'][code]:6}  {say(title, language)}" for code, title in titles.items()]
    lines += [f"{result[name]:6}  {say(NAMES[name], language)}" for name in APART if result[name]]
    return hash_of(files[SUMS]), [setup["title"], *lines]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Tel een stemming na.")
    parser.add_argument("file", type=Path, help="stembus-....zip")
    parser.add_argument("--root", default="", help="de woorden of de hash uit het verslag")
    parser.add_argument("--language", choices=("nl", *LANGUAGES), default="nl")
    asked = parser.parse_args(arguments)
    said, code = told(asked.file, asked.root, asked.language)
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(said.encode(encoding, "replace").decode(encoding) + "\n")
    return code


def plain(text: object) -> str:
    """Text of others as one line that cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in str(text))


def told(file: Path, expected: str = "", language: str = "nl") -> tuple[str, int]:
    """What to say of a file, and the exit status."""
    try:
        root, lines = verify(file.read_bytes(), language)
    except WrongError as wrong:
        return say("NIET IN ORDE: {0}.", language).format(plain(wrong.said(language))), 1
    except Exception:  # noqa: BLE001 — whatever is wrong with it, it is no record of a vote
        no_box = "NIET IN ORDE: {0} is geen stembus die dit programma kan lezen."
        return say(no_box, language).format(file), 1
    words = say("Controlewoorden: {0}", language).format(words_of(root))
    said = "\n".join([*map(plain, lines), "", words, f"SHA-256: {root}"])
    if expected and " ".join(expected.lower().split()) not in {words_of(root), root}:
        another = "NIET IN ORDE: dit is niet het bestand van dat verslag."
        return f"{said}\n{say(another, language)}", 1
    well = "In orde: elke regel, elke stembrief en de uitslag kloppen."
    return f"{said}\n{say(well, language)}", 0


def say(dutch: str, language: str) -> str:
    """A sentence in another language; the title of an option stays as it was voted on."""
    others = OTHERWISE.get(dutch, ())
    return dict(zip(LANGUAGES, others, strict=False)).get(language, dutch)


LANGUAGES = ("fr", "de", "en")
OTHERWISE = {
    "voor": ("pour", "dafür", "for"),
    "tegen": ("contre", "dagegen", "against"),
    "akkoord": ("d’accord", "einverstanden", "agree"),
    "akkoord, met een bezorgdheid": (
        "d’accord, avec une préoccupation",
        "einverstanden, mit einer Sorge",
        "agree, with a concern",
    ),
    "bezwaar": ("objection", "Einwand", "objection"),
    "onthoudingen": ("abstentions", "Enthaltungen", "abstentions"),
    "blanco": ("blanc", "leer", "blank"),
    "ongeldig": ("nul", "ungültig", "invalid"),
    "Controlewoorden: {0}": ("Mots de contrôle : {0}", "Prüfwörter: {0}", "Check words: {0}"),
    "In orde: elke regel, elke stembrief en de uitslag kloppen.": (
        "En ordre : chaque ligne, chaque bulletin et le résultat sont exacts.",
        "In Ordnung: Jede Zeile, jeder Stimmzettel und das Ergebnis stimmen.",
        "All right: every line, every ballot and the result are correct.",
    ),
    "NIET IN ORDE: {0}.": ("PAS EN ORDRE : {0}.", "NICHT IN ORDNUNG: {0}.", "NOT RIGHT: {0}."),
    "NIET IN ORDE: {0} is geen stembus die dit programma kan lezen.": (
        "PAS EN ORDRE : {0} n’est pas une urne que ce programme peut lire.",
        "NICHT IN ORDNUNG: {0} ist keine Urne, die dieses Programm lesen kann.",
        "NOT RIGHT: {0} is no ballot box that this program can read.",
    ),
    "NIET IN ORDE: dit is niet het bestand van dat verslag.": (
        "PAS EN ORDRE : ce n’est pas le fichier de ce procès-verbal.",
        "NICHT IN ORDNUNG: Das ist nicht die Datei dieses Protokolls.",
        "NOT RIGHT: this is not the file of those minutes.",
    ),
    "het bestand bevat niet precies wat in een stembus hoort": (
        "le fichier ne contient pas exactement ce qu’une urne doit contenir",
        "die Datei enthält nicht genau das, was in eine Urne gehört",
        "the file does not hold exactly what belongs in a ballot box",
    ),
    "het bestand is te groot voor een stembus": (
        "le fichier est trop grand pour une urne",
        "die Datei ist zu groß für eine Urne",
        "the file is too large for a ballot box",
    ),
    "het bestand bevat een opmerking, en die hoort er niet in": (
        "le fichier contient une remarque, qui n’a rien à y faire",
        "die Datei enthält eine Bemerkung, die nicht hineingehört",
        "the file holds a remark, which does not belong in it",
    ),
    "het bestand is beschadigd ({0})": (
        "le fichier est endommagé ({0})",
        "die Datei ist beschädigt ({0})",
        "the file is damaged ({0})",
    ),
    "{0}, regel {1} is veranderd": (
        "{0}, la ligne {1} a été modifiée",
        "{0}, Zeile {1} wurde geändert",
        "{0}, line {1} was altered",
    ),
    "{0}, regel {1} ontbreekt": (
        "{0}, la ligne {1} manque",
        "{0}, Zeile {1} fehlt",
        "{0}, line {1} is missing",
    ),
    "events.jsonl, regel {0} volgt niet op wat ervoor gebeurde": (
        "events.jsonl, la ligne {0} ne suit pas ce qui précède",
        "events.jsonl, Zeile {0} folgt nicht auf das, was vorher geschah",
        "events.jsonl, line {0} does not follow what happened before",
    ),
    "setup.json of rules.json: {0} is niet wat bij de opening gold": (
        "setup.json ou rules.json : {0} n’est pas ce qui valait à l’ouverture",
        "setup.json oder rules.json: {0} ist nicht, was bei der Eröffnung galt",
        "setup.json or rules.json: {0} is not what held at the opening",
    ),
    "rules.json: closing is niet wat bij de sluiting gold": (
        "rules.json : closing n’est pas ce qui valait à la clôture",
        "rules.json: closing ist nicht, was bei der Schließung galt",
        "rules.json: closing is not what held at the closing",
    ),
    "ballots.jsonl: een stembrief staat er dubbel of niet op volgorde": (
        "ballots.jsonl : un bulletin est en double ou pas à sa place",
        "ballots.jsonl: Ein Stimmzettel ist doppelt oder nicht an seinem Platz",
        "ballots.jsonl: a ballot is there twice or out of order",
    ),
    "participation.csv: {0} namen voor {1} stembrieven": (
        "participation.csv : {0} noms pour {1} bulletins",
        "participation.csv: {0} Namen für {1} Stimmzettel",
        "participation.csv: {0} names for {1} ballots",
    ),
    "ballots.jsonl: {0} stembrieven, geen {1}": (
        "ballots.jsonl : {0} bulletins, et non {1}",
        "ballots.jsonl: {0} Stimmzettel, nicht {1}",
        "ballots.jsonl: {0} ballots, not {1}",
    ),
    "result.json: {0} is {1}, maar geteld is {2}": (
        "result.json : {0} vaut {1}, mais le comptage donne {2}",
        "result.json: {0} ist {1}, gezählt wurde aber {2}",
        "result.json: {0} is {1}, but the count is {2}",
    ),
}

if __name__ == "__main__":
    sys.exit(main())
