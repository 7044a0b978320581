"""How text of a document becomes inert text of a generated file.

Every string that a document supplies is untrusted. It travels through the view models as `Text`, and the rendering
environment refuses to print a `Text`; the functions here are the only way to turn one into printable source, one
function per language. Python strings, docstrings and comments share one escaping function, `escape_python`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping


class Text(str):
    """A string that comes from a document and must be escaped before it is printed."""

    __slots__ = ()


_UNSAFE_IN_TOML = re.compile(r"[\x00-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
#: What CommonMark and tables of GitHub's Markdown interpret in the middle of a line; `access_token` is no emphasis.
_MARKDOWN_SPECIAL = re.compile(
    r"""[\\`*\[\]|]              # always
    | (?<!\w)_+ | _+(?!\w)        # an underscore that is not inside a word
    | <(?=[A-Za-z/!?])           # a tag or an autolink
    | &(?=\#?\w+;)               # an entity
    """,
    re.VERBOSE,
)
#: What starts a heading, a quotation, a list or a line under a heading when a line begins with it.
_MARKDOWN_BLOCK_START = re.compile(
    r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=\#{1,6}(?:\s|$)|[-+](?:\s|$)|>|~~~|[-=][-=\s]*$))"
)
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\u2028\u2029]")


def escape_python(text: str, *, keep: str = "") -> str:
    r"""Return `text` so that it is inert inside a double-quoted Python literal of any kind.

    Backslashes and double quotes are escaped; everything that is not printable (control characters, separators such
    as U+2028, surrogates) becomes an escape sequence, except the characters in `keep` (a docstring keeps its ``\n``).
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return str(text)
    return "".join(_escape_character(character, keep) for character in str(text))


def _escape_character(character: str, keep: str) -> str:
    if character in keep:
        return character
    if character in '\\"':
        return "\\" + character
    if character == " " or character.isprintable():
        return character
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    if named is not None:
        return named
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def python_literal(value: object) -> str:
    """Return Python source for a scalar or a container of scalars of a document.

    Raises:
        TypeError: `value` is none of str, int, float, bool, None, list, tuple, mapping.
    """
    if isinstance(value, str):
        return _python_string(value)
    if value is None or isinstance(value, bool | int):
        return repr(value)
    if isinstance(value, float):
        return repr(value) if value == value and abs(value) != float("inf") else f'float("{value!r}")'
    if isinstance(value, list):
        return "[" + ", ".join(map(python_literal, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(python_literal, value)) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{python_literal(k)}: {python_literal(v)}" for k, v in value.items()) + "}"
    raise TypeError(f"no literal for {type(value).__name__}")


def _python_string(text: str) -> str:
    """Return a string in double quotes; in single ones where these spare backslashes, as formatters prefer it."""
    escaped = escape_python(text)
    if text.count('"') <= text.count("'"):
        return f'"{escaped}"'
    return "'" + escaped.replace('\\"', '"').replace("'", "\\'") + "'"


def python_docstring(text: str, indent: int = 0) -> str:
    """Return a triple-quoted docstring for `text`, continuation lines indented by `indent` spaces.

    Line ends of any kind become one newline and trailing blanks go, as a formatter would do; lone surrogates, which a
    class cannot have in its documentation, become U+FFFD; nothing else changes.
    """
    lines = [line.rstrip() for line in normalize_lines(replace_surrogates(text)).strip().split("\n")]
    margin = " " * indent
    body = "\n".join(
        f"{margin}{escape_python(line)}" if line and index else escape_python(line) for index, line in enumerate(lines)
    )
    closing = f"\n{margin}" if len(lines) > 1 else " " * body.endswith('"')
    return f'"""{body}{closing}"""'


def python_comment(text: str) -> str:
    """Return a one-line Python comment that holds `text`."""
    return "# " + escape_python(join_lines(text)).replace('\\"', '"')


def toml_string(text: str) -> str:
    """Return a TOML basic string for `text`; surrogates, which TOML cannot hold, become U+FFFD."""
    printable = replace_surrogates(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNSAFE_IN_TOML.sub(lambda match: f"\\u{ord(match.group()):04x}", printable) + '"'


def markdown_text(text: str) -> str:
    """Return one line of Markdown that shows `text` literally, safe inside a table cell.

    Only what Markdown would interpret at its place is escaped.
    """
    line = _NOT_SHOWN.sub("\ufffd", join_lines(text))
    escaped = _MARKDOWN_SPECIAL.sub(lambda match: "".join(f"\\{character}" for character in match.group()), line)
    if escaped.count("~") > 1:
        escaped = escaped.replace("~", "\\~")
    return _MARKDOWN_BLOCK_START.sub(r"\1\\", escaped, count=1)


def markdown_code(text: str, *, in_table: bool = False) -> str:
    """Return one line of Markdown that shows `text` literally as code, or nothing for an empty text.

    A table ends its cell at `|` even inside code, so there it is escaped.
    """
    line = _NOT_SHOWN.sub("\ufffd", join_lines(text))
    if not line:
        return ""
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    padding = " " if line[0] == "`" or line[-1] == "`" else ""
    shown = line.replace("|", "\\|") if in_table else line
    return f"{fence}{padding}{shown}{padding}{fence}"


def markdown_url(text: str) -> str:
    """Return `text` as a Markdown link target, or an empty string when it is no http(s) URL."""
    url = str(text).strip()
    if not re.match(r"https?://", url) or re.search(r"[\ud800-\udfff]", url):
        return ""
    return re.sub(r"[\s<>()\\|`\"'{}\x00-\x1f\x7f-\xa0\u2028\u2029]", lambda m: _percent(m.group()), url)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def replace_surrogates(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate."""
    return _SURROGATES.sub("\ufffd", str(text))


def normalize_lines(text: str) -> str:
    """Return `text` with CRLF and CR as LF."""
    return str(text).replace("\r\n", "\n").replace("\r", "\n")


def join_lines(text: str) -> str:
    """Return `text` on one line, every run of blanks and line ends as one space."""
    return " ".join(normalize_lines(text).split())


def first_sentence(text: str, fallbacks: Iterable[str] = ()) -> str:
    """Return the first non-empty line among `text` and `fallbacks`, or an empty string."""
    for candidate in (text, *fallbacks):
        for line in normalize_lines(candidate).split("\n"):
            if line.strip():
                return line.strip()
    return ""


def json_text(value: object, levels: int = 3) -> str:
    """Return `value` as JSON with a final newline; lone surrogates stay escaped.

    Args:
        value: JSON data.
        levels: How many levels of objects and arrays have one entry per line; an entry inside has a line of its own.
    """
    return (
        re.sub(r"[\ud800-\udfff\u2028\u2029]", lambda match: f"\\u{ord(match.group()):04x}", _json(value, levels))
        + "\n"
    )


def _json(value: object, levels: int, indentation: str = "\n") -> str:
    inner = f"{indentation} "
    if levels and isinstance(value, Mapping) and value:
        entries = [
            f"{json.dumps(str(key), ensure_ascii=False)}: {_json(item, levels - 1, inner)}"
            for key, item in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(entries)}{indentation}}}"
    if levels and isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join(_json(item, levels - 1, inner) for item in value)}{indentation}]"
    return json.dumps(value, ensure_ascii=False)
