"""What the live check finds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.live.rules import LIVE_RULES
from spec.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Difference:
    """A rule, the JSON pointer of what the document says instead (RFC 6901, without `#`), and a sentence."""

    code: str
    pointer: str
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between a server and its documentation, or the reason why an operation was not called.

    `pointer` leads to the node of the document; that of an undocumented property to where it would stand. `page`,
    `line` and `end_line` say where the documentation states it: empty and 0 for a document without a source map.
    """

    code: str
    message: str
    page: str
    line: int
    end_line: int
    operation: str
    pointer: str

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return LIVE_RULES[self.code].severity

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes two findings the same; the message has no part in it."""
        return (self.code, self.operation, self.pointer)

    def as_dict(self) -> dict[str, str | int | None]:
        """The published form: code, severity, message, page, line, end_line, operation, pointer."""
        return {
            "code": self.code,
            "severity": LIVE_RULES[self.code].level,
            "message": self.message,
            "page": self.page or None,
            "line": self.line or None,
            "end_line": self.end_line or None,
            "operation": self.operation,
            "pointer": self.pointer,
        }


class LiveError(Exception):
    """There is nothing to compare with: no call got any answer; `str()` is one line."""


class BaseUrlError(ValueError):
    """The base URL is none that calls can be sent to; `str()` is one line."""
