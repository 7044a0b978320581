"""OpenAPI documents from files, ours or anybody's."""

from __future__ import annotations

import json
import re
from pathlib import Path

from spec.model import JSON
from spec.sourcemap import SourceMap
from spec.yaml import MAX_DEPTH, YamlError, load_yaml

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_VERSION = re.compile(r"3\.[01]\.[0-9]+(-.+)?")


class DocumentError(ValueError):
    """A file that is not what was expected; its text is `file:line: expected …`."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = str(path)
        self.line = line
        self.message = message


def load_document(path: Path | str) -> dict[str, JSON]:
    """Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON.

    Keys are strings, so `200:` is `"200"`; booleans follow YAML 1.2, so `on` and dates stay text.

    Raises:
        DocumentError: If the file cannot be read or is no such document.
    """
    return parse_document(path, read_text(path))


def parse_document(path: Path | str, text: str) -> dict[str, JSON]:
    """The document that a text is; `path` is what complaints call it.

    Raises:
        DocumentError: If it is no such document.
    """
    document = _parse(path, text)
    if not isinstance(document, dict):
        raise DocumentError(path, 1, f"expected an OpenAPI document, found {_describe(document)}")
    _check_version(path, text, document)
    for key in ("info", "paths", "components"):
        if not isinstance(document.get(key, {}), dict):
            line = _line_of(text, key)
            raise DocumentError(path, line, f"expected a mapping under {key!r}, found {_describe(document[key])}")
    if not document.keys() & {"paths", "components", "webhooks"}:
        raise DocumentError(path, 1, "expected an OpenAPI document with paths, found none")
    return document


def load_source_map(path: Path | str) -> SourceMap:
    """Reads a source map.

    Raises:
        DocumentError: If the file cannot be read or is no source map.
    """
    return parse_source_map(path, read_text(path))


def parse_source_map(path: Path | str, text: str) -> SourceMap:
    """The source map that a text is; `path` is what complaints call it.

    Raises:
        DocumentError: If it is none.
    """
    try:
        return SourceMap.parse(text)
    except ValueError as error:
        raise DocumentError(path, 1, f"expected a source map: {error}") from error


def read_text(path: Path | str) -> str:
    """The file as UTF-8 text, without a byte order mark.

    Raises:
        DocumentError: If the file cannot be opened or is not UTF-8.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(path, 1, f"expected a readable file, found: {error.strerror}") from error
    return decode_text(path, data)


def decode_text(path: Path | str, data: bytes) -> str:
    """The bytes of a file as UTF-8 text, without a byte order mark.

    Raises:
        DocumentError: If they are not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DocumentError(path, line, f"expected UTF-8 text, found byte {error.object[error.start]:#04x}") from error


def _parse(path: Path | str, text: str) -> JSON:
    try:
        if text.lstrip()[:1] == "{":
            return _parse_json(path, text)
        return load_yaml(text)
    except YamlError as error:
        raise DocumentError(path, error.line, str(error)) from error


def _parse_json(path: Path | str, text: str) -> JSON:
    """JSON by its own parser, which is faster than YAML's; what that refuses is read as YAML."""
    try:
        value: JSON = json.loads(text, object_pairs_hook=_distinct_keys, parse_constant=_refuse_constant)
        _check_depth(value)
        _check_text(value, text)
    except json.JSONDecodeError as error:
        if Path(path).suffix.lower() != ".json":
            return load_yaml(text)
        raise DocumentError(path, error.lineno, f"expected JSON: {error.msg}") from error
    except RecursionError as error:
        raise DocumentError(path, 1, f"expected at most {MAX_DEPTH} levels of nesting") from error
    except ValueError as error:
        load_yaml(text)  # knows the line of a repeated key
        raise DocumentError(path, 1, str(error)) from error
    return value


def _distinct_keys(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("expected distinct keys, found one twice")
    return value


def _refuse_constant(name: str) -> JSON:
    raise ValueError(f"expected a JSON number, found {name}")


def _check_text(value: JSON, text: str) -> None:
    """Refuses half of a surrogate pair, which JSON can escape, but nothing can write as UTF-8."""
    if _SURROGATE.search(text):
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"expected text, found half of a character: {error.object[error.start]!r}") from error


def _check_depth(value: JSON) -> None:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            child
            for node in level
            if isinstance(node, dict | list)
            for child in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return
    raise RecursionError


def _check_version(path: Path | str, text: str, document: dict[str, JSON]) -> None:
    if "openapi" not in document:
        found = f"Swagger {document['swagger']}" if "swagger" in document else "no key 'openapi'"
        line = _line_of(text, "swagger") if "swagger" in document else 1
        raise DocumentError(path, line, f"expected OpenAPI 3.0 or 3.1, found {found}")
    version = document["openapi"]
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        line = _line_of(text, "openapi")
        raise DocumentError(path, line, f"expected OpenAPI 3.0.x or 3.1.x, found {_describe(version)}")


def _line_of(text: str, key: str) -> int:
    found = re.search(rf"""(^|[{{,\s])["']?{re.escape(key)}["']?\s*:""", text)
    return text.count("\n", 0, found.start() + len(found[1])) + 1 if found else 1


def _describe(value: JSON) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case None:
            return "nothing"
    text = str(value)
    return repr(text if len(text) <= 40 else text[:40] + "…")
