"""No request leaves the configured hosts, whatever a server says."""

from __future__ import annotations

import pytest

from scraper.fetching.addresses import Hosts, follow_redirect, parse_address
from scraper.fetching.findings import FetchError
from scraper.fetching.targets import Outcome
from tests.scraper.fetch.site import Response, Site
from tests.scraper.fetch.workspace import FULL, Workspace


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_passing_redirect_is_followed_silently(docs: Site, workspace: Workspace, status: int) -> None:
    docs.redirect("/a", "/b", status)
    docs.serve("/b", FULL)
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert workspace.records()["pages/a.md"]["final_url"] == docs.url("/b")


@pytest.mark.parametrize("status", [301, 308])
def test_a_redirect_for_good_is_reported_with_the_new_url(docs: Site, workspace: Workspace, status: int) -> None:
    docs.redirect("/a", "/b", status)
    docs.serve("/b", FULL)
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, ["page-moved"])
    assert docs.url("/b") in workspace.message(docs.url("/a"))


def test_what_follows_a_passing_redirect_is_no_move_for_good(docs: Site, workspace: Workspace) -> None:
    docs.redirect("/a", "/b", 301)
    docs.redirect("/b", "/c", 302)
    docs.redirect("/c", "/d", 301)
    docs.serve("/d", FULL)
    assert workspace.message(docs.url("/a")) == f"moved for good to {docs.url('/b')}"


def test_a_page_that_moved_and_did_not_change_is_still_reported(docs: Site, workspace: Workspace) -> None:
    docs.redirect("/a", "/b", 301)
    docs.serve("/b", FULL, ETag='"1"')
    workspace.fetch(docs.url("/a"))
    docs.routes["/b"] = Response(status=304)
    assert workspace.fetch(docs.url("/a")) == (Outcome.UNCHANGED, ["page-moved"])


def test_conditions_go_to_the_url_that_gave_the_validators_only(docs: Site, workspace: Workspace) -> None:
    docs.redirect("/a", "/b")
    docs.serve("/b", FULL, ETag='"1"')
    workspace.fetch(docs.url("/a"))
    workspace.fetch(docs.url("/a"))
    asked = [(visit.path, visit.headers.get("if-none-match")) for visit in docs.visits if visit.path != "/robots.txt"]
    assert asked == [("/a", None), ("/b", None), ("/a", None), ("/b", '"1"')]


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("c", "/docs/c"),
        ("../c?x=1", "/c?x=1"),
        ("?page=2", "/docs/a?page=2"),
        ("//{host}/c", "/c"),
        ("  /c#part  ", "/c"),
        ("/ä b", "/%C3%A4%20b"),
    ],
)
def test_relative_redirects_are_resolved(docs: Site, workspace: Workspace, location: str, path: str) -> None:
    target = location.replace("{host}", f"127.0.0.1:{docs.port}")
    docs.routes["/docs/a"] = Response(raw=f"HTTP/1.1 302 Found\r\nLocation: {target}\r\n\r\n".encode())
    docs.serve(path, FULL)
    assert workspace.fetch(docs.url("/docs/a")) == (Outcome.NEW, [])
    assert docs.paths() == ["/docs/a", path]


@pytest.mark.parametrize("status", [301, 302])
def test_a_redirect_to_a_host_that_is_not_configured_is_not_followed(
    docs: Site, other: Site, workspace: Workspace, status: int
) -> None:
    workspace.save(FULL)
    docs.redirect("/a", other.url("/a"), status)
    other.serve("/a", FULL)
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["foreign-host"])
    assert other.visits == []
    assert f"127.0.0.2:{other.port}" in workspace.message(docs.url("/a"))


def test_a_configured_host_may_be_redirected_to_and_has_its_robots_txt_read(
    docs: Site, other: Site, workspace: Workspace
) -> None:
    workspace.hosts = (f"127.0.0.2:{other.port}",)
    docs.redirect("/a", other.url("/a"))
    other.serve("/a", FULL)
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert [visit.path for visit in other.visits] == ["/robots.txt", "/a"]


def test_another_port_of_a_configured_host_is_another_place(docs: Site, workspace: Workspace) -> None:
    with_port = Hosts([parse_address(docs.url("/a"))])
    with pytest.raises(FetchError, match="not in `hosts`"):
        with_port.check(parse_address("http://127.0.0.1:9/"))
    with pytest.raises(FetchError, match="not in `hosts`"):
        with_port.check(parse_address("http://127.0.0.1/"))


@pytest.mark.parametrize("path", ["/a", "/b"])
def test_a_circle_of_redirects_is_left(docs: Site, workspace: Workspace, path: str) -> None:
    docs.redirect("/a", path)
    docs.redirect("/b", "/a")
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["redirect-loop"])
    assert len(docs.paths()) <= 2


def test_ten_redirects_are_followed_and_eleven_are_not(docs: Site, workspace: Workspace) -> None:
    for number in range(11):
        docs.redirect(f"/{number}", f"/{number + 1}")
    docs.serve("/11", FULL)
    assert workspace.fetch(docs.url("/1")) == (Outcome.NEW, [])
    assert workspace.fetch(docs.url("/0")) == (Outcome.FAILED, ["redirect-loop"])


