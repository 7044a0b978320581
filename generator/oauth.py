"""OAuth 2.0 flows of the security schemes → what a package needs to get and renew tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from generator.arguments import read_parameters
from generator.document import Document, join_pointer, mapping, sequence, text
from generator.literal import Text
from generator.names import assign_names
from generator.servers import fill_variables
from generator.view import Flow, OAuthView, Variable

#: Flow of OpenAPI → grant type of RFC 6749, for the flows whose tokens an application can get by itself.
_GRANTS = {"authorizationCode": "authorization_code", "clientCredentials": "client_credentials"}
_VARIABLE = re.compile(r"\{[^{}]+\}")
_PARTS = re.compile(r"(\{[^{}]+\})")
_OTHER_SCHEME = re.compile(r"(?!https?://)[A-Za-z][A-Za-z0-9+.-]*:")
#: What stays as it is in a URL; everything else is percent-encoded.
_SAFE = "/%:@!$&'()*+,;=~?#-._"
_RESERVED = frozenset(
    {
        "authorization_endpoint",
        "base_url",
        "basic_auth",
        "client_id",
        "client_secret",
        "clock",
        "grant",
        "leeway",
        "on_change",
        "redirect_uri",
        "refresh_endpoint",
        "scheme",
        "scopes",
        "self",
        "token_endpoint",
        "tokens",
    }
)
#: Parameters that show where the token endpoint takes its parameters.
_PROBES = frozenset({"grant_type", "code", "client_id", "client_secret", "refresh_token"})
#: What a description calls the comma between scopes.
_COMMA = re.compile(r"\bcommas?\b|逗号", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Endpoint:
    """An operation of the document whose URL is that of a flow."""

    method: str
    pointer: str
    parameters: Mapping[str, Mapping[str, object]]
    media_types: Mapping[str, object]
    variables: Mapping[str, object]


def build_oauth(document: Document) -> OAuthView | None:
    """Return the flows of all schemes, None when there is none by which an application gets tokens."""
    reader = _FlowReader(document)
    flows = tuple(reader.flows())
    names = assign_names(list(reader.variables), _RESERVED)
    variables = tuple(
        Variable(names[wire], Text(wire), Text(description)) for wire, description in reader.variables.items()
    )
    return OAuthView(flows, variables) if flows else None


class _FlowReader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._endpoints: Mapping[str, _Endpoint] = {}
        self.variables: dict[str, str] = {}

    def flows(self) -> Iterator[Flow]:
        declared = mapping(mapping(self._document.root.get("components")).get("securitySchemes"))
        for name, raw in declared.items():
            scheme, pointer = self._document.resolve(raw, join_pointer("#/components/securitySchemes", name))
            for kind, flow in mapping(scheme.get("flows")).items() if scheme.get("type") == "oauth2" else ():
                place = join_pointer(pointer, "flows", kind)
                if kind in _GRANTS and text(mapping(flow).get("tokenUrl")):
                    yield self._flow(str(name), _GRANTS[kind], mapping(flow), place)
                elif not str(kind).startswith("x-"):
                    self._document.report(place, "The client does not get tokens by this flow; pass it a token.")

    def _flow(self, scheme: str, grant: str, flow: Mapping[str, object], pointer: str) -> Flow:
        self._endpoints = self._endpoints or dict(_endpoints(self._document))
        token = self._endpoint(text(flow["tokenUrl"]))
        visit = self._endpoint(text(flow.get("authorizationUrl")))
        scopes = {str(name): text(meaning) for name, meaning in mapping(flow.get("scopes")).items()}
        fields = _fields(token)
        return Flow(
            scheme=Text(scheme),
            grant=grant,
            token_endpoint=self._url(flow, "tokenUrl", pointer),
            authorization_endpoint=self._url(flow, "authorizationUrl", pointer),
            refresh_endpoint=self._url(flow, "refreshUrl", pointer),
            scopes=scopes,
            separator=self._separator(visit),
            method="GET" if token is not None and token.method == "get" else "POST",
            placement=_placement(token),
            repeats_redirect=not fields & _PROBES or "redirect_uri" in fields,
        )

    def _endpoint(self, url: str) -> _Endpoint | None:
        return self._endpoints.get(_absolute(self._document, url)) if url else None

    def _url(self, flow: Mapping[str, object], key: str, pointer: str) -> Text:
        """Return a URL in which variables with a real default are filled in, and remember the others."""
        url = text(flow.get(key))
        endpoint = self._endpoint(url)
        declared = endpoint.variables if endpoint else _server(self._document.root)[1]
        filled, missing = fill_variables(url, declared)
        if _OTHER_SCHEME.match(filled):
            self._document.report(join_pointer(pointer, key), "This is no http(s) URL; the caller has to give one.")
            return Text()
        for name, description in missing.items():
            self.variables[name] = self.variables.get(name) or description
        return Text(
            "".join(part if _VARIABLE.fullmatch(part) else quote(part, safe=_SAFE) for part in _PARTS.split(filled))
        )

    def _separator(self, endpoint: _Endpoint | None) -> str:
        """Return what stands between scopes: a space (RFC 6749, 3.3) unless the document says that it is a comma."""
        parameter = endpoint.parameters.get("scope", {}) if endpoint else {}
        schema, _ = self._document.resolve(parameter.get("schema"), "#")
        if schema.get("type") == "array" and parameter.get("explode") is False:
            return {"spaceDelimited": " ", "pipeDelimited": "|"}.get(text(parameter.get("style")), ",")
        if endpoint is not None and _COMMA.search(text(parameter.get("description"))):
            self._document.report(endpoint.pointer, "Scopes are joined by commas, as the description of 'scope' says.")
            return ","
        return " "


def _placement(endpoint: _Endpoint | None) -> str:
    """Return where an operation takes its parameters; in a form (RFC 6749, 3.2) if the document does not say."""
    if endpoint is None or any("x-www-form-urlencoded" in name for name in endpoint.media_types):
        return "form"
    if any("json" in name for name in endpoint.media_types):
        return "json"
    return "query" if _PROBES & endpoint.parameters.keys() or endpoint.method == "get" else "form"


def _fields(endpoint: _Endpoint | None) -> frozenset[str]:
    """Return the names of the parameters that an operation documents, in its query or in its body."""
    if endpoint is None:
        return frozenset()
    schemas = [mapping(mapping(media).get("schema")) for media in endpoint.media_types.values()]
    return frozenset(endpoint.parameters).union(*(mapping(schema.get("properties")) for schema in schemas))


def _endpoints(document: Document) -> Iterator[tuple[str, _Endpoint]]:
    """Yield the URL of each operation and what is documented there; a POST hides what other methods do."""
    order = sorted(document.operations(), key=lambda found: found[1] == "post")
    for path, method, item, operation, pointer in order:
        owner = next((owner for owner in (operation, item) if sequence(owner.get("servers"))), document.root)
        url, variables = _server(owner)
        body, _ = document.resolve(operation.get("requestBody"), join_pointer(pointer, "requestBody"))
        parameters = {
            parameter.wire: parameter.value
            for parameter in read_parameters(document, item, operation, pointer)
            if parameter.location == "query"
        }
        content = {
            str(name): {"schema": document.resolve(mapping(media).get("schema"), pointer)[0]}
            for name, media in mapping(body.get("content")).items()
        }
        yield (
            _absolute(document, url.rstrip("/") + path.partition("#")[0]),
            _Endpoint(method, pointer, parameters, content, variables),
        )


def _server(owner: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
    """Return the URL of the first server and its variables."""
    first = next((mapping(entry) for entry in sequence(owner.get("servers"))), {})
    return text(first.get("url")), mapping(first.get("variables"))


def _absolute(document: Document, url: str) -> str:
    """Return a URL with its variables in braces, a relative one with the first server before it."""
    try:
        return urljoin(_server(document.root)[0].rstrip("/") + "/", url)
    except ValueError:
        return url
