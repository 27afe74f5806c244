"""Analyse answers without the web: ``python -m analysis FILE --codebook FILE --out DIR``."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from analysis.codebook import Codebook, from_json
from analysis.dataset import read_answers_csv
from analysis.disclosure import LEAST, LEAST_SCHOOL
from analysis.errors import AnalyseError, Mistake, plain
from analysis.words import N_, say

DONE, FAILED, MISUSED = 0, 1, 2


class UsageError(Exception):
    """The command was not given what it needs."""


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        usage = say().gettext(
            "Zo werkt het: dorpsstem analyse FILE --codebook FILE --out DIR (%(why)s). Zie --help."
        )
        raise UsageError(usage % {"why": plain(message)})


def main(argv: Sequence[str] | None = None) -> int:
    """Write a report's files; return 0, 1 when it failed, 2 when the command was wrong."""
    try:
        asked = parser().parse_args(argv)
        names = analyse(asked)
    except SystemExit:  # --help was all that was asked
        return DONE
    except UsageError as error:
        return say_wrong([str(error)], MISUSED)
    except FileNotFoundError as error:
        return say_wrong([no_file(error)], MISUSED)
    except AnalyseError as error:
        return say_wrong(error.sentences(), FAILED)
    except OSError as error:
        return say_wrong([no_file(error)], FAILED)
    print("\n".join(names))  # noqa: T201 — the command's answer
    return DONE


def parser() -> Parser:
    _ = say().gettext
    made = Parser(
        prog="dorpsstem analyse",
        description=_("Maak prioriteiten en grafieken van antwoorden, zonder de website."),
    )
    made.add_argument("file", type=Path, help=_("de antwoorden, als lange CSV"))
    made.add_argument("--codebook", type=Path, required=True, help=_("het codeboek, als JSON"))
    made.add_argument("--out", type=Path, required=True, help=_("de map voor de bestanden"))
    made.add_argument(
        "--by",
        choices=("collector", "mode", "group"),
        default="",
        help=_("splits ook per kanaal, wijze of groep"),
    )
    made.add_argument(
        "--least",
        type=int,
        choices=(LEAST, LEAST_SCHOOL),
        default=LEAST,
        help=_("toon geen cijfers van minder mensen; 10 voor scholen"),
    )
    made.add_argument("--language", default="nl", choices=("nl", "fr", "de", "en"))
    return made


def analyse(asked: argparse.Namespace) -> list[str]:
    """Read, work out and write; nothing is written before all is well. Return the file names."""
    dataset = read_answers_csv(asked.file, read_codebook(asked.codebook))
    from analysis.report import report  # noqa: PLC0415 — slow import
    from analysis.report_files import files  # noqa: PLC0415 — slow import

    made = report(dataset, k=asked.least, what=asked.by, language=asked.language)
    written = files(made)
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, body in written.items():
        (asked.out / name).write_bytes(body)
    return sorted(written)


def read_codebook(path: Path) -> Codebook:
    """Read a codebook file; raise AnalyseError when it is no JSON, or no codebook."""
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise AnalyseError(
            path.name, [Mistake(N_("dit is geen JSON in UTF-8. Kijk het bestand na."), line)]
        ) from None
    return from_json(document, path.name)


def no_file(error: OSError) -> str:
    """One sentence about a file or folder that cannot be used."""
    name = plain(Path(str(error.filename or "")).name)
    return say().gettext("%(name)s: kan niet geopend of bewaard worden.") % {"name": name}


def say_wrong(sentences: Sequence[str], code: int) -> int:
    print("\n".join(sentences), file=sys.stderr)  # noqa: T201 — the command's answer
    return code


if __name__ == "__main__":  # pragma: no cover — main is tested
    sys.exit(main())
