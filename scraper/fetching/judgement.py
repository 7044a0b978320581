"""Whether a page that came under a status of success is the page that was asked for.

What its dialect reads decides: a page that gives as much as the saved one is good, whatever it looks like. Only
for one that does not, marks of login forms, bot walls and error pages say what came instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from scraper.dialects import find_dialect
from scraper.fetching.findings import Finding
from scraper.page import InputError, parse_page
from scraper.reading import parse_page_facts
from scraper.rivals import count_facts

SHARE = 0.5
_HEAD = 4000
_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a dialect reads from a page: operations, structures; properties, values and examples in all."""

    operations: int = 0
    structures: int = 0
    facts: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read."""
        return not (self.operations or self.structures)

    def compare(self, other: Extent) -> str:
        """Both counts of each, those of `other` first."""
        pairs = ((each.name, getattr(other, each.name), getattr(self, each.name)) for each in fields(self))
        return ", ".join(f"{name} {before} → {after}" for name, before, after in pairs)

    def is_far_below(self, other: Extent) -> bool:
        """Whether this is less than half of another extent, in any of the three."""
        pairs = ((getattr(self, each.name), getattr(other, each.name)) for each in fields(self))
        return any(own < SHARE * others for own, others in pairs)


@dataclass(frozen=True, slots=True)
class _Mark:
    code: str
    pattern: re.Pattern[str]
    words: str


def _mark(code: str, pattern: str, words: str) -> _Mark:
    return _Mark(code, re.compile(pattern, re.IGNORECASE), words)


# In the markup; the first mark that is found counts.
_MARKUP = (
    _mark("sent-elsewhere", r"<meta\b[^<>]{0,200}http-equiv\s*=\s*[\"']?refresh", "it only sends the reader elsewhere"),
    _mark("login-page", r"<input\b[^<>]{0,300}type\s*=\s*[\"']?password", "it has a field for a password"),
    _mark("bot-wall", r"\bcaptcha|\bcf-chl|challenge-platform", "it has a check whether a person asks"),
)
# In what the page shows first, its title and headings.
_WORDS = (
    _mark("login-page", r"\b(?:sign|log)[ -]?in\b|\bauthentication required\b|登录|登錄", "it asks to log in"),
    _mark(
        "bot-wall",
        r"just a moment|attention required|checking your browser|are you (?:a )?(?:human|robot)|access denied|"
        r"verify(?:ing)? (?:that )?you are|unusual traffic|request (?:was )?blocked",
        "it is a check whether a person asks",
    ),
    _mark(
        "error-page",
        r"\b(?:40[034]|410|50[0234])\b|not found|no longer (?:available|exists)|internal server error|bad gateway|"
        r"service unavailable|something went wrong|under maintenance|页面不存在|找不到",
        "it reports an error",
    ),
)
_SHOWN_TEXT = re.compile(r"<(title|h1|h2)\b[^<>]*>(.{0,1000}?)</\1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


class DialectFailedError(Exception):
    """A dialect raised an exception on a page."""


def judge(new: bytes, old: bytes | None, page: str, dialect: str) -> Finding | None:
    """What is wrong with new bytes of a page, if anything; `old` are those that are saved."""
    if not new.strip():
        return Finding("empty-page", "the page has no text")
    try:
        after = measure(new, page, dialect)
    except DialectFailedError as error:
        return Finding("nothing-read", str(error))
    before = _measure_saved(old, page, dialect)
    counts = after.compare(before) if old is not None else "nothing was read"
    if old is not None and _has_end(old) and not _has_end(new):
        return Finding("cut-off", f"the end of the page is missing: {counts}")
    if not after.is_far_below(before) and not after.is_empty:
        return None
    mark = _find_mark(new.decode("utf-8", "replace"))
    if mark:
        return Finding(mark.code, f"{mark.words}: {counts}")
    if after.is_far_below(before):
        return Finding("layout-changed", f"much less was read: {counts}")
    return None if old is not None else Finding("nothing-read", counts)


def measure(data: bytes, page: str, dialect: str) -> Extent:
    """What a dialect reads from a page by itself; nothing from bytes that are no page.

    Raises:
        DialectFailedError: It raised an exception.
    """
    layout = find_dialect(dialect)
    try:
        api = parse_page_facts(parse_page(data, page), layout).api
    except InputError:
        return Extent()
    except Exception as error:
        raise DialectFailedError(f"the dialect failed: {type(error).__name__}: {error}") from error
    return Extent(len(api.operations), len(api.structures), count_facts((api.operations, api.structures)))


def _measure_saved(data: bytes | None, page: str, dialect: str) -> Extent:
    """What is read from a saved page; one that its dialect fails on is no measure for another one."""
    try:
        return measure(data, page, dialect) if data is not None else Extent()
    except DialectFailedError:
        return Extent()


def _has_end(data: bytes) -> bool:
    return b"</html" in data[-_HEAD:].lower()


def _find_mark(text: str) -> _Mark | None:
    found = _search(_MARKUP, text)
    return found or _search(_WORDS, _shown(text))


def _search(marks: Sequence[_Mark], text: str) -> _Mark | None:
    return next((mark for mark in marks if mark.pattern.search(text)), None)


def _shown(text: str) -> str:
    """Title and headings; of a page without any, its first words."""
    headings = [match[2] for match in _SHOWN_TEXT.finditer(text[: 50 * _HEAD])]
    return _TAG.sub(" ", " ".join(headings))[:_SHOWN] if headings else _TAG.sub(" ", text[:_HEAD]).strip()[:_SHOWN]
