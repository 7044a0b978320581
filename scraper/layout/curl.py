"""curl commands in shell examples: what they send, and where to."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from scraper.blocks import Code

_SHELL = frozenset(
    ["", "shell", "bash", "sh", "console", "shell-session", "command-line", "plaintext", "text", "curl", "zsh", "http"]
)
_START = re.compile(r"(?m)^[ \t]*(?:\$[ \t]*)?curl\b")
_HEREDOC = re.compile(r"(\w+)=\"?\$\(\s*cat\s*<<-?\s*['\"]?(\w+)['\"]?\n(.*?)\n\s*\2\s*\n?\s*\)", re.DOTALL)
_STDIN = re.compile(
    r"<<-?[ \t]*['\"]?(?P<mark>\w+)['\"]?[ \t]*\n(?P<text>.*?)\n[ \t]*(?P=mark)[ \t]*(?=\n|$)", re.DOTALL
)
_CONTINUED = re.compile(r"\\[ \t]*\n")
_STOPS = frozenset({"|", ">", ">>", "&&", "||", ";", "2>", "<"})
_OPTIONS_WITH_VALUE = (
    "-X --request -H --header -d --data --data-raw --data-binary --data-ascii --data-urlencode --json -F --form "
    "--form-string -u --user -o --output -b --cookie -A --user-agent -e --referer --url -T --upload-file -w "
    "--write-out -m --max-time --connect-timeout --cert -E --key --cacert -c --cookie-jar -x --proxy --resolve "
    "--retry -D --dump-header"
)
_WITH_VALUE = frozenset(_OPTIONS_WITH_VALUE.split())
_DATA = frozenset({"-d", "--data", "--data-raw", "--data-binary", "--data-ascii"})
_FORM = frozenset({"-F", "--form", "--form-string"})
_BINARY = frozenset({"--data-binary", "-T", "--upload-file"})
_URL = re.compile(r"^['\"]?(?:https?://|\$\{?[A-Za-z_]\w*\}?/|[^\s/:]+/api/v\d)")


@dataclass(slots=True)
class Curl:
    """One command with its page lines.

    `pairs` are form or urlencoded fields, `data` is any other text; `is_upload` where the body is a file.
    """

    first: int
    last: int
    method: str = ""
    url: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    is_form: bool = False
    data: str = ""
    user: str = ""
    is_get: bool = False
    is_upload: bool = False

    def header(self, name: str) -> str | None:
        """The value of a header."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def is_curl(code: Code) -> bool:
    """Whether a code block holds curl commands."""
    return code.language in _SHELL and _START.search(code.text) is not None


def read_curls(code: Code) -> tuple[Curl, ...]:
    """The commands of a code block."""
    variables = {match[1]: match[3] for match in _HEREDOC.finditer(code.text)}
    starts = [match.start() for match in _START.finditer(code.text)]
    found = []
    for start, end in zip(starts, [*starts[1:], len(code.text)], strict=True):
        text = code.text[start:end].strip()
        first = min(code.text_first + code.text.count("\n", 0, start), code.last)
        curl = _read_command(text, Curl(first, max(first, min(first + text.count("\n"), code.last))), variables)
        if curl.url:
            found.append(curl)
    return tuple(found)


def _read_command(text: str, curl: Curl, variables: dict[str, str]) -> Curl:
    stdin = _STDIN.search(text)
    text = text if stdin is None else text[: stdin.start()] + text[stdin.end() :]
    tokens = iter(_split(_CONTINUED.sub(" ", text)))
    for token in tokens:
        if token in _STOPS:
            break
        name, value = _option(token)
        if name in _WITH_VALUE:
            given = value if value is not None else next(tokens, "")
            if given == "@-" and stdin is not None:
                given = stdin["text"]
            _apply(curl, name, variables.get(given.strip('"').lstrip("$").strip("{}"), given))
        elif token in ("-G", "--get"):
            curl.is_get = True
        elif token in ("-I", "--head"):
            curl.method = "HEAD"
        elif not token.startswith("-") and _URL.match(token) and not curl.url:
            curl.url = token
    if not curl.method:
        sends = (curl.pairs or curl.data or curl.is_upload) and not curl.is_get
        curl.method = "POST" if sends else "GET"
    return curl


def _option(token: str) -> tuple[str, str | None]:
    if token.startswith("--") and "=" in token:
        name, _, value = token.partition("=")
        return name, value
    if len(token) > 2 and token[:2] in ("-X", "-H", "-d", "-F", "-u", "-o") and not token.startswith("--"):
        return token[:2], token[2:]
    return token, None


def _apply(curl: Curl, name: str, value: str) -> None:
    if name in ("-X", "--request"):
        curl.method = value.strip().upper()
    elif name in ("-H", "--header"):
        key, _, text = value.partition(":")
        if text:
            curl.headers.append((key.strip(), text.strip()))
    elif name in _FORM:
        curl.is_form = True
        key, _, text = value.partition("=")
        curl.pairs.append((key, text))
    elif name == "--data-urlencode":
        key, is_value, text = value.partition("=")
        curl.pairs.extend([(key, text)] if is_value else [])
    elif name == "--json":
        curl.data = value
    elif name in _BINARY and (name not in _DATA or value.startswith("@")):
        curl.is_upload = True
        curl.method = curl.method or ("" if name in _DATA else "PUT")
    elif name in _DATA:
        pairs = _pairs(value)
        curl.pairs.extend(pairs)
        curl.data = curl.data if pairs else value
    elif name in ("-u", "--user"):
        curl.user = value
    elif name == "--url":
        curl.url = value


def _pairs(value: str) -> list[tuple[str, str]]:
    if value.lstrip()[:1] in ("{", "[", "@", "<", "") or "=" not in value:
        return []
    return parse_qsl(value, keep_blank_values=True)


def _split(text: str) -> Iterator[str]:
    """The words of a command; a quote that is never closed ends with the command."""
    for closing in ("", '"', "'"):
        try:
            return iter(shlex.split(text + closing, comments=False))
        except ValueError:
            continue
    return iter(text.replace('"', " ").replace("'", " ").split())
