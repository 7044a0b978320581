"""Docstrings of generated methods: what the page says, in Google style."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from generator.document import sequence, text
from generator.literal import Text, join_lines, normalize_lines
from generator.view import Argument, OperationView, Outcome

_RANGES = (
    ("minimum", "at least {}"),
    ("exclusiveMinimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusiveMaximum", "less than {}"),
    ("minLength", "at least {} characters"),
    ("maxLength", "at most {} characters"),
    ("minItems", "at least {} items"),
    ("maxItems", "at most {} items"),
    ("multipleOf", "a multiple of {}"),
    ("pattern", "matching {}"),
    ("format", "format {}"),
)
_ERROR_CLASSES = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}


def constraints(schema: Mapping[str, object]) -> str:
    """Return the constraints of a schema as one sentence, or an empty string."""
    said = [
        phrase.format(schema[key]) for key, phrase in _RANGES if key in schema and not isinstance(schema[key], bool)
    ]
    values = sequence(schema.get("enum"))
    if values:
        said.insert(0, "one of " + ", ".join(str(value) for value in values))
    if "default" in schema:
        said.append(f"the server's default is {schema['default']!r}")
    sentence = "; ".join(said)
    return sentence[:1].upper() + sentence[1:] + "." if sentence else ""


def describe_argument(description: str, schema: Mapping[str, object]) -> Text:
    """Return what the docstring says about one argument."""
    return Text(" ".join(part for part in (sentence(description), constraints(schema)) if part))


def sentence(said: str) -> str:
    """Return `said` on one line, with a full stop unless it ends with a mark of its own."""
    line = join_lines(said)
    return line + "." if line and line[-1] not in ".!?:;。！？：；" else line


def error_class(status: str) -> str:
    """Return the exception class that a documented error status raises."""
    if status in _ERROR_CLASSES:
        return _ERROR_CLASSES[status]
    return {"3": "RedirectionError", "4": "ClientError", "5": "ServerError"}.get(status[:1], "StatusError")


def build_docstring(
    operation: Mapping[str, object],
    fallback: str,
    arguments: Sequence[Argument],
    results: Sequence[Outcome],
    errors: Sequence[Outcome],
    has_envelope: bool,
    documented_at: str = "",
) -> Text:
    """Return the docstring of a method, without quotes; `documented_at` is a URL or the name of a page."""
    sections = [_headline(operation, fallback)]
    if arguments:
        sections.append(
            "Args:\n" + "\n".join(_entry(item.name, item.description or "Not described.") for item in arguments)
        )
    described = [outcome for outcome in results if outcome.description.strip()]
    if described:
        sections.append("Returns:\n" + "\n".join(_wrap(_result(outcome), 4, 4) for outcome in described))
    raises = [_entry(error_class(item.status), f"{item.status}: {join_lines(item.description)}") for item in errors]
    if has_envelope:
        raises.append(_entry("EnvelopeError", "The server reported an error with a successful status."))
    if raises:
        sections.append("Raises:\n" + "\n".join(raises))
    if documented_at:
        sections.append(f"Documentation: {join_lines(documented_at)}")
    return Text("\n\n".join(sections))


def build_iteration_docstring(view: OperationView, position: Argument) -> Text:
    """Return the docstring of the method that iterates over the pages of an operation, without quotes."""
    usage = f"The arguments are those of `{view.name}`; `{position.name}` is where to begin, otherwise at the start."
    sections = [
        f"Iterate over all items of `{view.name}`, page after page.",
        _wrap(sentence(view.summary), 0, 0),
        _wrap(usage, 0, 0),
        f"Documentation: {join_lines(view.documented_at)}" if view.documented_at else "",
    ]
    return Text("\n\n".join(section for section in sections if section))


def _headline(operation: Mapping[str, object], fallback: str) -> str:
    summary = sentence(text(operation.get("summary")))
    description = normalize_lines(text(operation.get("description"))).strip()
    parts = [part for part in (summary, description) if part]
    if len(parts) == 2 and parts[0].rstrip(".。") == parts[1].rstrip(".。"):
        parts.pop()
    if operation.get("deprecated") is True:
        parts.append("Deprecated: the documentation advises against new use.")
    return "\n\n".join(parts) or f"Call {fallback}."


def _result(outcome: Outcome) -> str:
    said = sentence(outcome.description)
    if outcome.headers:
        said += f" Response headers: {', '.join(outcome.headers)}."
    return said


def _entry(name: str, description: str) -> str:
    return _wrap(f"{name}: {join_lines(description)}", 4, 8)


def _wrap(line: str, first: int, rest: int) -> str:
    return textwrap.fill(
        line,
        width=104,
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
