"""Patterns of ECMA-262, as JSON Schema has them → trees, and trees → patterns of Python that mean the same.

What Python would read differently is refused, not guessed: a check that is left out annoys nobody, a wrong one stops a
correct request.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

#: Characters are examined up to this one; it stands for all that follow.
_OTHERS = 256
_ALL = frozenset(range(_OTHERS + 1))
_DIGITS = frozenset(range(48, 58))
_WORD = _DIGITS | frozenset(range(65, 91)) | frozenset(range(97, 123)) | {95}
_SPACE = frozenset({9, 10, 11, 12, 13, 32, 0xA0, _OTHERS})
_SPACES = r"\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
#: Escape → its Python inside of brackets, and the characters that it stands for.
_CLASSES: Mapping[str, tuple[str, frozenset[int]]] = {
    "d": (r"\d", _DIGITS),
    "D": (r"\D", _ALL - _DIGITS),
    "w": (r"\w", _WORD),
    "W": (r"\W", _ALL - _WORD),
    "s": (_SPACES, _SPACE),
}
_CONTROLS = {"n": 10, "r": 13, "t": 9, "f": 12, "v": 11, "0": 0}
_GROUP = re.compile(r"\((\?(?:[:=!]|<[=!]|<[A-Za-z_]\w*>))?")
_QUANTIFIER = re.compile(r"([*+?]|\{(\d+)(,?)(\d*)\})(\??)")
_CODE = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}")


@dataclass(frozen=True, slots=True)
class Chars:
    """One character: `codes` are those that match, `first` is one of them."""

    python: str
    codes: frozenset[int]
    first: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place between characters, and what is looked at there."""

    python: str
    ahead: Choice | None = None


#: The start of a value.
START = Anchor(r"\A")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A node several times; `high` is None without end."""

    node: Node
    low: int
    high: int | None
    python: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Sequences of nodes, one of which matches."""

    branches: tuple[tuple[Node, ...], ...]


Node: TypeAlias = Chars | Anchor | Repeat | Choice


class PatternError(ValueError):
    """A pattern that is invalid, or that Python cannot express."""


def parse_pattern(documented: str) -> Choice:
    """Return the tree of a pattern.

    Raises:
        PatternError: It is invalid, or Python has nothing of the same meaning.
    """
    return _Reader(documented).read()


def print_pattern(tree: Choice) -> str:
    """Return the pattern for `re.search` with `re.ASCII`."""
    return _print(tree, top=True)


def _print(node: Node, top: bool = False) -> str:
    if isinstance(node, Choice):
        text = "|".join("".join(map(_print, branch)) for branch in node.branches)
        return text if top else f"(?:{text})"
    return _print(node.node) + node.python if isinstance(node, Repeat) else node.python


