"""Powers in descriptions: `2^32 - 1`, `2³²`."""

from __future__ import annotations

import re

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_DIGITS = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_POWER = re.compile(r"(?<![\w.])(?P<base>\d+)\^(?P<exponent>\d+)(?:\s*(?P<sign>[-–+])\s*1(?![\w.,]*\d))?")
_BASES = frozenset({"2", "10"})
_HIGHEST = 64


def compute_powers(text: str) -> str:
    """A text with the powers of two and ten in it as numbers.

    What is raised above another number may be a note as well as an exponent: `?` stands for that number then.
    """
    marked = _RAISED_DIGITS.sub(lambda match: "^" + match[0].translate(_RAISED), text)
    return _POWER.sub(_compute, marked) if "^" in marked else marked


def _compute(match: re.Match[str]) -> str:
    exponent = match["exponent"]
    if match["base"] not in _BASES or len(exponent) > len(str(_HIGHEST)) or not 1 < int(exponent) <= _HIGHEST:
        return "?"
    by = {"+": 1, None: 0}.get(match["sign"], -1)
    return str(int(match["base"]) ** int(exponent) + by)
