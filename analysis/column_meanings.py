"""What each column of a chart's table means, for who opens the file a year later."""

from analysis.words import say


def column_meanings(language: str = "nl") -> dict[str, str]:
    """A sentence for each column name; options and points explain themselves."""
    _ = say(language).gettext
    return {
        _("Plaats"): _("De plaats in de volgorde. Bij 1–3 delen keuzes de eerste drie plaatsen."),
        _("Keuze"): _("Wat mensen konden kiezen of beoordelen."),
        _("Antwoord"): _("Wat mensen konden antwoorden."),
        _("Gevraagd"): _("Hoeveel mensen deze keuze zagen en de vraag niet oversloegen."),
        _("Aantal"): _("Hoeveel mensen dit kozen of beoordeelden."),
        _("Antwoorden"): _("Hoeveel mensen antwoordden."),
        _("Deel (%)"): _("Hoeveel van de 100 mensen dit kozen."),
        _("Gemiddelde"): _("Het gemiddelde op de schaal van de vraag."),
        _("Punten"): _("Hoeveel punten mensen gemiddeld gaven."),
        _("Rang (0 tot 100)"): _(
            "Hoe hoog mensen dit zetten. 100 is altijd eerst, 0 altijd laatst."
        ),
        _("Van"): _("De onderkant van de marge: zo laag kan het cijfer zijn (95 %)."),
        _("Tot"): _("De bovenkant van de marge: zo hoog kan het cijfer zijn (95 %)."),
        _("Kans op plaats 1 (%)"): _("De kans dat deze keuze echt de eerste is."),
        _("Onderwerp"): _("Waarover de keuze gaat, in alle vragen hetzelfde."),
        _("Belang"): _("Hoe belangrijk mensen het vinden, van 0 tot 100."),
        _("Haalbaarheid"): _("Hoe haalbaar mensen het vinden, van 0 tot 100."),
    }