@pytest.mark.parametrize(
    "location",
    ["javascript:1", "ftp://127.0.0.1/a", "mailto:a@b", "http://me:secret@127.0.0.1/a", "http://[::1", "\x07"],
)
def test_a_redirect_to_nothing_that_may_be_asked_for_is_not_followed(
    docs: Site, workspace: Workspace, location: str
) -> None:
    docs.routes["/a"] = Response(raw=b"HTTP/1.1 302 Found\r\nLocation: " + location.encode() + b"\r\n\r\n")
    outcome, codes = workspace.fetch(docs.url("/a"))
    assert outcome is Outcome.FAILED
    assert codes in (["bad-url"], ["broken-answer"])
    assert "secret" not in workspace.message(docs.url("/a"))


def test_a_redirect_without_a_location_is_an_answer_that_is_no_page(docs: Site, workspace: Workspace) -> None:
    docs.routes["/a"] = Response(status=302)
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["page-refused"])


def test_redirects_never_lead_from_https_to_http() -> None:
    with pytest.raises(FetchError, match="from https to http"):
        follow_redirect(parse_address("https://docs.example.com/a"), "http://docs.example.com/a")
    assert follow_redirect(parse_address("http://docs.example.com/a"), "https://docs.example.com/a").scheme == "https"


@pytest.mark.parametrize(
    ("hosts", "url", "allowed"),
    [
        ((), "http://docs.example.com/x", True),
        ((), "https://DOCS.example.com./x", True),
        ((), "https://docs.example.com:443/x", True),
        ((), "https://docs.example.com:8443/x", False),
        ((), "https://docs.example.com.evil.org/x", False),
        ((), "https://evil.org/docs.example.com", False),
        ((), "https://example.com/", False),
        (("cdn.example.com",), "https://cdn.example.com/x", True),
        (("cdn.example.com",), "https://a.cdn.example.com/x", False),
        (("cdn.example.com:8443",), "https://cdn.example.com:8443/", True),
        (("cdn.example.com:8443",), "https://cdn.example.com/", False),
        (("bücher.example",), "https://xn--bcher-kva.example/", True),
        (("[::1]:80",), "http://[::1]/", True),
    ],
)
def test_hosts_are_compared_whole(hosts: tuple[str, ...], url: str, allowed: bool) -> None:
    configured = Hosts([parse_address("https://docs.example.com/a")], hosts)
    if allowed:
        configured.check(parse_address(url))
    else:
        with pytest.raises(FetchError):
            configured.check(parse_address(url))


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://h/a", "file:///etc/passwd", "http://", "http:/a", "h/a", "//h/a", "http://me@h/", "http://:p@h/"),
        *("http://h:99999/", "http://a b/", "http://h/\n/x", "http://allowed\\@h/", "javascript:1", "", "http://[::1"),
    ],
)
def test_what_is_no_url_of_a_page_is_never_asked_for(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse_address(url)
    assert caught.value.finding.code == "bad-url"


def test_the_query_of_a_redirect_is_not_written_down(docs: Site, workspace: Workspace) -> None:
    docs.redirect("/a", "/b?signature=secret")
    docs.serve("/b?signature=secret", FULL)
    workspace.fetch(docs.url("/a"))
    written = [path.read_text("utf-8") for path in workspace.folder.rglob("*") if path.is_file()]
    assert len(written) == 3
    assert not any("secret" in text for text in written)


def test_secret_headers_go_to_the_origin_of_the_page_and_nowhere_else(
    docs: Site, other: Site, workspace: Workspace
) -> None:
    workspace.hosts = (f"127.0.0.2:{other.port}", f"localhost:{docs.port}")
    workspace.headers = {"Authorization": "Bearer hunter"}
    docs.redirect("/a", "/b")
    docs.redirect("/b", docs.url("/c", host="localhost"))
    docs.redirect("/c", other.url("/d"))
    other.serve("/d", FULL)
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    sent = {visit.path for visit in (*docs.visits, *other.visits) if "authorization" in visit.headers}
    assert sent == {"/a", "/b"}
    written = [path.read_text("utf-8") for path in workspace.folder.rglob("*") if path.is_file()]
    assert not any("hunter" in text for text in written)
    assert "hunter" not in repr(workspace.collection({"a.md": docs.url("/a")}))


def test_cookies_are_not_kept(docs: Site, workspace: Workspace) -> None:
    docs.routes["/a"] = Response(status=302, headers={"Location": "/b", "Set-Cookie": "session=1; Path=/"})
    docs.serve("/b", FULL)
    workspace.fetch(docs.url("/a"))
    assert all("cookie" not in visit.headers for visit in docs.visits)


def test_a_url_is_asked_for_without_its_fragment_and_in_ascii(docs: Site, workspace: Workspace) -> None:
    docs.serve("/%E6%8E%A5%E5%8F%A3/a%20b?q=%C3%A9", FULL)
    assert workspace.fetch(docs.url("/接口/a b?q=é#part")) == (Outcome.NEW, [])
    assert workspace.records()["pages/a.md"]["url"] == docs.url("/接口/a b?q=é#part")


def test_two_pages_of_one_url_are_not_fetched_and_the_others_are(docs: Site, workspace: Workspace) -> None:
    docs.serve("/a", FULL)
    docs.serve("/c", FULL)
    urls = {"a.md": docs.url("/a#one"), "b.md": docs.url("/a#two"), "c.md": docs.url("/c")}
    first, second, third = workspace.refresh(urls)
    assert [finding.code for finding in (*first.findings, *second.findings)] == ["shared-url"] * 2
    assert "pages/b.md" in first.findings[0].message
    assert (first.outcome, third.outcome) == (Outcome.FAILED, Outcome.NEW)
    assert docs.paths() == ["/c"]
