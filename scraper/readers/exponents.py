"""Numbers above and below numbers."""

from __future__ import annotations

_MARKS = {"sup": "^", "sub": "_"}


def mark_of(tag: str, shifted: str, before: str) -> str:
    """What parts a number from the number above or below it, without which two to the tenth would be 210.

    Args:
        tag: `sup` or `sub`.
        shifted: The text above or below the line.
        before: The text in front of it.
    """
    digits = shifted.strip().lstrip("-−")
    return _MARKS[tag] if before[-1:].isdigit() and digits.isdigit() else ""
