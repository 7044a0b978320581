"""`specwright export --to html`: one file that shows a document, loads nothing, and runs nothing of a vendor's."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import threading
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from generator.cache import FOLDER
from generator.redoc import FILE, VERSION
from spec.load import load_document
from tests.cli.project import REPOSITORY, Project
from tests.packages.npm import NpmUnavailableError, install_packages
from tests.spec.export.documents import small

DOCUMENTS = sorted((REPOSITORY / "spec/documents").glob("*.yaml"))
FOREIGN = {"@readme/oas-examples": "8.2.2", "@scalar/galaxy": "0.2.20"}
CACHES = REPOSITORY / ".build/caches"
LOADING = {"src", "srcset", "href", "data", "action", "poster", "background", "style"}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to open a page with")


@pytest.fixture
def folder(tmp_path: Path) -> Project:
    project = Project(tmp_path / "work")
    project.write("api.json", json.dumps(small()))
    return project


@pytest.fixture(scope="module")
def caches() -> dict[str, str]:
    """Variables under which npm is asked once for all runs of these tests."""
    if not (shutil.which("npm") and shutil.which("node")):
        if os.environ.get("CI"):
            raise NpmUnavailableError("node and npm are not installed")
        pytest.skip("no page was made: node and npm are not installed")
    return {"XDG_CACHE_HOME": str(CACHES)}


def export(project: Project, source: str, env: Mapping[str, str], *words: str) -> str:
    """The page of a document, of which nothing is lost."""
    result = project.run("export", source, "--to", "html", "-o", "out.html", *words, env=env)
    assert result.returncode == 0, result.stderr
    return (project.folder / "out.html").read_text(encoding="utf-8")


def assert_self_contained(text: str) -> BeautifulSoup:
    """Nothing in the markup loads anything, and the policy forbids it to the scripts."""
    soup = BeautifulSoup(text, "lxml")
    for element in soup.find_all(True):
        assert isinstance(element, Tag)
        assert not LOADING & element.attrs.keys(), element.name
    assert [element.get_text() for element in soup.find_all("style")] == ["body { margin: 0; padding: 0; }"]
    (policy,) = (meta["content"] for meta in soup.find_all("meta", {"http-equiv": "Content-Security-Policy"}))
    rules = dict(rule.strip().split(" ", 1) for rule in str(policy).split(";"))
    assert (rules["default-src"], rules["img-src"], rules["font-src"]) == ("'none'", "data:", "data:")
    assert (rules["base-uri"], rules["form-action"], rules["style-src"]) == ("'none'", "'none'", "'unsafe-inline'")
    run = [script for script in soup.find_all("script") if not script.get("type")]
    hashes = [b64encode(sha256(str(script.string).encode()).digest()).decode() for script in run]
    assert rules["script-src"] == " ".join(f"'sha256-{value}'" for value in hashes)
    assert len(soup.find_all("script")) == 4
    return soup


def embedded(soup: BeautifulSoup) -> Any:
    script = soup.find(id="document")
    assert isinstance(script, Tag)
    return json.loads(str(script.string))


# ---------------------------------------------------------------- how Redoc is had


def fake_npm(project: Project, code: str) -> dict[str, str]:
    """Variables under which npm is this Python program; `folder` in it is where the package should go."""
    lines = f"#!{sys.executable}\nimport sys\nfolder = sys.argv[sys.argv.index('--pack-destination') + 1]\n{code}\n"
    project.write("bin/npm", lines).chmod(0o755)
    return {"PATH": str(project.folder / "bin")}


def assert_refused(project: Project, env: Mapping[str, str], message: str) -> None:
    result = project.run("export", "api.json", "--to", "html", "-o", "out.html", env=env)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    assert message in result.stderr
    assert not (project.folder / "out.html").exists()
    assert not list((project.folder.parent / "caches").rglob("*.tgz"))


def test_without_npm_there_is_one_clear_line(folder: Project) -> None:
    folder.write("bin/other", "")
    assert_refused(folder, {"PATH": str(folder.folder / "bin")}, f"expected npm (Node.js), which gets redoc {VERSION}")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (f"open(folder + '/{FILE}', 'wb').write(b'x')", "but npm got another file; nothing of it is used"),
        ("", f"npm got no {FILE}"),
        (
            "sys.exit('npm error code E1\\nnpm error errno E1\\nnpm error network request failed\\nnpm error log')",
            f"npm cannot get redoc {VERSION}: network request failed",
        ),
        ("sys.exit('npm ERR! 404 Not Found')", "404 Not Found"),
        ("sys.exit(1)", "it does not say why"),
    ],
)
def test_what_npm_cannot_get_is_one_clear_line(folder: Project, code: str, message: str) -> None:
    assert_refused(folder, fake_npm(folder, code), message)


def test_another_file_in_the_cache_is_not_used(folder: Project) -> None:
    archive = BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz"):
        pass
    folder.write(f"../caches/specwright/npm/{FILE}", archive.getvalue())
    result = folder.run("export", "api.json", "--to", "html", env=fake_npm(folder, "sys.exit(1)"))
    assert result.returncode == 3
    assert "npm cannot get redoc" in result.stderr


def test_npm_is_asked_once(folder: Project, caches: dict[str, str]) -> None:
    export(folder, "api.json", caches)
    shutil.copytree(CACHES / "specwright/npm", folder.folder / FOLDER / "npm")
    folder.write("specwright.toml", "")
    nothing = {"PATH": str(folder.folder / "bin"), "XDG_CACHE_HOME": str(folder.folder / "none")}
    assert export(folder, "api.json", nothing) == export(folder, "api.json", caches)


# ---------------------------------------------------------------- what is in a page


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_page_of_each_document_holds_all_of_it(folder: Project, caches: dict[str, str], path: Path) -> None:
    text = export(folder, str(path), caches)
    document = load_document(path)
    soup = assert_self_contained(text)
    assert embedded(soup) == document
    assert soup.title
    assert soup.title.string == document["info"]["title"]  # type: ignore[index, call-overload]
    assert "Permission is hereby granted" in text
    assert export(folder, str(path), caches) == text


def test_a_part_in_another_form_is_shown_as_such(folder: Project, caches: dict[str, str]) -> None:
    coding = REPOSITORY / "spec/documents/coding.yaml"
    words = ("--operation", "DescribeIssue", "--rpc", "query", "--strip-examples")
    document = embedded(assert_self_contained(export(folder, str(coding), caches, *words)))
    assert list(document["paths"]) == ["/open-api?Action=DescribeIssue"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--openapi", "3.0"), "--openapi is a form of OpenAPI documents, which --to html does not write"),
        (("--format", "json"), "--to html has one form only; leave out --format"),
        (("--rpc", "split", "-o", "pages"), "--to html writes one page of all actions"),
    ],
)
def test_options_that_a_page_has_no_use_for_are_wrong_usage(
    folder: Project, words: tuple[str, ...], message: str
) -> None:
    result = folder.run("export", "api.json", "--to", "html", *words)
    assert result.returncode == 2
    assert result.stderr.startswith(f"error: {message}")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-o", "out.html"), "out.html is called a page; --to html writes one"),
        (("-o", "out.htm", "--to", "http"), "out.htm is called a page"),
        (("-o", "out.json", "--to", "html"), "--to html writes a page, which out.json is not called"),
    ],
)
def test_a_file_that_is_called_something_else_is_wrong_usage(
    folder: Project, words: tuple[str, ...], message: str
) -> None:
    result = folder.run("export", "api.json", *words)
    assert result.returncode == 2
    assert result.stderr.startswith(f"error: {message}")


HOSTILE = "</script><script>document.title = 'run'</script>"


def hostile(url: str) -> Any:
    """A document whose texts try to run scripts, and to load from a URL."""
    markdown = f"""Text <script>document.title = 'run'</script> <img src=x onerror="document.title = 'run'">
        <img src="{url}/img"> <iframe src="{url}/frame"></iframe> <link rel="stylesheet" href="{url}/link">
        <style>@import url({url}/import); body {{ background: url({url}/background); }}</style>
        <svg onload="document.title = 'run'"></svg> <!-- <script> {HOSTILE} <object data="{url}/object"></object>
        <meta http-equiv="refresh" content="0; url={url}/refresh"> <base href="{url}/"> `{HOSTILE}` \u2028 end"""
    responses = {"200": {"description": markdown, "content": {"text/plain": {"example": HOSTILE}}}}
    operation = {"operationId": "a", "summary": HOSTILE, "description": markdown, "tags": [HOSTILE]}
    return {
        "openapi": "3.1.0",
        "info": {"title": HOSTILE, "version": "1", "description": markdown, "x-logo": {"url": f"{url}/logo"}},
        "paths": {f"/a{HOSTILE}": {"get": {**operation, "responses": responses}}},
        "components": {"schemas": {"A": {"type": "object", "properties": {"__proto__": {"description": markdown}}}}},
        "externalDocs": {"url": "javascript:document.title = 'run'", "description": "link"},
    }


def test_texts_of_a_document_are_no_markup_of_its_page(folder: Project, caches: dict[str, str]) -> None:
    document = hostile("http://127.0.0.1:9")
    del document["info"]["x-logo"]
    folder.write("hostile.json", json.dumps(document))
    soup = assert_self_contained(export(folder, "hostile.json", caches))
    assert embedded(soup) == document
    assert soup.title
    assert soup.title.string == HOSTILE


# ---------------------------------------------------------------- what a browser makes of it


@contextmanager
def counted_server() -> Iterator[tuple[str, list[bytes]]]:
    """A server that keeps the first line of each request that it gets."""
    requests: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    requests.append(connection.recv(4096).partition(b"\r\n")[0])
                    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", requests
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=10)


def show(path: Path, profile: Path) -> str:
    """The document object model of a page after its scripts have run, in a browser that reaches this machine only."""
    assert CHROMIUM
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", f"--user-data-dir={profile}"]
    command = [CHROMIUM, *options, "--virtual-time-budget=20000", "--dump-dom", path.as_uri()]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr[-500:]
    return result.stdout


def shown_text(dom: str) -> str:
    page = BeautifulSoup(dom, "lxml").find(id="page")
    assert isinstance(page, Tag)
    return " ".join(page.get_text(" ").split())


@needs_browser
def test_a_browser_runs_and_loads_nothing_of_a_document(
    folder: Project, caches: dict[str, str], tmp_path: Path
) -> None:
    with counted_server() as (url, requests):
        folder.write("hostile.json", json.dumps(hostile(url)))
        text = export(folder, "hostile.json", caches)
        dom = show(folder.folder / "out.html", tmp_path / "profile")
        assert "Responses" in shown_text(dom)
        assert BeautifulSoup(dom, "lxml").title.string == HOSTILE  # type: ignore[union-attr]
        assert requests == []
        # Without its policy the same page does load: the server is reached, and would have been.
        path = folder.write("open.html", text.replace("Content-Security-Policy", "X-Nothing", 1))
        show(path, tmp_path / "profile")
        assert requests


@needs_browser
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_browser_shows_every_operation(folder: Project, caches: dict[str, str], tmp_path: Path, path: Path) -> None:
    export(folder, str(path), caches)
    text = shown_text(show(folder.folder / "out.html", tmp_path / "profile"))
    document: Any = load_document(path)
    operations = [item[method] for item in document["paths"].values() for method in item if method in ("get", "post")]
    assert operations
    for operation in operations:
        assert " ".join(operation.get("summary", operation["operationId"]).split()) in text


MISSHAPEN = {name: [{"lang": 1}] for name in ("x-codeSamples", "x-tagGroups", "x-displayName", "x-logo", "x-refsStack")}


@needs_browser
def test_a_browser_shows_a_document_whose_extensions_mean_something_else(
    folder: Project, caches: dict[str, str], tmp_path: Path
) -> None:
    document: Any = small()
    operation = next(iter(next(iter(document["paths"].values())).values()))
    for node in (document, document["info"], operation):
        node |= MISSHAPEN
    folder.write("misshapen.json", json.dumps(document))
    result = folder.run("export", "misshapen.json", "--to", "html", "-o", "out.html", env=caches)
    assert result.returncode == 0
    assert result.stderr.count("\n") == 3 * len(MISSHAPEN)
    assert "warning: misshapen.json: /info/x-logo: x-logo is left out: Redoc cannot show it\n" in result.stderr
    text = shown_text(show(folder.folder / "out.html", tmp_path / "profile"))
    assert document["info"]["title"] in text
    assert "Something went wrong" not in text


@needs_browser
def test_a_browser_shows_documents_that_others_wrote(folder: Project, caches: dict[str, str], tmp_path: Path) -> None:
    packages = install_packages("documents", FOREIGN)
    for name in ("oas-examples/3.0/json/readme-extensions.json", "oas-examples/3.1/json/train-travel.json"):
        export(folder, str(packages / "@readme" / name), caches)
        text = shown_text(show(folder.folder / "out.html", tmp_path / "profile"))
        assert "Something went wrong" not in text
        assert load_document(packages / "@readme" / name)["info"]["title"] in text  # type: ignore[index, operator, call-overload]
