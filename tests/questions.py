"""The questions of the tests: every type, in four languages, and an answer to each."""

from typing import Any

LANGUAGES = ("nl", "nl-x-easy", "fr", "ar")


def option(
    code: str, nl: str, ar: str, pictogram: str | None = None, **more: Any
) -> dict[str, Any]:
    text = {"nl": nl, "nl-x-easy": nl, "fr": f"{nl} (fr)", "ar": ar}
    return {"code": code, "text": text, "pictogram": pictogram, **more}


BENCH = option("bench", "Bank onder de boom", "مقعد تحت الشجرة", "bank")
PLAY = option("play", "Speeltuin", "ملعب للأطفال", "speel")
PETANQUE = option("petanque", "Petanquebaan", "ملعب بيتانك", "petanque")
PICNIC = option("picnic", "Picknickplek", "مكان للنزهة", "picknick")

EVERY_TYPE: tuple[dict[str, Any], ...] = (
    {
        "type": "multiple",
        "code": "missing",
        "role": "importance",
        "max": 3,
        "text": {
            "nl": "Wat mist u in uw dorp?",
            "nl-x-easy": "Wat is er niet in uw dorp?",
            "fr": "Que manque-t-il dans votre village ?",
            "ar": "ماذا تفتقد في قريتك؟",
        },
        "options": [
            option("bakery", "Bakker", "مخبز", "bakker", topic="bread"),
            option("meet", "Ontmoetingsplek", "مكان للقاء", "ontmoeten"),
            option("bike", "Fietsherstel", "تصليح الدراجات", "fiets"),
            option("digital", "Digitale hulp", "مساعدة رقمية", "digitaal"),
            option("elsewhat", "Iets anders", "شيء آخر", "plus", other=True),
            option("nothing", "Ik mis niets", "لا شيء", exclusive=True),
        ],
    },
    {"type": "rating", "code": "feeling", "scale": "smiley5",
     "text": {"nl": "Hoe voelt u zich in uw dorp?", "ar": "كيف تشعر في قريتك؟"}},
    {"type": "rating", "code": "shop", "scale": "agree5",
     "text": {"nl": "Een winkel in het dorp is nodig.", "ar": "نحتاج إلى متجر في القرية."}},
    {
        "type": "choice",
        "code": "outside",
        "text": {"nl": "Hoe vaak komt u buiten?", "ar": "كم مرة تخرج من البيت؟"},
        "options": [
            option("daily", "Elke dag", "كل يوم"),
            option("weekly", "Elke week", "كل أسبوع"),
            option("never", "Nooit", "أبدا"),
            option("otherwise", "Anders", "غير ذلك", other=True),
        ],
    },
    {"type": "text", "code": "why", "long": True, "show_if": {"item": "outside", "is": "never"},
     "text": {"nl": "Waarom niet?", "ar": "لماذا لا؟"}},
    {"type": "ranking", "code": "first", "most": 3,
     "text": {"nl": "Wat vindt u het belangrijkst?", "ar": "ما هو الأهم بالنسبة لك؟"},
     "options": [BENCH, PLAY, PETANQUE, PICNIC]},
    {"type": "points", "code": "share", "dont_know": True,
     "text": {"nl": "Verdeel tien punten.", "ar": "وزع عشر نقاط."},
     "options": [BENCH, PLAY, PETANQUE]},
    {"type": "matrix", "code": "important", "scale": "important5",
     "text": {"nl": "Hoe belangrijk is dit voor u?", "ar": "ما مدى أهمية هذا لك؟"},
     "rows": [
         {"code": "bread", "pictogram": "bakker",
          "text": {"nl": "Brood in het dorp", "ar": "خبز في القرية"}},
         {"code": "talk", "pictogram": "ontmoeten",
          "text": {"nl": "Een plek om te praten", "ar": "مكان للحديث"}},
     ]},
    {"type": "number", "code": "age", "min": 0, "max": 120, "unit": {"nl": "jaar", "ar": "سنة"},
     "text": {"nl": "Hoe oud bent u?", "ar": "كم عمرك؟"}},
    {"type": "image_choice", "code": "picture",
     "text": {"nl": "Wat past bij uw dorp?", "ar": "ما الذي يناسب قريتك؟"},
     "options": [BENCH, PLAY, option("bike", "Fietsen", "دراجات", "fiets"), PICNIC]},
    {"type": "date", "code": "visit", "earliest": "2026-01-01", "latest": "2026-12-31",
     "text": {"nl": "Wanneer komt u langs?", "ar": "متى ستزورنا؟"}},
    {"type": "info", "code": "almost", "text": {"nl": "Bijna klaar", "ar": "انتهينا تقريبا"},
     "body": {"nl": "Hierna kijkt u alles nog eens na.", "ar": "بعد ذلك تراجع كل شيء."}},
)  # fmt: skip
"""Every look of every item type, with one question that only some people see."""

EVERY_ANSWER: tuple[tuple[str, str], ...] = (
    ("missing", "bakery"),
    ("missing", "meet"),
    ("feeling", "4"),
    ("shop", "__dont_know"),
    ("outside", "never"),
    ("why", "Ik heb geen vervoer."),
    ("first.bench", "2"),
    ("first.picnic", "1"),
    ("share.bench", "7"),
    ("share.play", "3"),
    ("share.petanque", ""),
    ("important.bread", "5"),
    ("important.talk", "__dont_know"),
    ("age", "78"),
    ("picture", "play"),
    ("visit", "20/5/2026"),
)
"""An answer to each of them, as a form sends it."""

TEN = tuple(item for item in EVERY_TYPE if item["code"] not in {"why", "almost"})
"""Ten questions without a branch."""
