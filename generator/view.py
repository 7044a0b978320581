"""What templates see: frozen values in which every decision has been taken.

A `Text` is a string of the document and must pass a literal filter; a plain `str` is a name or an expression that the
generator made itself and is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.layout import break_call
from generator.literal import Text, join_lines, python_literal
from generator.types import NULL, Type, annotation

#: A style of OpenAPI, whether it explodes, and whether reserved characters stay as they are.
Style = tuple[str, bool, bool]
#: A string of Python, as `python_literal` prints it.
_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")


@dataclass(frozen=True, slots=True)
class Argument:
    """One keyword argument of a generated method.

    Attributes:
        name: The Python name.
        wire: The name in the request.
        location: `path`, `query`, `header`, `cookie`, `server`, `property` (of the request body) or `body` (all of it).
        kind: Its type.
        annotation: Its Python annotation, without the sentinel.
        required: Whether a call must name it.
        description: What the document says, constraints included.
        style: How it is serialised when that differs from the location's default, else None.
    """

    name: str
    wire: Text
    location: str
    kind: Type
    annotation: str
    required: bool
    description: Text
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The request body of an operation.

    Attributes:
        media_type: The media type that is sent.
        encoding: `json`, `form`, `multipart` or `raw`.
        flattened: Whether the properties of the body are arguments.
        fixed: Properties with one possible value, sent always.
        required: Whether the operation needs a body.
        styles: Properties of a form that are not serialised in the default way.
        content_types: Media types of the parts of a multipart body, where the document gives them.
        documented: The media type as the document has it; `*/*` is not sent.
    """

    media_type: Text
    encoding: str
    flattened: bool
    fixed: Mapping[str, object]
    required: bool
    styles: Mapping[str, Style] = field(default_factory=dict)
    content_types: Mapping[str, str] = field(default_factory=dict)
    documented: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one documented response becomes.

    Attributes:
        status: The key in the document: `200`, `4XX`, `default`.
        annotation: The Python type of its body, `None` for no body.
        media_type: The media type of the body, empty for no body.
        description: What the document says.
        headers: Names of documented response headers.
        by_media_type: (media type, annotation) of each, where there are several with different types.
        kind: The type of its body, of the first media type where there are several.
        media_types: All media types that the document gives.
    """

    status: Text
    annotation: str
    media_type: Text
    description: Text
    headers: tuple[Text, ...] = ()
    by_media_type: tuple[tuple[str, str], ...] = ()
    kind: Type = NULL
    media_types: tuple[str, ...] = ()

    @property
    def annotations(self) -> tuple[str, ...]:
        """Return the types that the body can have."""
        return tuple(dict.fromkeys(kind for _, kind in self.by_media_type)) or (self.annotation,)

    @property
    def expression(self) -> str:
        """Return the type, or the dictionary of types by media type, as an expression."""
        entries = ", ".join(f"{python_literal(name)}: {kind}" for name, kind in self.by_media_type)
        return f"{{{entries}}}" if entries else self.annotation


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a response: in a header, or in the result.

    Attributes:
        header: The name of the header, None for the result.
        path: (name in JSON, Python name) of each property on the way; none for the result itself.
    """

    header: Text | None = None
    path: tuple[tuple[Text, str], ...] = ()

    @property
    def printed(self) -> Text:
        """Return the place as the runtime reads it."""
        return Text(f"header:{self.header}" if self.header else ".".join(name for _, name in self.path))


@dataclass(frozen=True, slots=True)
class Paging:
    """How the pages of an operation follow one another.

    Attributes:
        kind: `offset` (counts items), `page` (counts pages) or `token` (what the page before says).
        position: The argument that says where a page starts.
        size: The argument that says how many items a page has, if there is one.
        first: The position of the first page, 0 for a token.
        item_type: The type of an item.
        items: Where the items are.
        total: Where the number of all items is.
        more: Where something is false, null or empty on the last page.
        next: Where the token of the next page is.
        method: The name of the method that iterates.
        docstring: Its docstring.
    """

    kind: str
    position: Argument
    size: Argument | None
    first: int
    item_type: Type
    items: tuple[Place, ...]
    total: tuple[Place, ...] = ()
    more: tuple[Place, ...] = ()
    next: tuple[Place, ...] = ()
    method: str = ""
    docstring: Text | None = None

    @property
    def item(self) -> str:
        """Return the annotation of an item."""
        return annotation(self.item_type)

    @property
    def location(self) -> str:
        """Return where the runtime puts the position."""
        return "body" if self.position.location == "property" else self.position.location

    @property
    def expression(self) -> str:
        """Return the call that tells the runtime all this."""
        values = (self.kind, self.location, self.position.wire, _printed(self.items))
        places = (("total", self.total), ("more", self.more), ("next", self.next))
        named = [f"first={self.first}"] if self.first else []
        named += [f"{name}={python_literal(_printed(found))}" for name, found in places if found]
        return f"Paging({', '.join([*map(python_literal, values), *named])})"


