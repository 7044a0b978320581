"""Where a fact of the document came from, with the page's own line.

A query is a JSON pointer, or names joined with dots: an operation id, a component schema or a
parameter, then parameters, properties, `request`, `response` or a status below it.
`DescribeIssue.IssueCode`, `IssueDetail.Parent`, `DescribeIssue.Response.Issue.Code`, `query.limit`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spec.explain.query import Search, names_of, suggest
from spec.explain.rows import Correction, ReadAction, ReadLine, Row, correct_row, rows_or_above
from spec.model import JSON
from spec.sourcemap import SourceMap

__all__ = ["Correction", "Explanation", "Row", "explain"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The places that a query means, their witnesses, and close matches when there is no place."""

    query: str
    pointers: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    suggestions: tuple[str, ...] = ()


def explain(
    document: dict[str, JSON],
    sources: SourceMap,
    query: str,
    read_line: ReadLine,
    read_action: ReadAction = lambda _overlay, _line: None,
) -> Explanation:
    """Finds what a query means and where the pages state it.

    `read_line` gives the text of a line (1-based) of a page as the source map names it, `read_action` the action
    that stands on a line of an overlay; either gives `None` where there is none any more.
    Names are compared exactly first, and without case when that finds nothing.
    """
    text = query.strip()
    for fold in (False, True):
        pointers = tuple(dict.fromkeys(Search(document, fold=fold).find(text)))
        if pointers:
            rows = (row for pointer in pointers for row in rows_or_above(document, sources, pointer, read_line))
            distinct = tuple(dict.fromkeys(rows))
            return Explanation(query, pointers, tuple(correct_row(row, read_line, read_action) for row in distinct))
    known = sources.entries if text.startswith(("/", "#")) else names_of(document)
    return Explanation(query, suggestions=tuple(suggest(known, text)))
