"""The sentences on a notice, from the facts of a survey: plain words, in the notice's language."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import urlsplit

from babel.dates import format_date

from survey_app.responses.printing.notice import Lines, PosterSpec, Spoken

IN_THAT_LANGUAGE = {
    "nl": "In het Nederlands.",
    "nl-x-easy": "In eenvoudig Nederlands.",
    "fr": "En français.",
    "de": "Auf Deutsch.",
    "en": "In English.",
    "ar": "بالعربية.",
    "tr": "Türkçe.",
    "uk": "Українською.",
    "ro": "În română.",
    "pl": "Po polsku.",
    "bg": "На български.",
    "es": "En español.",
    "it": "In italiano.",
    "pt": "Em português.",
    "ru": "По-русски.",
    "sq": "Në shqip.",
    "fa": "به فارسی.",
}
"""Said in the language itself, so that the one who needs it recognises it."""


class Say(Protocol):
    """Where sentences come from: gettext's translations, whoever holds them."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, singular: str, plural: str, n: int, /) -> str: ...


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What a survey, its project and one way in know; everything with a default may be absent."""

    url: str
    title: str
    village: str
    questions: int
    seconds: int
    organiser: str
    languages: tuple[str, ...] = ("nl",)
    about: str = ""
    closes_on: date | None = None
    delete_on: date | None = None
    stand_on: date | None = None
    stand_hours: str = ""
    stand_place: str = ""
    help_at: str = ""
    scene: str = "school"


def poster_spec(facts: NoticeFacts, *, language: str, say: Say) -> PosterSpec:
    """Write the notice: who reads it must know what is asked, how long it takes and what for."""
    _ = say.gettext
    address = address_of(facts.url)
    return PosterSpec(
        url=facts.url,
        address=address,
        language=language,
        title=facts.title,
        village=facts.village,
        kicker=facts.about or _("Denk mee over uw dorp"),
        subtitle=minutes(facts.seconds, say),
        until=dated(_("Tot %(day)s"), facts.closes_on, language),
        steps=steps(facts, say),
        type_it=_("Of typ:"),
        qr_alt=_("QR-code naar %(address)s") % {"address": address},
        when=stand(facts, language),
        without_phone=without_phone(facts, say),
        organiser=facts.organiser,
        languages=other_languages(facts.languages, language),
        deletion=dated(_("Op %(day)s wissen we alle antwoorden."), facts.delete_on, language),
        scene=facts.scene,
    )


def address_of(url: str) -> str:
    """Give the address as people type it: without ``https://``; our server asks no more."""
    parts = urlsplit(url)
    return (parts.netloc + parts.path).rstrip("/")


def minutes(seconds: int, say: Say) -> str:
    number = max(1, round(seconds / 60))
    sentence = say.ngettext(
        "Zeg het ons in %(number)s minuut.", "Zeg het ons in %(number)s minuten.", number
    )
    return sentence % {"number": number}


def steps(facts: NoticeFacts, say: Say) -> tuple[Lines, ...]:
    _ = say.gettext
    fill_in = say.ngettext(
        "Vul %(number)s vraag in", "Vul %(number)s vragen in", facts.questions
    ) % {"number": facts.questions}
    return (
        Lines(_("Scan met uw gsm"), (_("Richt de camera op de code."),)),
        Lines(fill_in, (_("Of laat ze voorlezen."),)),
        Lines(_("Klaar"), (_("U geeft geen naam."),)),
    )


def dated(sentence: str, day: date | None, language: str) -> str:
    """Fill the day in; without a day there is no sentence."""
    if day is None:
        return ""
    return sentence % {"day": format_date(day, "d MMMM yyyy", locale=calendar(language))}


def calendar(language: str) -> str:
    """Whose month names to use: the four languages of the program, else Dutch."""
    base = language.split("-", maxsplit=1)[0]
    return base if base in {"nl", "fr", "de", "en"} else "nl"


def stand(facts: NoticeFacts, language: str) -> Lines:
    """When and where we stand; nothing without a day or a place."""
    rest = tuple(line for line in (facts.stand_hours, facts.stand_place) if line)
    if facts.stand_on is None:
        return Lines(rest[0], rest[1:]) if rest else Lines("")
    locale = calendar(language)
    pattern = "EEEE, MMMM d" if locale == "en" else "EEEE d MMMM"
    day = format_date(facts.stand_on, pattern, locale=locale)
    return Lines(day[0].upper() + day[1:], rest)


def without_phone(facts: NoticeFacts, say: Say) -> Lines:
    """Nobody is left out: a tablet at the stand, paper at the address that helps."""
    _ = say.gettext
    told = facts.help_at in {facts.stand_place, ""}
    where = () if told else (facts.help_at,)
    if facts.stand_place:
        return Lines(_("Geen gsm? Kom langs."), (_("We hebben een tablet en papier."), *where))
    return Lines(_("Geen gsm?"), (_("Vraag de vragen op papier."), *where))


def other_languages(languages: tuple[str, ...], own: str) -> tuple[Spoken, ...]:
    return tuple(
        Spoken(language, IN_THAT_LANGUAGE[language])
        for language in languages
        if language != own and language in IN_THAT_LANGUAGE
    )
