"""How parameters and headers are written: by a schema with a style, or as content of a media type."""

from __future__ import annotations

from spec.diff.context import Context, Located
from spec.diff.differences import Difference, Place, Subject
from spec.diff.media import compare_content, media_types
from spec.diff.normal import ARRAY, EVERY_TYPE, OBJECT, Part

_SCHEMA, _CONTENT = "schema", "content"
_HEADER = "header"
_DEEP = "deepObject"
_DEFAULT_STYLES = {"query": "form", "cookie": "form", "path": "simple", _HEADER: "simple"}
_QUERY_FLAGS = {"allowReserved": "allow-reserved", "allowEmptyValue": "allow-empty-value"}


def compare_form(context: Context, old: Located, new: Located, place: Place, *, moved: bool = False) -> None:
    """Adds what differs in how the values of two parameters or headers are written, and in what they are.

    A parameter that moved has another style for that reason alone.
    """
    sides = (context.old, old), (context.new, new)
    media = [", ".join(sorted(media_types(document, side))) for document, side in sides]
    if media[0] != media[1]:
        spots = old.spot(_CONTENT if media[0] else _SCHEMA), new.spot(_CONTENT if media[1] else _SCHEMA)
        was, now = (name or "a schema says" for name in media)
        context.findings.add(Difference("serialization-changed", *spots, was=was, now=now), place)
    elif media[0]:
        compare_content(context, old, new, place)
    else:
        if not moved:
            _compare_style(context, old, new, place)
        context.compare_schemas(old, new, _SCHEMA, place)


def _compare_style(context: Context, old: Located, new: Located, place: Place) -> None:
    styles = _style(old), _style(new)
    if styles[0] != styles[1] and place.subject is Subject.REQUEST_PARAMETER:
        spots = old.spot("style"), new.spot("style")
        context.findings.add(Difference("style-changed", *spots, was=styles[0], now=styles[1]), place)
    elif _composite(context, old, new):
        explode = _explode(old, styles[0]), _explode(new, styles[1])
        if explode[0] is not explode[1]:
            was, now = map(_word, explode)
            spots = old.spot("explode"), new.spot("explode")
            context.findings.add(Difference("explode-changed", *spots, was=was, now=now), place)
    if _location(new) == "query" and place.subject is Subject.REQUEST_PARAMETER:
        _compare_flags(context, old, new, place)


def _compare_flags(context: Context, old: Located, new: Located, place: Place) -> None:
    for key, name in _QUERY_FLAGS.items():
        was, now = (side.node.get(key) is True for side in (old, new))
        if was is not now:
            aspect = f"became-{'' if now else 'not-'}{name}"
            context.findings.add(Difference(aspect, old.spot(key), new.spot(key)), place)


def _location(side: Located) -> str:
    """Where a parameter is sent; a header does not say it."""
    return str(side.node.get("in", _HEADER))


def _style(side: Located) -> str:
    stated = side.node.get("style")
    return stated if isinstance(stated, str) else _DEFAULT_STYLES.get(_location(side), "form")


def _explode(side: Located, style: str) -> bool:
    """Whether each item or property is written on its own; `deepObject` has one form only."""
    stated = side.node.get("explode")
    return stated if isinstance(stated, bool) and style != _DEEP else style in ("form", _DEEP)


def _word(value: bool) -> str:
    return "true" if value else "false"


def _composite(context: Context, old: Located, new: Located) -> bool:
    """Whether a list or an object may travel: one value is written the same way exploded or not."""
    schemas = [
        normalizer.normalize((Part(f"{side.pointer}/schema", side.node.get(_SCHEMA, True)),))
        for normalizer, side in zip(context.schemas.normalizers, (old, new), strict=True)
    ]
    return any(schema.types == EVERY_TYPE or schema.types & {ARRAY, OBJECT} for schema in schemas)
