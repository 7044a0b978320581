"""The comparison with other generators sees what packages really do, on a small document."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from benchmarks.behaviour import count_attempts, observe_envelope, observe_status, walk_pages
from benchmarks.calls import Caller, CallFailedError, compare_with_bare, measure_first_call
from benchmarks.checking import count_links, count_tests
from benchmarks.comparison import Subject
from benchmarks.documents import Document, Listing
from benchmarks.environment import Environment
from benchmarks.peers import Package
from benchmarks.programs import CallUnavailableError, write_specwright
from benchmarks.synthesis import synthesize_document
from generator.package import generate_package
from generator.write import write_package

RESOURCE = "AlphaAccount"
OPERATIONS = ("List", "Create", "Get", "Replace", "Remove", "Describe", "Modify")


def resource_document() -> dict[str, Any]:
    """The first resource of the synthetic document."""
    document = synthesize_document()
    paths = {path: item for path, item in document["paths"].items() if RESOURCE.lower() in path.lower()}
    return {**document, "paths": paths}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("document") / "small.json"
    path.write_text(json.dumps(resource_document()), encoding="utf-8")
    reads = (f"Get{RESOURCE}", f"Describe{RESOURCE}")
    listing = Listing(f"List{RESOURCE}", ("Items",), ("TotalCount",))
    return Document("small", "small", path, reads, f"Create{RESOURCE}", listing, has_envelope=True)


@pytest.fixture(scope="module")
def caller(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Caller:
    folder = tmp_path_factory.mktemp("package")
    write_package(generate_package(document.content, name="small"), folder)
    source = folder / "src"
    package = Package(folder, source, ("small",), lambda call: write_specwright(source, "small", call))
    return Caller(package, Environment(Path(sys.prefix)))


def test_the_synthetic_document_has_the_size_of_the_bar_and_is_valid() -> None:
    document = synthesize_document()
    operations = [item for path in document["paths"].values() for name, item in path.items() if name != "parameters"]
    assert (len(operations), len(document["components"]["schemas"])) == (420, 350)
    assert max(Counter(item["operationId"] for item in operations).values()) == 1
    assert document == synthesize_document()
    validate(document)


def test_a_call_is_written_with_the_documented_example(caller: Caller, document: Document) -> None:
    program = caller.package.program(document.call(f"Describe{RESOURCE}"))
    assert program.call == "client.alpha_account.describe_alpha_account(id=1)"


def test_a_call_that_the_package_does_not_have_is_reported(caller: Caller, document: Document) -> None:
    call = replace(document.call(f"Get{RESOURCE}"), operation="Nothing")
    with pytest.raises(CallUnavailableError, match="no Nothing"):
        caller.package.program(call)


@pytest.mark.parametrize(("status", "name"), [(404, "NotFoundError"), (520, "ServerError")])
def test_a_status_gives_the_class_that_is_raised(caller: Caller, document: Document, status: int, name: str) -> None:
    outcome = observe_status(caller, document.call(f"Create{RESOURCE}"), status)
    assert (outcome.text, outcome.is_typed_error) == (name, True)


def test_a_success_is_no_typed_error(caller: Caller, document: Document) -> None:
    outcome = observe_status(caller, document.call(f"Remove{RESOURCE}"), 204)
    assert (outcome.text, outcome.is_typed_error) == ("silent None", False)


def test_an_error_in_an_envelope_is_seen(caller: Caller, document: Document) -> None:
    assert observe_envelope(caller, document.call(f"Describe{RESOURCE}")).text == "EnvelopeError"


@pytest.mark.parametrize(("verb", "attempts"), [("Get", 2), ("Describe", 2), ("Create", 1), ("Modify", 1)])
def test_attempts_are_those_that_the_server_counts(
    caller: Caller, document: Document, verb: str, attempts: int
) -> None:
    assert count_attempts(caller, document.call(f"{verb}{RESOURCE}")) == attempts


def test_pages_are_walked_to_the_last_item(caller: Caller, document: Document) -> None:
    walk = walk_pages(caller, document.call(document.listing.operation), document.listing)
    assert (walk.text, walk.is_complete) == ("derived: 3 of 3 items on 2 pages", True)


def test_an_operation_without_pages_has_none(caller: Caller, document: Document) -> None:
    walk = walk_pages(caller, document.call(f"Get{RESOURCE}"), document.listing)
    assert (walk.text, walk.is_complete) == ("none", False)


def test_calls_are_measured_and_compared(caller: Caller, document: Document) -> None:
    call = document.call(f"Get{RESOURCE}")
    assert 0 < measure_first_call(caller, call) < 60
    assert 0.3 < compare_with_bare(caller, call) < 3


def test_a_call_without_a_result_is_not_compared(caller: Caller, document: Document) -> None:
    with pytest.raises(CallFailedError, match="None for the documented answer"):
        compare_with_bare(caller, document.call(f"Remove{RESOURCE}"))


def test_links_and_tests_are_counted(caller: Caller, document: Document) -> None:
    tests = count_tests(caller.package)
    assert count_links(caller.package, document) == len(OPERATIONS)
    assert tests.count > tests.functions == tests.asserting > 0


def test_a_test_without_an_assertion_is_counted_as_such(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text("def test_nothing():\n    1 + 1\n\ndef test_something():\n    assert 1\n")
    tests = count_tests(Package(tmp_path, tmp_path, (), lambda call: write_specwright(tmp_path, "", call)))
    assert (tests.count, tests.functions, tests.asserting) == (2, 2, 1)


def test_only_cells_of_ours_are_missed(caller: Caller, document: Document) -> None:
    cells = [Subject(document, caller, is_ours).cell("x", False) for is_ours in (True, False)]
    assert [str(cell) for cell in cells] == ["x  MISSED", "x"]
