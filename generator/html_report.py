"""The report: what was read of the pages of APIs, and what is wrong with them, as one HTML file.

It has no scripts and loads nothing; whatever a page or a document says is text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.html_templates import html_template
from generator.lint import count_line, count_noun
from generator.pages import Reading
from generator.quality_text import describe_state
from scraper.quality import Quality, measure_pages, sum_up
from spec.diagnostics import CATALOGUE, Diagnostic, Severity
from spec.emit import Emitted
from spec.visit import visit_operations

#: Gives the text of a line (1-based) of a file, or nothing.
ReadLine = Callable[[str, int], str | None]
_LONGEST_LINE = 200
_SCHEMES = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Subject:
    """One API: its pages in order, what was read of them, and where each page comes from."""

    name: str
    pages: Sequence[str]
    reading: Reading
    urls: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the first of its lines as the page has it."""

    line: int
    code: str
    severity: Severity
    message: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page, or an overlay, with its findings; only pages have a quality."""

    name: str
    anchor: str
    url: str
    quality: Quality | None
    state: str
    findings: Sequence[FindingRow]


@dataclass(frozen=True, slots=True)
class OperationRow:
    """An operation of the document, and where the pages state it."""

    id: str
    method: str
    path: str
    summary: str
    page: str
    anchor: str
    line: int
    findings: int


@dataclass(frozen=True, slots=True)
class ApiPart:
    """What the report says of one API; there is a total of several pages."""

    name: str
    title: str
    summary: str
    total: Quality | None
    codes: Sequence[tuple[str, Severity, str, int]]
    pages: Sequence[PageRow]
    operations: Sequence[OperationRow]


def render_report(subjects: Iterable[Subject], read_line: ReadLine) -> str:
    """The report; the same pages give the same text."""
    parts = [_part(subject, f"api-{number}", read_line) for number, subject in enumerate(subjects, 1)]
    return html_template("report").render(apis=parts)


def _part(subject: Subject, anchor: str, read_line: ReadLine) -> ApiPart:
    scrape, emitted = subject.reading.scrape, subject.reading.emitted
    qualities = measure_pages(subject.pages, scrape, emitted.sources)
    findings: dict[str, list[Diagnostic]] = {page: [] for page in subject.pages}
    for finding in scrape.diagnostics:
        findings.setdefault(finding.page, []).append(finding)
    anchors = {page: f"{anchor}-{number}" for number, page in enumerate(findings, 1)}
    operations = list(_operations(emitted, anchors, scrape.diagnostics))
    size = f"{count_noun(len(operations), 'operation')} on {count_noun(len(subject.pages), 'page')}"
    return ApiPart(
        name=subject.name,
        title=scrape.api.title,
        summary=f"{size}; {count_line(scrape.diagnostics)}",
        total=sum_up(qualities.values()) if len(qualities) > 1 else None,
        codes=_count_codes(scrape.diagnostics),
        pages=[
            _page(page, anchors[page], subject.urls, qualities.get(page), found, read_line)
            for page, found in findings.items()
        ],
        operations=operations,
    )


def _count_codes(findings: Iterable[Diagnostic]) -> list[tuple[str, Severity, str, int]]:
    """Code, severity, meaning and number, the most frequent ones first."""
    counts = Counter(finding.code for finding in findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(code, CATALOGUE[code].severity, CATALOGUE[code].meaning, number) for code, number in ordered]


def _page(
    name: str,
    anchor: str,
    urls: Mapping[str, str],
    quality: Quality | None,
    findings: Iterable[Diagnostic],
    read_line: ReadLine,
) -> PageRow:
    ordered = sorted(findings, key=lambda finding: (finding.line, finding.code, finding.operation, finding.pointer))
    rows = [_finding(finding, read_line) for finding in ordered]
    url = urls.get(name, "")
    state = describe_state(quality) if quality else ""
    # Another scheme could be a script.
    return PageRow(name, anchor, url if url.lower().startswith(_SCHEMES) else "", quality, state, rows)


def _finding(finding: Diagnostic, read_line: ReadLine) -> FindingRow:
    text = (read_line(finding.page, finding.line) or "").strip()
    return FindingRow(
        line=finding.line,
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        place=", ".join(part for part in (finding.operation, finding.pointer) if part),
        text=text if len(text) <= _LONGEST_LINE else text[: _LONGEST_LINE - 1] + "…",
    )


def _operations(emitted: Emitted, anchors: Mapping[str, str], findings: Iterable[Diagnostic]) -> Iterator[OperationRow]:
    counts = Counter(finding.operation for finding in findings)
    for path, method, visit in visit_operations(emitted.document):
        source = next((entry.source for entry in emitted.sources.at(visit.pointer)), None)
        identifier, page = str(visit.node.get("operationId", "")), source.page if source else ""
        yield OperationRow(
            id=identifier,
            method=method.upper(),
            path=path,
            summary=str(visit.node.get("summary", "")),
            page=page,
            anchor=anchors.get(page, ""),
            line=source.first if source else 0,
            findings=counts[identifier],
        )
