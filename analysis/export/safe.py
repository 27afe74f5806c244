"""Text that a spreadsheet will not run: whatever people typed stays text."""

from question_banks.tidy import tidy

STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a cell a formula, in half and full width (CWE-1236)."""


def cell(value: object) -> str:
    """A value as one cell of CSV; a text that would be a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, int):
        return str(value)
    text = tidy(str(value))
    return f"'{text}" if text.startswith(STARTS) else text
