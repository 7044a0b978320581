"""Example requests and responses: request lines, headers, bodies, and what a URL shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Code, Heading, Paragraph, Table
from scraper.dialects.huawei.example_sets import Examples, RequestExample, Variant
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.requests import RequestLine, parse_request_line, parse_url_line
from scraper.dialects.huawei.snippets import BYTES, JSON_START, XML_START, Snippet, take_apart
from scraper.dialects.huawei.vocabulary import NOTHING
from scraper.examples import parse_json
from scraper.readers.dump import nesting, split_documents
from scraper.urls import fill_template
from scraper.vocabulary import fold
from spec.model import JSON, Evidence, Example, Source

_MAX_NESTING = 100
_MAX_SUMMARY = 120
_EXAMPLES = ("request-example", "response-example", "example")


def read_examples(
    items: Sequence[Item],
    notes: Notes,
    lines: Sequence[RequestLine],
    operation: str,
    *,
    variant: Variant | None = None,
    takes_markup: bool = False,
) -> Examples:
    """Reads the example sections of one operation, and code that stands in other sections.

    Where a request in them is one of `lines`, requests of other operations, with what they are
    answered, belong to none of them.

    Args:
        items: The page, or the part of it that documents the operation.
        notes: Takes what is read and found.
        lines: The request lines that the page documents with these examples.
        operation: Its id.
        variant: What its requests have in their query, where the page documents several of one path.
        takes_markup: Whether XML is read as an example also where a table describes the body.
    """
    reader = _Reader(notes, lines, operation, variant)
    whole = _join_codes(items)
    reader.has_own = variant is not None or any(reader.is_own(shown) for shown in shown_lines(whole, notes))
    if not takes_markup:
        reader.sides_with_tables = {item.heading for item in items if isinstance(item.block, Table)}
    for item in whole:
        reader.read(item)
    return reader.found


def shown_lines(items: Sequence[Item], notes: Notes) -> list[RequestLine]:
    """The request lines that the examples of a page show."""
    return [line for item in items for line in _lines_of(item, notes)]


def _join_codes(items: Sequence[Item]) -> list[Item]:
    """Code blocks that stand one after the other are one where the first ends inside of brackets."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1].block if joined else None
        if isinstance(item.block, Code) and isinstance(before, Code) and _is_open(before.text):
            gap = item.block.text_first - before.text_first - before.text.count("\n")
            text = before.text + "\n" * max(gap, 1) + item.block.text
            joined[-1] = replace(joined[-1], block=replace(before, text=text, last=item.block.last))
        else:
            joined.append(item)
    return joined


def _is_open(text: str) -> bool:
    is_json = JSON_START.match(text) is not None
    return is_json and text.count("{") + text.count("[") > text.count("}") + text.count("]")


def _lines_of(item: Item, notes: Notes) -> list[RequestLine]:
    """The request lines that an item of an example section shows."""
    if _side(item) is None or item.section == "uri":
        return []
    if isinstance(item.block, Code):
        return [snippet.line for snippet in take_apart(item.block, notes.page.name) if snippet.line]
    text = item.text.partition(":")[2] if item.is_label else item.text
    found = parse_request_line(text, notes.source(item.block, Evidence.EXAMPLE))
    return [found] if found else []


def _side(item: Item) -> str | None:
    """Whether an item belongs to the example requests, the responses, or either."""
    if item.section in _EXAMPLES:
        return item.section
    if isinstance(item.block, Code):
        return {"request": "request-example", "uri": "request-example", "response": "response-example"}.get(
            item.heading
        )
    return None


def _is_error(value: JSON) -> bool:
    """Whether a response printed without status is the vendor's error envelope: `{"name": {message, code}}`."""
    inner = next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else None
    return isinstance(inner, dict) and {"message", "code"} <= inner.keys() <= {"message", "code", "details", "title"}


