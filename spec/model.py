"""The intermediate representation: what the pages of one API state, and where they state it.

Everything is frozen and made of tuples. A fact is never separated from its evidence: whatever was
read from a page carries a `Source`. Unknown is a value: `None` for `required`, `nullable` and
`default`, `UnknownType` for types; it never stands for "optional" or "string".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Literal, TypeAlias, TypeVar

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
T = TypeVar("T")


class Evidence(StrEnum):
    """The kind of witness that a fact rests on."""

    TABLE = "table"
    EXAMPLE = "example"
    PROSE = "prose"
    URL = "url"
    CONFIG = "config"
    OVERLAY = "overlay"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a fact stands: page as given, first and last line (1-based, inclusive), evidence."""

    page: str
    first: int
    last: int
    evidence: Evidence = Evidence.TABLE


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value together with the place that states it."""

    value: T
    source: Source

    def __hash__(self) -> int:
        """Facts hash even where the value is a JSON list or object, as a default may be."""
        return hash((_frozen(self.value), self.source))


def _frozen(value: object) -> object:
    """A value that equals another one's exactly where the two values are equal, and hashes."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return frozenset((key, _frozen(item)) for key, item in value.items())
    return value


# ---------------------------------------------------------------- types

ScalarName: TypeAlias = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A JSON scalar; `format` is an OpenAPI format such as `int64`, `double`, `date-time`."""

    name: ScalarName
    format: str | None = None


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """A JSON array of `items`."""

    items: Type


@dataclass(frozen=True, slots=True)
class Reference:
    """A structure named by the page; after the `structures` pass, a key of `Api.structures`."""

    name: str


@dataclass(frozen=True, slots=True)
class ObjectOf:
    """An object described in place; `additional` is the type of values under free keys, if any."""

    properties: tuple[Property, ...] = ()
    additional: Type | None = None


@dataclass(frozen=True, slots=True)
class Union:
    """Any of the members: documented alternatives, or witnesses that contradict each other."""

    members: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class UnknownType:
    """The page prints no type, or one that we cannot read (`text` is what it prints)."""

    text: str = ""


Type: TypeAlias = Scalar | ArrayOf | Reference | ObjectOf | Union | UnknownType


# ---------------------------------------------------------------- properties and parameters

ConstraintKeyword: TypeAlias = Literal[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One JSON Schema keyword with its value and the line that states it."""

    keyword: ConstraintKeyword
    value: int | float | str | bool
    source: Source


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One allowed value with the label that the page gives it (`DEFECT - 缺陷`), if any."""

    value: str | int | float | bool
    source: Source
    label: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A named value of an object, or the payload of a parameter.

    `source` is the row (or the key of an example) that names it; `type_source` is set where the
    type rests on another witness than the row.
    """

    name: str
    type: Type
    source: Source
    description: str = ""
    required: Fact[bool] | None = None
    nullable: Fact[bool] | None = None
    default: Fact[JSON] | None = None
    const: Fact[str] | None = None
    enum: tuple[EnumValue, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    deprecated: Fact[bool] | None = None
    type_source: Source | None = None


class Location(StrEnum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Example:
    """A documented value: `value` is the JSON (repaired where it had to be), `text` as printed.

    A request example is the set of all parameter and body examples of the operation that share
    one `name`.
    """

    name: str
    value: JSON
    source: Source
    text: str = ""
    summary: str = ""
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A path, query, header or cookie parameter, or a response header."""

    location: Location
    property: Property
    examples: tuple[Example, ...] = ()


# ---------------------------------------------------------------- operations


@dataclass(frozen=True, slots=True)
class Structure:
    """A schema that the page defines in a table of its own.

    `operation` is the id of the operation in whose section the table is printed, if any.
    `printed` lists every printing that was merged into this one.
    """

    name: str
    properties: tuple[Property, ...]
    source: Source
    description: str = ""
    operation: str | None = None
    printed: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaType:
    """One content of a body; `schema` is `None` when the page has no table for it.

    `root` is the name of the outermost element of XML.
    """

    name: str = "application/json"
    schema: Type | None = None
    examples: tuple[Example, ...] = ()
    source: Source | None = None
    root: str = ""

    @property
    def is_markup(self) -> bool:
        """Whether it is XML: its examples are texts, whatever its schema says of their elements."""
        return self.name.endswith(("/xml", "+xml"))


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The request body of an operation."""

    content: tuple[MediaType, ...]
    source: Source
    required: Fact[bool] | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What the server answers under one status (`200`, `4XX`, `default`).

    `is_empty` is set where the page says that it has no body.
    """

    status: str
    source: Source
    description: str = ""
    headers: tuple[Parameter, ...] = ()
    content: tuple[MediaType, ...] = ()
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A `{name}` in a server URL; without a documented default its own name stands for it."""

    name: str
    source: Source
    default: str | None = None
    description: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL with its variables."""

    url: str
    source: Source
    variables: tuple[ServerVariable, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """One OAuth 2.0 scope with the page's words for it."""

    name: str
    source: Source
    description: str = ""


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A way to authenticate, in OpenAPI's terms.

    `kind` is `apiKey` (header `name`, with `token_prefix` in front of the token where the page
    prints one, as in `Authorization: token …`), `http` (`name` is its scheme, bearer if empty) or
    `oauth2` (authorization code).
    """

    id: str
    kind: Literal["apiKey", "http", "oauth2"]
    source: Source
    name: str = ""
    location: Location = Location.HEADER
    token_prefix: str = ""
    authorization_url: str = ""
    token_url: str = ""
    scopes: tuple[Scope, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a client can ask for.

    `action` is set for RPC calls: the operation is chosen by this value of the request property
    named `action_property`, which travels in the query too when `action_in_query`. `security`
    lists alternatives by scheme id; `None` means those of the API. `broken` is set where the page
    prints no usable path, method or action, and an overlay has to give it. `selectors` are the
    parameters of the query that tell it from other operations of its method and path (`?acl`).
    """

    id: str
    method: str
    path: str
    title: str
    source: Source
    description: str = ""
    tag: str = ""
    parameters: tuple[Parameter, ...] = ()
    request_body: RequestBody | None = None
    responses: tuple[Response, ...] = ()
    servers: tuple[Server, ...] = ()
    security: tuple[str, ...] | None = None
    action: Fact[str] | None = None
    action_property: str = "Action"
    action_in_query: bool = False
    deprecated: Fact[bool] | None = None
    broken: bool = False
    selectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of operations, as the pages group them."""

    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Api:
    """Everything the pages of one API state.

    Dialects give `structures` as printed (one name may occur several times, once per printing);
    after the `structures` pass every name is unique and every `Reference` points to one.
    """

    title: str = ""
    description: str = ""
    pages: tuple[str, ...] = ()
    operations: tuple[Operation, ...] = ()
    structures: tuple[Structure, ...] = ()
    servers: tuple[Server, ...] = ()
    security_schemes: tuple[SecurityScheme, ...] = ()
    tags: tuple[Tag, ...] = ()
    page_urls: tuple[tuple[str, str], ...] = field(default=())
