"""`specwright check --live`, as it is run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.live.rules import LIVE_RULES
from spec.load import load_document
from tests.ci.steps import Runner
from tests.cli.project import Project
from tests.live.server import ExampleServer, Reply, example_replies, serving

TOKEN = {"EXAMPLE_TOKEN": "s3cret-token"}
NOTHING = "error: no call gave a result, so nothing was compared"
PAGE = "pages/example/lamps.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A new project: its page documents an API completely."""
    folder = tmp_path_factory.mktemp("live")
    Runner(folder, folder / "runner").specwright("init", "--ci", "none")
    return Project(folder)


@pytest.fixture
def server(project: Project) -> Iterator[ExampleServer]:
    with serving(load_document(project.folder / "spec/documents/example.yaml"), "example") as server:
        yield server


def plant(server: ExampleServer, **changes: object) -> None:
    """Changes the lamps that the server lists."""
    reply = server.replies["listAllLamps"]
    server.replies["listAllLamps"] = reply.altered(lambda lamps: [{**lamp, **changes} for lamp in lamps])


def line_of(project: Project, start: str) -> int:
    rows = (project.folder / PAGE).read_text().splitlines()
    return next(number for number, row in enumerate(rows, 1) if row.startswith(start))


def test_a_conforming_server_passes_and_gets_no_write(project: Project, server: ExampleServer) -> None:
    before = project.snapshot()
    result = project.run("check", "--live", server.url, "--pause", "0", env=TOKEN)
    assert (result.returncode, result.stderr) == (
        0,
        "1 operation compared: 0 errors, 0 warnings, 0 info, 2 notes\n",
    )
    assert [arrival.method for arrival in server.arrivals] == ["GET"]
    assert [line.split(": ")[1] for line in result.stdout.splitlines()] == ["note live-skipped"] * 2
    assert project.snapshot() == before


def test_a_difference_is_named_at_the_line_of_the_page_in_every_form(project: Project, server: ExampleServer) -> None:
    plant(server, watts="nine")
    line = line_of(project, "| `watts`      |")
    found = {
        form: project.run("check", "--live", server.url, "--pause", "0", "--format", form, env=TOKEN)
        for form in ("text", "json", "markdown", "github", "sarif", "junit", "gitlab")
    }
    assert {result.returncode for result in found.values()} == {1}
    place = f"{PAGE}:{line}"
    assert f"{place}: error live-type-mismatch: [0].watts: string, documented is integer" in found["text"].stdout
    assert json.loads(found["json"].stdout)[0] | {"message": ""} == {
        "code": "live-type-mismatch",
        "severity": "error",
        "message": "",
        "page": PAGE,
        "line": line,
        "end_line": line,
        "operation": "listAllLamps",
        "pointer": "/components/schemas/ListAllLampsResponseItem/properties/watts",
    }
    assert place in found["markdown"].stdout
    assert f"::error file={PAGE},line={line}," in found["github"].stdout
    region = json.loads(found["sarif"].stdout)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert (region["artifactLocation"]["uri"], region["region"]["startLine"]) == (PAGE, line)
    ElementTree.fromstring(found["junit"].stdout)
    location = json.loads(found["gitlab"].stdout)[0]["location"]
    assert (location["path"], location["lines"]["begin"]) == (PAGE, line)
    assert not [result for result in found.values() if "s3cret" in result.stdout + result.stderr]


@pytest.mark.parametrize(("threshold", "code"), [("breaking", 0), ("risky", 1), ("any", 1)])
def test_the_threshold_decides(project: Project, server: ExampleServer, threshold: str, code: int) -> None:
    plant(server, colour="red")
    words = ["check", "--live", server.url, "--pause", "0", "--fail-on", threshold]
    assert project.run(*words, env=TOKEN).returncode == code


