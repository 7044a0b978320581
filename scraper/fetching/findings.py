"""Findings about fetching a page. `MEANINGS` is the one table of their codes."""

from __future__ import annotations

from dataclasses import dataclass

from spec.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means, how much it matters, and whether another try may help."""

    severity: Severity
    text: str
    passing: bool = False


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
MEANINGS: dict[str, Meaning] = {
    "page-moved": Meaning(_WARNING, "The server says that the page has a new URL for good."),
    "page-vanished": Meaning(_ERROR, "The server says that there is no such page (404, 410)."),
    "page-refused": Meaning(_ERROR, "The server does not give the page (401, 403, another status)."),
    "server-failed": Meaning(_ERROR, "The server answered 429 or 5xx to every try.", passing=True),
    "unreachable": Meaning(_ERROR, "No connection, or no whole answer in time.", passing=True),
    "broken-answer": Meaning(_ERROR, "The answer is no HTTP, was cut off, or cannot be decompressed.", passing=True),
    "too-large": Meaning(_ERROR, "The page is larger than max_bytes."),
    "bad-url": Meaning(_ERROR, "No URL that can be fetched: not http or https, with credentials, or misspelt."),
    "shared-url": Meaning(_ERROR, "Two pages of one API have the same URL."),
    "foreign-host": Meaning(_ERROR, "A redirect leads to a host that is not configured, or from https to http."),
    "redirect-loop": Meaning(_ERROR, "Redirects lead round in a circle, or there are more than ten."),
    "robots-disallowed": Meaning(_ERROR, "The host's robots.txt forbids the page, or demands too long a pause."),
    "robots-unreachable": Meaning(_ERROR, "The host's robots.txt cannot be read, so nothing is allowed.", passing=True),
    "not-text": Meaning(_ERROR, "The body is no text, or none in a form that can be read."),
    "charset-mismatch": Meaning(_INFO, "The bytes are not in the character set that was announced."),
    "edited-snapshot": Meaning(_ERROR, "The saved page is not what was fetched last: somebody edited it."),
    "empty-page": Meaning(_ERROR, "The page has no text."),
    "login-page": Meaning(_ERROR, "What came is a form to log in."),
    "bot-wall": Meaning(_ERROR, "What came is a check whether a person asks."),
    "error-page": Meaning(_ERROR, "What came is an error page under a status of success."),
    "sent-elsewhere": Meaning(_ERROR, "What came only sends the reader to another URL."),
    "cut-off": Meaning(_ERROR, "The end of the page is missing."),
    "layout-changed": Meaning(_ERROR, "Much less can be read from the new page than from the saved one."),
    "nothing-read": Meaning(_ERROR, "The dialect reads nothing from the page."),
    "accepted-unread": Meaning(_WARNING, "The dialect reads nothing from the accepted page; a build refuses it."),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about fetching one page; `code` is one of `MEANINGS`."""

    code: str
    message: str

    def __post_init__(self) -> None:
        if self.code not in MEANINGS:
            raise ValueError(f"{self.code!r} is no code of a finding about fetching")

    @property
    def severity(self) -> Severity:
        """How much it matters to somebody who relies on the snapshot."""
        return MEANINGS[self.code].severity

    @property
    def passing(self) -> bool:
        """Whether another try may help, without anybody changing anything."""
        return MEANINGS[self.code].passing


class FetchError(Exception):
    """A page that was not fetched, and why."""

    def __init__(self, code: str, message: str) -> None:
        self.finding = Finding(code, message)
        super().__init__(message)
