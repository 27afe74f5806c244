"""What is wrong with an answer, said so that anybody can mend it."""

from collections.abc import Mapping

from flask_babel import gettext as _

from question_banks.answer import Problem


def sentence(problem: Problem, params: Mapping[str, str | int], question: str) -> str:
    """Say in the visitor's language what to do, naming the question."""
    texts = problem_texts(params)
    text = texts.get(problem) or _("Kijk uw antwoord na.")
    return _("%(advice)s Bij de vraag “%(question)s”.", advice=text, question=question)


def problem_texts(params: Mapping[str, str | int]) -> dict[Problem, str]:
    least, most = params.get("min", ""), params.get("max", "")
    days = isinstance(least, str)
    return {
        Problem.MISSING: _("Geef een antwoord."),
        Problem.UNKNOWN_OPTION: _("Kies een van de antwoorden."),
        Problem.TOO_FEW: _("Kies minstens %(min)s antwoorden.", min=least),
        Problem.TOO_MANY: _("Kies één antwoord.")
        if most == 1
        else _("Kies hoogstens %(max)s antwoorden.", max=most),
        Problem.EXCLUSIVE: _("Kies óf dit ene antwoord, óf de andere."),
        Problem.NOT_A_NUMBER: _("Schrijf een getal met cijfers, zoals 12."),
        Problem.OUT_OF_RANGE: _("Schrijf een datum van %(min)s tot %(max)s.", min=least, max=most)
        if days
        else _("Schrijf een getal van %(min)s tot %(max)s.", min=least, max=most),
        Problem.TOO_LONG: _("Maak uw tekst korter: hoogstens %(max)s letters.", max=most),
        Problem.WRONG_SUM: _(
            "Verdeel samen %(total)s punten. Nu zijn het er %(sum)s.",
            total=params.get("total", ""),
            sum=params.get("sum", ""),
        ),
        Problem.TWICE: _("Geef elke plaats maar één keer."),
        Problem.NOT_A_DATE: _("Schrijf een datum zoals 20/05/2026."),
        Problem.MALFORMED: _("Kijk uw antwoord na."),
    }
