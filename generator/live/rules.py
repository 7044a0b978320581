"""The rules of the live check: each way in which a server may differ from its documentation."""

from __future__ import annotations

from dataclasses import dataclass

from spec.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class LiveRule:
    """One kind of finding: what it is called, how much it matters, and what it means."""

    code: str
    severity: Severity
    meaning: str

    @property
    def level(self) -> str:
        """The severity, or `note` where nothing was compared and nothing is wrong."""
        return NOTE if self.code in NO_RESULT and self.severity is Severity.INFO else str(self.severity)


NOTE = "note"
_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_ROWS = (
    LiveRule("live-no-response", _ERROR, "A call got no answer, or one that is too long."),
    LiveRule("live-refused-token", _ERROR, "The server answers 401 although a token was sent."),
    LiveRule("live-type-mismatch", _ERROR, "A body or a value is of another type than documented."),
    LiveRule("live-missing-field", _ERROR, "A property that is documented as required is missing."),
    LiveRule("live-broken-limit", _WARNING, "A value breaks a documented format, pattern, length or range."),
    LiveRule("live-undocumented-value", _WARNING, "A value is none of those that are documented."),
    LiveRule("live-undocumented-field", _WARNING, "A property is not documented."),
    LiveRule("live-undocumented-status", _WARNING, "A successful answer or a redirect has an undocumented status."),
    LiveRule("live-undocumented-failure", _WARNING, "A failed call has an undocumented status."),
    LiveRule("live-undocumented-media-type", _WARNING, "A body has an undocumented media type."),
    LiveRule("live-missing-header", _WARNING, "A response header that is documented as required is missing."),
    LiveRule("live-absent-header", _INFO, "A documented response header that may be missing is missing."),
    LiveRule("live-failed-call", _INFO, "The call failed in a documented way: its result was not compared."),
    LiveRule("live-unusable-schema", _INFO, "The documented schema is no usable one: a body was not compared."),
    LiveRule("live-skipped", _INFO, "An operation was not called; the message says why."),
)

#: What says that nothing was compared; what of it is no error and no warning does not count as a difference.
NO_RESULT = frozenset(
    {
        "live-no-response",
        "live-refused-token",
        "live-undocumented-failure",
        "live-undocumented-status",
        "live-undocumented-media-type",
        "live-failed-call",
        "live-unusable-schema",
        "live-skipped",
    }
)
LIVE_RULES: dict[str, LiveRule] = {rule.code: rule for rule in _ROWS}
"""Every rule by its code, the worst first."""
