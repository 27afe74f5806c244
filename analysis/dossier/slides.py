"""A dossier as slides: who answered, one slide that says it all, then a slide for each chart."""

from itertools import groupby
from typing import Any

from analysis.cautions import general
from analysis.dossier.content import Dossier, Part, Tell, silent
from analysis.dossier.pdf import state, words
from analysis.draw.pptx_parts import EMU, Box, clean
from analysis.export import pptx
from analysis.export.pptx import EDGE, WIDE, add_chart, add_slide, add_text, style
from analysis.words import quoted

Lines = list[tuple[str, int, bool]]
"""Paragraphs: the text, its size in points, whether it is bold."""

QUOTES_ON_A_SLIDE = 4
FULL = Box(EDGE, 126 * EMU, WIDE - 2 * EDGE, 380 * EMU)
HALF = (WIDE - 3 * EDGE) // 2
LEFT = Box(EDGE, 126 * EMU, HALF, 380 * EMU)
RIGHT = Box(2 * EDGE + HALF, 126 * EMU, HALF, 380 * EMU)


def slides(dossier: Dossier, *, seal: str = "", frozen_on: str = "", tell: Tell = silent) -> bytes:
    """The presentation; its charts can be changed in PowerPoint."""
    deck = pptx.new_deck(dossier.title, dossier.language)
    first(deck, dossier, state(dossier, seal=seal, frozen_on=frozen_on))
    total = len(dossier.who) + len(dossier.parts) + 1
    for done, chart in enumerate(dossier.who):
        tell(done, total)
        add_chart(deck, chart)
    summary(deck, dossier)
    done = len(dossier.who)
    for kind, held in groupby(dossier.parts, key=lambda part: part.kind):
        parts = list(held)
        if kind == "quote":
            quotes(deck, parts, dossier)
        else:
            for n, part in enumerate(parts):
                tell(done + n, total)
                add_part(deck, part)
        done += len(parts)
    promises(deck, dossier)
    limits: Lines = [(line, 18, False) for line in general(dossier.language)]
    listed(add_slide(deck, words(dossier.language)["limits"]), FULL, limits)
    tell(done, total)
    return pptx.written(deck)


def first(deck: Any, dossier: Dossier, state_words: str) -> None:
    """The title slide: whose dossier it is, and the figures of who took part."""
    slide = add_slide(deck, dossier.title, size=40)
    lines: Lines = [(f"{fact.big} {fact.words}", 22, False) for fact in dossier.summary.facts]
    held = words(dossier.language)
    lines += [(text, 14, False) for text in (dossier.meant_for, dossier.organiser, state_words)]
    lines.append((held["self_selected"], 14, False))
    if dossier.invented:
        lines.append((held["invented"], 14, True))
    listed(slide, FULL, lines)


def summary(deck: Any, dossier: Dossier) -> None:
    """What it comes down to on one slide, and on the next what is to be decided."""
    told, held = dossier.summary, words(dossier.language)
    slide = add_slide(deck, told.headline, size=34)
    listed(slide, LEFT, titled(held["certain"], told.certain))
    listed(slide, RIGHT, titled(held["uncertain"], told.uncertain))
    slide.notes_slide.notes_text_frame.text = clean(told.lead)
    if told.needs:
        lines: Lines = []
        for need in told.needs:
            lines.append((f"{need.label}: {need.verdict}", 20, True))
            sides = f"{held['importance']} {need.importance}. {held['feasibility']} "
            lines.append((sides + f"{need.feasibility}.", 14, False))
        listed(add_slide(deck, held["needs"]), FULL, lines)
    if told.asks:
        asked: Lines = [(f"{n}. {one}", 22, False) for n, one in enumerate(told.asks, start=1)]
        listed(add_slide(deck, held["asks"]), FULL, asked)


def titled(title: str, lines: tuple[str, ...]) -> Lines:
    held: Lines = [(title, 20, True)] if lines else []
    return [*held, *((line, 17, False) for line in lines)]


def add_part(deck: Any, part: Part) -> None:
    if part.chart is not None:
        add_chart(deck, part.chart)
        if part.text:
            notes = deck.slides[len(deck.slides) - 1].notes_slide.notes_text_frame
            notes.text = clean(part.text) + "\n" + notes.text
        return
    paragraphs: Lines = [(line, 18, False) for line in part.text.splitlines() if line.strip()]
    listed(add_slide(deck, part.heading or part.text[:60]), FULL, paragraphs)


def quotes(deck: Any, parts: list[Part], dossier: Dossier) -> None:
    """What people wrote, a few on a slide."""
    for start in range(0, len(parts), QUOTES_ON_A_SLIDE):
        lines: Lines = []
        for part in parts[start : start + QUOTES_ON_A_SLIDE]:
            lines.append((quoted(part.text, dossier.language), 20, False))
            if part.about:
                lines.append((part.about, 13, False))
        listed(add_slide(deck, words(dossier.language)["quotes"]), FULL, lines)


def promises(deck: Any, dossier: Dossier) -> None:
    if not dossier.promises:
        return
    lines: Lines = []
    for one in dossier.promises:
        lines.append((f"{one.said}: {one.status_words}", 20, True))
        if one.done:
            lines.append((one.done, 16, False))
    listed(add_slide(deck, words(dossier.language)["promises"]), FULL, lines)


def listed(slide: Any, box: Box, lines: Lines) -> None:
    """Paragraphs under each other, smaller when there are many."""
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    told = [line for line in lines if line[0]]
    if not told:
        return
    frame = add_text(slide, told[0][0], box, size=told[0][1], bold=told[0][2])
    for n, (text, size, bold) in enumerate(told):
        held = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        held.text = clean(text)
        style(held, size=size, bold=bold)
        held.space_after = Pt(8)
