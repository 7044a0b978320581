"""XML in messages: which elements stand inside of which, and which of them are repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from spec.model import Evidence, Source

MARKUP = "application/xml"
BINARY = "application/octet-stream"
_START = re.compile(r"(?m)^[ \t]*<(?:\?xml\b|[A-Za-z])")
_MAX_DEPTH = 50
_DOTS = "..."


@dataclass(slots=True)
class Node:
    """One element of one message; `goes_on` where dots after it stand for more of it."""

    name: str
    line: int
    attributes: tuple[str, ...] = ()
    children: list[Node] = field(default_factory=list)
    text: str = ""
    goes_on: bool = False


@dataclass(slots=True)
class Element:
    """An element that messages show; `is_list` where one shows several of it side by side.

    `is_missing` is set where it is absent from an element of the same name.
    """

    name: str
    source: Source
    children: dict[str, Element] = field(default_factory=dict)
    attributes: set[str] = field(default_factory=set)
    is_list: bool = False
    is_missing: bool = False


def markup_in(text: str) -> tuple[str, int]:
    """The XML in a message, and the number of lines before it; empty where there is none."""
    start = _START.search(text)
    return (text[start.start() :].strip(), text.count("\n", 0, start.start())) if start else ("", 0)


def parse_markup(text: str) -> Node | None:
    """The outermost element of a text; `None` where it is no XML, declares entities, or is nested too deeply."""
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: builder.start(name, attributes, parser.CurrentLineNumber)
    parser.EndElementHandler = lambda _: builder.end()
    parser.CharacterDataHandler = builder.add_text
    parser.EntityDeclHandler = builder.refuse
    try:
        parser.Parse(re.sub(r"^\s*<\?xml[^>]*\?>[ \t]*", "", text), True)
    except (expat.ExpatError, _RefusedError):
        return None
    return builder.root


class _RefusedError(Exception):
    """The text is XML that no documentation needs."""


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []

    def start(self, name: str, attributes: Iterable[str], line: int) -> None:
        if len(self._open) >= _MAX_DEPTH:
            raise _RefusedError
        node = Node(_local(name), line, tuple(map(_local, attributes)))
        if self._open:
            self._open[-1].children.append(node)
        self.root = self.root or node
        self._open.append(node)

    def end(self) -> None:
        self._open.pop()

    def add_text(self, text: str) -> None:
        owner = self._open[-1]
        if owner.children and text.strip().startswith(_DOTS):
            owner.children[-1].goes_on = True
        owner.text += text

    def refuse(self, *_: object) -> None:
        raise _RefusedError


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.split(" ")[-1]


def read_elements(messages: Sequence[tuple[Node, Source]]) -> Element | None:
    """The elements of messages, whose outermost element is that of the first; each begins on the line of its source."""
    if not messages:
        return None
    first, source = messages[0]
    root = Element(first.name, _place(first, source))
    is_new = True
    for node, source in messages:
        if node.name == root.name:
            _merge(root, node, source, is_new)
            is_new = False
    return root


def _merge(element: Element, node: Node, source: Source, is_new: bool) -> None:
    element.attributes |= set(node.attributes)
    seen: set[str] = set()
    fresh: set[str] = set()
    for child in node.children:
        if child.name not in element.children:
            element.children[child.name] = Element(child.name, _place(child, source), is_missing=not is_new)
            fresh.add(child.name)
        known = element.children[child.name]
        known.is_list |= child.name in seen or child.goes_on
        _merge(known, child, source, child.name in fresh and child.name not in seen)
        seen.add(child.name)
    for name, known in element.children.items():
        known.is_missing |= name not in seen and not node.text.strip()


def _place(node: Node, source: Source) -> Source:
    line = min(source.first + node.line - 1, source.last)
    return Source(source.page, line, line, Evidence.EXAMPLE)


def walk_elements(element: Element) -> Iterator[Element]:
    """An element and all inside of it."""
    yield element
    for child in element.children.values():
        yield from walk_elements(child)