def _escape(code: int) -> str:
    if code < _OTHERS and (chr(code).isalnum() and code < 128):
        return chr(code)
    return f"\\x{code:02x}" if code < _OTHERS else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _one(code: int) -> Chars:
    return Chars(_escape(code), frozenset({min(code, _OTHERS)}), code)


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        if re.fullmatch(r"/.*/[a-z]*", text, re.DOTALL):
            raise PatternError("it is written between slashes")
        self._text = text
        self._at = 0

    def read(self) -> Choice:
        """Return the tree of the whole pattern."""
        result = self._choice()
        if self._at < len(self._text):
            raise PatternError("it closes a group that is not open")
        return result

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self) -> str:
        if self._at == len(self._text):
            raise PatternError("it ends too early")
        self._at += 1
        return self._text[self._at - 1]

    def _choice(self) -> Choice:
        branches: list[tuple[Node, ...]] = []
        nodes: list[Node] = []
        while (char := self._peek()) and char != ")":
            if char == "|":
                self._take()
                branches.append(tuple(nodes))
                nodes = []
            else:
                nodes.append(self._quantified(self._atom()))
        return Choice((*branches, tuple(nodes)))

    def _quantified(self, node: Node) -> Node:
        match = _QUANTIFIER.match(self._text, self._at)
        if match is None:
            return node
        if isinstance(node, Anchor):
            raise PatternError("it repeats what is no character")
        self._at = match.end()
        if (following := _QUANTIFIER.match(self._text, self._at)) or self._peek() == "+":
            raise PatternError(f"it repeats a repetition {following[0] if following else '+'!r}")
        written, exact, comma, upper, _ = match.groups()
        if written in "*+?":
            return Repeat(node, int(written == "+"), 1 if written == "?" else None, match[0])
        high = int(exact) if not comma else int(upper) if upper else None
        return Repeat(node, int(exact), high, match[0])

    def _atom(self) -> Node:
        char = self._take()
        match char:
            case "^":
                return START
            case "$":
                return Anchor(r"\Z")
            case ".":
                # ECMA-262 leaves out other line ends too, which other readers of patterns do not.
                return Chars(".", _ALL - {10}, 97)
            case "(":
                return self._group()
            case "[":
                return self._class()
            case "\\":
                return self._escaped()
            case "*" | "+" | "?":
                raise PatternError("it repeats nothing")
        return _one(ord(char))

    def _group(self) -> Node:
        match = _GROUP.match(self._text, self._at - 1)
        prefix = (match[1] or "") if match else ""
        self._at += len(prefix)
        if not prefix and self._peek() == "?":
            raise PatternError(f"it has a group that starts with {self._text[self._at - 1 : self._at + 2]!r}")
        inner = self._choice()
        if self._take() != ")":
            raise PatternError("it leaves a group open")
        return Anchor(f"({prefix}{_print(inner, top=True)})", inner) if prefix.endswith(("=", "!")) else inner

    def _escaped(self) -> Node:
        if (char := self._peek()) in ("b", "B") and char:
            return Anchor("\\" + self._take())
        if char == "S":
            self._take()
            return Chars(f"[^{_SPACES}]", _ALL - (_SPACE - {_OTHERS}), 97)
        if char in _CLASSES:
            python, codes = _CLASSES[self._take()]
            return Chars(f"[{python}]" if char == "s" else python, codes, _any_of(codes))
        return _one(self._code())

    def _code(self) -> int:
        """Return the character that an escape stands for."""
        if match := _CODE.match(self._text, self._at):
            self._at = match.end()
            code = int(match[1] or match[2] or match[3], 16)
            if 0xD800 <= code < 0xE000 or code > sys.maxunicode:
                raise PatternError(f"it names half of a character, {match[0]!r}")
            return code
        char = self._take()
        if char in _CONTROLS and not (char == "0" and self._peek().isdecimal()):
            return _CONTROLS[char]
        if char.isalnum():
            raise PatternError(f"Python has no '\\{char}' of this meaning")
        return ord(char)

    def _class(self) -> Chars:
        negated = self._peek() == "^"
        self._at += negated
        printed: list[str] = []
        codes: set[int] = set()
        first: int | None = None
        while self._peek() != "]":
            python, low, found = self._class_item()
            if low is not None and self._text[self._at : self._at + 1] == "-" and self._text[self._at + 1 :][:1] != "]":
                self._take()
                _, high, _ = self._class_item()
                if high is None or high < low:
                    raise PatternError("it has a range that ends before it starts")
                python, found = f"{_escape(low)}-{_escape(high)}", frozenset(range(low, min(high, _OTHERS) + 1))
                found = found or frozenset({_OTHERS})
            printed.append(python)
            codes |= found
            first = first if first is not None else low if low is not None else _any_of(found)
        self._take()
        if first is None:
            raise PatternError("it has brackets with nothing between")
        if not negated:
            return Chars(f"[{''.join(printed)}]", frozenset(codes), first)
        # What is beyond the examined characters may be partly excluded: it counts as possible.
        others = _ALL - (codes - {_OTHERS})
        return Chars(f"[^{''.join(printed)}]", others, _any_of(others))

    def _class_item(self) -> tuple[str, int | None, frozenset[int]]:
        char = self._take()
        if char != "\\":
            return _escape(ord(char)), ord(char), frozenset({min(ord(char), _OTHERS)})
        name = self._peek()
        if name in _CLASSES:
            python, codes = _CLASSES[self._take()]
            return python, None, codes
        if name == "b":
            self._take()
            return r"\x08", 8, frozenset({8})
        code = self._code()
        return _escape(code), code, frozenset({min(code, _OTHERS)})


def _any_of(codes: frozenset[int]) -> int:
    """Return a character that people would write, if there is one."""
    usual = [code for code in (97, 49, 65, 45, 95, 32) if code in codes]
    return usual[0] if usual else min(codes, default=97)
