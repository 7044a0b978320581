"""The bar of the generated packages: the same document given to three generators, and what comes of it.

Every cell is found by running the generator and its package. A generator that cannot handle a document says so in its
cells. Only what is written about specwright is judged.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.behaviour import STATUSES, Outcome, count_attempts, observe_envelope, observe_status, walk_pages
from benchmarks.calls import Caller, CallFailedError, compare_with_bare, measure_first_call
from benchmarks.checking import (
    LINT_RULES,
    CheckFailedError,
    count_links,
    count_lint_errors,
    count_tests,
    count_type_errors,
)
from benchmarks.documents import Document
from benchmarks.environment import Environment
from benchmarks.peers import OPENAPI_PYTHON_CLIENT, PEERS, SPECWRIGHT, Generated, Peer
from benchmarks.processes import REPOSITORY, run
from benchmarks.programs import CallUnavailableError
from benchmarks.table import Cell, Row

MODELS_AND_BLACK = 1.3
FIRST_CALL_SECONDS = 1.0
BARE_CALLS = 1.05


@dataclass(frozen=True)
class Subject:
    """One generator's package of one document."""

    document: Document
    caller: Caller
    is_ours: bool

    def cell(self, text: str, holds: bool) -> Cell:
        """A cell that is missed when it is ours and what must hold does not."""
        return Cell(text, is_missed=self.is_ours and not holds)


def compare_generators(document: Document, environment: Environment, rounds: int) -> list[Row]:
    """Generates the packages of a document and returns the rows of its table."""
    generated, yardstick = generate_packages(document, environment, rounds)
    rows = [_generating_row(generated, yardstick)]
    for name, measure in _MEASURES:
        cells = [_measure(measure, document, environment, peer, generated[peer.name]) for peer in PEERS]
        rows.append(Row(name, cells))
    return rows


def generate_packages(
    document: Document, environment: Environment, rounds: int
) -> tuple[Mapping[str, Generated], float]:
    """Lets the generators take turns; returns the fastest run of each, and the fastest of models and black alone."""
    fastest: dict[str, Generated] = {}
    yardstick = float("inf")
    for _ in range(rounds):
        for peer in PEERS:
            found = peer.generate(document, environment)
            if peer.name not in fastest or found.cpu < fastest[peer.name].cpu:
                fastest[peer.name] = found
        yardstick = min(yardstick, _format_models(document, fastest[SPECWRIGHT]))
    return fastest, yardstick


def _format_models(document: Document, ours: Generated) -> float:
    if ours.package is None:
        return float("inf")
    words = ("-m", "benchmarks.generating", str(document.path), str(ours.package.folder))
    return run_own(*words)


def run_own(*words: str) -> float:
    """Runs Python of this environment in the repository and returns its CPU seconds."""
    finished = run(sys.executable, *words, folder=REPOSITORY)
    if finished.code:
        raise RuntimeError(finished.last_line)
    return finished.cpu


def _generating_row(generated: Mapping[str, Generated], yardstick: float) -> Row:
    ours, other = generated[SPECWRIGHT], generated[OPENAPI_PYTHON_CLIENT]
    cells = []
    for name, found in generated.items():
        text = f"{found.cpu:.1f} s" + (f", {found.complaint}" if found.package is None else "")
        if name == SPECWRIGHT and ours.package is not None:
            text += f"; {ours.cpu / yardstick:.2f} of models and black (≤ {MODELS_AND_BLACK})"
            text += f"; {ours.cpu / other.cpu:.2f} of {OPENAPI_PYTHON_CLIENT} (≤ 1)"
        is_slow = ours.cpu > MODELS_AND_BLACK * yardstick or (other.package is not None and ours.cpu > other.cpu)
        cells.append(Cell(text, is_missed=name == SPECWRIGHT and (is_slow or found.package is None)))
    return Row("generate, CPU", cells)


def _measure(
    measure: Callable[[Subject], Cell], document: Document, environment: Environment, peer: Peer, found: Generated
) -> Cell:
    is_ours = peer.name == SPECWRIGHT
    if found.package is None:
        return Cell("–", is_missed=is_ours)
    try:
        return measure(Subject(document, Caller(found.package, environment), is_ours))
    except (CallFailedError, CallUnavailableError, CheckFailedError) as error:
        return Cell(f"failed: {error}", is_missed=is_ours)


def _checks(subject: Subject) -> Cell:
    environment = subject.caller.environment
    types = count_type_errors(subject.caller.package, environment)
    lint = count_lint_errors(subject.caller.package, environment)
    return subject.cell(f"{types} / {lint}", types == lint == 0)


def _first_call(subject: Subject) -> Cell:
    seconds = measure_first_call(subject.caller, subject.document.call(subject.document.reads[0]))
    return subject.cell(f"{seconds:.2f} s", seconds < FIRST_CALL_SECONDS)


def _bare_calls(subject: Subject) -> Cell:
    ratio = compare_with_bare(subject.caller, subject.document.call(subject.document.reads[0]))
    return subject.cell(f"{ratio:.2f}", ratio <= BARE_CALLS)


def _statuses(subject: Subject) -> Cell:
    call = subject.document.call(subject.document.reads[0])
    outcomes = [observe_status(subject.caller, call, status) for status in STATUSES]
    text = "; ".join(f"{status} {outcome.text}" for status, outcome in zip(STATUSES, outcomes, strict=True))
    return subject.cell(text, all(outcome.is_typed_error for outcome in outcomes))


def _envelope(subject: Subject) -> Cell:
    if not subject.document.has_envelope:
        return Cell("not documented")
    outcomes: Sequence[Outcome] = [
        observe_envelope(subject.caller, call)
        for call in map(subject.document.call, subject.document.reads)
        if call.method == "POST"
    ]
    return subject.cell("; ".join(item.text for item in outcomes), all(item.is_typed_error for item in outcomes))


def _retries(subject: Subject) -> Cell:
    reads = {name: count_attempts(subject.caller, subject.document.call(name)) for name in subject.document.reads}
    write = count_attempts(subject.caller, subject.document.call(subject.document.write))
    attempts = {**reads, subject.document.write: write}
    text = "; ".join(f"{name} {'repeated' if count > 1 else 'not repeated'}" for name, count in attempts.items())
    return subject.cell(text, write == 1 and all(count == 2 for count in reads.values()))


def _paging(subject: Subject) -> Cell:
    listing = subject.document.listing
    walk = walk_pages(subject.caller, subject.document.call(listing.operation), listing)
    return subject.cell(walk.text, walk.is_complete)


def _tests(subject: Subject) -> Cell:
    tests = count_tests(subject.caller.package)
    if not tests.count:
        return subject.cell("none", False)
    text = f"{tests.count} tests; {tests.asserting} of {tests.functions} test functions assert"
    return subject.cell(text, tests.asserting == tests.functions)


def _links(subject: Subject) -> Cell:
    links = count_links(subject.caller.package, subject.document)
    places = subject.document.documented_at()
    return subject.cell(f"{links} of {len(places)} operations", links == sum(map(bool, places.values())) > 0)


_MEASURES: tuple[tuple[str, Callable[[Subject], Cell]], ...] = (
    (f"mypy --strict / ruff errors (no configuration; rules {LINT_RULES})", _checks),
    ("first usable call, CPU of a fresh process", _first_call),
    ("CPU per call / bare httpx2 and json.loads", _bare_calls),
    ("404, 500, 520", _statuses),
    ("error inside HTTP 200", _envelope),
    ("after one 503", _retries),
    ("paging", _paging),
    ("tests", _tests),
    ("operations whose docstring names their page", _links),
)
