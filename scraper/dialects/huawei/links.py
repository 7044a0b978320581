"""References in running text: what an operation has that is described in another place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from scraper.blocks import Paragraph
from scraper.dialects.huawei.outline import Item
from scraper.facts import Link
from spec.model import Source

_REFERENCE = re.compile(r"^(?:For details,? )?(?:see|refer to)\b|^(?:请)?参[见考]", re.IGNORECASE)
_REFERS = re.compile(
    r"\b(?:see|refer to|same as|described in|listed in|included in|identical to)\b|参[见考]|与.{0,20}相同",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\bTable\b|表\s*\d|\bparameters?\b|参数|\bbody\b|\bheaders?\b|消息头|\bfields?\b|\belements?\b|\bresponses?\b|响应"
    r"|\b(?:status|error|return(?:ed)?) (?:codes?|values?)\b|\bresults?\b|状态码|错误码",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"\bhow to\b|\bobtain(?:ing)?\b|\bpermissions?\b|\bpolic(?:y|ies)\b", re.IGNORECASE)
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("header", re.compile(r"\bheaders?\b|消息头|\bmessage fields\b", re.IGNORECASE)),
    ("query", re.compile(r"\bquery\b", re.IGNORECASE)),
    ("body", re.compile(r"\bbody\b|\belements?\b", re.IGNORECASE)),
)
_FAILURE = re.compile(r"\b(?:abnormal|errors?|failed|failures?)\b|异常|错误", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?i:see|refer to|described in|listed in) (?:the )?(?:section |chapter |topic )?"
    r"(?:Table (?P<number>\d{1,4}) (?:in|of) (?:the )?(?:section )?)?"
    r"[\"“'*]*(?P<title>[A-Z][^.;:\"”*]{2,80}?)[\"”'*]*\s*[.;]?\s*$"
)
_NUMBER = re.compile(
    r"\b(?:see|refer to|same as|(?:described|listed|included|parameters|fields|headers|body) (?:in|of)|identical to)"
    r"(?: the)? Table (\d{1,4})\b|参[见考]\s*表\s*(\d{1,4})",
    re.IGNORECASE,
)
_SIDES = {
    "uri": "request",
    "request": "request",
    "response": "response",
    "response-syntax": "response",
    "response-example": "response",
    "status": "status",
    "errors": "status",
}
_MAX_REFERENCE = 320


def is_reference(text: str) -> bool:
    """Whether a text is nothing but a reference: `See …`."""
    return _REFERENCE.match(text.strip()) is not None


def leads_to_description(text: str) -> bool:
    """Whether a text says that something is described in another place, and not how to come by it."""
    return _REFERS.search(text) is not None and not _BACKGROUND.search(text)


def read_links(
    item: Item, block: Paragraph, label: str, anchors: Container[str], source: Source, operation: str
) -> list[Link]:
    """What a paragraph says is described elsewhere; nothing where it only leads to more to read.

    Args:
        item: The paragraph with its place.
        block: The paragraph.
        label: The heading or label above it.
        anchors: Those of the page, none of which leads elsewhere but for bodies.
        source: Where it stands.
        operation: The id of the operation.
    """
    text = " ".join(block.text.split())
    side = _SIDES.get(item.section)
    refers = len(text) <= _MAX_REFERENCE and leads_to_description(text)
    is_body = item.section in ("request", "response") and not item.part
    if side is None or not refers or not (_DESCRIBED.search(text) or is_reference(text)):
        return []
    part = item.part or _part_named(text)
    is_error = side == "status" or _FAILURE.search(f"{label} {text}") is not None
    found = []
    places = list(places_of(block.links))
    for (page, anchor), number in zip(places, _numbers(text, len(places)), strict=True):
        if page or (anchor and (is_body or anchor not in anchors)):
            found.append(Link(operation, side, page, anchor, source, part, number=number, is_error=is_error))
    if not block.links and (named := _TITLE.search(text)):
        number = int(named["number"] or 0)
        found.append(Link(operation, side, "", "", source, part, named["title"].strip(), number, is_error))
    return found


def _numbers(text: str, count: int) -> list[int]:
    """The number of the table that each of the links of a text is to; 0 where the text does not say."""
    found = [int(number) for numbers in _NUMBER.findall(text) for number in numbers if number]
    return found if len(found) == count else [0] * count


def _part_named(text: str) -> str:
    return next((name for name, words in _PARTS if words.search(text)), "")


def places_of(links: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The page and the anchor of each link; what is elsewhere on the network is on none of our pages."""
    for link in dict.fromkeys(links):
        page, _, anchor = link.partition("#")
        if "://" not in link and (page or anchor):
            yield page, anchor
