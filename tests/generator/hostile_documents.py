"""Documents with any text in every place that takes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.generator.documents import HOSTILE_TEXTS
from tests.generator.importing import reference

#: What is set in `builtins` wherever a text of a document is executed.
MARKER = "executed_by_a_document"
_CALL = f"__import__('builtins').__dict__.update({MARKER}=1)"
_DOUBLE = _CALL.replace("'", '"')
_CODE = (
    f'""" + str({_CALL}) + """',
    f"''' + str({_DOUBLE}) + '''",
    f'" + str({_CALL}) + "',
    f"' + str({_DOUBLE}) + '",
    f'\\""" + str({_CALL}) #',
    f'\\" + str({_CALL}) #',
    f"\n{_CALL}\n",
    f"\r{_CALL}\r",
    f"\u2028{_CALL}\x85{_CALL}",
    f"\x0c{_CALL}\x0b{_CALL}",
    f"{{{{ {_CALL} }}}}",
    f"{{{_CALL}}}",
    f"]; {_CALL} #",
    f")\n{_CALL} #",
    f'"]\n{_CALL}\n["',
)
#: Lone surrogates too.
TEXTS = st.one_of(st.sampled_from([*_CODE, *HOSTILE_TEXTS]), st.text(st.characters(exclude_categories=[]), max_size=12))


def clean(text: str) -> str:
    """Return what a file can hold of a text: U+FFFD for each lone surrogate."""
    return "".join("\ufffd" if 0xD800 <= ord(character) <= 0xDFFF else character for character in text)


@dataclass(frozen=True, slots=True)
class HostileDocument:
    """A document, and the texts that have to survive in its package.

    Attributes:
        values: Property of the component `Thing` → the values that it may have.
        tag: The property that tells the components `First` and `Second` apart.
        tags: Its two values.
        title: The title.
    """

    document: dict[str, Any]
    values: dict[str, list[str]]
    tag: str
    tags: tuple[str, str]
    title: str


@st.composite
def hostile_documents(draw: Any) -> HostileDocument:
    """Return a strategy of documents with one operation."""

    def text() -> str:
        return draw(TEXTS)

    def texts(low: int, high: int) -> list[str]:
        return draw(st.lists(TEXTS, min_size=low, max_size=high, unique_by=clean))

    values = {name: texts(1, 3) for name in texts(1, 5)}
    tag, (first, second), title = text(), texts(2, 2), text()
    listed = {
        name: {"type": "string", **_listed(items), "description": text(), "default": items[0], "example": items[-1]}
        for name, items in values.items()
    }
    schemas = {
        "Thing": {"type": "object", "description": text(), "title": text(), "properties": listed},
        "First": _tagged(tag, first),
        "Second": _tagged(tag, second),
        "Either": {
            "oneOf": [reference("First"), reference("Second")],
            "discriminator": {
                "propertyName": tag,
                "mapping": {first: "#/components/schemas/First", second: "#/components/schemas/Second"},
            },
        },
        f"Other {text()}": {"type": "array", "items": reference("Thing"), "description": text()},
    }
    return HostileDocument(
        {
            "openapi": "3.1.0",
            "info": {"title": title, "version": text(), "description": text()},
            "externalDocs": {"url": f"https://docs.example/{text()}", "description": text()},
            "servers": [{"url": f"https://s.example/{text()}{{v}}", "variables": {"v": {"default": text()}}}],
            "tags": [{"name": text(), "description": text()}],
            "security": [],
            "paths": {f"/a/{text()}": {"post": _operation(text)}},
            "components": {"schemas": schemas, "securitySchemes": _schemes(text)},
        },
        {clean(name): [clean(item) for item in items] for name, items in values.items()},
        clean(tag),
        (clean(first), clean(second)),
        clean(title),
    )


def _listed(items: list[str]) -> dict[str, Any]:
    return {"enum": items} if len(items) > 1 else {"const": items[0]}


def _tagged(tag: str, value: str) -> dict[str, Any]:
    return {"type": "object", "required": [tag], "properties": {tag: {"type": "string", "const": value}}}


def _operation(text: Any) -> dict[str, Any]:
    parameters = [
        {
            "name": text() or "n",
            "in": place,
            "description": text(),
            "style": text(),
            "schema": {"type": "string", "enum": [text(), "x"], "default": text(), "pattern": text(), "format": text()},
            "examples": {text(): {"value": text(), "summary": text()}},
        }
        for place in ("query", "header", "cookie", "query")
    ]
    fields = {"type": "object", "properties": {text(): {"type": "string", "const": text()}, text(): reference("Thing")}}
    encoding = {text(): {"contentType": text(), "style": text()}}
    return {
        "operationId": text(),
        "tags": [text()],
        "summary": text(),
        "description": text(),
        "externalDocs": {"url": f"https://docs.example/{text()}"},
        "parameters": parameters,
        "x-rpc-action": text(),
        "x-rpc-query-parameter": text(),
        "servers": [
            {"url": "https://{zone}.example", "variables": {"zone": {"default": "zone", "description": text()}}}
        ],
        "requestBody": {
            "description": text(),
            "content": {f"multipart/{text()}": {"schema": fields, "encoding": encoding, "example": {text(): text()}}},
        },
        "responses": {
            "200": {
                "description": text(),
                "headers": {text(): {"description": text(), "schema": {"type": "string"}}},
                "content": {
                    f"text/{text()}": {"schema": {"type": "string"}, "example": text()},
                    "application/json": {"schema": reference("Thing"), "example": {text(): text()}},
                },
            },
            text(): {"description": text(), "content": {"application/json": {"schema": {"enum": [text(), 1, text()]}}}},
        },
    }


def _schemes(text: Any) -> dict[str, Any]:
    flow = {"authorizationUrl": f"https://a.example/{text()}", "tokenUrl": text(), "scopes": {text(): text()}}
    return {
        text(): {"type": "apiKey", "in": "header", "name": text(), "description": text(), "x-token-prefix": text()},
        f"a{text()}": {"type": "http", "scheme": text(), "description": text()},
        f"b{text()}": {"type": "oauth2", "flows": {"authorizationCode": flow, text(): flow}, "description": text()},
    }
