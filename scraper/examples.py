"""JSON examples as pages print them, mistakes included."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import cast

import json_repair

from spec.model import JSON


@dataclass(frozen=True, slots=True)
class Repair:
    """Where an example is not JSON: page line and what the parser stumbled over."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class ParsedJson:
    """A documented value, with the repairs that it took to read it."""

    value: JSON
    repairs: tuple[Repair, ...] = ()


MAX_DEPTH = 100


def parse_json(text: str, first_line: int) -> ParsedJson | None:
    """Reads a JSON example, nested at most `MAX_DEPTH` deep.

    Args:
        text: The example as printed; its line `i` (from 0) stands on page line `first_line + i`.
        first_line: Page line of the first line of `text`.

    Returns:
        The value, or `None` when the text is no JSON object, array or scalar even with good will.
    """
    try:
        value = _loads(text)
        return ParsedJson(value) if _is_shallow(value) else None
    except ValueError as error:
        if not _looks_like_json(text):
            return None
        repairs = _repairs(text, first_line, error)
    try:
        value = cast(JSON, json_repair.loads(text, skip_json_loads=True))
    except (ValueError, RecursionError):
        return None
    expected = dict if text.lstrip().startswith("{") else list
    if not isinstance(value, expected) or not _is_shallow(value) or not shows_words(text, value):
        return None
    return ParsedJson(value, repairs)


def _is_shallow(value: JSON) -> bool:
    level: list[JSON] = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [inner for each in level if isinstance(each, dict | list) for inner in _inside(each)]
        if not level:
            return True
    return False


def _inside(value: dict[str, JSON] | list[JSON]) -> list[JSON]:
    return list(value.values()) if isinstance(value, dict) else value


def _loads(text: str) -> JSON:
    try:
        return cast(JSON, json.loads(text, parse_constant=_reject_constant))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _reject_constant(name: str) -> JSON:
    raise ValueError(f"{name} is not JSON")


def _looks_like_json(text: str) -> bool:
    stripped = text.strip()
    return stripped[:1] in ("{", "[")


def _repairs(text: str, first_line: int, error: ValueError) -> tuple[Repair, ...]:
    """Every place where the text stops being JSON, found by mending one place after another."""
    found: list[Repair] = []
    current: ValueError = error
    for _ in range(50):
        if not isinstance(current, json.JSONDecodeError):
            found.append(Repair(first_line, str(current)))
            break
        found.append(Repair(first_line + current.lineno - 1, current.msg))
        mended = _mend(text, current)
        if mended is None:
            break
        text = mended
        try:
            _loads(text)
            break
        except ValueError as following:
            current = following
    return tuple(dict.fromkeys(found))


def _mend(text: str, error: json.JSONDecodeError) -> str | None:
    before, after = text[: error.pos], text[error.pos :]
    if error.msg.startswith("Expecting ',' delimiter"):
        return before + "," + after
    kept = before.rstrip()
    if kept.endswith(",") and after.lstrip()[:1] in ("}", "]"):
        return kept[:-1] + before[len(kept) :] + after
    if error.msg.startswith("Illegal trailing comma"):
        return before + after[1:]
    return None


_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w])")
_SWALLOWED = re.compile(r'\n[^"]*"[^"]*"\s*:')


def shows_words(text: str, value: JSON) -> bool:
    """Whether a text prints every string, key and number of a value that was mended, and none swallowed a member."""
    flat = re.sub(r"\\(.)", r"\1", text)
    if any(_SWALLOWED.search(word) for word in _words(value)):
        return False
    return all(
        _shows(text, word) or _shows(flat, word) or _shows(text, json.dumps(word, ensure_ascii=False)[1:-1])
        for word in _words(value)
    ) and _numbers(value) <= {float(number) for number in _NUMBER.findall(text)}


def _numbers(value: JSON) -> set[float]:
    if isinstance(value, dict | list):
        return set().union(*map(_numbers, _inside(value)))
    return {float(value)} if isinstance(value, int | float) and not isinstance(value, bool) else set()


def _shows(text: str, word: str) -> bool:
    """Whether a text has a word that is no part of a longer one."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_is_inner(text, start) or _is_inner(text, end)):
            return True
        start = text.find(word, start + 1)
    return False


def _is_inner(text: str, place: int) -> bool:
    """Whether a place is between two characters of a word."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _words(value: JSON) -> list[str]:
    if isinstance(value, dict):
        return [word for key, item in value.items() for word in (key, *_words(item))]
    if isinstance(value, list):
        return [word for item in value for word in _words(item)]
    return [value] if isinstance(value, str) else []
