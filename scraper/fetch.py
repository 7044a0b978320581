"""The only network code of the scraping half: from the URL of a page to an answer, or to the reason why there is none.

Redirects are followed here rather than by the library, so that each hop is checked: its host, robots.txt, the
pace, and what may be sent to it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType

import httpx2

from scraper.fetching.addresses import Hosts, follow_redirect, host_of, origin_of, parse_address
from scraper.fetching.body import ACCEPTED, Body
from scraper.fetching.findings import FetchError, Finding
from scraper.fetching.headers import parse_retry_after
from scraper.fetching.messages import Answer, Policy, Request
from scraper.fetching.pace import Clock, Pace
from scraper.fetching.robots import Robots, parse_robots

MAX_REDIRECTS = 10
TRIES = 4
FIRST_WAIT = 2.0
MAX_WAIT = 120.0
# After so many pages in a row without an answer, a host is not asked any more.
MAX_SILENT_PAGES = 3
_PERMANENT = frozenset({301, 308})
_REDIRECTS = _PERMANENT | {302, 303, 307}
_SUCCESSES = frozenset({200, 203})
_VANISHED = frozenset({404, 410})
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Reply:
    """One response; the body of anything but a success is left unread."""

    status: int
    headers: httpx2.Headers
    body: bytes = b""


class Fetcher:
    """Asks for pages, politely; use it as an asynchronous context manager."""

    def __init__(self, policy: Policy, clock: Clock) -> None:
        """Opens no connection yet.

        Raises:
            FetchError: The environment names a proxy or certificates that cannot be used.
        """
        self._policy, self._clock = policy, clock
        self._pace = Pace(clock, policy.interval)
        self._robots: dict[str, Robots | Finding] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._silent: dict[str, int] = {}
        self._closed: dict[str, Finding] = {}
        self._client = _open_client(policy)

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def get(self, request: Request) -> Answer:
        """Asks for one page.

        Raises:
            FetchError: There is no answer that could be one.
        """
        reply, url, moved_to = await self._follow(request, obey_robots=True)
        if reply.status in _VANISHED:
            raise FetchError("page-vanished", f"the server answers {reply.status}; a page that is saved already stays")
        if reply.status not in _SUCCESSES and not (reply.status == 304 and _conditions(request, url)):
            raise FetchError("page-refused", f"the server answers {reply.status}")
        return Answer(
            status=reply.status,
            final_url=str(url),
            moved_to=moved_to,
            content_type=reply.headers.get("Content-Type", ""),
            etag=reply.headers.get("ETag", ""),
            last_modified=reply.headers.get("Last-Modified", ""),
            body=reply.body,
        )

    async def _follow(self, request: Request, *, obey_robots: bool) -> tuple[Reply, httpx2.URL, str]:
        """The first reply that is no redirect, its URL, and where redirects that hold for good lead."""
        url, moved_to, permanent = parse_address(request.url), "", True
        seen: set[httpx2.URL] = set()
        for _ in range(MAX_REDIRECTS + 1):
            request.hosts.check(url)
            seen.add(url)
            if obey_robots:
                await self._check_robots(url, request.hosts)
            reply = await self._ask(url, {**_own_headers(request, url), **_conditions(request, url)})
            location = reply.headers.get("Location", "")
            if reply.status not in _REDIRECTS or not location:
                return reply, url, moved_to
            url = follow_redirect(url, location)
            permanent = permanent and reply.status in _PERMANENT
            moved_to = str(url) if permanent else moved_to
            if url in seen:
                raise FetchError("redirect-loop", f"redirected in a circle, back to {url}")
        raise FetchError("redirect-loop", f"redirected more than {MAX_REDIRECTS} times")

    async def _check_robots(self, url: httpx2.URL, hosts: Hosts) -> None:
        origin = origin_of(url)
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._robots:
                self._robots[origin] = await self._read_robots(f"{origin}/robots.txt", hosts)
        robots = self._robots[origin]
        if isinstance(robots, Finding):
            raise FetchError(robots.code, robots.message)
        if not robots.allows(str(url)):
            raise FetchError("robots-disallowed", f"{origin}/robots.txt does not allow {url.path}")
        if robots.interval > MAX_WAIT:
            pause = f"a pause of {robots.interval:,.0f} s, longer than {MAX_WAIT:.0f} s"
            raise FetchError("robots-disallowed", f"{origin}/robots.txt demands {pause}")
        self._pace.slow_down(host_of(url), robots.interval)

    async def _read_robots(self, url: str, hosts: Hosts) -> Robots | Finding:
        """Rules, by RFC 9309, 2.3.1: none where there is no file, and no permission where that is uncertain."""
        try:
            reply, _, _ = await self._follow(Request(url, hosts), obey_robots=False)
        except FetchError as error:
            return Finding("robots-unreachable", f"{url}: {error}")
        return parse_robots(reply.body) if reply.status == 200 else Robots()

    async def _ask(self, url: httpx2.URL, headers: Mapping[str, str]) -> Reply:
        """Sends a request until there is an answer, or no more hope of one."""
        host = host_of(url)
        if host in self._closed:
            raise FetchError(self._closed[host].code, self._closed[host].message)
        for number in range(TRIES):
            wait = FIRST_WAIT * 2**number
            try:
                async with self._pace.turn(host):
                    reply = await self._send(url, headers)
            except FetchError as error:
                if not error.finding.passing:
                    raise
                failure = error
            else:
                self._silent[host] = 0
                if reply.status != 429 and reply.status < 500:
                    return reply
                failure = FetchError("server-failed", f"the server answers {reply.status}, tried {number + 1} times")
                asked = parse_retry_after(reply.headers.get("Retry-After", ""), self._clock.now()) or 0.0
                self._refuse_long_wait(host, asked)
                wait = max(wait, asked)
            self._pace.postpone(host, wait)
        self._count_silence(host, failure)
        raise failure

    def _refuse_long_wait(self, host: str, asked: float) -> None:
        if asked > MAX_WAIT:
            message = f"{host} asks to come back in {asked:,.0f} s, longer than {MAX_WAIT:.0f} s"
            self._closed[host] = Finding("server-failed", message)
            raise FetchError("server-failed", message)

    def _count_silence(self, host: str, failure: FetchError) -> None:
        if failure.finding.code == "unreachable":
            self._silent[host] = self._silent.get(host, 0) + 1
            if self._silent[host] >= MAX_SILENT_PAGES:
                message = f"{host} gave no answer {MAX_SILENT_PAGES} times in a row and is not asked any more"
                self._closed[host] = Finding("unreachable", message)

    async def _send(self, url: httpx2.URL, headers: Mapping[str, str]) -> Reply:
        try:
            async with asyncio.timeout(self._policy.timeout), self._client.stream("GET", url, headers=headers) as reply:
                body = await self._read(reply) if reply.is_success else b""
                return Reply(reply.status_code, reply.headers, body)
        except (TimeoutError, httpx2.TimeoutException) as error:
            raise FetchError("unreachable", f"no whole answer within {self._policy.timeout:g} s") from error
        except httpx2.ProtocolError as error:
            raise FetchError("broken-answer", f"the answer is cut off or no HTTP: {error}") from error
        except httpx2.TransportError as error:
            raise FetchError("unreachable", f"no answer: {error or type(error).__name__}") from error

    async def _read(self, reply: httpx2.Response) -> bytes:
        body = Body(reply.headers.get("Content-Encoding", ""), self._policy.max_bytes)
        async for piece in reply.aiter_raw():
            body.feed(piece)
        return body.finish()


def _open_client(policy: Policy) -> httpx2.AsyncClient:
    headers = {"User-Agent": policy.user_agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
    try:
        client = httpx2.AsyncClient(headers=headers, timeout=policy.timeout, follow_redirects=False)
    except (ImportError, OSError, ValueError, httpx2.InvalidURL) as error:
        # A message about the URL of a proxy may show a password.
        detail = f": {error}" if isinstance(error, (ImportError, OSError)) else ""
        message = f"the environment names a proxy or certificates that cannot be used{detail}"
        raise FetchError("unreachable", message) from error
    # A page must not depend on which page was asked for before it.
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return client


def _own_headers(request: Request, url: httpx2.URL) -> Mapping[str, str]:
    return request.headers if origin_of(url) == origin_of(parse_address(request.url)) else {}


def _conditions(request: Request, url: httpx2.URL) -> Mapping[str, str]:
    known = request.validators
    return known.as_headers() if known and known.url == str(url) else {}
