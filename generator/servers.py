"""Server objects → a base URL, or the variables that a caller has to supply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.document import Document, mapping, sequence, text

_VARIABLE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Server:
    """A server URL in which the variables with a real default are filled in.

    Attributes:
        template: The URL; variables without a real default are still in braces.
        variables: Those variables, name → description.
    """

    template: str
    variables: Mapping[str, str]

    @property
    def is_complete(self) -> bool:
        """Return whether requests can be sent to the URL as it stands."""
        return not self.variables and bool(re.match(r"https?://[^/]", self.template))

    @property
    def is_relative(self) -> bool:
        """Return whether the URL is a path only, which a base URL has to end with."""
        return bool(re.match(r"/(?!/)", self.template))


def read_server(document: Document, servers: object, pointer: str) -> Server | None:
    """Return the first server of a `servers` list, or None.

    A variable whose default is its own name has no real default: the document says that a value is needed there.
    """
    entries = [mapping(entry) for entry in sequence(servers)]
    if not entries:
        return None
    if len(entries) > 1:
        document.report(pointer, "Of several servers the first is the default; pass base_url for another.")
    url = text(entries[0].get("url")).rstrip("/")
    declared = mapping(entries[0].get("variables"))
    return Server(*fill_variables(url, declared))


def fill_variables(url: str, declared: Mapping[str, object]) -> tuple[str, dict[str, str]]:
    """Return `url` with the defaults of its variables, and the variables that have no real one, with descriptions."""
    missing: dict[str, str] = {}

    def fill(match: re.Match[str]) -> str:
        variable = mapping(declared.get(match[1]))
        default = variable.get("default")
        if isinstance(default, str) and default and default != match[1]:
            return default
        missing[match[1]] = text(variable.get("description"))
        return match[0]

    return _VARIABLE.sub(fill, url), missing
