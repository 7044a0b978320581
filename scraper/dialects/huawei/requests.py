"""Request lines: method, host, path and query of a URI or of an example request."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spec.model import Server, ServerVariable, Source

_PREFIX = r"(?:(?:URI|URL|PATH)(?: format)?\s*[:：]?\s*)?"
_METHODS = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
_LINE = re.compile(
    rf"^{_PREFIX}(?P<method>{_METHODS})(?P<gap>\s*[:：]?\s+|(?=/(?!(?:{_METHODS})\b)))"
    r"(?P<url>(?=https?://|/|\{)(?:\{[^{}\n]*\}|\S)*)(?P<rest>.*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:HTTP/[\d.]+\s*)?")
"""What stands behind the URL of a line that is nothing but a request line."""
_PATH_ONLY = re.compile(rf"^{_PREFIX}(?P<url>/[\w{{}}.\-/~$:]*)\s*$", re.IGNORECASE)
_URL_ONLY = re.compile(r"^(?P<url>(?:https?://|/|v\d[\w.]*/)[^\s\"<>]+)$", re.IGNORECASE)
_METHOD_ONLY = re.compile(rf"^(?:HTTP )?Method\s*[:：]\s*({_METHODS})\b", re.IGNORECASE)
_HOST = re.compile(r"^(?P<scheme>https?)://(?P<host>(?:\{[^{}\n/]*\}|[^/?#\s])*)", re.IGNORECASE)
_HOST_WORDS = frozenset({"endpoint", "hosturl", "host", "hostname", "domain", "url"})
_QUERY_NAME = re.compile(r"(?:\{\??|[?&,])\s*([A-Za-z_$][\w.:\-]*(?:\{\w+\}|\[\])?)")


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A parsed request line; `method` is empty where none is printed, `host` where there is none."""

    method: str
    path: str
    host: str
    scheme: str
    query: str
    url: str
    source: Source

    @property
    def query_names(self) -> tuple[str, ...]:
        """The names in the query, or in the `{?a,b}` form of it."""
        return tuple(dict.fromkeys(_QUERY_NAME.findall(re.sub(r"=[^&]*", "", self.query))))


def parse_request_line(text: str, source: Source, *, path_only: bool = False) -> RequestLine | None:
    """Reads `POST https://{endpoint}/v4/items?limit=1`; escapes of Markdown are undone."""
    plain = re.sub(r"\\(?=[\\{}_*\[\]<>])", "", text.strip().strip("`").strip())
    plain = re.sub(r"\{_([^{}]+)_\}", r"{\1}", plain.replace("{{", "{").replace("}}", "}"))
    match = _match_line(plain) or (_PATH_ONLY.match(plain) if path_only else None)
    if match is None:
        return None
    url = match["url"]
    host = _HOST.match(url)
    rest = url[host.end() :] if host else url
    if not host and (outer := re.match(r"^\{\w*(?:host|endpoint|url)\w*\}(?=/)", rest, re.IGNORECASE)):
        rest = rest[outer.end() :]
    path, query = _split_query(rest)
    method = (match.groupdict().get("method") or "").upper()
    return RequestLine(
        method,
        normal_path(path),
        host["host"] if host else "",
        host["scheme"].lower() if host else "",
        query,
        url,
        source,
    )


def _match_line(text: str) -> re.Match[str] | None:
    """The method and the URL at the start of a text.

    A method with small letters, or one right in front of a slash, may be a word of a sentence: nothing else
    stands on such a line, and what has both is none.
    """
    match = _LINE.match(text)
    if match is None:
        return None
    is_whole = _ENDS.fullmatch(match["rest"]) is not None
    is_spelled = match["method"].isupper()
    is_line = (is_spelled or is_whole) if match["gap"] else (is_spelled and is_whole)
    return match if is_line else None


def parse_url_line(text: str, method: str, source: Source) -> RequestLine | None:
    """Reads a URL or a path that stands alone on its line, as one that is called with `method`."""
    match = _URL_ONLY.match(text.strip().strip("`"))
    if match is None:
        return None
    path = match["url"] if "://" in match["url"] else "/" + match["url"].lstrip("/")
    return parse_request_line(f"{method} {path}", source)


def parse_method_line(text: str) -> str:
    """The method in a line of its own, `Method: POST`; empty when there is none."""
    match = _METHOD_ONLY.match(text.strip())
    return match[1].upper() if match else ""


def _split_query(rest: str) -> tuple[str, str]:
    cut = re.search(r"\{\?|\{&|\?|#", rest)
    return (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")


def normal_path(path: str) -> str:
    """The path as a template: `{name}` placeholders, one slash at a time, none at the end."""
    braced = re.sub(
        r"<([\w.\-]+)>|(?<=/):([A-Za-z_]\w*)|(?<=/)\$\{([\w.\-]+)\}",
        lambda m: "{" + next(filter(None, m.groups())) + "}",
        path,
    )
    single = re.sub(r"/{2,}", "/", "/" + braced.strip().lstrip("/"))
    return re.sub(r"(?<=[\w}])[.,;]+$", "", single.rstrip("/")) or "/"


def placeholders(path: str) -> tuple[str, ...]:
    """The names in the braces of a path."""
    return tuple(re.findall(r"\{([^{}/]+)\}", path))


def server_of(line: RequestLine) -> Server | None:
    """The server in front of a path; all words for "the host of the service" are one variable."""
    if not line.host or not re.fullmatch(r"(?:\{[\w .\-]+\}|[\w.\-:\[\]])+", line.host):
        return None
    names = re.findall(r"\{([^{}]+)\}", line.host)
    host = line.host
    for name in names:
        host = host.replace("{" + name + "}", "{" + _variable(name) + "}")
    variables = tuple(ServerVariable(_variable(name), line.source) for name in dict.fromkeys(names))
    return Server(f"{line.scheme}://{host}", line.source, variables)


def _variable(name: str) -> str:
    return "endpoint" if name.casefold().replace("_", "") in _HOST_WORDS else "_".join(name.split())
