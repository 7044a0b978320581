"""Random valid OpenAPI documents, and what a call of each operation has to send and to return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from generator.document import METHODS
from tests.generator.random_schemas import ANY_TEXT, NAMES, ODD, TEXTS, SchemaDrawer, Shape

Document = dict[str, Any]

STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
IGNORED_HEADERS = {"accept", "content-type", "authorization", "cookie", "host", "connection", "te", "content-length"}
IGNORED_HEADERS |= {"transfer-encoding", "user-agent", "accept-encoding"}
HEADER_NAMES = st.one_of(
    st.sampled_from(["X-Total", "X-Language", "x-trace-id", "If-Match", "$filter", "self", "class"]),
    st.from_regex(r"[A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]{0,8}", fullmatch=True),
).filter(lambda name: name.lower() not in IGNORED_HEADERS)
ASCII = st.one_of(st.sampled_from(["a", "x y", '"q"', "%41", "\\"]), st.from_regex(r"[!-+\--~]{1,6}", fullmatch=True))
PATH_NAMES = NAMES.filter(lambda name: name and not set(name) & set("{}/?#"))
SEGMENTS = st.one_of(st.just("pets"), ANY_TEXT, st.sampled_from(ODD)).filter(
    lambda text: text not in ("", ".", "..") and not set(text) & set("{}/?#%\\")
)
TAGS = st.one_of(st.sampled_from(["Pets", "pets", "项目", "base_url"]), st.sampled_from(ODD), ANY_TEXT)
OPERATION_IDS = st.one_of(
    st.none(), st.sampled_from(["get", "listPets", "close", "with_raw_response"]), st.sampled_from(ODD), ANY_TEXT
)
MEDIA_TYPES = ("application/json", "application/vnd.a+json", "application/json; charset=utf-8")
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
STATUSES = ("200", "201", "204", "2XX", "202")
ERRORS = ("400", "404", "4XX", "500", "5XX")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with the value of its example.

    Attributes:
        style: A style of OpenAPI, or `json` for one that has content.
        is_given: Whether the call has it; what is required has to be given.
    """

    location: str
    wire: str
    style: str
    explode: bool
    value: Any
    is_given: bool


@dataclass(frozen=True, slots=True)
class Content:
    """A body with its example; bytes and texts are none of JSON."""

    media_type: str
    value: Any
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its key in the document, a status that has it, and its content."""

    key: str
    status: int
    content: Content | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a random document.

    Attributes:
        key: What is found in the path or, for a remote procedure call, the operationId.
        segment: A part of the path, not encoded.
    """

    key: str
    method: str
    segment: str
    parameters: tuple[Parameter, ...]
    body: Content | None
    answers: tuple[Answer, ...]
    action: str


@dataclass(frozen=True, slots=True)
class RandomDocument:
    """A document, and what is known about it without the generator."""

    document: Document
    operations: tuple[Operation, ...]

    def __repr__(self) -> str:
        return f"RandomDocument({self.document!r})"


@st.composite
def random_documents(draw: Any, most: int = 3) -> RandomDocument:
    """Return a strategy of documents with up to `most` operations."""
    return _Drawer(draw, draw(st.booleans())).document(most)


