"""Diagnostics: findings about a page, or about our reading of it.

`CATALOGUE` is the one table of codes. A finding is identified by everything but its message, so
that rewording a message never makes an old finding look new.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Literal


class Severity(StrEnum):
    """How much a finding matters to somebody who relies on the contract."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with its default severity, whom it is about, and what it means."""

    code: str
    severity: Severity
    about: Literal["page", "us", "overlay"]
    meaning: str


def _rules() -> tuple[Rule, ...]:
    error, warning, info = Severity.ERROR, Severity.WARNING, Severity.INFO
    return (
        Rule("example-type-mismatch", warning, "page", "An example contradicts the documented type."),
        Rule("example-undocumented-field", warning, "page", "An example shows a property that no table has."),
        Rule("documented-field-missing-in-example", info, "page", "A documented property is absent from the example."),
        Rule("example-echo-mismatch", info, "page", "A response example does not echo what the request example sent."),
        Rule("name-case-mismatch", warning, "page", "A table and an example spell one name in different case."),
        Rule("duplicate-row", warning, "page", "One table names the same property twice."),
        Rule("missing-type", warning, "page", "A row states no type."),
        Rule("invalid-json", warning, "page", "An example is not valid JSON and was repaired."),
        Rule(
            "wrong-action-in-example",
            error,
            "page",
            "A request example carries the action of another operation; the example in the document has the right one.",
        ),
        Rule("missing-action-row", warning, "page", "The request table has no row for the action."),
        Rule(
            "missing-action-in-example",
            info,
            "page",
            "A request example leaves the action out; the example in the document has it.",
        ),
        Rule("undefined-structure", warning, "page", "A row names a structure that no table defines."),
        Rule("duplicate-operation", info, "page", "The pages print one operation more than once."),
        Rule(
            "structure-redefined-differently", warning, "page", "Two tables of one structure name differ in their rows."
        ),
        Rule("endless-structure", warning, "page", "A structure requires itself, so that no value of it could end."),
        Rule("flattened-structure", warning, "page", "A table lists properties of nested structures side by side."),
        Rule("truncated", error, "page", "The page ends in the middle of something."),
        Rule("not-an-operation", info, "page", "A section is laid out as an operation but is none."),
        Rule("broken-path", error, "page", "The printed path or action cannot be called."),
        Rule("array-vs-object", warning, "page", "A table says one structure, the example shows a list, or reverse."),
        Rule("missing-output-table", info, "page", "An operation has a response example but no response table."),
        Rule("missing-response-table", info, "page", "An operation documents nothing about its response body."),
        Rule("missing-enum-values", warning, "page", "Values are announced, but none is printed."),
        Rule("missing-heading", warning, "page", "A table stands where its section heading is missing."),
        Rule("missing-table-caption", info, "page", "A table that needs a caption to be understood has none."),
        Rule("contradictory-range", warning, "page", "Two statements about one range disagree."),
        Rule("broken-example-value", warning, "page", "A value in an example cannot be what was meant."),
        Rule("dangling-reference", info, "page", "The text refers to something that is not on the pages."),
        Rule("empty-example", info, "page", "An example is announced, but there is none."),
        Rule("assumed-scheme", info, "page", "A host is printed without http or https; https is assumed."),
        Rule("assumed-media-type", info, "page", "Nothing shows the media type of a body; XML is assumed."),
        Rule(
            "assumed-placeholder", info, "page", "A word of a path or a host is taken for one that stands for a value."
        ),
        Rule("placeholder-mismatch", warning, "page", "The placeholders of the path and the path parameters differ."),
        Rule("inconsistent-naming", info, "page", "One operation spells names in more than one style."),
        Rule("unreadable-page", error, "page", "A page is missing, empty, too large, or no text; it was skipped."),
        Rule("no-operation", error, "page", "A page has nothing of its dialect; it was skipped."),
        Rule("other-layout", warning, "us", "Another dialect reads more than twice as much of the page."),
        Rule("reading-fault", error, "us", "A dialect, or the program, failed on a page, which was skipped."),
        Rule("unread-block", warning, "us", "Lines that we could not read."),
        Rule("unknown-type", warning, "us", "A printed type that we do not know."),
        Rule("ambiguous-split", warning, "us", "Cells or rows of text that can be divided in more than one way."),
        Rule(
            "unneeded-correction",
            warning,
            "overlay",
            "An action changes nothing: the pages need no correction any more.",
        ),
        Rule(
            "correction-without-target",
            error,
            "overlay",
            "An action finds nothing to change; no build passes before it does.",
        ),
        Rule(
            "correction-of-unknown-page",
            warning,
            "overlay",
            "An action names a page, or a line of one, that there is not.",
        ),
    )


CATALOGUE: dict[str, Rule] = {rule.code: rule for rule in _rules()}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `operation` is an operation id; `pointer` names the fact inside it, such as
    `IssueDetail.Parent` (structure, property) or `query.limit`; both are empty where they do not
    apply. Lines are 1-based and inclusive.
    """

    code: str
    message: str
    page: str
    line: int
    end_line: int
    operation: str = ""
    pointer: str = ""

    def __post_init__(self) -> None:
        if self.code not in CATALOGUE:
            raise ValueError(f"{self.code!r} is not in the catalogue of diagnostics")

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives the code."""
        return CATALOGUE[self.code].severity

    @property
    def identity(self) -> tuple[str, str, int, int, str, str]:
        """What makes two findings the same; the message has no part in it."""
        return (self.code, self.page, self.line, self.end_line, self.operation, self.pointer)

    def as_dict(self) -> dict[str, str | int]:
        """The published form: code, severity, message, page, line, end_line, operation, pointer."""
        values = asdict(self)
        order = ("code", "severity", "message", "page", "line", "end_line", "operation", "pointer")
        return {key: str(self.severity) if key == "severity" else values[key] for key in order}


def arrange(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorts by place and drops repeats of one identity."""
    first: dict[tuple[str, str, int, int, str, str], Diagnostic] = {}
    for diagnostic in diagnostics:
        first.setdefault(diagnostic.identity, diagnostic)
    return tuple(sorted(first.values(), key=lambda d: (d.page, d.line, d.end_line, d.code, d.operation, d.pointer)))
