"""What came under a status of success, but is not the page, does not replace it."""

from __future__ import annotations

import pytest

from scraper.dialects import find_dialect
from scraper.facts import PageFacts
from scraper.fetching import judgement
from scraper.fetching.judgement import judge
from scraper.fetching.targets import Outcome
from scraper.page import Page
from scraper.readers.markdown import read_markdown
from scraper.snapshots import NothingRejectedError
from tests.scraper.fetch.site import Response, Site
from tests.scraper.fetch.workspace import FULL, LOGIN, Workspace, page_text

REFRESH = '<html><head><meta http-equiv="refresh" content="0; url=/login"></head><body></body></html>'
WALL = "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>"
ERROR = "<html><head><title>Error 404 | Docs</title></head><body><p>Oh no</p></body></html>"
CAPTCHA = "<html><head><title>Docs</title></head><body><div class='g-recaptcha captcha'></div></body></html>"
OTHER = "# Things\n\nEverything is in our new portal.\n"
CASES = [
    (LOGIN, "login-page"),
    ("# 登录\n\n用户名\n", "login-page"),
    (REFRESH, "sent-elsewhere"),
    (WALL, "bot-wall"),
    (CAPTCHA, "bot-wall"),
    (ERROR, "error-page"),
    ("Service Unavailable", "error-page"),
    (OTHER, "layout-changed"),
    (page_text("orders"), "layout-changed"),
    (page_text("orders", "users", "groups", "keys", rows=0), "layout-changed"),
    ("", "empty-page"),
    (" \n\t\n", "empty-page"),
    ("\ufeff", "empty-page"),
]


@pytest.mark.parametrize(("text", "code"), CASES)
def test_a_suspect_page_is_kept_beside_and_reported(docs: Site, workspace: Workspace, text: str, code: str) -> None:
    docs.serve("/a", FULL)
    workspace.fetch(docs.url("/a"))
    before = workspace.metadata.read_bytes()
    docs.serve("/a", text)
    assert workspace.fetch(docs.url("/a")) == (Outcome.REJECTED, [code])
    assert workspace.path().read_text("utf-8") == FULL
    assert workspace.metadata.read_bytes() == before
    assert workspace.rejected().read_text("utf-8") == text.removeprefix("\ufeff")
    assert "pages/.rejected/a.md" in workspace.message(docs.url("/a"))


def test_both_counts_are_reported(docs: Site, workspace: Workspace) -> None:
    workspace.save(FULL)
    docs.serve("/a", page_text("orders"))
    message = workspace.message(docs.url("/a"))
    assert message.startswith("much less was read: operations 4 → 1, structures 0 → 0, facts 16 → 4; what came is in ")


@pytest.mark.parametrize(("text", "code"), [case for case in CASES if case[1] not in ("layout-changed",)])
def test_a_first_page_is_not_saved_either(docs: Site, workspace: Workspace, text: str, code: str) -> None:
    docs.serve("/a", text)
    assert workspace.fetch(docs.url("/a")) == (Outcome.REJECTED, [code])
    assert not workspace.path().exists()