class _Drawer:
    def __init__(self, draw: Any, is_new: bool) -> None:
        self.draw = draw
        self.is_new = is_new
        self.schemas = SchemaDrawer(draw, is_new=is_new)
        self.components: dict[str, Document] = {"parameters": {}, "requestBodies": {}, "responses": {}, "examples": {}}
        self.wires: set[str] = set()

    def chance(self, one_in: int = 2) -> bool:
        return self.schemas.chance(one_in)

    def document(self, most: int) -> RandomDocument:
        paths: Document = {}
        operations = [self.operation(number, paths) for number in range(self.draw(st.integers(1, most)))]
        for _ in range(self.draw(st.integers(0, 2))):
            self.schemas.named(self.schemas.shape())
        tags = self.draw(st.lists(TAGS, max_size=2, unique=True))
        schemas = {name: shape.schema for name, shape in self.schemas.components.items()}
        document: Document = {
            "openapi": self.draw(st.sampled_from(["3.1.0", "3.1.1"] if self.is_new else ["3.0.0", "3.0.3"])),
            "info": {"title": self.draw(TEXTS), "version": self.draw(TEXTS), "description": self.draw(TEXTS)},
            "servers": self.servers(),
            "tags": [{"name": tag, "description": self.draw(TEXTS)} for tag in tags],
            "paths": paths,
            "components": {**self.components, "schemas": schemas, "securitySchemes": self.schemes()},
        }
        if names := [*document["components"]["securitySchemes"]]:
            document["security"] = [{name: []} for name in self.draw(st.lists(st.sampled_from(names), unique=True))]
        return RandomDocument(document, tuple(operations))

    def servers(self) -> list[Document]:
        return self.draw(
            st.sampled_from(
                [
                    [{"url": "https://api.example"}],
                    [{"url": "https://api.example/v1/"}, {"url": "https://other.example"}],
                    [
                        {
                            "url": "https://{zone}.example/{v}",
                            "variables": {"zone": {"default": "a"}, "v": {"default": "1"}},
                        }
                    ],
                ]
            )
        )

    def schemes(self) -> Document:
        flows = {"authorizationCode": {"authorizationUrl": "https://a.example", "tokenUrl": "/t", "scopes": {"a": "A"}}}
        known: list[Document] = [
            {"type": "apiKey", "in": "header", "name": "X-Secret-Token"},
            {"type": "apiKey", "in": "query", "name": "secret token"},
            {"type": "apiKey", "in": "cookie", "name": "secret"},
            {"type": "http", "scheme": "bearer"},
            {"type": "http", "scheme": "basic"},
            {"type": "oauth2", "flows": flows},
        ]
        chosen = self.draw(st.lists(st.sampled_from(known), max_size=2, unique_by=repr))
        names = self.draw(st.lists(NAMES, min_size=len(chosen), max_size=len(chosen), unique=True))
        return {name: {**scheme, "description": self.draw(TEXTS)} for name, scheme in zip(names, chosen, strict=True)}

    def operation(self, number: int, paths: Document) -> Operation:
        self.wires = set()
        segment = self.draw(SEGMENTS)
        is_action = self.chance(5)
        method = "post" if is_action else self.draw(st.sampled_from(METHODS))
        value: Document = {"tags": self.draw(st.lists(TAGS, max_size=2))}
        inherited: list[Document] = []
        parameters = [self.parameter() for _ in range(self.draw(st.integers(0, 4)))]
        for name in ("summary", "description"):
            if self.chance():
                value[name] = self.draw(TEXTS)
        if self.chance(4):
            value["externalDocs"] = {"url": f"https://docs.example/{self.draw(TEXTS)}"}
        if self.chance(6):
            value["deprecated"] = True
        if self.chance(6):
            value["security"] = []
        for documented, _ in parameters:
            (inherited if self.chance(4) else value.setdefault("parameters", [])).append(
                self.shared_parameter(documented)
            )
        action = f"{self.draw(st.sampled_from(['DescribeIssue', 'Create']))}{number}" if is_action else ""
        body = self.body(value, action) if is_action or method in ("post", "put", "patch") or self.chance(8) else None
        answers = self.responses(value)
        if is_action:
            key, path = action, f"/api/{segment}#{action}"
            value |= {"operationId": action, "x-rpc-action": action}
            if self.chance():
                value["x-rpc-query-parameter"] = "Action"
        else:
            variables = "".join(f"/{{{item.wire}}}" for _, item in parameters if item.location == "path")
            key, path = str(number), f"/{number}/{segment}{variables}"
            identifier = self.draw(OPERATION_IDS)
            value |= {"operationId": identifier} if identifier is not None else {}
        if is_action:
            parameters = [(one, item) for one, item in parameters if item.location != "path"]
        item: Document = {method: value}
        if inherited:
            item["parameters"] = inherited
        paths[path] = item
        return Operation(key, method.upper(), segment, tuple(item for _, item in parameters), body, answers, action)

    def shared_parameter(self, documented: Document) -> Document:
        if not self.chance(5):
            return documented
        name = f"P{len(self.components['parameters'])}"
        self.components["parameters"][name] = documented
        return {"$ref": f"#/components/parameters/{name}"}

    def parameter(self) -> tuple[Document, Parameter]:
        location = self.draw(st.sampled_from([*STYLES]))
        names = {"path": PATH_NAMES, "header": HEADER_NAMES}.get(location, NAMES.filter(bool))
        wire = self.draw(names.filter(lambda name: name.lower() not in self.wires))
        self.wires.add(wire.lower())
        required = location == "path" or self.chance()
        documented: Document = {"name": wire, "in": location, "description": self.draw(TEXTS)}
        documented |= {"required": required} if required or self.chance() else {}
        if self.chance(6):
            shape = self.schemas.shape() if location != "header" else self.plain(ASCII)
            example = self.example(shape.sent)
            documented["content"] = {"application/json": {"schema": shape.schema, **example}}
            return documented, Parameter(location, wire, "json", False, shape.sent, required or self.chance())
        style = self.draw(st.sampled_from(STYLES[location]))
        shape = self.parameter_shape(location, style)
        explode = self.draw(st.booleans()) if style != "deepObject" else True
        documented |= {"style": style, "explode": explode, "schema": shape.schema, **self.example(shape.sent)}
        if self.chance(3) and style in ("simple", "form"):
            del documented["style"]
        if location == "query" and shape.kind != "object" and explode and self.chance(5):
            documented["allowReserved"] = True
        return documented, Parameter(location, wire, style, explode, shape.sent, required or self.chance())

    def example(self, value: Any) -> Document:
        """Return an example in one of its spellings, or none."""
        match self.draw(st.integers(0, 3)):
            case 0:
                return {"example": value}
            case 1:
                return {"examples": {self.draw(NAMES): {"value": value, "summary": self.draw(TEXTS)}}}
            case 2:
                name = f"E{len(self.components['examples'])}"
                self.components["examples"][name] = {"value": value}
                return {"examples": {"one": {"$ref": f"#/components/examples/{name}"}}}
        return {}

    def plain(self, texts: st.SearchStrategy[str]) -> Shape:
        """Return a schema of one value that has a text in any place of a request."""
        text = self.draw(texts)
        number = self.draw(st.integers(-5, 10**12))
        kinds = [
            Shape({"type": "string"}, text, text, "string"),
            Shape({"type": "string", "enum": [text, "other"]}, text, text, "string"),
            Shape({"type": "integer"}, number, number, "integer"),
            Shape({"type": "number", "minimum": -5.5}, number / 4, number / 4, "number"),
            Shape({"type": "boolean"}, number > 0, number > 0, "boolean"),
            Shape({"type": "integer", "enum": [number, 7]}, number, number, "integer"),
            Shape({"oneOf": [{"type": "integer"}, {"type": "boolean"}]}, number, number, "integer"),
        ]
        return self.draw(st.sampled_from(kinds))

    def parameter_shape(self, location: str, style: str) -> Shape:
        texts = ASCII if location == "header" else TEXTS
        # What is empty, or names a folder, would address another resource.
        texts = TEXTS.filter(lambda text: text not in ("", ".", "..")) if location == "path" else texts
        kind = "object" if style == "deepObject" else self.draw(st.sampled_from(["plain", "plain", "array", "object"]))
        kind = "array" if style in ("spaceDelimited", "pipeDelimited") else kind
        if kind == "plain":
            return self.plain(texts)
        if kind == "array":
            item = self.plain(texts)
            count = self.draw(st.integers(0 if location == "query" else 1, 3))
            schema = {"type": "array", "items": item.schema}
            return Shape(schema, [item.sent] * count, [], "array")
        prefix = "k" if location == "header" else self.draw(NAMES)
        parts = {
            f"{prefix}{len(self.wires)}x{number}": self.plain(texts) for number in range(self.draw(st.integers(1, 2)))
        }
        schema: Document = {"type": "object", "properties": {name: item.schema for name, item in parts.items()}}
        if location == "path":
            schema["required"] = [*parts]
        return Shape(schema, {name: item.sent for name, item in parts.items()}, {}, "object")

    def body(self, value: Document, action: str) -> Content:
        required = self.chance()
        media_type = self.draw(st.sampled_from([*MEDIA_TYPES, FORM, PARTS, "text/plain", "application/octet-stream"]))
        if action or media_type in MEDIA_TYPES:
            shape = self.schemas.object(2) if action or self.chance() else self.schemas.shape(3)
            if self.chance(3):
                shape = self.schemas.named(shape)
            media_type = media_type if media_type in MEDIA_TYPES else "application/json"
        elif media_type in (FORM, PARTS):
            shape = self.form(media_type)
        else:
            text = self.draw(TEXTS)
            example = text.encode() if media_type == "application/octet-stream" else text
            shape = Shape({"type": "string"} if example is text or not self.is_new else {}, example, example, "string")
        is_json = media_type in MEDIA_TYPES
        example = self.example(shape.sent) if is_json else {}
        media = {"schema": shape.schema, **example}
        described: Document = {"description": self.draw(TEXTS), "content": {media_type: media}}
        described |= {"required": required} if required or self.chance() else {}
        value["requestBody"] = described
        if self.chance(5):
            name = f"B{len(self.components['requestBodies'])}"
            self.components["requestBodies"][name] = described
            value["requestBody"] = {"$ref": f"#/components/requestBodies/{name}"}
        return Content(media_type, shape.sent, required)

    def form(self, media_type: str) -> Shape:
        names = self.draw(
            st.lists(NAMES.filter(lambda name: name.isprintable() and name), min_size=1, max_size=3, unique=True)
        )
        texts = TEXTS.filter(lambda text: "\r" not in text and "\n" not in text)
        parts: dict[str, Shape] = {}
        for name in names:
            item = self.plain(texts)
            if media_type == PARTS and self.chance(3):
                item = Shape({"type": "string", "format": "binary"}, b"\x00\xff", b"", "string")
            elif self.chance(3):
                item = Shape({"type": "array", "items": item.schema}, [item.sent, item.sent], [], "array")
            parts[name] = item
        schema: Document = {"type": "object", "properties": {name: item.schema for name, item in parts.items()}}
        schema |= {"required": names[:1]} if self.chance() else {}
        return Shape(schema, {name: item.sent for name, item in parts.items()}, {}, "object")

    def responses(self, value: Document) -> tuple[Answer, ...]:
        good = self.draw(st.lists(st.sampled_from(STATUSES), max_size=2, unique=True))
        bad = self.draw(st.lists(st.sampled_from(ERRORS), max_size=2, unique=True))
        others = ["default"] if not good or self.chance(4) else []
        responses: Document = {}
        answers: list[Answer] = []
        for key in [*good, *bad, *others]:
            responses[key], content = self.response(key)
            status = {"default": 418 if good else 200, "2XX": 209, "4XX": 409, "5XX": 599}.get(key)
            answers.append(Answer(key, status if status is not None else int(key), content))
        value["responses"] = responses
        return tuple(answers)

    def response(self, key: str) -> tuple[Document, Content | None]:
        described: Document = {"description": self.draw(TEXTS)}
        if self.chance(5):
            described["headers"] = {self.draw(HEADER_NAMES): {"schema": {"type": "string"}}}
        if key == "204" or self.chance(6):
            return described, None
        media_type = self.draw(st.sampled_from([*MEDIA_TYPES, *MEDIA_TYPES, "text/plain", "application/octet-stream"]))
        if media_type == "text/plain":
            text = self.draw(TEXTS)
            described["content"] = {media_type: {"schema": {"type": "string"}, **self.example(text)}}
            return described, Content(media_type, text)
        if media_type == "application/octet-stream":
            described["content"] = {media_type: {"schema": {"type": "string", "format": "binary"}}}
            return described, Content(media_type, b"\x00\xff")
        shape = self.schemas.shape(3)
        described["content"] = {media_type: {"schema": shape.schema, **self.example(shape.received)}}
        if self.chance(6):
            described["content"]["text/csv"] = {"schema": {"type": "string"}}
        return described, Content(media_type, shape.received)
