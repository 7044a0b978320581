"""The sections `[fetch]` and `[drift]`, and what `[api.<name>]` says of servers and requests."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from generator.config_model import MAX_PAGE_BYTES, REQUEST_INTERVAL, REQUEST_TIMEOUT, DriftConfig, FetchConfig
from generator.config_values import ConfigValues

_SERVER_URL = re.compile(r"https?://(?:[^\s{}]|\{[A-Za-z_][A-Za-z0-9_.-]*\})+")
_HOST = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_CONTACT = re.compile(r"[!-'*-\[\]-~ ]+")
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# These belong to how a request travels, and to what asks whether a page has changed.
_OWN_HEADERS = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "if-modified-since", "if-none-match"}
    | {"te", "trailer", "transfer-encoding", "upgrade", "user-agent"}
)


def read_drift(values: ConfigValues, whole: Mapping[str, object]) -> DriftConfig:
    """The section `[drift]`, or its defaults."""
    values.check_keys(values.table(whole, ("drift",)), ("levels",), ("drift",))
    levels = values.table(whole, ("drift", "levels"))
    if levels:
        _check_levels(values, levels, ("drift", "levels"))
    return DriftConfig(tuple((rule, str(level)) for rule, level in sorted(levels.items())))


def _check_levels(values: ConfigValues, levels: Mapping[str, object], at: tuple[str, ...]) -> None:
    # Only projects that have such levels pay for the import of the rules.
    from spec.diff.changes import LEVELS
    from spec.diff.levels import IGNORED
    from spec.diff.rules import CATALOGUE

    known = (*LEVELS, IGNORED)
    for rule, level in levels.items():
        if rule not in CATALOGUE:
            close = difflib.get_close_matches(rule, CATALOGUE, n=1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            values.fail((*at, rule), f"unknown rule {rule!r}; `specwright diff --rules` lists them{hint}")
        if level not in known:
            expected = f"expected one of {', '.join(known)} under {rule!r}"
            values.fail((*at, rule), f"{expected}, found {level!r}")


def read_fetch(values: ConfigValues, section: Mapping[str, object]) -> FetchConfig:
    """The section `[fetch]`, or its defaults."""
    at = ("fetch",)
    values.check_keys(section, ("contact", "interval", "timeout", "max_bytes"), at)
    contact = values.string(section, "contact", at)
    if contact and not _CONTACT.fullmatch(contact):
        values.fail((*at, "contact"), f"expected a mail address or URL in ASCII without brackets, found {contact!r}")
    return FetchConfig(
        contact=contact,
        interval=values.number(section, "interval", at, (0, 3600), REQUEST_INTERVAL),
        timeout=values.number(section, "timeout", at, (0.1, 3600), REQUEST_TIMEOUT),
        max_bytes=int(values.number(section, "max_bytes", at, (1, MAX_PAGE_BYTES), MAX_PAGE_BYTES)),
    )


def read_hosts(values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...]) -> tuple[str, ...]:
    """The hosts that redirects may lead to."""
    hosts = values.strings(section, "hosts", at)
    for host in hosts:
        if not _HOST.fullmatch(host):
            expected = "expected a host such as docs.example.com or docs.example.com:8443"
            values.fail((*at, "hosts"), f"{expected}, found {host!r}", value=host)
    return hosts


def read_fetch_headers(
    values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Each header of a request for a page, with the environment variable that has its value."""
    key = (*at, "fetch_headers")
    table = values.table(section, ("fetch_headers",), at)
    found: list[tuple[str, str]] = []
    for header in table:
        if not _HEADER.fullmatch(header) or header.lower() in _OWN_HEADERS:
            values.fail((*key, header), f"expected a header that a request may choose, found {header!r}")
        variable = values.string(table, header, key)
        if not _VARIABLE.fullmatch(variable):
            # What stands there may be the secret itself.
            values.fail((*key, header), f"expected the name of the environment variable that has {header!r}")
        found.append((header, variable))
    return tuple(found)


def read_servers(
    values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...]
) -> tuple[tuple[str, int], ...]:
    """Base URLs with their lines."""
    key, urls = (*at, "servers"), values.strings(section, "servers", at)
    for url in urls:
        if not _SERVER_URL.fullmatch(url):
            values.fail(key, f"expected a URL, found {url!r}", value=url)
    return tuple((url, values.lines.line_of_value(url, *key)) for url in urls)
