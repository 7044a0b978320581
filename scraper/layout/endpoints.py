"""Endpoints: `METHOD /path` lines, in code blocks or on a line of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scraper.blocks import Block, Code, Paragraph
from scraper.urls import split_url

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_LINE = re.compile(
    rf"^\s*(?P<method>{'|'.join(METHODS)})\s+(?P<target>(?:https?://[^\s/]+)?/\S.*?|:?[a-z_]+/\S*|/)"
    r"(?:\s+HTTP/[\d.]+)?\s*$"
)
_NOT_PLAIN = frozenset({"json", "ruby", "python", "javascript", "js", "go", "java", "xml", "yaml", "graphql", "sql"})
_SERVER = re.compile(r"^(https?://[^/\s]+|:[a-z_]+)(?=/)")
_BASE = re.compile(r"^/api/v\d+(?=/|$)")
_FORMAT = re.compile(r"\(?\.:format\)?$|\(\.:?\w+\)$|\[\.:?\w+\]$")
_GLOB = re.compile(r"(?<=/)\*(\w+)")
_COLON = re.compile(r"(?<=/):([A-Za-z_]\w*(?:-[A-Za-z_]\w*)+)(?=/|$)|(?<=[/.\-_~(]):([A-Za-z_]\w*)")
_COLON_START = re.compile(r"^:([a-z_]+)$")
_ANGLE = re.compile(r"<([A-Za-z_][\w -]*)>|\[([a-z_]\w*)\](?=/|$)")
_WHOLE = re.compile(r"\{[^{}/\s]+\}")
_DAMAGE = re.compile(r"[{}<>\[\]\"\\^`|\s]")
_UNCLOSED, _UNOPENED = re.compile(r"\{(\w+)(?=/|$)"), re.compile(r"(?<=/)(\w+)\}")
_OPTIONAL = re.compile(r"\(/[^()]*\)$")
_QUERY_VALUE = re.compile(r"^:([A-Za-z_]\w*)$")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method and path, with the query parameters that its variants print, each with its line.

    `mended_from` is the path as printed where it lacks a brace that we could add; `server` is the URL
    in front of the path, where that is printed; `aliases` are the names of placeholders that stand for
    values of the query, each with its parameter; `base` is the version of the API in front of the path,
    as in `/api/v4`, where it is printed there; `globs` are the placeholders whose values may hold slashes.
    """

    method: str
    path: str
    line: int
    query: tuple[tuple[str, int], ...] = ()
    mended_from: str = ""
    server: str = ""
    aliases: tuple[tuple[str, str], ...] = ()
    base: str = ""
    globs: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other endpoints: method and whole path."""
        return self.method, f"{self.base}{self.path}".rstrip("/") or "/"

    @property
    def is_broken(self) -> bool:
        """Whether something is left in the path that neither names nor separates anything."""
        return _DAMAGE.search(_WHOLE.sub("", self.path)) is not None

    def repeats(self, other: Endpoint) -> bool:
        """Whether this prints another endpoint, as it is or with values for placeholders; the last may hold slashes."""
        first, *rest = (re.escape(part) for part in _WHOLE.sub("\0", other.path).split("\0"))
        middle = "".join(f"[^/]+{part}" for part in rest[:-1])
        expression = first + middle + (f".+{rest[-1]}" if rest else "")
        is_one_version = not self.base or not other.base or self.base == other.base
        return self.method == other.method and is_one_version and re.fullmatch(expression, self.path) is not None

    def extends(self, other: Endpoint) -> bool:
        """Whether the path is that of another endpoint, in its order and with its placeholders, and more words."""
        rest = iter(self.path.split("/"))
        is_longer = self.path != other.path and all(part in rest for part in other.path.split("/"))
        return self.method == other.method and is_longer and _WHOLE.findall(self.path) == _WHOLE.findall(other.path)


def read_endpoints(block: Block) -> tuple[Endpoint, ...]:
    """The endpoints of a block that holds nothing else; lines of one endpoint are joined."""
    if isinstance(block, Code) and block.language not in _NOT_PLAIN:
        return _join(block.text.split("\n"), block.text_first, block.last)
    if isinstance(block, Paragraph):
        lines = block.text.split("\n")
        if all((line.startswith("`") and line.endswith("`")) or _LINE.match(line) for line in lines):
            return _join([line.strip("`") for line in lines], block.first, block.last)
    return ()


def _join(lines: list[str], first: int, last: int) -> tuple[Endpoint, ...]:
    found: dict[tuple[str, str], Endpoint] = {}
    for index, line in enumerate(lines):
        number = min(first + index, last)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        endpoint = _read_line(line, number)
        if endpoint is None:
            if not found:
                return ()
            continue
        key = endpoint.key
        known = found.get(key)
        if known is not None:
            names = {name for name, _ in known.query}
            more = tuple(pair for pair in endpoint.query if pair[0] not in names)
            endpoint = replace(known, query=known.query + more, aliases=known.aliases + endpoint.aliases)
        found[key] = endpoint
    return tuple(found.values())


def _read_line(line: str, number: int) -> Endpoint | None:
    match = _LINE.match(line)
    if match is None:
        return None
    method, target = match["method"], match["target"]
    path, _, query = target.partition("?")
    expansion = re.search(r"\{$", path)
    printed_query = [] if expansion else _query_pairs(query)
    names = re.findall(r"[\w\[\]]+", query) if expansion else [name for name, _ in printed_query]
    server = _read_server(path)
    whole = _normalize(_SERVER.sub("", path.removesuffix("{")) if server else path.removesuffix("{"))
    version = _BASE.match(whole)
    base, printed = (version[0], whole[version.end() :] or "/") if version else ("", whole)
    path = _UNOPENED.sub(r"{\1}", _UNCLOSED.sub(r"{\1}", printed))
    pairs = tuple((name, number) for name in dict.fromkeys(names))
    aliases = tuple((found[1], name) for name, text in printed_query if (found := _QUERY_VALUE.match(text)))
    mended_from = "" if path == printed else printed
    return Endpoint(method, path, number, pairs, mended_from, server, aliases, base, tuple(_GLOB.findall(target)))


def _read_server(path: str) -> str:
    """The URL in front of a path, `:server` and `https://<server>` with a placeholder in braces."""
    match = _SERVER.match(path)
    return _place_names(_COLON_START.sub(r"{\1}", match[1])) if match else ""


def _place_names(text: str) -> str:
    return _ANGLE.sub(lambda m: "{" + re.sub(r"\W+", "_", m[1] or m[2]) + "}", text)


def _query_pairs(query: str) -> list[tuple[str, str]]:
    parts = split_url(f"/?{query}") if query else None
    return [(name.strip(), text) for name, text in parts[1] if name.strip()] if parts else []


def _normalize(path: str) -> str:
    """A path with `{placeholders}` and without format suffix."""
    path = _place_names(path.strip()).split(" ")[0].split("#")[0]
    path = _OPTIONAL.sub("", _FORMAT.sub("", path))
    path = _GLOB.sub(r"{\1}", path)
    path = _COLON.sub(lambda m: f"{{{m[1] or m[2]}}}", path if path.startswith("/") else f"/{path}")
    path = re.sub(r"/{2,}", "/", path)
    return path.rstrip("/") or "/"
