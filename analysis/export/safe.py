"""Text that a spreadsheet will not run: whatever people typed stays text."""

from question_banks.tidy import tidy

STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a cell a formula, in half and full width (CWE-1236)."""

LONGEST = 32_000
"""A spreadsheet's cell holds no more."""


def safe_text(text: str) -> str:
    """A text as a cell of CSV; one that would be a formula gets an apostrophe before it."""
    shown = tidy(text)[:LONGEST]
    return f"'{shown}" if shown.startswith(STARTS) else shown


def cell(value: object) -> str:
    """A value as one cell of CSV: four decimals, no formula, nothing where nothing is known."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}"
    return str(value) if isinstance(value, int) else safe_text(str(value))