class _Reader:
    """Reads the items of one operation in order; what was said before decides what code means."""

    def __init__(self, notes: Notes, lines: Sequence[RequestLine], operation: str, variant: Variant | None) -> None:
        self.found = Examples()
        self.has_own = False
        self.sides_with_tables: set[str] = set()
        self._notes = notes
        self._lines = lines
        self._method = lines[0].method
        self._operation = operation
        self._variant = variant
        self._pending: list[Paragraph] = []
        self._is_foreign = False
        self._is_answering = True

    def is_own(self, shown: RequestLine) -> bool:
        """Whether a request line is one that the page documents with these examples."""
        calls_path = any(
            shown.method == line.method and fill_template(line.path, shown.url) is not None for line in self._lines
        )
        return calls_path and (self._variant is None or self._variant.is_shown_by(shown))

    def read(self, item: Item) -> None:
        """Reads one item."""
        side = _side(item)
        if item.is_label:
            self._enter(item)
        elif side is not None and isinstance(item.block, Paragraph):
            self._read_paragraph(item, item.block, side)
        elif side is not None and isinstance(item.block, Code):
            self._read_code(item, item.block, side)

    def _enter(self, item: Item) -> None:
        """A heading or a label, which may name the request line that it announces."""
        self._pending = []
        self._is_answering = True
        is_answer = item.section == "response-example" and (self._variant is not None or item.heading == "example")
        if item.section == "request-example" or (isinstance(item.block, Heading) and not is_answer):
            self._is_foreign = False
        for line in _lines_of(item, self._notes) if item.section != "response-example" else ():
            self._open_request(line, (), "", self._notes.source(item.block, Evidence.EXAMPLE))

    # ------------------------------------------------------------ running text

    def _read_paragraph(self, item: Item, block: Paragraph, side: str) -> None:
        """A request line, a summary, an example that the page prints as running text, or an introduction."""
        notes, source = self._notes, self._notes.source(block, Evidence.EXAMPLE)
        line = parse_request_line(block.text, source) or self._own_url(block.text, source)
        if line is not None and (side != "response-example" or self._is_own_now(line)):
            self._open_request(line, (), self._summary(), source)
            notes.take(block)
            self._pending.clear()
        elif JSON_START.match(block.text) or XML_START.match(block.text):
            self._read_code(item, Code(block.text, block.first, block.last, block.first, "json"), side)
            notes.taken[id(block)] = block
        elif fold(block.text) in NOTHING:
            notes.ignore("nothing-stated", block)
        elif side == "response-example" and item.status and len(block.text) <= _MAX_SUMMARY and not self._pending:
            self.found.summaries.setdefault(item.status, block.text.strip())
            notes.take(block)
        else:
            notes.ignore("example-introduction", block)
            self._pending.append(block)

    def _own_url(self, text: str, source: Source) -> RequestLine | None:
        """A URL of this operation that stands there without its method."""
        line = parse_url_line(text, self._method, source)
        return line if line is not None and self.is_own(line) else None

    def _is_own_now(self, line: RequestLine) -> bool:
        return self.has_own and self.is_own(line)

    def _summary(self) -> str:
        if not self._pending or len(self._pending[-1].text) > _MAX_SUMMARY:
            return ""
        self._notes.ledger.read(self._pending[-1])
        return " ".join(self._pending[-1].text.split()).rstrip(":：")

    # ------------------------------------------------------------ code

    def _read_code(self, item: Item, code: Code, side: str) -> None:
        if fold(code.text) in NOTHING:
            self._notes.ledger.ignore("nothing-stated", code)
            return
        for snippet in take_apart(code, self._notes.page.name):
            if snippet.line is None and (url := self._url_of(snippet, side, code)):
                snippet = replace(snippet, line=url, text="")
            self._read_snippet(snippet, item, code, side)

    def _url_of(self, snippet: Snippet, side: str, code: Code) -> RequestLine | None:
        if side == "response-example" or not snippet.text.strip():
            return None
        return self._own_url(snippet.text, Source(self._notes.page.name, snippet.first, code.last, Evidence.EXAMPLE))

    def _read_snippet(self, snippet: Snippet, item: Item, code: Code, side: str) -> None:
        if side == "response-example" and snippet.status and not snippet.text.strip():
            self.found.summaries.setdefault(snippet.status, snippet.reason)
        is_request = self._is_request(snippet, side)
        if is_request and snippet.line is not None:
            summary = snippet.summary or self._summary()
            source = self._notes.source(code, Evidence.EXAMPLE)
            self._open_request(snippet.line, snippet.headers, summary, source)
        elif snippet.is_empty or (snippet.line is not None and not self._is_foreign):
            return
        if self._is_foreign:
            self._notes.ledger.ignore("other-request", code)
        elif not snippet.text.strip() or self._read_body(snippet, item, code, is_request):
            self._notes.ledger.read(code)

    def _is_request(self, snippet: Snippet, side: str) -> bool:
        """In a section that holds both: a request line opens a request, the JSON after it is its body."""
        if snippet.line is not None and (side == "example" or self._is_own_now(snippet.line)):
            self._is_answering = side != "response-example"
            return True
        if side == "response-example":
            return not self._is_answering and not snippet.status and not self.found.requests[-1].has_body
        if side == "request-example":
            return True
        if snippet.status or self._method in ("GET", "HEAD"):
            return False
        return not self.found.requests or (not self.found.requests[-1].has_body and not self.found.responses)

    def _open_request(
        self, line: RequestLine | None, headers: tuple[tuple[str, str, Source], ...], summary: str, source: Source
    ) -> None:
        self._is_foreign = line is not None and self.has_own and not self.is_own(line)
        if not self._is_foreign:
            name = f"example-{len(self.found.requests) + 1}"
            self.found.requests.append(RequestExample(name, source, line, headers, summary=summary))

    # ------------------------------------------------------------ bodies

    def _read_body(self, snippet: Snippet, item: Item, code: Code, is_request: bool) -> bool:
        """Reads what follows the first line and the headers; whether anything was understood."""
        if BYTES.match(snippet.text):
            if not is_request:
                self.found.binary.add(item.status or snippet.status)
            return True
        if XML_START.match(snippet.text):
            if ("request" if is_request else "response") in self.sides_with_tables:
                return False  # no text is an instance of what the table describes
            source = Source(self._notes.page.name, snippet.first, code.last, Evidence.EXAMPLE)
            bodies = [Example("example-1", snippet.text.strip(), source, snippet.text)]
        else:
            bodies = self._parse_bodies(snippet)
        for example in bodies:
            summary = snippet.summary or self._summary()
            if is_request:
                self._add_body(example, summary)
            else:
                status = item.status or snippet.status or ("default" if _is_error(example.value) else "")
                self._add_response(example, status, summary)
            self._pending.clear()
        return bool(bodies)

    def _parse_bodies(self, snippet: Snippet) -> list[Example]:
        """The JSON of a snippet; several documents, one below the other, are an example each."""
        if nesting(snippet.text) > _MAX_NESTING:
            return []
        documents = split_documents(snippet.text.rstrip())
        if len(documents) > 1:
            parts = [self._parse_body(text, snippet.first + offset) for offset, text in documents]
            if all(parts):
                return [part for part in parts if part]
        whole = self._parse_body(snippet.text.rstrip(), snippet.first)
        return [whole] if whole else []

    def _parse_body(self, text: str, first: int) -> Example | None:
        page, last = self._notes.page.name, first + text.count("\n")
        parsed = parse_json(text, first)
        if parsed is None:
            return None
        for repair in parsed.repairs:
            span = Source(page, repair.line, repair.line, Evidence.EXAMPLE)
            message = f"the example is not valid JSON: {repair.message}"
            self._notes.find("invalid-json", message, span, self._operation)
        source = Source(page, first, last, Evidence.EXAMPLE)
        return Example("example-1", parsed.value, source, text, repaired=bool(parsed.repairs))

    def _add_body(self, example: Example, summary: str) -> None:
        requests = self.found.requests
        if not requests or requests[-1].has_body:
            self._open_request(None, (), summary, example.source)
        last = requests[-1]
        named = replace(example, name=last.name, summary=last.summary or summary)
        if XML_START.match(example.text):
            requests[-1] = replace(last, summary=named.summary, markup=named)
        else:
            requests[-1] = replace(last, summary=named.summary, body=named)

    def _add_response(self, example: Example, status: str, summary: str) -> None:
        kept = self.found.markup if XML_START.match(example.text) else self.found.responses
        known = kept.setdefault(status, [])
        known.append(replace(example, name=f"example-{len(known) + 1}", summary=summary))


def find_empty(items: Sequence[Item], notes: Notes, operation: str) -> None:
    """Reports example headings with nothing at all below them."""
    for number, item in enumerate(items):
        if not (item.is_label and item.section in _EXAMPLES):
            continue
        if isinstance(item.block, Paragraph) and (
            item.status or parse_request_line(item.text.partition(":")[2], notes.source(item.block))
        ):
            continue
        following = items[number + 1] if number + 1 < len(items) else None
        if following is None or isinstance(following.block, Heading):
            notes.find("empty-example", "an example is announced, but there is none", item.block, operation)
