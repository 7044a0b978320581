"""Reading an OpenAPI document: references, lists and mappings that may be malformed, and findings about it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from generator.literal import replace_surrogates

#: The methods of a path item, in the order of the OpenAPI specification.
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in a document that could not be generated as it stands.

    Attributes:
        pointer: JSON pointer into the document, `#/paths/~1a/get`.
        message: What was done about it, one sentence.
    """

    pointer: str
    message: str


def mapping(value: object) -> Mapping[str, object]:
    """Return `value` when it is a mapping, otherwise an empty one."""
    return value if isinstance(value, Mapping) else {}


def sequence(value: object) -> list[object]:
    """Return `value` when it is a list, otherwise an empty one."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """Return `value` when it is a string, otherwise an empty one."""
    return value if isinstance(value, str) else ""


def join_pointer(base: str, *parts: object) -> str:
    """Return the JSON pointer `base` extended by `parts` (RFC 6901 escapes)."""
    return base + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def last_part(pointer: str) -> str:
    """Return the last part of a JSON pointer, without escapes: the name of what it leads to."""
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def as_json(value: object, pointer: str = "#") -> tuple[object, list[Finding]]:
    """Return `value` as JSON data, and findings about what had to be replaced.

    Keys become strings (a status of YAML is a number), dates of YAML their text, and lone surrogates, which no file and
    no request can hold, U+FFFD.
    """
    if value is None or isinstance(value, bool | int | float):
        finite = not isinstance(value, float) or math.isfinite(value)
        return (
            (value, []) if finite else (None, [Finding(pointer, f"The number {value} is no JSON; it counts as null.")])
        )
    if isinstance(value, Mapping):
        result: dict[str, object] = {}
        findings: list[Finding] = []
        for key, item in value.items():
            name, about_key = as_json(str(key), pointer)
            result[str(name)], about_item = as_json(item, join_pointer(pointer, name))
            findings += about_key + about_item
        return result, findings
    if isinstance(value, list):
        pairs = [as_json(item, join_pointer(pointer, number)) for number, item in enumerate(value)]
        return [item for item, _ in pairs], [finding for _, found in pairs for finding in found]
    written = value if isinstance(value, str) else str(value)
    clean = replace_surrogates(written)
    return clean, [] if clean == written else [Finding(pointer, "A lone surrogate is replaced by U+FFFD.")]


@dataclass(slots=True)
class Document:
    """An OpenAPI 3.x document with its references and the findings made while it is read."""

    root: Mapping[str, object]
    findings: list[Finding] = field(default_factory=list)
    _known: set[Finding] = field(default_factory=set)

    def report(self, pointer: str, message: str) -> None:
        """Record a finding once."""
        finding = Finding(pointer, message)
        if finding not in self._known:
            self._known.add(finding)
            self.findings.append(finding)

    def report_reference(self, pointer: str, reference: str) -> None:
        """Record that a reference leads nowhere, or back to itself."""
        self.report(pointer, f"The reference {reference!r} cannot be resolved; it counts as empty.")

    def lookup(self, reference: str) -> object:
        """Return what a local reference points to, or None when it points nowhere."""
        if reference == "#":
            return self.root
        if not reference.startswith("#/"):
            return None
        value: object = self.root
        for part in reference[2:].split("/"):
            key = unquote(part).replace("~1", "/").replace("~0", "~")
            if isinstance(value, Mapping) and key in value:
                value = value[key]
            elif isinstance(value, list) and re.fullmatch(r"\d+", key) and int(key) < len(value):
                value = value[int(key)]
            else:
                return None
        return value

    def resolve(self, value: object, pointer: str) -> tuple[Mapping[str, object], str]:
        """Follow `$ref` until something else comes; return it with its own pointer.

        A reference that is external, dangling or circular is a finding and gives an empty mapping.
        """
        seen: set[str] = set()
        current = mapping(value)
        while isinstance(reference := current.get("$ref"), str):
            target = None if reference in seen else self.lookup(reference)
            if not isinstance(target, Mapping):
                self.report_reference(pointer, reference)
                return {}, pointer
            seen.add(reference)
            current, pointer = target, reference
        return current, pointer

    def operations(self) -> Iterator[tuple[str, str, Mapping[str, object], Mapping[str, object], str]]:
        """Yield (path key, method, path item, operation, pointer) in document order.

        What the server sends to others, webhooks and callbacks, is no operation of a client and a finding.
        """
        if self.root.get("webhooks"):
            self.report("#/webhooks", "Webhooks are sent by the server; nothing is generated for them.")
        for path, raw_item in mapping(self.root.get("paths")).items():
            pointer = join_pointer("#/paths", path)
            if str(path).startswith("x-"):
                continue
            if not str(path).startswith("/"):
                self.report(pointer, f"A path starts with a slash; this one is taken as {f'/{path}'!r}.")
                path = f"/{path}"
            item, item_pointer = self.resolve(raw_item, pointer)
            for method in METHODS:
                if method not in item:
                    continue
                operation, at = item[method], join_pointer(item_pointer, method)
                if not isinstance(operation, Mapping):
                    self.report(join_pointer(pointer, method), "An operation that is no mapping is left out.")
                    continue
                if "$ref" in operation:
                    operation, at = self.resolve(operation, at)
                if operation.get("callbacks"):
                    self.report(
                        join_pointer(at, "callbacks"), "Callbacks are sent by the server; nothing is generated."
                    )
                yield path, method, item, operation, at
