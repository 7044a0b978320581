"""Which URLs may be asked for. The parser is the one that sends them, so that both see the same host."""

from __future__ import annotations

from collections.abc import Iterable

from httpx2 import URL, InvalidURL

from scraper.fetching.findings import FetchError

DEFAULT_PORTS = {"http": 80, "https": 443}


def parse_address(text: str) -> URL:
    """A URL to ask for, without its fragment.

    Raises:
        FetchError: It is none of http or https, carries credentials, or has no host.
    """
    try:
        url = URL(text.strip())
    except InvalidURL as error:
        raise FetchError("bad-url", f"{text[:200]!r} is no URL: {error}") from error
    if url.userinfo:
        raise FetchError("bad-url", "a URL with credentials is not fetched")
    if url.scheme not in DEFAULT_PORTS or not url.host or "%" in url.host or not 0 <= (url.port or 0) < 65536:
        raise FetchError("bad-url", f"expected a URL of http or https with a host, found {text[:200]!r}")
    return url.copy_with(fragment=None)


def follow_redirect(url: URL, location: str) -> URL:
    """Where a redirect leads.

    Raises:
        FetchError: To no URL that may be asked for, or from https to http.
    """
    try:
        target = parse_address(str(url.join(location.strip())))
    except InvalidURL as error:
        raise FetchError("bad-url", f"redirected to {location[:200]!r}, which is no URL: {error}") from error
    if (url.scheme, target.scheme) == ("https", "http"):
        raise FetchError("foreign-host", f"redirected from https to http, to {host_of(target)}")
    return target


def host_of(url: URL) -> str:
    """The host of a URL in the form that is compared: ASCII, lower case, without a dot at its end."""
    return url.raw_host.decode("ascii").lower().rstrip(".")


def origin_of(url: URL) -> str:
    """Scheme, host and port."""
    return f"{url.scheme}://{host_of(url)}:{url.port or DEFAULT_PORTS[url.scheme]}"


class Hosts:
    """The hosts that requests may go to: `host` for the usual ports, `host:port` for another one."""

    def __init__(self, urls: Iterable[URL], others: Iterable[str] = ()) -> None:
        listed = [parse_address(f"https://{name}/") for name in others]
        self._places = {_place(url) for url in (*urls, *listed)}

    def check(self, url: URL) -> None:
        """Complains about a URL whose host is not configured.

        Raises:
            FetchError: It is not.
        """
        if _place(url) not in self._places:
            host, port = _place(url)
            name = f"{host}:{port}" if port else host
            raise FetchError("foreign-host", f"redirected to {name}, which is not in `hosts`")


def _place(url: URL) -> tuple[str, int]:
    """Host and port; 0 for the usual ports, so that a host may redirect from http to https."""
    port = url.port or 0
    return host_of(url), 0 if port in DEFAULT_PORTS.values() else port
