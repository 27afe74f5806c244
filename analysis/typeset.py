"""Every PDF is set here: the same fonts everywhere, tagged for who listens, broken by no text."""

import json
import logging
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from question_banks.tidy import tidy

if TYPE_CHECKING:
    from typst import Fonts

log = logging.getLogger(__name__)

ACCESSIBLE: Final = "ua-1"
MOMENT = 1767225600
"""One fixed moment for every file: the same data always gives the same bytes."""

PROBE = b"""
#set document(title: "-")
#set text(font: "Source Sans Pro")
#sys.inputs.sign
"""
MISSING = "▯"
ONE_SIGN = re.compile(f"{MISSING}(?:\u200d{MISSING}|[\ufe0e\ufe0f])+")
"""A sign built of several, such as a family, is one thing that cannot be drawn."""

PARTS: Final = Path(__file__).with_name("parts.typ")
BYTE_ORDER_MARK = "\ufeff"
LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)


def pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """Set ``template`` with ``data`` (JSON; read there as ``json(bytes(sys.inputs.data))``).

    A text that the accessible standard still refuses costs the file that mark, never the file.
    """
    from typst import TypstError  # slow import

    inputs = {"data": json.dumps(drawable(data), ensure_ascii=False, sort_keys=True)}
    try:
        return compiled(template.read_bytes(), template.parent, inputs, ACCESSIBLE)
    except TypstError as refused:
        log.warning("%s was set without %s: %s", template.name, ACCESSIBLE, refused.message)
        return compiled(template.read_bytes(), template.parent, inputs)


def png(source: bytes, inputs: Mapping[str, str], *, ppi: float = 144.0) -> bytes:
    """Set one page of ``source`` as a picture of ``ppi`` dots an inch."""
    from typst import Compiler  # slow import

    compiler = Compiler(
        source, root=Path(__file__).parent, font_paths=fonts(), sys_inputs=dict(inputs)
    )
    return whole(compiler.compile(format="png", ppi=ppi))


def compiled(
    source: bytes, root: Path, inputs: dict[str, str], *standards: Literal["ua-1"]
) -> bytes:
    """Compile with nothing in reach but ``root`` and ``parts.typ``, which all pages share."""
    from typst import Compiler  # slow import

    files = {"main.typ": source, "parts.typ": PARTS.read_bytes()}
    compiler = Compiler(  # type: ignore[type-var]  # its stubs forget that it takes several files
        files, root=root, font_paths=fonts(), sys_inputs=inputs
    )
    return whole(compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=MOMENT))


def whole(made: bytes | list[bytes] | None) -> bytes:
    """Return what is one file; a picture of several pages comes as several."""
    if not isinstance(made, bytes):
        raise TypeError(f"made {len(made or ())} pictures where one was asked")
    return made


@cache
def fonts() -> "Fonts":
    """Source Sans from its package, and what typst carries (Arabic …); never the machine's own."""
    from font_source_sans_pro import font_directory  # noqa: PLC0415 — only who prints reads it
    from typst import Fonts  # slow import

    return Fonts(include_system_fonts=False, font_paths=[font_directory])


def drawable(value: Any) -> Any:
    """Give the same data with texts that can be drawn, whatever people typed."""
    if isinstance(value, str):
        return drawable_text(value)
    if isinstance(value, Mapping):
        return {key: drawable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [drawable(part) for part in value]
    return value


def drawable_text(text: str) -> str:
    """Put ``▯`` for each sign that no font has, so that an emoji never stops a file."""
    if text.isascii() and text.isprintable():
        return text
    visible = tidy(text.replace(BYTE_ORDER_MARK, ""))
    drawn = (sign if sign.isascii() or has_glyph(sign) else MISSING for sign in visible)
    return ONE_SIGN.sub(MISSING, "".join(drawn))


@lru_cache(maxsize=65_536)
def has_glyph(sign: str) -> bool:
    """Ask the typesetter itself, once a sign (0.3 ms), so that no table can go stale."""
    from typst import TypstError  # slow import

    try:
        compiled(PROBE, Path(__file__).parent, {"sign": sign}, ACCESSIBLE)
    except TypstError:
        return False
    return True


def text_language(tag: str) -> str:
    """Name a language as a PDF does: ``nl-x-easy`` is ``nl``; nonsense is Dutch."""
    base = tag.split("-", maxsplit=1)[0].lower()
    return base if LANGUAGE.fullmatch(base) else "nl"
