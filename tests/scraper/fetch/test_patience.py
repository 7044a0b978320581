"""Pace, tries, and when to give up."""

from __future__ import annotations

import asyncio
import socket
import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.fetch import MAX_SILENT_PAGES, TRIES
from scraper.fetching.headers import parse_charset, parse_retry_after
from scraper.fetching.messages import Policy
from scraper.fetching.pace import Pace
from scraper.fetching.targets import Outcome
from tests.scraper.fetch.site import FakeClock, Response, Site, Visit
from tests.scraper.fetch.workspace import FULL, Workspace

NOW = datetime(2025, 1, 31, 12, tzinfo=UTC)
GOOD = Response(FULL.encode())


@pytest.mark.parametrize("interval", [0.0, 1.0, 2.5])
def test_a_host_is_asked_once_in_an_interval(docs: Site, workspace: Workspace, interval: float) -> None:
    workspace.policy = Policy(interval=interval)
    for name in "abc":
        docs.serve(f"/{name}", FULL)
    workspace.refresh({f"{name}.md": docs.url(f"/{name}") for name in "abc"})
    assert workspace.clock.waits == ([interval] * 3 if interval else [])


def test_redirects_keep_the_pace(docs: Site, workspace: Workspace) -> None:
    docs.redirect("/a", "/b")
    docs.serve("/b", FULL)
    workspace.fetch(docs.url("/a"))
    assert workspace.clock.waits == [1.0, 1.0]


def test_other_hosts_are_asked_meanwhile_and_one_host_never_twice_at_once() -> None:
    async def run() -> list[str]:
        pace, log, started = Pace(FakeClock(), 1), [], asyncio.Event()

        async def ask(host: str, name: str, until: asyncio.Event) -> None:
            async with pace.turn(host):
                log.append(f"{name} starts")
                await until.wait()
                log.append(f"{name} ends")

        free = asyncio.Event()
        free.set()
        first = asyncio.create_task(ask("one", "first", started))
        await asyncio.sleep(0)
        second = asyncio.create_task(ask("one", "second", free))
        await ask("two", "third", free)
        started.set()
        await asyncio.gather(first, second)
        return log

    order = ["first starts", "third starts", "third ends", "first ends", "second starts", "second ends"]
    assert asyncio.run(run()) == order


def test_the_pages_of_two_hosts_are_fetched_side_by_side(docs: Site, other: Site, workspace: Workspace) -> None:
    meeting = threading.Barrier(2, timeout=5)

    def meet(_visit: Visit) -> Response:
        meeting.wait()
        return GOOD

    docs.routes["/a"] = other.routes["/b"] = meet
    results = workspace.refresh({"a.md": docs.url("/a"), "b.md": other.url("/b")})
    assert [result.outcome for result in results] == [Outcome.NEW, Outcome.NEW]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_failing_server_is_asked_again_after_growing_pauses(docs: Site, workspace: Workspace, status: int) -> None:
    docs.routes["/a"] = [Response(status=status), Response(status=status), GOOD]
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert workspace.clock.waits == [1.0, 2.0, 4.0]


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("30", 30.0),
        ("0", 2.0),
        ("Fri, 31 Jan 2025 12:01:01 GMT", 60.0),
        ("Fri, 31 Jan 2020 12:00:00 GMT", 2.0),
        ("soon", 2.0),
        ("-5", 2.0),
    ],
)
def test_a_server_says_when_to_come_back(docs: Site, workspace: Workspace, value: str, wait: float) -> None:
    docs.routes["/a"] = [Response(status=503, headers={"Retry-After": value}), GOOD]
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert workspace.clock.waits == [1.0, wait]


def test_a_server_that_asks_for_too_long_is_left_alone_in_this_run(docs: Site, workspace: Workspace) -> None:
    docs.routes["/a"] = Response(status=429, headers={"Retry-After": "3600"})
    docs.serve("/b", FULL)
    first, second = workspace.refresh({"a.md": docs.url("/a"), "b.md": docs.url("/b")})
    assert [finding.code for finding in (*first.findings, *second.findings)] == ["server-failed"] * 2
    assert docs.paths() == ["/a"]
    assert "3,600 s" in second.findings[0].message


def test_a_server_that_keeps_failing_is_given_up_and_the_next_page_is_asked_for(
    docs: Site, workspace: Workspace
) -> None:
    workspace.save(FULL)
    docs.routes["/a"] = Response(b"<h1>Sorry</h1>", status=500)
    docs.serve("/b", FULL)
    first, second = workspace.refresh({"a.md": docs.url("/a"), "b.md": docs.url("/b")})
    assert (first.outcome, second.outcome) == (Outcome.FAILED, Outcome.NEW)
    assert docs.paths() == ["/a"] * TRIES + ["/b"]
    assert workspace.path().read_text("utf-8") == FULL


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 400])
def test_a_refusal_is_not_asked_for_again_and_leaves_the_snapshot(
    docs: Site, workspace: Workspace, status: int
) -> None:
    docs.serve("/a", FULL)
    workspace.fetch(docs.url("/a"))
    before = workspace.metadata.read_bytes()
    docs.routes["/a"] = Response(b"No", status=status)
    code = "page-vanished" if status in (404, 410) else "page-refused"
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, [code])
    assert str(status) in workspace.message(docs.url("/a"))
    assert workspace.path().read_text("utf-8") == FULL
    assert workspace.metadata.read_bytes() == before
    assert docs.paths() == ["/a"] * 3