def test_a_baseline_accepts_known_differences(project: Project, server: ExampleServer, tmp_path: Path) -> None:
    plant(server, colour="red")
    words = ["check", "--live", server.url, "--pause", "0", "--baseline", str(tmp_path / "live.yaml")]
    assert project.run(*words, "--baseline-update", "--reason", "known", env=TOKEN).returncode == 0
    assert "  document: spec/documents/" in (tmp_path / "live.yaml").read_text(encoding="utf-8")
    result = project.run(*words, "--show-accepted", env=TOKEN)
    assert result.returncode == 0
    shown, _, accepted = result.stdout.partition("Accepted\n")
    assert "live-undocumented-field" not in shown
    assert "live-undocumented-field" in accepted
    assert re.search(r"^\d+ accepted by .*live.yaml$", result.stderr, re.MULTILINE)
    plant(server, watts=None)
    assert project.run(*words, env=TOKEN).returncode == 1


def test_writes_are_sent_when_they_are_allowed(project: Project, server: ExampleServer) -> None:
    assert project.run("check", "--live", server.url, "--pause", "0", "--allow-writes", env=TOKEN).returncode == 0
    assert [arrival.method for arrival in server.arrivals] == ["GET", "POST", "DELETE"]


def test_without_a_result_nothing_passes(project: Project, server: ExampleServer) -> None:
    result = project.run("check", "--live", server.url)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == NOTHING
    assert "it needs a token; EXAMPLE_TOKEN is for it" in result.stdout


@pytest.mark.parametrize(
    "reply", [Reply(302, {"Location": "/login"}), Reply(200, {"Content-Type": "text/html"}, b"<p>")]
)
def test_a_page_to_log_in_is_no_result(project: Project, server: ExampleServer, reply: Reply) -> None:
    server.replies["listAllLamps"] = reply
    result = project.run("check", "--live", server.url, "--pause", "0", "--fail-on", "breaking", env=TOKEN)
    assert (result.returncode, result.stderr.splitlines()[-1]) == (1, NOTHING)


def test_a_server_that_is_not_there_is_one_line(project: Project) -> None:
    result = project.run("check", "--live", "http://127.0.0.1:1", "--pause", "0", env=TOKEN)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith("error: no call got an answer: ConnectError")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--live", "https://me:pw@x"], "--live: expected a base URL such as"),
        (["--live", ""], "--live: expected a base URL such as"),
        (["--allow-writes"], "--allow-writes is for --live BASE_URL"),
        (["nope", "--live", "https://x"], "unknown API 'nope'"),
        (["--rules", "--format", "sarif"], "--rules has the formats text and json, not sarif"),
    ],
)
def test_wrong_use_is_one_line(project: Project, words: list[str], complaint: str) -> None:
    result = project.run("check", *words)
    assert result.returncode == 2
    assert result.stderr.startswith(f"error: {complaint}")
    assert result.stderr.count("\n") == 1
    assert "pw" not in result.stderr


def test_one_api_at_a_time(project: Project, tmp_path: Path) -> None:
    text = (project.folder / "specwright.toml").read_text()
    other = project.write("two.toml", text + '\n[api.other]\ndialect = "gitlab"\npages = ["pages/example/*.md"]\n')
    result = project.run("check", "--live", "https://x", "--config", other.name)
    other.unlink()
    assert result.returncode == 2
    assert result.stderr == "error: --live is for one API; expected its name, one of: example, other\n"


def test_the_rules_are_listed_in_both_forms(project: Project) -> None:
    lines = project.run("check", "--rules").stdout.splitlines()
    rows = json.loads(project.run("check", "--rules", "--format", "json").stdout)
    assert [line.split()[0] for line in lines] == [row["code"] for row in rows] == list(LIVE_RULES)


def test_the_examples_of_a_document_are_what_the_server_of_the_tests_answers(project: Project) -> None:
    replies = example_replies(load_document(project.folder / "spec/documents/example.yaml"), "example")
    assert json.loads(replies["listAllLamps"].body)[0]["name"] == "desk"
    assert replies["removeLamp"] == Reply(204)
