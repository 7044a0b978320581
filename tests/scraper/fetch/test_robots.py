"""robots.txt is read first, once for each host, and obeyed (RFC 9309)."""

from __future__ import annotations

import pytest

from scraper.fetching.targets import Outcome
from tests.scraper.fetch.site import Response, Site
from tests.scraper.fetch.workspace import FULL, Workspace


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /docs/", False),
        ("User-agent: *\nDisallow: /docs/\nAllow: /docs/api", True),
        ("User-agent: *\nDisallow: /*/api", False),
        ("User-agent: *\nDisallow: /*.pdf$", True),
        ("User-agent: *\nDisallow: *.html$", False),
        ("User-agent: specwright\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: SpecWright\nAllow: /docs/", True),
        ("User-agent: otherbot\nDisallow: /", True),
        ("\ufeffUser-agent: *\r\nDisallow: /docs\r\n", False),
        ("<html><body>not found</body></html>", True),
        ("\xff\x00\x01", True),
        ("", True),
    ],
)
def test_rules_decide(docs: Site, workspace: Workspace, rules: str, allowed: bool) -> None:
    docs.serve("/robots.txt", rules)
    docs.serve("/docs/api.html", FULL)
    outcome, codes = workspace.fetch(docs.url("/docs/api.html"))
    assert (outcome, codes) == ((Outcome.NEW, []) if allowed else (Outcome.FAILED, ["robots-disallowed"]))
    assert docs.paths() == (["/docs/api.html"] if allowed else [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_host_without_robots_txt_allows_everything(docs: Site, workspace: Workspace, status: int) -> None:
    docs.routes["/robots.txt"] = Response(b"User-agent: *\nDisallow: /", status)
    docs.serve("/a", FULL)
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])


@pytest.mark.parametrize(
    "answer", [Response(status=500), Response(status=503), Response(status=429), Response(raw=b""), Response(raw=b"?")]
)
def test_a_host_whose_robots_txt_is_out_of_reach_allows_nothing(
    docs: Site, workspace: Workspace, answer: Response
) -> None:
    docs.routes["/robots.txt"] = answer
    docs.serve("/a", FULL)
    docs.serve("/b", FULL)
    first, second = workspace.refresh({"a.md": docs.url("/a"), "b.md": docs.url("/b")})
    assert [finding.code for finding in (*first.findings, *second.findings)] == ["robots-unreachable"] * 2
    assert docs.paths() == []
    assert len(docs.visits) == 4  # the tries for the first page; the second one does not ask again


def test_robots_txt_is_read_once_for_all_pages(docs: Site, workspace: Workspace) -> None:
    for name in "abc":
        docs.serve(f"/{name}", FULL)
    workspace.refresh({f"{name}.md": docs.url(f"/{name}") for name in "abc"})
    assert [visit.path for visit in docs.visits] == ["/robots.txt", "/a", "/b", "/c"]


def test_redirects_of_robots_txt_are_followed_to_configured_hosts_only(
    docs: Site, other: Site, workspace: Workspace
) -> None:
    docs.serve("/a", FULL)
    docs.redirect("/robots.txt", "/rules")
    docs.serve("/rules", "User-agent: *\nDisallow: /")
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["robots-disallowed"])
    docs.redirect("/robots.txt", other.url("/rules"))
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["robots-unreachable"])
    assert other.visits == []


def test_a_redirect_leads_to_no_page_that_is_forbidden(docs: Site, workspace: Workspace) -> None:
    docs.serve("/robots.txt", "User-agent: *\nDisallow: /private")
    docs.redirect("/a", "/private")
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["robots-disallowed"])
    assert docs.paths() == ["/a"]


@pytest.mark.parametrize(
    ("rules", "pauses"),
    [
        ("Crawl-delay: 7", [7.0, 7.0]),
        ("Crawl-delay: 0.2", [1.0, 1.0]),
        ("Request-rate: 1/20", [20.0, 20.0]),
        ("Request-rate: 10/1m", [6.0, 6.0]),
        ("Crawl-delay: soon", [1.0, 1.0]),
        ("Crawl-delay: nan", [1.0, 1.0]),
        ("Crawl-delay: -5", [1.0, 1.0]),
        ("Request-rate: 0/5", [1.0, 1.0]),
        ("Crawl-delay: 7\nRequest-rate: 1/9", [9.0, 9.0]),
    ],
)
def test_the_pace_that_a_host_asks_for_is_kept(
    docs: Site, workspace: Workspace, rules: str, pauses: list[float]
) -> None:
    docs.serve("/robots.txt", f"User-agent: *\n{rules}\nDisallow: /x")
    docs.serve("/a", FULL)
    docs.serve("/b", FULL)
    workspace.refresh({"a.md": docs.url("/a"), "b.md": docs.url("/b")})
    assert len(docs.visits) == 3
    # The pause after robots.txt itself is not known before it is read.
    assert workspace.clock.waits[1:] == pauses[1:]


def test_a_host_that_demands_too_long_a_pause_is_not_asked(docs: Site, workspace: Workspace) -> None:
    docs.serve("/robots.txt", "User-agent: *\nCrawl-delay: 86400\nDisallow: /x")
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["robots-disallowed"])
    assert "86,400 s" in workspace.message(docs.url("/a"))
    assert max(workspace.clock.waits, default=0) <= 1
    assert docs.paths() == []