def _printed(places: tuple[Place, ...]) -> tuple[Text, ...]:
    return tuple(place.printed for place in places)


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as a method.

    Attributes:
        path: The path template, percent-encoded.
        request: Method, path and fixed query as they are sent, readable.
        link: The URL of its documentation, if the document has one.
        documented_at: That, or the name of the page that documents it.
    """

    operation_id: Text
    name: str
    constant: str
    pointer: str
    http_method: str
    path: Text
    request: Text
    summary: Text
    docstring: Text
    link: Text
    documented_at: Text
    server: Text | None
    security: tuple[tuple[Text, ...], ...]
    fixed_query: Mapping[str, object]
    arguments: tuple[Argument, ...]
    body: Body | None
    results: tuple[Outcome, ...]
    errors: tuple[Outcome, ...]
    statuses: tuple[str, ...]
    returns: str
    accept: Text
    envelope: str | None
    is_safe: bool
    paging: Paging | None = None

    def at(self, location: str) -> tuple[Argument, ...]:
        """Return the arguments of one location."""
        return tuple(argument for argument in self.arguments if argument.location == location)

    @property
    def styles(self) -> tuple[Argument, ...]:
        """Return the arguments that are not serialised in the default way."""
        return tuple(argument for argument in self.arguments if argument.style is not None)

    @property
    def expressions(self) -> str:
        """Return all annotations of the operation, to find which names it needs."""
        item = self.paging.item if self.paging else ""
        parts = [self.returns, item, *(argument.annotation for argument in self.arguments)]
        return " ".join([*parts, *(kind for item in (*self.results, *self.errors) for kind in item.annotations)])


@dataclass(frozen=True, slots=True)
class GroupView:
    """The operations of one tag, as a module with one class."""

    attribute: str
    module: str
    class_name: str
    async_class_name: str
    title: Text
    description: Text
    operations: tuple[OperationView, ...]

    @property
    def sorted_class_names(self) -> list[str]:
        """Return the names of both classes as ruff orders them: constants (longer than a byte), classes, others."""
        return sorted(
            (self.class_name, self.async_class_name),
            key=lambda name: (not (name.isupper() and len(name.encode()) > 1), not name[0].isupper(), name),
        )

    @property
    def typing_names(self) -> tuple[str, ...]:
        """Return what the module imports from `typing`."""
        return ("TYPE_CHECKING", *(name for name in ("Any", "Literal") if name in self._words), "Unpack")

    @property
    def collection_names(self) -> tuple[str, ...]:
        """Return what the module imports from `collections.abc`."""
        return tuple(name for name in ("Mapping", "Sequence") if name in self._words)

    @property
    def uses_models(self) -> bool:
        """Return whether a method names a generated model."""
        return "models" in self._words

    @property
    def _words(self) -> frozenset[str]:
        """Return the names that annotations use by themselves: neither attributes nor words of listed values."""
        text = " ".join(operation.expressions for operation in self.operations)
        return frozenset(re.findall(r"(?<![^ \[(,|])[^ \[\](),|.]+", _STRING.sub("", text)))

    @property
    def uses_omit(self) -> bool:
        """Return whether a method has an argument that may be omitted."""
        return self.has_pages or any(
            not argument.required for operation in self.operations for argument in operation.arguments
        )

    @property
    def has_pages(self) -> bool:
        """Return whether an operation has pages."""
        return any(operation.paging is not None for operation in self.operations)

    @property
    def has_bodies(self) -> bool:
        """Return whether an operation has a request body."""
        return any(operation.body is not None for operation in self.operations)

    @property
    def uses_files(self) -> bool:
        """Return whether a method takes a file."""
        return "FileContent" in self._words


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: where the token goes.

    Attributes:
        name: Its name in the document.
        location: `header`, `query` or `cookie`.
        parameter: The header, query parameter or cookie.
        prefix: What stands before the token.
        description: What the document says.
        is_basic: Whether the token is `user:password`, to be encoded in base64.
        variable: The environment variable of its token.
    """

    name: Text
    location: str
    parameter: Text
    prefix: Text
    description: Text
    is_basic: bool = False
    variable: str = ""

    @property
    def sent(self) -> Text:
        """Return what a request carries, for people."""
        value = f"{self.prefix}{'<user:password in base64>' if self.is_basic else '<token>'}"
        return Text(f"{self.parameter}{': ' if self.location == 'header' else '='}{value}")

    @property
    def entry(self) -> str:
        """Return the entry of this scheme in a mapping of tokens, with a placeholder."""
        return python_literal(self.name) + (': ("user", "password")' if self.is_basic else ': "…"')


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of OAuth 2.0: how one grant of a security scheme gets its tokens.

    Attributes:
        scheme: The name of the security scheme.
        grant: The grant type of RFC 6749.
        token_endpoint: The URL, variables without a default in braces; this and the others may be relative.
        authorization_endpoint: Where users are sent, empty for none.
        refresh_endpoint: Where tokens are renewed, empty for the token endpoint.
        scopes: Name → what it allows.
        separator: What stands between scopes.
        method: The method of token requests.
        placement: Where their parameters are: `form`, `query` or `json`.
        repeats_redirect: Whether the exchange of a code repeats the redirect URI.
    """

    scheme: Text
    grant: str
    token_endpoint: Text
    authorization_endpoint: Text
    refresh_endpoint: Text
    scopes: Mapping[str, str]
    separator: str
    method: str
    placement: str
    repeats_redirect: bool


@dataclass(frozen=True, slots=True)
class Variable:
    """A part of a URL that the document leaves open.

    Attributes:
        name: The keyword argument.
        wire: The name in braces.
        description: What the document says.
    """

    name: str
    wire: Text
    description: Text


@dataclass(frozen=True, slots=True)
class OAuthView:
    """How a package gets tokens by OAuth 2.0."""

    flows: tuple[Flow, ...]
    variables: tuple[Variable, ...]

    @property
    def asks_users(self) -> bool:
        """Return whether users have to consent, in the flow that is the default."""
        return self.flows[0].grant == "authorization_code"

    @property
    def construction(self) -> str:
        """Return a statement that makes an object for the default flow."""
        flow = self.flows[0]
        arguments = ['"client id"', '"client secret"']
        if self.asks_users:
            arguments.append('redirect_uri="https://app.example/callback"')
        urls = {"token_endpoint": flow.token_endpoint}
        urls |= {"authorization_endpoint": flow.authorization_endpoint} if self.asks_users else {}
        arguments += [f'{name}="https://…"' for name, url in urls.items() if not url]
        arguments += [f'{item.name}="…"' for item in self.variables if "{" + item.wire + "}" in "".join(urls.values())]
        return break_call("oauth = OAuth(", arguments)

    @property
    def some_scopes(self) -> list[str]:
        """Return the first scopes of the default flow."""
        return list(self.flows[0].scopes)[:2]

    @property
    def described_variables(self) -> str:
        """Return the section of a docstring about the variables."""
        lines = [f"    {item.name}: {join_lines(item.description) or item.wire}" for item in self.variables]
        return "\n".join(["\n\nAttributes:", *lines]) if lines else ""


@dataclass(frozen=True, slots=True)
class FirstCall:
    """The call that the README shows.

    Attributes:
        group: The attribute of the client.
        method: The method of the group.
        arguments: Keyword arguments as Python source.
    """

    group: str
    method: str
    arguments: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the call as a statement inside a `with`."""
        return break_call(f"    result = client.{self.group}.{self.method}(", self.arguments)

    @property
    def awaited(self) -> str:
        """Return the call as a statement inside an `async with` inside a function."""
        return break_call(f"        result = await client.{self.group}.{self.method}(", self.arguments)

    @property
    def raw(self) -> str:
        """Return the call that gives the response instead of the result."""
        return break_call(f"response = client.with_raw_response(client.{self.group}.{self.method})(", self.arguments)


