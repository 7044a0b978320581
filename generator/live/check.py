"""The live check: the documented calls are sent to a server, and its answers compared with the document."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.citations import NO_SOURCES
from generator.live.calls import Call, Reference, Skipped, plan_calls, read_reference
from generator.live.client import LiveClient, NoAnswerError
from generator.live.comparison import TOO_MANY_REQUESTS, compare_answer
from generator.live.findings import BaseUrlError, Difference, Finding, LiveError
from generator.live.messages import Answer
from generator.live.tokens import Tokens, read_tokens
from spec.diff.sources import find_source
from spec.model import JSON
from spec.sourcemap import SourceMap
from spec.validate import document_validators
from spec.validators import Validators

_BASE_URL = re.compile(r"https?://[^/?#@\s\\]+(?:/[^?#\s\\]*)?")
#: Calls without an answer after which no other is sent, if there was none before.
_MOST_SILENT = 3


@dataclass(frozen=True, slots=True)
class LiveSettings:
    """How calls are sent.

    Attributes:
        allow_writes: Whether operations are called that change something.
        timeout: Seconds that connecting, and each part of an answer, may take.
        pause: Seconds between two calls.
    """

    allow_writes: bool = False
    timeout: float = 30.0
    pause: float = 0.5


def check_live(
    document: dict[str, JSON],
    base_url: str,
    name: str,
    *,
    sources: SourceMap = NO_SOURCES,
    settings: LiveSettings | None = None,
    environment: Mapping[str, str] | None = None,
    watch: Callable[[str], None] = lambda _operation: None,
) -> tuple[Finding, ...]:
    """Return what a server does differently from its document, in the order of the operations.

    Every documented call of an operation that only reads is sent once. What was not called is a finding, too,
    `live-skipped`.

    Args:
        document: An OpenAPI 3.0 or 3.1 document.
        base_url: Where the calls go; the paths of the document are appended to it.
        name: The name of the API: the token is that of the generated package, in `<NAME>_TOKEN`.
        sources: The source map of the document, for pages and lines.
        settings: How calls are sent.
        environment: The environment variables; by default those of the process.
        watch: Called with each operationId that is called.

    Raises:
        BaseUrlError: `base_url` is no http(s) URL, or has credentials, a query or a fragment.
        LiveError: No call got an answer.
    """
    settings = settings or LiveSettings()
    base_url = check_base_url(base_url)
    reference = read_reference(document, name)
    package = reference.package
    tokens = read_tokens(package.schemes, package.environment, os.environ if environment is None else environment)
    steps = tuple(plan_calls(reference, base_url, tokens, allow_writes=settings.allow_writes))
    found: dict[tuple[str, str, str], Finding] = {}
    for operation, difference in _explore(reference, document_validators(document), steps, settings, watch):
        finding = _locate(operation, difference, tokens, sources)
        found.setdefault(finding.identity, finding)
    return tuple(found.values())


def check_base_url(base_url: str) -> str:
    """Return a base URL without its final slash.

    Raises:
        BaseUrlError: It is no http(s) URL, or has credentials, a query or a fragment.
    """
    if not _BASE_URL.fullmatch(base_url):
        # What stands there may be a secret.
        raise BaseUrlError("expected a base URL such as https://api.example.com/v1, without credentials or query")
    return base_url.rstrip("/")


def _explore(
    reference: Reference,
    validators: Validators,
    steps: tuple[Call | Skipped, ...],
    settings: LiveSettings,
    watch: Callable[[str], None],
) -> Iterator[tuple[str, Difference]]:
    """Yield operationId and difference.

    Raises:
        LiveError: No call got an answer.
    """
    answers: list[Answer | NoAnswerError] = []
    with _open_client(settings) as client:
        for step in steps:
            operation, pointer = str(step.view.operation_id), step.view.pointer.removeprefix("#")
            reason = _reason_to_stop(step, answers)
            if isinstance(step, Skipped) or reason:
                yield operation, Difference("live-skipped", pointer, f"not called: {reason}")
                continue
            watch(operation)
            answer = _ask(client, step)
            answers.append(answer)
            if isinstance(answer, NoAnswerError):
                yield operation, Difference("live-no-response", pointer, str(answer))
                continue
            for difference in compare_answer(reference.document, validators, step, answer):
                yield operation, difference
    if answers and all(isinstance(answer, NoAnswerError) for answer in answers):
        raise LiveError(f"no call got an answer: {answers[0]}")


def _open_client(settings: LiveSettings) -> LiveClient:
    try:
        return LiveClient(timeout=settings.timeout, pause=settings.pause)
    except NoAnswerError as error:
        raise LiveError(str(error)) from error


def _reason_to_stop(step: Call | Skipped, answers: Sequence[Answer | NoAnswerError]) -> str:
    """Return why nothing is sent, empty if something is."""
    if isinstance(step, Skipped):
        return step.reason
    if any(isinstance(answer, Answer) and answer.status == TOO_MANY_REQUESTS for answer in answers):
        return "the server asked to slow down before"
    failed = all(isinstance(answer, NoAnswerError) for answer in answers)
    return "the server did not answer before" if len(answers) >= _MOST_SILENT and failed else ""


def _ask(client: LiveClient, call: Call) -> Answer | NoAnswerError:
    try:
        return client.send(call.request)
    except NoAnswerError as error:
        return error


def _locate(operation: str, difference: Difference, tokens: Tokens, sources: SourceMap) -> Finding:
    source = find_source(sources, difference.pointer)
    message = tokens.mask(difference.message)
    page, line, end_line = (source.page, source.line, source.end_line) if source else ("", 0, 0)
    return Finding(difference.code, message, page, line, end_line, operation, difference.pointer)
