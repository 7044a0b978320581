"""A failing contract test of a generated package names the page and the line that it contradicts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.citations import cite_cases, shorten_pages
from generator.package import generate_package
from generator.write import write_package
from spec.model import Evidence, Source
from spec.sourcemap import Entry, SourceMap
from tests.generator import documents


def source_map(**places: tuple[int, int]) -> SourceMap:
    entries = {
        pointer: (Entry(Source("pages/tags.md", first, last, Evidence.TABLE)),)
        for pointer, (first, last) in places.items()
    }
    return SourceMap(entries)


def test_case_is_cited_by_its_own_place_or_the_nearest_around_it() -> None:
    sources = source_map(**{"/paths/~1a/get": (10, 20), "/paths/~1a/get/responses/200": (15, 15)})
    pointers = ["#/paths/~1a/get/responses/200/content/x/examples/e", "#/paths/~1a/get/parameters/0", "#/paths/~1b/get"]
    examples = {"responses": [{"pointer": pointer} for pointer in pointers], "token": "t", "requests": [{}, 1]}
    assert cite_cases(examples, sources) == {pointers[1]: "pages/tags.md:10-20", pointers[0]: "pages/tags.md:15"}


@pytest.mark.parametrize(
    ("pages", "shortened"),
    [
        (["/home/me/pages/tags.md"], ["tags.md"]),
        (["/home/me/pages/a/tags.md", "/home/me/pages/b/tags.md"], ["a/tags.md", "b/tags.md"]),
        (["/home/me/tags.md", "/home/me/tags.md", "pages/notes.md"], ["tags.md", "tags.md", "pages/notes.md"]),
        (["/a/tags.md", "/b/tags.md"], ["a/tags.md", "b/tags.md"]),
        (["pages/a.md", "pages/b.md"], ["pages/a.md", "pages/b.md"]),
    ],
)
def test_package_does_not_tell_where_a_machine_keeps_the_pages(pages: list[str], shortened: list[str]) -> None:
    entries = {str(number): (Entry(Source(page, 1, 2, Evidence.TABLE)),) for number, page in enumerate(pages)}
    sources = shorten_pages(SourceMap(entries))
    assert [entry.source.page for found in sources.entries.values() for entry in found] == shortened
    pointer = "/paths/" + next(iter(documents.rest()["paths"])).replace("/", "~1")
    generated = generate_package(documents.rest(), name="x", sources=SourceMap({pointer: entries["0"]}))
    assert not [path for path, text in generated.files.items() if "/home/me" in text]
    assert f"{shortened[0].rpartition('/')[2]}:1-2" in generated.files["tests/sources.json"]


def test_failing_contract_test_names_page_and_line(tmp_path: Path) -> None:
    document = documents.rest()
    path = next(iter(document["paths"]))
    pointer = "/paths/" + path.replace("/", "~1")
    write_package(generate_package(document, name="cited", sources=source_map(**{pointer: (42, 44)})), tmp_path)
    data = tmp_path / "tests/examples.json"
    examples = json.loads(data.read_text(encoding="utf-8"))
    case = next(case for case in examples["requests"] if case["pointer"].startswith(f"#{pointer}/"))
    case["request"]["method"] = "LOCK"
    data.write_text(json.dumps(examples), encoding="utf-8")
    output = run_tests(tmp_path, "tests/test_requests.py::test_documented_arguments_give_the_documented_request")
    assert "Contradicts the documentation" in output
    assert f"pages/tags.md:42-44 (tests/openapi.json{case['pointer']})" in output


def run_tests(package: Path, selection: str) -> str:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", selection]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=package, env=environment, capture_output=True, text=True, check=False).stdout
