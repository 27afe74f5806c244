"""The fixed sentences on a paper questionnaire: the same as on the phone where they can be."""

from dataclasses import dataclass, fields

from survey_app.responses.printing.words import Say


def N_(sentence: str) -> str:  # noqa: N802 — the name by which sentences are found for translating
    """Mark a sentence for translating; it is translated when a paper is made."""
    return sentence


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Sentences in one of the program's languages; ``%(name)s`` is filled in where it is used."""

    language: str = "nl"
    cross: str = N_("Zet een kruisje in het vakje.")
    mistake: str = N_("Vergist u zich? Maak het vakje zwart.")
    free: str = N_("U geeft geen naam. U mag elke vraag overslaan.")
    rather_online: str = N_("Liever op uw gsm? Scan hier.")
    qr_alt: str = N_("QR-code naar %(address)s")
    only_if: str = N_("Alleen als %(condition)s.")
    chose: str = N_("u bij vraag %(number)s %(options)s koos")
    chose_not: str = N_("u bij vraag %(number)s niet %(options)s koos")
    or_more: str = N_("u bij vraag %(number)s %(amount)s of meer invulde")
    or_less: str = N_("u bij vraag %(number)s %(amount)s of minder invulde")
    filled_in: str = N_("u vraag %(number)s invulde")
    left_open: str = N_("u vraag %(number)s niet invulde")
    not_so: str = N_("dit niet zo is: %(condition)s")
    both: str = N_("%(first)s en %(second)s")
    either: str = N_("%(first)s of %(second)s")
    quoted: str = N_("‘%(words)s’")
    choose_one: str = N_("Kies één antwoord.")
    choose_picture: str = N_("Kies één prent.")
    choose_any: str = N_("Kies één of meer antwoorden.")
    choose_least: str = N_("Kies minstens %(min)s antwoorden.")
    choose_most: str = N_("Kies hoogstens %(max)s antwoorden.")
    row_by_row: str = N_("Kies op elke rij één antwoord.")
    rank: str = N_("Geef het belangrijkste een 1, het volgende een 2.")
    rank_some: str = N_("Geef het belangrijkste een 1. Ga door tot %(places)s.")
    divide: str = N_("Verdeel samen %(total)s punten.")
    together: str = N_("punten samen")
    whole_number: str = N_("Schrijf een getal van %(min)s tot %(max)s.")
    day: str = N_("dag")
    month: str = N_("maand")
    year: str = N_("jaar")
    no_names: str = N_("Schrijf geen namen van mensen.")
    dont_know: str = N_("Weet ik niet")
    done: str = N_("Klaar? Bedankt!")
    hand_in: str = N_("Geef dit blad terug aan wie het u gaf.")
    sheet: str = N_("Blad %(serial)s")
    sheet_blank: str = N_("Blad")
    code: str = N_("Code %(code)s")
    page: str = N_("Bladzijde %(number)s van %(total)s")


def paper_words(say: Say, language: str) -> PaperWords:
    """Translate every sentence; ``say`` speaks ``language``, or Dutch where it cannot."""
    dutch = PaperWords()
    said = {field.name: say.gettext(getattr(dutch, field.name)) for field in fields(PaperWords)}
    return PaperWords(**said | {"language": language})
