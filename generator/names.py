"""Python names from wire names.

Any string gives a valid identifier: `X-Total` → `x_total`, `IssueCode` → `issue_code`, `1st` → `field_1st`,
`class` → `class_`, `中文` stays. Uniqueness within one scope is the business of `NameScope`.
"""

from __future__ import annotations

import builtins
import keyword
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

#: Between `issue` and `Code`, and between `HTTP` and `Response`, but not inside the plural `IDs`.
_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])(?![A-Z]s(?![a-z]))")
#: Words with a capital inside.
_ONE_WORD = {"OAuth": "Oauth"}
_LONGEST = 100
#: Bytes of a file name that every system allows, suffix and number left out.
_LONGEST_FILE = 200
_SOFT = frozenset({"self", "cls", "_"})
BUILTIN_NAMES = frozenset(dir(builtins))
#: Modules that a package or its tests import; a package of that name would hide one, or be hidden by it.
_MODULES = sys.stdlib_module_names | frozenset(
    {
        "_pytest",
        "annotated_types",
        "anyio",
        "attrs",
        "certifi",
        "citing",
        "conftest",
        "contract",
        "h11",
        "h2",
        "httpcore",
        "httpcore2",
        "httpx",
        "httpx2",
        "hypothesis",
        "idna",
        "iniconfig",
        "jsonschema",
        "live_mode",
        "live_options",
        "local_clients",
        "local_server",
        "packaging",
        "pluggy",
        "pydantic",
        "pydantic_core",
        "pygments",
        "pytest",
        "referencing",
        "requests",
        "rpds",
        "schemathesis",
        "setuptools",
        "sniffio",
        "sortedcontainers",
        "src",
        "starlette",
        "test",
        "tests",
        "typing_extensions",
        "typing_inspection",
        "urllib3",
        "werkzeug",
        "yaml",
    }
)
#: Names that annotations use; a field or method of that name would hide them inside a class body.
ANNOTATION_NAMES = frozenset(
    {"str", "int", "float", "bool", "bytes", "list", "dict", "tuple", "type", "object", "property"}
)


@lru_cache(maxsize=65536)
def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a wire name: `GetHTTPResponse-v2` → `("Get", "HTTP", "Response", "v2")`."""
    normal = unicodedata.normalize("NFKC", str(text))
    for word, whole in _ONE_WORD.items():
        normal = normal.replace(word, whole)
    cleaned = "".join(character if _in_identifier(character) else " " for character in normal)
    return tuple(word for part in cleaned.replace("_", " ").split() for word in _BOUNDARY.split(part) if word)


def _in_identifier(character: str) -> bool:
    # NFKC may be needed twice: some characters only become valid after Python's own normalisation.
    return ("a" + character).isidentifier() and unicodedata.normalize("NFKC", character) == character


@lru_cache(maxsize=65536)
def snake_name(text: str, *, fallback: str = "field") -> str:
    """Return a lower-case identifier for `text`; `fallback` prefixes or replaces what has no usable letter."""
    return _finish("_".join(split_words(text)).lower(), fallback)


@lru_cache(maxsize=65536)
def class_name(text: str, *, fallback: str = "Model") -> str:
    """Return a capitalised identifier for `text`; a name that already is one stays as it is."""
    joined = "".join(word[:1].upper() + word[1:] for word in split_words(text))
    return _finish(joined, fallback)


def package_name(text: str) -> str:
    """Return the name of an import package for `text`; one that a module of others has gets `_api` behind it."""
    name = snake_name(text, fallback="api")
    return f"{name}_api" if name in _MODULES or name.startswith("test_") else name


def module_name(name: str) -> str:
    """Return `name`, cut where a file system would refuse so long a name."""
    return name.encode()[:_LONGEST_FILE].decode(errors="ignore")


def constant_name(text: str) -> str:
    """Return an upper-case identifier for `text`, with a leading underscore."""
    return "_" + snake_name(text).upper().strip("_")


def _finish(name: str, fallback: str) -> str:
    name = unicodedata.normalize("NFKC", name)[:_LONGEST].rstrip("_")
    if not name.isidentifier():
        separator = "_" if fallback.islower() else ""
        name = f"{fallback}{separator}{name}" if name else fallback
    if not name.isidentifier():
        name = fallback
    if keyword.iskeyword(name) or name in _SOFT:
        name += "_"
    return name


class NameScope:
    """Names already taken in one scope; `take` hands out a free one.

    Args:
        reserved: Names that nobody gets.
        fold: What two names must differ in: `str.casefold` for names of files.
    """

    def __init__(self, reserved: Iterable[str] = (), *, fold: Callable[[str], str] = str) -> None:
        self._fold = fold
        self._reserved = frozenset(map(fold, reserved))
        self._taken = set(self._reserved)

    def take(self, wanted: str) -> str:
        """Return `wanted`; with `_` appended when it is reserved; with `_2`, `_3` … when another holder has it."""
        for candidate in self._candidates(wanted):
            if self._fold(candidate) not in self._taken:
                self._taken.add(self._fold(candidate))
                return candidate
        raise AssertionError("unreachable")

    def _candidates(self, wanted: str) -> Iterable[str]:
        yield wanted
        stem = wanted.rstrip("_") or wanted
        if self._fold(wanted) in self._reserved:
            yield f"{stem}_"
        number = 2
        while True:
            yield f"{stem}_{number}"
            number += 1

    def __contains__(self, name: str) -> bool:
        return self._fold(name) in self._taken


def assign_names(wires: Sequence[str], reserved: Iterable[str] = ()) -> dict[str, str]:
    """Return a unique snake_case name for each distinct wire name, in order.

    A wire name that already is its own Python name gets it first, so that no Python name of one property is the wire
    name of another.
    """
    reserved = frozenset(reserved)
    scope = NameScope(reserved)
    exact = {wire: scope.take(wire) for wire in wires if snake_name(wire) == wire and wire not in reserved}
    blocked = NameScope({*reserved, *exact.values(), *wires})
    return {wire: exact[wire] if wire in exact else blocked.take(snake_name(wire)) for wire in dict.fromkeys(wires)}
