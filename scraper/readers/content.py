"""Where the content of an HTML page is, and what around and inside it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.readers.tree import Element, compile_count, compile_path

_BY_TAG = {
    "nav": "navigation",
    "script": "script",
    "style": "script",
    "noscript": "script",
    "template": "script",
    "head": "document-head",
    "footer": "page-footer",
    "button": "control",
    "select": "control",
    "input": "control",
    "textarea": "control",
    "svg": "image",
    "iframe": "embedded-page",
}
_BY_ROLE = {
    "navigation": "navigation",
    "banner": "page-header",
    "contentinfo": "page-footer",
    "search": "control",
    "complementary": "sidebar",
}
_BY_CLASS = re.compile(
    r"(?:^|\s)(?:(?P<navigation>nav|navbar|navigation|site-nav|menu|breadcrumbs?|toc|table-of-contents|pagination|"
    r"prev-next|skip-links?|headerlink|anchor-link)"
    r"|(?P<sidebar>sidebar|side-bar|sidebar-\w+|sphinxsidebar)"
    r"|(?P<footer>footer|site-footer|page-footer)"
    r"|(?P<header>site-header|page-header-bar)"
    r"|(?P<feedback>feedback|rating|helpful))(?=\s|$)",
    re.IGNORECASE,
)
_NAMES = {"footer": "page-footer", "header": "page-header"}
_SIGNALS = "*[self::h1 or self::h2 or self::h3 or self::h4 or self::pre or self::table]"
_find_signals = compile_path(f"//{_SIGNALS}")
_find_candidates = compile_path("//main | //*[@role='main'] | //article")
_count_signals = compile_count(f".//{_SIGNALS}")
_find_holders = compile_path("//*[self::h1 or self::pre or self::table]")


class Frame:
    """Tells the content of one tree from what stands around and between it."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._holders: set[Element] = set()
        for holder in _find_holders(root):
            current: Element | None = holder
            while current is not None and current not in self._holders:
                self._holders.add(current)
                current = current.getparent()

    def find_content(self) -> Element:
        """The element that holds the content: what the page marks as such and holds most of its headings,
        code and tables, otherwise the smallest element that holds all of them; `body` when there are none.
        """
        signals = [element for element in _find_signals(self._root) if not self._is_inside_furniture(element)]
        for candidate in _find_candidates(self._root):
            if signals and 2 * _count_signals(candidate) >= len(signals):
                return candidate
        body = self._root.find("body")
        if not signals:
            return body if body is not None else self._root
        return _common_ancestor(signals)

    def name_furniture(self, element: Element) -> str | None:
        """The name under which an element and all in it is ignored, or `None` for content."""
        tag = element.tag
        if tag in ("h1", "body", "html", "table", "pre", "main", "article"):
            return None
        name = _BY_TAG.get(tag) or _BY_ROLE.get(element.get("role") or "") or _class_name(element)
        if name is None or name in ("script", "document-head", "image"):
            return name
        return None if element in self._holders else name

    def _is_inside_furniture(self, element: Element) -> bool:
        current: Element | None = element
        while current is not None:
            if self.name_furniture(current) is not None:
                return True
            current = current.getparent()
        return False


def _class_name(element: Element) -> str | None:
    for value in (element.get("class"), element.get("id")):
        match = _BY_CLASS.search(value) if value else None
        if match is not None and match.lastgroup:
            return _NAMES.get(match.lastgroup, match.lastgroup)
    return None


def _common_ancestor(elements: Sequence[Element]) -> Element:
    chain = [elements[0], *elements[0].iterancestors()]
    position = {element: index for index, element in enumerate(chain)}
    lowest = 1 if len(chain) > 1 else 0
    for element in elements[1:]:
        current: Element | None = element
        while current is not None and current not in position:
            current = current.getparent()
        if current is not None:
            lowest = max(lowest, position[current])
        if lowest == len(chain) - 1:
            break
    return chain[lowest]
