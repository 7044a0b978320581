"""Example requests and responses: request lines, headers, JSON, and what a URL shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scraper.blocks import Code, Heading, Paragraph
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.requests import RequestLine, parse_request_line
from scraper.dialects.huawei.vocabulary import NOTHING
from scraper.examples import parse_json
from scraper.readers.dump import nesting, split_documents
from scraper.vocabulary import fold
from spec.model import JSON, Evidence, Example, Source

_HEADER = re.compile(r"^\s*([A-Za-z][A-Za-z0-9-]*)\s*:\s*(\S.*)$")
_STATUS = re.compile(
    r"^\s*(?:HTTP/\d(?:\.\d)?\s+|status(?: code)?\s*[:：]?\s+|(?=\d{3}(?: [A-Z][A-Za-z ]*)?$))"
    r"([1-5]\d\d)\b(?P<reason>.*)$",
    re.IGNORECASE,
)
_JSON_START = re.compile(r"^\s*[{\[]")
_MAX_LEAD = 3
_MAX_NESTING = 100
_MAX_SUMMARY = 120


@dataclass(frozen=True, slots=True)
class RequestExample:
    """One example request; `name` ties its body to the values that its URL shows."""

    name: str
    source: Source
    line: RequestLine | None = None
    headers: tuple[tuple[str, str, Source], ...] = ()
    body: Example | None = None
    summary: str = ""


@dataclass(slots=True)
class Examples:
    """All examples of one operation."""

    requests: list[RequestExample] = field(default_factory=list)
    responses: dict[str, list[Example]] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Snippet:
    """A code block taken apart."""

    line: RequestLine | None
    headers: tuple[tuple[str, str, Source], ...]
    status: str
    reason: str
    text: str
    first: int


def read_examples(items: Sequence[Item], notes: Notes, *, method: str, operation: str) -> Examples:
    """Reads the example sections of one operation, and code that stands in other sections."""
    found = Examples()
    pending: list[Paragraph] = []
    for item in items:
        side = _side(item)
        if item.is_label:
            pending = []
        if item.is_label or side is None:
            continue
        if isinstance(item.block, Paragraph):
            _read_paragraph(item, item.block, side, found, pending, notes, method, operation)
        elif isinstance(item.block, Code):
            _read_code(item, item.block, side, found, pending, notes, method, operation)
    return found


def _side(item: Item) -> str | None:
    """Whether an item belongs to the example requests, the responses, or either."""
    if item.section in ("request-example", "response-example", "example"):
        return item.section
    if isinstance(item.block, Code):
        return {"request": "request-example", "uri": "request-example", "response": "response-example"}.get(
            item.heading
        )
    return None


def _read_paragraph(
    item: Item,
    block: Paragraph,
    side: str,
    found: Examples,
    pending: list[Paragraph],
    notes: Notes,
    method: str,
    operation: str,
) -> None:
    """A request line, a summary, an example that the page prints as running text, or an introduction."""
    line = parse_request_line(block.text, notes.source(block, Evidence.EXAMPLE))
    if line is not None and side != "response-example":
        _open_request(found, line, (), _summary(pending, notes), notes.source(block, Evidence.EXAMPLE))
        notes.take(block)
        pending.clear()
    elif _JSON_START.match(block.text):
        code = Code(block.text, block.first, block.last, block.first, "json")
        _read_code(item, code, side, found, pending, notes, method, operation)
        notes.taken[id(block)] = block
    elif fold(block.text) in NOTHING:
        notes.ignore("nothing-stated", block)
    elif side == "response-example" and item.status and len(block.text) <= _MAX_SUMMARY and not pending:
        found.summaries.setdefault(item.status, block.text.strip())
        notes.take(block)
    else:
        notes.ignore("example-introduction", block)
        pending.append(block)


def _summary(pending: Sequence[Paragraph], notes: Notes) -> str:
    if not pending or len(pending[-1].text) > _MAX_SUMMARY:
        return ""
    notes.ledger.read(pending[-1])
    return " ".join(pending[-1].text.split()).rstrip(":：")


def _open_request(
    found: Examples,
    line: RequestLine | None,
    headers: tuple[tuple[str, str, Source], ...],
    summary: str,
    source: Source,
) -> None:
    name = f"example-{len(found.requests) + 1}"
    found.requests.append(RequestExample(name, source, line, headers, None, summary))


def _read_code(
    item: Item,
    code: Code,
    side: str,
    found: Examples,
    pending: list[Paragraph],
    notes: Notes,
    method: str,
    operation: str,
) -> None:
    snippet = _take_apart(code, notes)
    if fold(code.text) in NOTHING:
        notes.ledger.ignore("nothing-stated", code)
        return
    if side == "response-example" and snippet.status and not snippet.text.strip():
        found.summaries.setdefault(snippet.status, snippet.reason)
    is_request = side == "request-example" or (side == "example" and _is_request(snippet, found, method))
    if is_request and snippet.line is not None:
        _open_request(
            found, snippet.line, snippet.headers, _summary(pending, notes), notes.source(code, Evidence.EXAMPLE)
        )
    elif snippet.line is not None or (not snippet.text.strip() and not (snippet.headers or snippet.status)):
        return
    if not snippet.text.strip():
        notes.ledger.read(code)
        return
    bodies = _parse_bodies(snippet, notes, operation)
    if bodies:
        notes.ledger.read(code)
    for example in bodies:
        if is_request:
            _add_body(found, example, _summary(pending, notes))
        else:
            status = item.status or snippet.status or ("default" if _is_error(example.value) else "")
            _add_response(found, example, status, _summary(pending, notes))
        pending.clear()


def _is_request(snippet: _Snippet, found: Examples, method: str) -> bool:
    """In a section that holds both: a request line opens a request, the JSON after it is its body."""
    if snippet.line is not None:
        return True
    if snippet.status or method in ("GET", "HEAD"):
        return False
    return not found.requests or (found.requests[-1].body is None and not found.responses)


def _take_apart(code: Code, notes: Notes) -> _Snippet:
    """The request line, the header lines and the rest of a code block."""
    lines = code.text.split("\n")
    line: RequestLine | None = None
    headers: list[tuple[str, str, Source]] = []
    status = reason = ""
    index = 0
    for index, text in enumerate(lines):
        number = min(code.text_first + index, code.last)
        source = Source(notes.page.name, number, number, Evidence.EXAMPLE)
        if not text.strip():
            continue
        parsed = parse_request_line(text, source) if line is None and not headers else None
        if parsed is not None:
            line = parsed
        elif match := _STATUS.match(text):
            status, reason = match[1], match["reason"].strip()
        elif match := _HEADER.match(text):
            headers.append((match[1], match[2].strip(), source))
        elif not _JSON_START.match(text) and any(
            _JSON_START.match(t) for t in lines[index + 1 : index + 1 + _MAX_LEAD]
        ):
            continue
        else:
            break
    else:
        index = len(lines)
    return _Snippet(line, tuple(headers), status, reason, "\n".join(lines[index:]), code.text_first + index)


def _parse_bodies(snippet: _Snippet, notes: Notes, operation: str) -> list[Example]:
    """The JSON of a snippet; several documents, one below the other, are an example each."""
    if nesting(snippet.text) > _MAX_NESTING:
        return []
    documents = split_documents(snippet.text.rstrip())
    if len(documents) > 1:
        parts = [_parse_body(text, snippet.first + offset, notes, operation) for offset, text in documents]
        if all(parts):
            return [part for part in parts if part]
    whole = _parse_body(snippet.text.rstrip(), snippet.first, notes, operation)
    return [whole] if whole else []


def _parse_body(text: str, first: int, notes: Notes, operation: str) -> Example | None:
    last = first + text.count("\n")
    parsed = parse_json(text, first)
    if parsed is None:
        return None
    for repair in parsed.repairs:
        span = Source(notes.page.name, repair.line, repair.line, Evidence.EXAMPLE)
        notes.find("invalid-json", f"the example is not valid JSON: {repair.message}", span, operation)
    source = Source(notes.page.name, first, last, Evidence.EXAMPLE)
    return Example("example-1", parsed.value, source, text, repaired=bool(parsed.repairs))


def _add_body(found: Examples, example: Example, summary: str) -> None:
    if not found.requests or found.requests[-1].body is not None:
        _open_request(found, None, (), summary, example.source)
    last = found.requests[-1]
    named = replace(example, name=last.name, summary=last.summary or summary)
    found.requests[-1] = replace(last, body=named, summary=named.summary)


def _add_response(found: Examples, example: Example, status: str, summary: str) -> None:
    known = found.responses.setdefault(status, [])
    known.append(replace(example, name=f"example-{len(known) + 1}", summary=summary))


def _is_error(value: JSON) -> bool:
    """Whether a response printed without status is the vendor's error envelope: `{"name": {message, code}}`."""
    inner = next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else None
    return isinstance(inner, dict) and {"message", "code"} <= inner.keys() <= {"message", "code", "details", "title"}


def find_empty(items: Sequence[Item], notes: Notes, operation: str) -> None:
    """Reports example headings with nothing at all below them."""
    for number, item in enumerate(items):
        if not (item.is_label and item.section in ("request-example", "response-example", "example")):
            continue
        if isinstance(item.block, Paragraph) and item.status:
            continue
        following = items[number + 1] if number + 1 < len(items) else None
        if following is None or isinstance(following.block, Heading):
            notes.find("empty-example", "an example is announced, but there is none", item.block, operation)