def test_a_first_page_from_which_nothing_is_read_is_not_saved(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", OTHER)
    assert workspace.fetch(docs.url("/a")) == (Outcome.REJECTED, ["nothing-read"])


@pytest.mark.parametrize(
    "text",
    [
        page_text("orders", "users"),
        page_text("orders", "users", "groups", "keys", rows=2),
        FULL.replace("# Things", "# Sign in, log in, and error 404: not found\n\nUse a captcha."),
        FULL + page_text("more"),
    ],
)
def test_a_page_that_gives_enough_is_good_whatever_it_looks_like(docs: Site, workspace: Workspace, text: str) -> None:
    workspace.save(FULL)
    docs.serve("/a", text)
    assert workspace.fetch(docs.url("/a")) == (Outcome.CHANGED, [])


def test_a_page_without_operations_stays_one(docs: Site, workspace: Workspace) -> None:
    workspace.save(OTHER)
    docs.serve("/a", OTHER + "\nMore text.\n")
    assert workspace.fetch(docs.url("/a")) == (Outcome.CHANGED, [])
    docs.serve("/a", LOGIN)
    assert workspace.fetch(docs.url("/a")) == (Outcome.REJECTED, ["login-page"])


def test_an_html_page_without_its_end_is_cut_off() -> None:
    page = f"<html><body><h1>Things</h1>{'<p>Text.</p>' * 9}</body></html>\n".encode()
    assert judge(page, page, "a.html", "gitlab") is None
    found = judge(page[:-20], page, "a.html", "gitlab")
    assert found is not None
    assert found.code == "cut-off"


def test_a_dialect_that_fails_on_a_page_stops_no_other_one(
    docs: Site, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        name = expects = summary = "failing"

        def parse(self, page: Page, _blocks: object) -> PageFacts:
            if "broken" in page.text:
                raise KeyError("no such heading")
            return gitlab.parse(page, read_markdown(page)[0])

    gitlab = find_dialect("gitlab")
    monkeypatch.setattr(judgement, "find_dialect", lambda _name: Failing())
    docs.serve("/a", FULL + "\nbroken\n")
    docs.serve("/b", FULL)
    first, second = workspace.refresh({"a.md": docs.url("/a"), "b.md": docs.url("/b")})
    assert (first.outcome, second.outcome) == (Outcome.REJECTED, Outcome.NEW)
    assert first.findings[0].message.startswith("the dialect failed: KeyError: 'no such heading'")


def test_a_redirect_to_a_login_page_on_the_same_host_is_noticed(docs: Site, workspace: Workspace) -> None:
    workspace.save(FULL)
    docs.redirect("/a", "/login?next=/a")
    docs.serve("/login?next=/a", LOGIN)
    assert workspace.fetch(docs.url("/a")) == (Outcome.REJECTED, ["login-page"])


def test_what_was_rejected_can_be_accepted_without_asking_again(docs: Site, workspace: Workspace) -> None:
    workspace.save(FULL)
    docs.serve("/a", page_text("orders"), ETag='"2"')
    workspace.fetch(docs.url("/a"))
    docs.serve("/a", LOGIN)
    visits = len(docs.visits)
    (result,) = workspace.accept(docs.url("/a"))
    assert (result.outcome, len(docs.visits)) == (Outcome.ACCEPTED, visits)
    assert workspace.path().read_text("utf-8") == page_text("orders")
    assert workspace.records()["pages/a.md"]["etag"] == '"2"'
    assert not workspace.rejected().parent.exists()


def test_an_accepted_page_is_what_the_next_one_is_compared_with(docs: Site, workspace: Workspace) -> None:
    workspace.save(FULL)
    docs.serve("/a", page_text("orders"))
    workspace.fetch(docs.url("/a"))
    workspace.accept(docs.url("/a"), "pages/*")
    assert workspace.fetch(docs.url("/a")) == (Outcome.UNCHANGED, [])


@pytest.mark.parametrize("pattern", ["pages/b.md", "nope", ""])
def test_nothing_can_be_accepted_where_nothing_was_rejected(docs: Site, workspace: Workspace, pattern: str) -> None:
    workspace.save(FULL)
    docs.serve("/a", LOGIN)
    workspace.fetch(docs.url("/a"))
    with pytest.raises(NothingRejectedError, match="nothing to accept"):
        workspace.accept(docs.url("/a"), pattern)


def test_rejected_bytes_that_somebody_changed_are_not_accepted(docs: Site, workspace: Workspace) -> None:
    workspace.save(FULL)
    docs.serve("/a", LOGIN)
    workspace.fetch(docs.url("/a"))
    workspace.rejected().write_text("else")
    with pytest.raises(NothingRejectedError):
        workspace.accept(docs.url("/a"))
    assert workspace.path().read_text("utf-8") == FULL


def test_a_good_page_removes_what_was_rejected_before(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL)
    workspace.fetch(docs.url("/a"))
    docs.serve("/a", LOGIN)
    workspace.fetch(docs.url("/a"))
    docs.serve("/a", FULL)
    assert workspace.fetch(docs.url("/a")) == (Outcome.UNCHANGED, [])
    assert not workspace.rejected().parent.exists()


def test_a_failing_page_stops_no_other_one(docs: Site, workspace: Workspace) -> None:
    docs.serve("/login", LOGIN)
    docs.serve("/good", FULL)
    docs.routes["/cut"] = Response(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n#")
    paths = ["/gone", "/login", "/cut", "/good"]
    results = workspace.refresh({f"{path[1:]}.md": docs.url(path) for path in paths})
    outcomes = [result.outcome for result in results]
    assert outcomes == [Outcome.FAILED, Outcome.REJECTED, Outcome.FAILED, Outcome.NEW]
