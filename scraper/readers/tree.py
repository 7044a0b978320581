"""The parse tree of HTML: the little of lxml that the readers use, with types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, cast

from lxml import etree


class Element(Protocol):
    """One element, or one comment, of a parse tree."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, name: str) -> str | None:
        """The value of an attribute."""

    def find(self, path: str) -> Element | None:
        """The first child with a name."""

    def getparent(self) -> Element | None:
        """The element around this one."""

    def iterancestors(self) -> Iterator[Element]:
        """The elements around this one, the nearest first."""


def parse_tree(text: str) -> Element | None:
    """Parses HTML, however broken; `None` when there is no element in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
    try:
        return cast("Element | None", etree.fromstring(text.encode("utf-8", "replace"), parser))
    except etree.XMLSyntaxError:
        return None


def text_of(element: Element) -> str:
    """The text inside of an element, without comments."""
    return str(cast(etree._Element, element).xpath("string()"))


def walk_tree(root: Element) -> Iterator[tuple[str, Element]]:
    """The tree as a flat stream of `start`, `end` and `comment` events; nothing here recurses."""
    events = etree.iterwalk(root, events=("start", "end", "comment"))
    return cast("Iterator[tuple[str, Element]]", events)


def compile_path(path: str) -> Callable[[Element], tuple[Element, ...]]:
    """A search of a tree by an XPath expression that finds elements."""
    search = etree.XPath(path)
    return lambda element: tuple(cast("Iterable[Element]", search(element)))


def compile_count(path: str) -> Callable[[Element], int]:
    """A count of what an XPath expression finds under an element."""
    count = etree.XPath(f"count({path})")
    return lambda element: int(cast(float, count(element)))