@dataclass(frozen=True, slots=True)
class PackageView:
    """A whole package."""

    name: str
    distribution: str
    environment: str
    title: Text
    description: Text
    version: str
    document_version: Text
    link: Text
    base_url: Text | None
    server_template: Text
    schemes: tuple[Scheme, ...]
    groups: tuple[GroupView, ...]
    models: str
    test_base_url: Text
    oauth: OAuthView | None = None
    first_call: FirstCall | None = None
    requests: Mapping[str, object] = field(default_factory=dict)

    @property
    def operations(self) -> tuple[OperationView, ...]:
        """Return all operations, group by group."""
        return tuple(operation for group in self.groups for operation in group.operations)

    @property
    def iteration(self) -> str | None:
        """Return the first method that iterates over pages, with its group."""
        found = (
            f"{group.attribute}.{operation.paging.method}"
            for group in self.groups
            for operation in group.operations
            if operation.paging
        )
        return next(found, None)

    @property
    def first_token(self) -> str:
        """Return the argument that gives the first call its token: one that a user already has, rather than OAuth's."""
        if self.first_call is None:
            return ""
        found = (group.operations for group in self.groups if group.attribute == self.first_call.group)
        security = next(item.security for item in next(found) if item.name == self.first_call.method)
        flows = {flow.scheme for flow in self.oauth.flows} if self.oauth else set()
        chosen = min(filter(None, security), key=lambda names: not flows.isdisjoint(names), default=())
        entries = [scheme.entry for scheme in self.schemes if scheme.name in chosen]
        if len(self.schemes) == 1 and entries:
            return "token=" + entries[0].removeprefix(f"{python_literal(self.schemes[0].name)}: ")
        return f"token={{{', '.join(entries)}}}" if entries else ""

    @property
    def group_list(self) -> str:
        """Return the attributes of the groups, for a docstring."""
        return ", ".join(f"`{group.attribute}`" for group in self.groups) or "there are none"

    @property
    def sorted_groups(self) -> list[GroupView]:
        """Return the groups as import sorters order their modules: digits by value."""
        return sorted(
            self.groups,
            key=lambda group: [
                (not x.isdigit(), int(x) if x.isdigit() else 0, x) for x in re.split(r"(\d+)", group.module)
            ],
        )
