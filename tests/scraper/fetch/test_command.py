"""`specwright fetch` as a user runs it."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.project import ENTRY, REPOSITORY, Project
from tests.scraper.fetch.site import Response, Site, Visit
from tests.scraper.fetch.workspace import FULL, LOGIN, page_text

NETWORK = {"aiohttp", "http", "httpcore2", "httpx", "httpx2", "requests", "socket", "ssl", "urllib3"}


def write_config(project: Project, docs: Site, *, names: str = "a", more: str = "") -> None:
    urls = "".join(f'"pages/{name}.md" = "{docs.url(f"/{name}")}"\n' for name in names)
    project.write(
        "specwright.toml",
        f'[fetch]\ninterval = 0\ntimeout = 20\n[api.things]\ndialect = "gitlab"\npages = ["pages/*.md"]\n{more}'
        f"[api.things.page_urls]\n{urls}",
    )


@pytest.fixture
def project(tmp_path: Path, docs: Site) -> Project:
    created = Project(tmp_path)
    write_config(created, docs)
    docs.serve("/a", FULL)
    return created


def test_pages_that_are_not_there_yet_are_fetched_and_can_be_built_from(project: Project) -> None:
    result = project.run("fetch")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "API     pages  without URL  new  changed  unchanged  skipped  accepted  rejected  failed",
        "things      1            0    1        0          0        0         0         0       0",
        "new: pages/a.md",
    ]
    again = project.run("fetch", "things")
    assert (again.returncode, len(again.stdout.splitlines())) == (0, 2)
    assert project.run("lint", "--fail-on", "error").returncode == 0


def test_the_result_as_json(project: Project, docs: Site) -> None:
    docs.redirect("/a", "/b", 301)
    docs.serve("/b", FULL)
    result = project.run("fetch", "--format", "json")
    assert result.returncode == 1
    assert json.loads(result.stdout) == {
        "apis": [
            {
                "api": "things",
                "pages": 1,
                "without_url": 0,
                "snapshots": "pages/things.snapshots.json",
                "outcomes": {"new": 1},
            }
        ],
        "pages": [
            {
                "api": "things",
                "page": "pages/a.md",
                "url": docs.url("/a"),
                "outcome": "new",
                "findings": [
                    {"code": "page-moved", "severity": "warning", "message": f"moved for good to {docs.url('/b')}"}
                ],
            }
        ],
    }


def test_check_writes_nothing_and_exits_1_when_a_page_would_change(project: Project, docs: Site) -> None:
    before = sorted(project.folder.rglob("*"))
    result = project.run("fetch", "--check")
    assert (result.returncode, result.stdout.splitlines()[-1]) == (1, "new: pages/a.md")
    assert sorted(project.folder.rglob("*")) == before
    project.run("fetch")
    assert project.run("fetch", "--check").returncode == 0
    docs.serve("/a", FULL + page_text("extra"))
    assert project.run("fetch", "--check").returncode == 1
    assert project.run("fetch").returncode == 0


def test_a_suspect_page_is_a_finding_until_somebody_accepts_it(project: Project, docs: Site) -> None:
    project.run("fetch")
    docs.serve("/a", page_text("orders"))
    result = project.run("fetch")
    assert (result.returncode, result.stdout.splitlines()[-1]) == (1, "rejected: pages/a.md")
    assert result.stderr.startswith("pages/a.md: error layout-changed: much less was read: operations 4 → 1")
    assert (project.folder / "pages/a.md").read_text() == FULL
    assert project.run("fetch", "--accept", "pages/b.md").returncode == 2
    accepted = project.run("fetch", "--accept", "pages/a.md")
    assert (accepted.returncode, accepted.stdout.splitlines()[-1]) == (0, "accepted: pages/a.md")
    assert (project.folder / "pages/a.md").read_text() == page_text("orders")
    assert project.run("fetch").returncode == 0


def test_an_accepted_page_that_no_build_can_read_is_a_warning(project: Project, docs: Site) -> None:
    project.run("fetch")
    docs.serve("/a", LOGIN)
    project.run("fetch")
    accepted = project.run("fetch", "--accept", "pages/a.md")
    assert (accepted.returncode, accepted.stdout.splitlines()[-1]) == (1, "accepted: pages/a.md")
    assert accepted.stderr.startswith("pages/a.md: warning accepted-unread: accepted, but a build cannot read it")


def test_a_login_page_never_becomes_a_page_that_a_build_reads(project: Project, docs: Site) -> None:
    project.run("fetch")
    docs.serve("/a", LOGIN)
    assert project.run("fetch").returncode == 1
    assert project.run("lint", "--fail-on", "error").returncode == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--accept", "a", "--check"), "error: --accept asks no server; expected it without --check and --force"),
        (("--accept", "pages/a.md"), "error: nothing to accept: no fetch has rejected anything for 'pages/a.md'"),
        (("thing",), "error: unknown API 'thing'; specwright.toml has: things; did you mean 'things'?"),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line(project: Project, words: tuple[str, ...], message: str) -> None:
    result = project.run("fetch", *words)
    assert (result.returncode, result.stderr.splitlines()) == (2, [message])


def test_this_repository_says_that_no_page_has_a_url() -> None:
    result = Project(REPOSITORY).run("fetch")
    assert result.returncode == 2
    assert result.stderr == (
        "error: nothing to fetch: no page of codearts_repo, coding, gitlab has a URL; "
        "[api.<name>.page_urls] in specwright.toml is for them\n"
    )


def test_headers_come_from_the_environment_and_are_shown_nowhere(project: Project, docs: Site) -> None:
    write_config(project, docs, more='fetch_headers = { Authorization = "DOCS_TOKEN" }\n')
    missing = project.run("fetch")
    assert (missing.returncode, docs.visits) == (3, [])
    assert "in the environment variable DOCS_TOKEN" in missing.stderr
    broken = project.run("fetch", env={"DOCS_TOKEN": "hunter2\r\nX-Other: 1"})
    assert (broken.returncode, docs.visits) == (3, [])
    docs.routes["/a"] = Response(status=403)
    refused = project.run("fetch", env={"DOCS_TOKEN": "Bearer hunter2"})
    docs.serve("/a", FULL)
    good = project.run("fetch", "--format", "json", env={"DOCS_TOKEN": "Bearer hunter2"})
    assert (refused.returncode, good.returncode) == (1, 0)
    assert docs.visits[-1].headers["authorization"] == "Bearer hunter2"
    assert all("authorization" not in visit.headers for visit in docs.visits if visit.path == "/robots.txt")
    shown = "".join(each.stdout + each.stderr for each in (missing, broken, refused, good))
    files = "".join(path.read_text() for path in project.folder.rglob("*") if path.is_file())
    assert "hunter2" not in shown + files


def test_hosts_that_are_none_are_one_line(project: Project, docs: Site) -> None:
    write_config(project, docs, more='hosts = ["ａ.example.com"]\n')
    result = project.run("fetch")
    assert (result.returncode, len(result.stderr.splitlines())) == (3, 1)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "variables",
    [
        {"ALL_PROXY": "socks5://127.0.0.1:1"},
        {"HTTP_PROXY": "nonsense://me:hunter2@127.0.0.1"},
        {"HTTP_PROXY": "http://me:hunter2@[::1"},
        {"SSL_CERT_FILE": "/no/such/file"},
    ],
)
def test_a_useless_proxy_or_certificate_of_the_environment_is_one_line(
    project: Project, variables: dict[str, str]
) -> None:
    result = project.run("fetch", env=variables)
    assert (result.returncode, len(result.stderr.splitlines())) == (3, 1)
    assert result.stderr.startswith("error: the environment names a proxy or certificates that cannot be used")
    assert "hunter2" not in result.stderr


def test_metadata_that_cannot_be_written_are_one_line_and_leave_the_page(project: Project, docs: Site) -> None:
    project.run("fetch")
    docs.serve("/a", FULL + page_text("extra"))
    metadata = project.folder / "pages/things.snapshots.json"
    metadata.unlink()
    metadata.mkdir()
    result = project.run("fetch")
    assert (result.returncode, len(result.stderr.splitlines())) == (3, 1)
    assert (project.folder / "pages/a.md").read_text() == FULL


def test_a_page_is_written_through_a_symbolic_link(project: Project, docs: Site) -> None:
    project.write("store/a.md", FULL)
    (project.folder / "pages").mkdir()
    (project.folder / "pages/a.md").symlink_to("../store/a.md")
    docs.serve("/a", FULL + page_text("extra"))
    assert project.run("fetch").returncode == 0
    assert (project.folder / "pages/a.md").is_symlink()
    assert (project.folder / "store/a.md").read_text() == FULL + page_text("extra")


class Slow:
    """A route that answers its first visitor only when told to."""

    def __init__(self, page: str) -> None:
        self.page, self.arrived, self.released = page, threading.Event(), threading.Event()

    def __call__(self, _visit: Visit) -> Response:
        self.arrived.set()
        self.released.wait(10)
        return Response(self.page.encode())


@pytest.fixture
def slow() -> Iterator[Slow]:
    route = Slow(FULL)
    yield route
    route.released.set()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_keeps_what_it_has_and_goes_on_with_the_rest(
    project: Project, docs: Site, slow: Slow, number: signal.Signals
) -> None:
    write_config(project, docs, names="abc")
    docs.routes["/b"] = slow
    docs.serve("/c", FULL)
    command = [sys.executable, "-c", ENTRY, "fetch"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    process = subprocess.Popen(command, cwd=project.folder, env=environment, stderr=subprocess.PIPE, text=True)
    assert slow.arrived.wait(20)
    process.send_signal(number)
    _, complaint = process.communicate(timeout=20)
    assert process.returncode == (130 if number is signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in complaint
    names = [path.name for path in (project.folder / "pages").iterdir()]
    assert sorted(names) == ["a.md", "things.snapshots.json"]
    assert [path.name for path in project.folder.iterdir() if path.name.startswith(".specwright-")] == []
    slow.released.set()
    docs.visits.clear()
    result = project.run("fetch", "--format", "json")
    assert json.loads(result.stdout)["apis"][0]["outcomes"] == {"skipped": 1, "new": 2}
    assert docs.paths() == ["/b", "/c"]


def test_only_fetching_and_the_live_check_use_the_network_each_in_one_module() -> None:
    users: set[str] = set()
    for folder in ("scraper", "spec", "generator"):
        for path in (REPOSITORY / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                    imported = {alias.name for alias in node.names}
                    # A URL is a value.
                    names = [] if imported <= {"URL", "InvalidURL", "HTTPStatus"} else [node.module]
                if {name.split(".")[0] for name in names} & NETWORK or "urllib.request" in names:
                    users.add(path.relative_to(REPOSITORY).as_posix())
    assert users == {"scraper/fetch.py", "generator/live/client.py"}
