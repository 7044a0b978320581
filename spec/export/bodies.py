"""Examples of bodies as the text that is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote_plus

from spec.export.loss import Node
from spec.export.styles import Style, as_text, read_style
from spec.model import JSON
from spec.visit import as_object


def encode_body(media_type: str, value: JSON, encoding: Node) -> str | None:
    """The body as text; `None` for what has none. In JSON, `{{` stands in strings only, which can say it otherwise."""
    if value is None:
        return None
    if "json" in media_type:
        return json.dumps(value, ensure_ascii=False, indent=2).replace("{{", "{\\u007b")
    if media_type == "application/x-www-form-urlencoded" and isinstance(value, dict):
        return "&".join(f"{name}={text}" for name, text in _form_pairs(value, encoding))
    return value if isinstance(value, str) and not media_type.startswith("multipart/") else None


def _form_pairs(fields: Node, encoding: Node) -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        told = as_object(encoding.get(name))
        is_json = isinstance(value, dict) and "style" not in told
        style = Style("simple", explode=False) if is_json else read_style(told, "query")
        yield from style.query_pairs(name, as_text(value) if is_json else value, quote_plus)