def test_a_connection_that_is_cut_is_tried_again(docs: Site, workspace: Workspace) -> None:
    cut = Response(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n# Thi")
    docs.routes["/a"] = [Response(raw=b""), cut, GOOD]
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n# Thi",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n# Thi",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"no HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
    ],
)
def test_a_connection_that_is_always_cut_leaves_the_snapshot(docs: Site, workspace: Workspace, raw: bytes) -> None:
    workspace.save(FULL)
    docs.routes["/a"] = Response(raw=raw)
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["broken-answer"])
    assert workspace.path().read_text("utf-8") == FULL
    assert not workspace.rejected().exists()


def test_a_body_longer_than_announced_is_read_as_announced(docs: Site, workspace: Workspace) -> None:
    data = FULL.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(data)}\r\n\r\n".encode()
    docs.routes["/a"] = Response(raw=head + data + b"and more")
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert workspace.path().read_bytes() == data


def test_a_slow_answer_is_given_up(docs: Site, workspace: Workspace) -> None:
    workspace.policy = Policy(timeout=0.2)
    done = threading.Event()

    def route(_visit: Visit) -> Response:
        done.wait(2)
        return GOOD

    docs.routes["/a"] = route
    message = workspace.message(docs.url("/a"))
    done.set()
    assert message == "no whole answer within 0.2 s"


def test_an_answer_that_comes_byte_by_byte_is_given_up(docs: Site, workspace: Workspace) -> None:
    workspace.policy = Policy(timeout=0.3)
    docs.routes["/a"] = Response(FULL.encode(), pause=0.02)
    assert workspace.message(docs.url("/a")) == "no whole answer within 0.3 s"


def test_a_host_that_never_answers_is_not_asked_for_every_page(workspace: Workspace) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        results = workspace.refresh({f"{number}.md": f"{url}/{number}" for number in range(10)})
    assert {finding.code for result in results for finding in result.findings} == {"robots-unreachable"}
    assert len(workspace.clock.waits) <= TRIES


def test_a_host_that_falls_silent_is_not_asked_any_more(docs: Site, workspace: Workspace) -> None:
    workspace.policy = Policy(timeout=0.05)
    done = threading.Event()
    names = [f"{number}.md" for number in range(MAX_SILENT_PAGES + 2)]

    def route(_visit: Visit) -> Response:
        done.wait(5)
        return GOOD

    for name in names:
        docs.routes[f"/{name}"] = route
    results = workspace.refresh({name: docs.url(f"/{name}") for name in names})
    done.set()
    assert [finding.code for result in results for finding in result.findings] == ["unreachable"] * len(names)
    assert len(docs.paths()) == TRIES * MAX_SILENT_PAGES
    assert "is not asked any more" in results[-1].findings[0].message


def test_a_host_that_answers_now_and_then_is_asked_for_every_page(docs: Site, workspace: Workspace) -> None:
    workspace.policy = Policy(timeout=0.05)
    names = [f"{number}.md" for number in range(2 * MAX_SILENT_PAGES - 1)]
    for name in names:
        docs.routes[f"/{name}"] = Response(FULL.encode(), pause=0.5)
    docs.routes[f"/{names[MAX_SILENT_PAGES - 1]}"] = Response(status=404)
    workspace.refresh({name: docs.url(f"/{name}") for name in names})
    assert {path[1:] for path in docs.paths()} == {*names}


@pytest.mark.parametrize("contact", ["", "docs@example.com"])
def test_the_program_says_who_it_is(docs: Site, workspace: Workspace, contact: str) -> None:
    workspace.policy = Policy(contact=contact)
    workspace.fetch(docs.url("/a"))
    (name,) = {visit.headers["user-agent"] for visit in docs.visits}
    assert name == "specwright/0.1.0" + (f" (+{contact})" if contact else "")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Fri, 31 Jan 2025 12:02:00 GMT", 120.0),
        ("Friday, 31-Jan-25 12:02:00 GMT", 120.0),
        ("Fri Jan 31 12:02:00 2025", 120.0),
        ("Fri, 31 Jan 2025 13:02:00 +0100", 120.0),
        ("Fri, 31 Jan 2025 11:00:00 GMT", 0.0),
        ("1.5", None),
        ("-1", None),
        ("٣", None),
        ("", None),
        ("Fri, 31 Jan 99999 12:02:00 GMT", None),
        ("Fri, 31 Jan 2025 12:02:00 +9999999999", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert parse_retry_after(value, NOW) == seconds


@given(st.integers(0, 10**9), st.integers(-1000, 1000))
def test_both_forms_of_retry_after_mean_the_same(seconds: int, shift: int) -> None:
    now = NOW + timedelta(days=shift)
    date = (now + timedelta(seconds=seconds)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert parse_retry_after(str(seconds), now) == parse_retry_after(date, now) == seconds


@given(st.text(max_size=60) | st.from_regex(r"[A-Z][a-z]{2}, \d{1,3} [A-Z][a-z]{2} \d{1,6} [\d:]{1,9} [-+]?\d{1,12}"))
def test_any_text_is_a_pause_or_none(value: str) -> None:
    seconds = parse_retry_after(value, NOW)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("value", "charset"),
    [
        ("text/html; charset=UTF-8", "utf-8"),
        ('text/html;charset="gb2312"', "gb2312"),
        ("text/html; Charset = 'big5' ; x=1", "big5"),
        ("text/html; x=charset=1", ""),
        ("text/html; charset=", ""),
        ("text/html", ""),
        ("", ""),
    ],
)
def test_the_charset_of_a_content_type(value: str, charset: str) -> None:
    assert parse_charset(value) == charset


@given(st.text(max_size=80))
def test_any_text_has_a_charset_or_none(value: str) -> None:
    assert parse_charset(value) == parse_charset(value).strip().lower()
