"""What is saved, and what is known about it."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import pytest

from scraper.fetching.targets import Outcome
from scraper.page import InputError, read_page
from tests.scraper.fetch.site import Response, Site, Visit
from tests.scraper.fetch.workspace import FULL, Workspace, page_text


def test_a_new_page_is_saved_with_what_is_known_about_it(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL, ETag='"1"', Last_Modified="Fri, 31 Jan 2025 11:00:00 GMT")
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert workspace.path().read_text("utf-8") == FULL
    assert workspace.records() == {
        "pages/a.md": {
            "url": docs.url("/a"),
            "final_url": docs.url("/a"),
            "fetched": "2025-01-31T12:00:01Z",  # robots.txt came first, and a second of pause
            "status": 200,
            "content_type": "text/markdown; charset=utf-8",
            "charset": "utf-8",
            "etag": '"1"',
            "last_modified": "Fri, 31 Jan 2025 11:00:00 GMT",
            "sha256": hashlib.sha256(FULL.encode()).hexdigest(),
        }
    }


def test_metadata_are_sorted_and_the_same_for_any_order_of_answers(docs: Site, workspace: Workspace) -> None:
    for name in ("c", "a", "b"):
        docs.serve(f"/{name}", FULL)
    workspace.refresh({f"{name}.md": docs.url(f"/{name}") for name in ("c", "a", "b")})
    text = workspace.metadata.read_text("utf-8")
    assert list(json.loads(text)) == ["pages/a.md", "pages/b.md", "pages/c.md"]
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True) + "\n"


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ({"ETag": 'W/"1"'}, {"if-none-match": 'W/"1"'}),
        (
            {"Last-Modified": "Fri, 31 Jan 2025 11:00:00 GMT"},
            {"if-modified-since": "Fri, 31 Jan 2025 11:00:00 GMT"},
        ),
    ],
)
def test_a_page_that_did_not_change_keeps_every_committed_byte(
    docs: Site, workspace: Workspace, answer: dict[str, str], asked: dict[str, str]
) -> None:
    def route(visit: Visit) -> Response:
        known = all(visit.headers.get(name) == value for name, value in asked.items())
        return Response(status=304, headers=answer) if known else Response(FULL.encode(), headers=answer)

    docs.routes["/a"] = route
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    before = workspace.metadata.read_bytes()
    workspace.clock.time += timedelta(days=3)
    assert workspace.fetch(docs.url("/a")) == (Outcome.UNCHANGED, [])
    assert workspace.path().read_text("utf-8") == FULL
    assert workspace.metadata.read_bytes() == before
    assert json.loads(workspace.state.read_bytes())["checks"]["pages/a.md"]["checked"].startswith("2025-02-03")


def test_the_same_bytes_under_a_new_etag_are_asked_for_with_it_but_change_nothing_committed(
    docs: Site, workspace: Workspace
) -> None:
    docs.serve("/a", FULL, ETag='"1"')
    workspace.fetch(docs.url("/a"))
    before = workspace.metadata.read_bytes()
    docs.serve("/a", FULL, ETag='"2"')
    assert workspace.fetch(docs.url("/a")) == (Outcome.UNCHANGED, [])
    workspace.fetch(docs.url("/a"))
    asked = [visit.headers.get("if-none-match") for visit in docs.visits if visit.path == "/a"]
    assert asked == [None, '"1"', '"2"']
    assert workspace.metadata.read_bytes() == before


def test_a_changed_page_replaces_the_saved_one(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL)
    workspace.fetch(docs.url("/a"))
    docs.serve("/a", FULL + page_text("extra"))
    workspace.clock.time += timedelta(days=1)
    assert workspace.fetch(docs.url("/a")) == (Outcome.CHANGED, [])
    assert workspace.path().read_text("utf-8") == FULL + page_text("extra")
    assert workspace.records()["pages/a.md"]["fetched"].startswith("2025-02-01T12:00")


def test_a_deleted_page_is_asked_for_without_conditions(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL, ETag='"1"')
    workspace.fetch(docs.url("/a"))
    workspace.path().unlink()
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert [visit.headers.get("if-none-match") for visit in docs.visits if visit.path == "/a"] == [None, None]


def test_a_page_with_a_new_url_is_asked_for_without_conditions(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL, ETag='"1"')
    docs.serve("/b", FULL, ETag='"1"')
    workspace.fetch(docs.url("/a"))
    assert workspace.fetch(docs.url("/b")) == (Outcome.UNCHANGED, [])
    assert "if-none-match" not in docs.visits[-1].headers
    assert workspace.records()["pages/a.md"]["url"] == docs.url("/b")


def test_304_to_a_question_without_conditions_is_no_answer(docs: Site, workspace: Workspace) -> None:
    workspace.save(FULL)
    docs.routes["/a"] = Response(status=304)
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["page-refused"])


def test_a_page_edited_by_hand_is_not_replaced_until_somebody_accepts_it(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL, ETag='"1"')
    workspace.fetch(docs.url("/a"))
    workspace.save(FULL + "\nMy note.\n")
    newer = FULL + page_text("extra")
    docs.serve("/a", newer, ETag='"2"')
    assert workspace.fetch(docs.url("/a")) == (Outcome.REJECTED, ["edited-snapshot"])
    assert "if-none-match" not in docs.visits[-1].headers
    assert workspace.path().read_text("utf-8") == FULL + "\nMy note.\n"
    workspace.accept(docs.url("/a"))
    assert workspace.path().read_text("utf-8") == newer


def test_line_ends_that_a_repository_changed_are_no_edit(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL, ETag='"1"')
    workspace.fetch(docs.url("/a"))
    workspace.save(FULL.replace("\n", "\r\n"))
    docs.routes["/a"] = Response(status=304)
    assert workspace.fetch(docs.url("/a")) == (Outcome.UNCHANGED, [])


def test_metadata_lost_between_two_writes_are_no_edit(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL)
    workspace.fetch(docs.url("/a"))
    before = workspace.metadata.read_bytes()
    docs.serve("/a", FULL + page_text("extra"))
    workspace.fetch(docs.url("/a"))
    workspace.metadata.write_bytes(before)  # as if the machine had stopped before it was written
    newest = FULL + page_text("extra", "more")
    docs.serve("/a", newest)
    assert workspace.fetch(docs.url("/a")) == (Outcome.CHANGED, [])
    assert workspace.path().read_text("utf-8") == newest


def test_records_of_pages_that_are_not_configured_any_more_are_dropped(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL)
    docs.serve("/b", FULL)
    workspace.refresh({"a.md": docs.url("/a"), "b.md": docs.url("/b")})
    workspace.refresh({"b.md": docs.url("/b")})
    assert list(workspace.records()) == ["pages/b.md"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("{\n<<<<<<< ours\n", 2, "expected JSON"),
        ("[]", 1, "expected what `specwright fetch` writes"),
        ('{"pages/a.md": {"url": 3}}', 1, "has no 'url'"),
        ("[" * 100_000, 1, "expected"),
        ("\udcff", 1, "expected"),
    ],
)
def test_metadata_that_cannot_be_read_are_a_complaint(
    docs: Site, workspace: Workspace, text: str, line: int, words: str
) -> None:
    workspace.save(FULL)
    workspace.metadata.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(InputError) as caught:
        workspace.fetch(docs.url("/a"))
    assert (caught.value.page, caught.value.line) == (workspace.metadata.as_posix(), line)
    assert words in caught.value.expected


@pytest.mark.parametrize("text", ["{", "[]", '{"checks": {"pages/a.md": {"checked": "yesterday"}}}', "[" * 100_000])
def test_a_state_that_cannot_be_read_counts_as_absent(docs: Site, workspace: Workspace, text: str) -> None:
    docs.serve("/a", FULL)
    workspace.state.parent.mkdir(parents=True)
    workspace.state.write_text(text)
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])


def test_a_rehearsal_writes_nothing(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL)
    assert workspace.fetch(docs.url("/a"), check=True) == (Outcome.NEW, [])
    assert list(workspace.folder.rglob("*")) == []


def test_what_is_saved_reads_as_the_page_that_came(docs: Site, workspace: Workspace) -> None:
    docs.routes["/a"] = Response(FULL.replace("\n", "\r\n").encode("utf-16"), headers={"Content-Type": "text/plain"})
    workspace.fetch(docs.url("/a"))
    assert read_page(workspace.path()).lines == tuple(FULL.splitlines())
