"""How wide a text is in Source Sans, so that a drawing can break its lines without a browser."""

import re
import unicodedata

ADVANCES = {
    200: " ",
    260: "|¦",
    280: "',.:;ijl·ìíîïĩīĭįıĵĺļ‘’",
    300: "IÌÍÎÏĨĪĬĮİľł",
    320: "!f¡",
    340: "()-[]{}",
    360: "/\\ª°",
    380: "rt²³¹ºŕŗřţťŧ",
    420: "ŀ",
    440: "*sśŝşš",
    460: "?z«®»¿źżž",
    480: "cçćĉċč–",
    500: '"J_vxyýÿĴŷ“”„',
    520: "#$+0123456789<=>FLY^aeg~¢£¤¥§¬±×Ýàáâãäåèéêë÷āăąēĕėęěĝğġģĹĻĽĿŁŶŸ€≥≤−",
    540: "EVZkÈÉÊËĒĔĖĘĚĳķĸŹŻŽ",
    560: "ASTX`hnou¨¯´¸ÀÁÂÃÄÅðñòóôõöøùúûüĀĂĄĥħńņňŋōŏőŚŜŞŠŢŤŦũūŭůűų",
    580: "CbdpqµÇþĆĈĊČđĲ",
    600: "BKPR¶ÞďĶŔŖŘ",
    620: "ß←↑→↓",
    640: "&DGĎĜĞĠĢ",
    660: "NUÐÑÙÚÛÜĐŃŅŇŊŨŪŬŮŰŲ",
    680: "HOQÒÓÔÕÖØĤŌŎŐ",
    700: "Ħ",
    760: "Mw©ŵ",
    800: "W¼æŴ—",
    820: "¾ŉ",
    840: "½Æœ",
    860: "%mŒ",
    880: "@",
    980: "…",
}
"""Letters by width, in thousandths of their size: the semibold cut, rounded up to twenty."""

WIDTHS = {letter: advance for advance, letters in ADVANCES.items() for letter in letters}
WIDTHS |= {"\u00a0": 200, "\u202f": 200, "\u2009": 200, "\u200b": 0}
OTHER, FULL = 620, 1000
"""Any other letter: Greek, Arabic and the like; Chinese and pictures are as wide as high."""

CUT = "…"


def width(text: str, size: float) -> float:
    """How many units ``text`` takes at ``size``; rather too wide than too narrow."""
    return sum(advance(letter) for letter in text) * size / 1000


def advance(letter: str) -> int:
    known = WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    return FULL if unicodedata.east_asian_width(letter) in "WF" else OTHER


def wrap(text: str, size: float, room: float, *, most: int = 9) -> list[str]:
    """Break a text into at most ``most`` lines of ``room`` units; an ellipsis ends what is cut."""
    lines = broken(text, size, room)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(f"{lines[most - 1]} {CUT}", size, room)]
    return lines


def broken(text: str, size: float, room: float) -> list[str]:
    lines: list[str] = []
    held = re.sub(r"(?<=\d) (?=%)", "\u00a0", text.strip())
    for word in re.split(r"[ \t\r\n]+", held):
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines += chopped(word, size, room)
    return lines


def chopped(word: str, size: float, room: float) -> list[str]:
    """A word that is longer than a line goes on with a hyphen, as Dutch words do."""
    parts = []
    while len(word) > 1 and width(word, size) > room:
        fits = next((n for n in range(len(word) - 1, 1, -1) if fit(word[:n], size, room)), 1)
        parts.append(word[:fits] + "-")
        word = word[fits:]
    return [*parts, word]


def fit(start: str, size: float, room: float) -> bool:
    return width(start + "-", size) <= room


def cut(text: str, size: float, room: float) -> str:
    """One line of at most ``room``, with an ellipsis for the rest."""
    if width(text, size) <= room:
        return text
    while text and width(text + CUT, size) > room:
        text = text[:-1]
    return text.rstrip(f" {CUT}") + CUT


def balanced(text: str, size: float, room: float, *, most: int = 9) -> list[str]:
    """Break as ``wrap`` does, then make the lines of a heading about as long as each other."""
    best = wrap(text, size, room, most=most)
    narrow, least = room, max(room / 2, widest(text.split(), size) + room / 40)
    while len(best) > 1 and narrow > least:
        narrow -= room / 40
        tried = wrap(text, size, narrow, most=most)
        if len(tried) > len(best):
            break
        best = tried
    return best


def widest(texts: list[str], size: float) -> float:
    """The width of the longest of some texts; 0 when there are none."""
    return max((width(text, size) for text in texts), default=0.0)
