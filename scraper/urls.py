"""URLs in examples: which placeholders and query parameters they fill."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from spec.model import JSON, Scalar, Type, Union

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Filled:
    """What an example URL says: `prefix` is the part of its path in front of the template."""

    prefix: str
    path: dict[str, str]
    query: tuple[tuple[str, str], ...]


def fill_template(template: str, url: str, deep: Collection[str] = ()) -> Filled | None:
    """Matches an example URL against a path template.

    Args:
        template: Such as `/v4/repositories/{repository_id}/branches`.
        url: Such as `https://{endpoint}/v4/repositories/21/branches?limit=1`; a base path may come
            first.
        deep: The placeholders whose values may hold slashes.

    Returns:
        The values, or `None` when the URL is not one of this path.
    """
    parts = split_url(url)
    if parts is None:
        return None
    pattern = "".join(
        f"(?P<p{index // 2}>{'.+' if text in deep else '[^/?#]+'})" if index % 2 else re.escape(text)
        for index, text in enumerate(_PLACEHOLDER.split(template.rstrip("/")))
    )
    match = re.fullmatch(rf"(?P<prefix>.*?){pattern}/?", parts[0])
    if match is None:
        return None
    names = _PLACEHOLDER.findall(template)
    values = {name: unquote(match[f"p{index}"]) for index, name in enumerate(names)}
    return Filled(match["prefix"], values, parts[1])


def split_url(url: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The path and the query pairs of a URL, or `None` when it cannot be one."""
    try:
        parts = urlsplit(url.strip().replace("{", "%7B").replace("}", "%7D"))
    except ValueError:
        return None
    path = parts.path.replace("%7B", "{").replace("%7D", "}")
    pairs = tuple(parse_qsl(parts.query, keep_blank_values=True))
    return path, pairs


def coerce(text: str, kind: Type) -> JSON:
    """The value that a piece of a URL has under a documented type; text where it does not fit."""
    names = {
        member.name for member in (kind.members if isinstance(kind, Union) else (kind,)) if isinstance(member, Scalar)
    }
    if "integer" in names and re.fullmatch(r"-?(0|[1-9]\d{0,17})", text):
        return int(text)
    if "number" in names and re.fullmatch(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?", text):
        return float(text) if "." in text else int(text)
    if "boolean" in names and text in ("true", "false"):
        return text == "true"
    return text
