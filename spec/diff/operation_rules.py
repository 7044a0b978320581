"""The rules about everything but the inside of schemas."""

from __future__ import annotations

from spec.diff.changes import Level
from spec.diff.differences import Direction
from spec.diff.rule import Rule

B, R, C, D = Level.BREAKING, Level.RISKY, Level.COMPATIBLE, Level.DOCS_ONLY
_REQUEST, _RESPONSE, _NONE = Direction.REQUEST, Direction.RESPONSE, Direction.NONE

# id, level, what read backwards, message, explanation
_Row = tuple[str, Level, str, str, str]

_REMOVALS = "api-path-removed-without-deprecation api-path-removed-with-deprecation " \
    "api-removed-without-deprecation api-removed-with-deprecation"  # fmt: skip

_OPERATIONS: tuple[_Row, ...] = (
    ("api-path-removed-without-deprecation", B, "endpoint-added", "removed, with its path",
     "A path with all of its operations is gone, and the operation was not deprecated."),
    ("api-path-removed-with-deprecation", R, "endpoint-added", "removed, with its path, after it was deprecated",
     "A path with all of its operations is gone; the operation was deprecated before."),
    ("api-removed-without-deprecation", B, "endpoint-added", "removed",
     "An operation or RPC action is gone and was not deprecated."),
    ("api-removed-with-deprecation", R, "endpoint-added", "removed after it was deprecated",
     "An operation or RPC action is gone; it was deprecated before."),
    ("endpoint-added", C, _REMOVALS, "added", "An operation or RPC action is new."),
    ("operation-moved", B, "operation-moved", "moved: is {now}, was {was}",
     "An operation has another path or method; it is recognised by its operationId or by its contract."),
    ("action-renamed", B, "action-renamed", "action is {now}, was {was}",
     "An RPC action has another name; it is recognised by its contract."),
    ("path-parameter-renamed", C, "path-parameter-renamed", "path parameter is {now}, was {was}",
     "A placeholder of a path has another name; requests stay the same."),
    ("endpoint-deprecated", R, "endpoint-reactivated", "deprecated", "Clients are asked to stop using an operation."),
    ("endpoint-reactivated", C, "endpoint-deprecated", "no longer deprecated",
     "An operation is not deprecated any more."),
    ("api-operation-id-removed", R, "api-operation-id-removed api-operation-id-added",
     "operationId is {now}, was {was}",
     "The operationId is another one or gone: generated clients rename the method."),
    ("api-operation-id-added", C, "api-operation-id-removed", "operationId is {now}, there was none",
     "An operation got an operationId."),
    ("webhook-added", C, "webhook-removed", "webhook added", "A webhook is new."),
    ("webhook-removed", B, "webhook-added", "webhook removed", "A webhook is gone."),
    ("callback-added", C, "callback-removed", "callback {name} added", "An operation calls back in one more case."),
    ("callback-removed", B, "callback-added", "callback {name} removed", "An operation does not call back any more."),
    ("server-added", C, "server-removed", "server {now} added", "There is one more server."),
    ("server-removed", R, "server-added", "server {was} removed", "There is one server less."),
    ("server-url-changed", R, "server-url-changed", "server is {now}, was {was}", "A server has another URL."),
    ("server-variable-changed", R, "server-variable-changed", "variable {name} of the server is {now}, was {was}",
     "A variable of a server URL has another default or other values."),
    ("api-security-added", B, "api-security-removed", "authentication added: {now}",
     "An operation that needed no authentication needs it, or needs one scheme more."),
    ("api-security-removed", C, "api-security-added", "authentication removed: {was}",
     "An operation needs no authentication any more, or one scheme less."),
    ("api-global-security-added", B, "api-global-security-removed", "authentication added: {now}",
     "The operations without security of their own need authentication, or one scheme more."),
    ("api-global-security-removed", C, "api-global-security-added", "authentication removed: {was}",
     "The operations without security of their own need no authentication any more, or one scheme less."),
    ("api-security-alternative-added", C, "api-security-alternative-removed", "{now} is accepted too",
     "One more way to authenticate is accepted."),
    ("api-security-alternative-removed", B, "api-security-alternative-added", "{was} is not accepted any more",
     "One of several ways to authenticate is gone."),
    ("api-security-scheme-replaced", B, "api-security-scheme-replaced", "authentication is {now}, was {was}",
     "An operation wants another way to authenticate."),
    ("api-security-scope-added", R, "api-security-scope-removed", "scope {name} is needed for {now}",
     "An operation needs one more scope."),
    ("api-security-scope-removed", R, "api-security-scope-added", "scope {name} is not needed any more for {was}",
     "An operation needs one scope less."),
    ("api-global-security-scope-added", R, "api-global-security-scope-removed", "scope {name} is needed for {now}",
     "The operations without security of their own need one more scope."),
    ("api-global-security-scope-removed", R, "api-global-security-scope-added",
     "scope {name} is not needed any more for {was}",
     "The operations without security of their own need one scope less."),
    ("api-security-component-type-changed", B, "api-security-component-type-changed",
     "security scheme {name} is {now}, was {was}", "A security scheme sends something else, or elsewhere."),
    ("api-security-component-oauth-url-changed", R, "api-security-component-oauth-url-changed",
     "authorization URL of security scheme {name} is {now}, was {was}", "Users authorize at another URL."),
    ("api-security-component-oauth-token-url-changed", R, "api-security-component-oauth-token-url-changed",
     "token URL of security scheme {name} is {now}, was {was}", "Tokens come from another URL."),
    ("api-security-component-oauth-refresh-url-changed", R, "api-security-component-oauth-refresh-url-changed",
     "refresh URL of security scheme {name} is {now}, was {was}", "Tokens are refreshed at another URL, or not."),
    ("api-security-component-oauth-flow-added", C, "api-security-component-oauth-flow-removed",
     "security scheme {name} offers the flow {now}", "An OAuth scheme has one more flow."),
    ("api-security-component-oauth-flow-removed", B, "api-security-component-oauth-flow-added",
     "security scheme {name} does not offer the flow {was} any more", "An OAuth scheme has one flow less."),
    ("api-security-component-oauth-scope-added", R, "api-security-component-oauth-scope-removed",
     "security scheme {name} has the scope {now}", "An OAuth scheme offers one more scope."),
    ("api-security-component-oauth-scope-removed", R, "api-security-component-oauth-scope-added",
     "security scheme {name} has no scope {was} any more", "An OAuth scheme offers one scope less."),
)  # fmt: skip

_PARAMETERS: tuple[_Row, ...] = (
    ("new-required-request-parameter", B, "request-parameter-removed", "added, and required",
     "A parameter is new, and requests without it are refused."),
    ("new-optional-request-parameter", C, "request-parameter-removed", "added",
     "A parameter is new, and may be left out."),
    ("request-parameter-removed", R, "new-required-request-parameter new-optional-request-parameter", "removed",
     "A parameter is gone: it is ignored or refused."),
    ("request-parameter-became-required", B, "request-parameter-became-optional", "required, was optional",
     "Requests without the parameter are refused."),
    ("request-parameter-became-optional", C, "request-parameter-became-required", "optional, was required",
     "The parameter may be left out."),
    ("request-parameter-moved", B, "request-parameter-moved", "is sent in the {now}, was in the {was}",
     "A parameter of this name is sent somewhere else."),
    ("optional-request-parameter-renamed", R,
     "optional-request-parameter-renamed required-request-parameter-renamed", "is called {now}, was {was}",
     "An optional parameter has another name; it is recognised by its contract and description or spelling."),
    ("required-request-parameter-renamed", B,
     "optional-request-parameter-renamed required-request-parameter-renamed", "is called {now}, was {was}",
     "A required parameter has another name; it is recognised by its contract and description or spelling."),
    ("request-parameter-style-changed", B, "request-parameter-style-changed", "style is {now}, was {was}",
     "The parameter is written otherwise."),
    ("request-parameter-explode-changed", B, "request-parameter-explode-changed", "explode is {now}, was {was}",
     "Lists and objects in the parameter are written otherwise."),
    ("request-parameter-became-allow-reserved", B, "request-parameter-became-not-allow-reserved",
     "reserved characters are sent as they are", "Reserved characters are not percent-encoded any more."),
    ("request-parameter-became-not-allow-reserved", B, "request-parameter-became-allow-reserved",
     "reserved characters are percent-encoded", "Reserved characters are percent-encoded now."),
    ("request-parameter-became-allow-empty-value", C, "request-parameter-became-not-allow-empty-value",
     "may be sent without a value", "The parameter may be sent without a value."),
    ("request-parameter-became-not-allow-empty-value", B, "request-parameter-became-allow-empty-value",
     "may not be sent without a value any more", "A parameter without a value is refused."),
    ("request-parameter-serialization-changed", B, "request-parameter-serialization-changed",
     "is written as {now}, was {was}",
     "A schema became content of a media type, or the other way round, or the media type is another one."),
)  # fmt: skip

_BODIES: tuple[_Row, ...] = (
    ("request-body-added-required", B, "request-body-removed", "added, and required",
     "An operation wants a request body."),
    ("request-body-added-optional", C, "request-body-removed", "added", "An operation takes a request body."),
    ("request-body-removed", B, "request-body-added-required request-body-added-optional", "removed",
     "An operation takes no request body any more."),
    ("request-body-became-required", B, "request-body-became-optional", "required, was optional",
     "Requests without a body are refused."),
    ("request-body-became-optional", C, "request-body-became-required", "optional, was required",
     "The body may be left out."),
    ("request-body-media-type-added", C, "request-body-media-type-removed", "media type {now} added",
     "Requests may be sent in one more media type."),
    ("request-body-media-type-removed", B, "request-body-media-type-added", "media type {was} removed",
     "Requests in a media type are refused."),
    ("request-body-media-type-name-generalized", C, "request-body-media-type-name-specialized",
     "media type is {now}, was {was}", "A media type became a range, or lost a parameter."),
    ("request-body-media-type-name-specialized", B, "request-body-media-type-name-generalized",
     "media type is {now}, was {was}", "A range of media types became one of them, or a media type got a parameter."),
    ("request-body-encoding-changed", B, "request-body-encoding-changed", "encoding of {name} is {now}, was {was}",
     "A part of a form or multipart body is written otherwise."),
)  # fmt: skip

# What a service calls: it sends the body, and takes the response.
_WEBHOOKS: tuple[_Row, ...] = (
    ("webhook-body-added-required", C, "webhook-body-removed", "added, and always there",
     "A webhook or callback comes with a body."),
    ("webhook-body-added-optional", C, "webhook-body-removed", "added",
     "A webhook or callback may come with a body."),
    ("webhook-body-removed", B, "webhook-body-added-required webhook-body-added-optional", "removed",
     "A webhook or callback comes without a body."),
    ("webhook-body-became-required", C, "webhook-body-became-optional", "always there, was optional",
     "A webhook or callback always comes with its body."),
    ("webhook-body-became-optional", B, "webhook-body-became-required", "optional, was always there",
     "A webhook or callback may come without its body."),
    ("webhook-status-added", C, "webhook-status-removed", "accepted",
     "A service takes one more status for an answer."),
    ("webhook-status-removed", B, "webhook-status-added", "not accepted any more",
     "A service does not take a status for an answer any more."),
    ("webhook-status-generalized", C, "webhook-status-specialized", "is {now}, was {was}",
     "A service takes a range of statuses for an answer instead of one of them."),
    ("webhook-status-specialized", B, "webhook-status-generalized", "is {now}, was {was}",
     "A service takes one status for an answer instead of a range of them."),
)  # fmt: skip

_RESPONSES: tuple[_Row, ...] = (
    ("response-success-status-added", R, "response-success-status-removed", "added",
     "A request may succeed with one more status."),
    ("response-success-status-removed", B, "response-success-status-added", "removed",
     "A status of success is gone."),
    ("response-non-success-status-added", C, "response-non-success-status-removed", "added",
     "A request may fail with one more status."),
    ("response-non-success-status-removed", C, "response-non-success-status-added", "removed",
     "A status of failure is gone."),
    ("response-default-added", C, "response-default-removed", "added",
     "What other statuses mean is stated now."),
    ("response-default-removed", C, "response-default-added", "removed",
     "What other statuses mean is not stated any more."),
    ("response-success-status-generalized", R, "response-success-status-specialized", "is {now}, was {was}",
     "A status of success became a range of statuses."),
    ("response-success-status-specialized", C, "response-success-status-generalized", "is {now}, was {was}",
     "A range of statuses of success became one of them."),
    ("response-non-success-status-generalized", C, "response-non-success-status-specialized", "is {now}, was {was}",
     "A status of failure became a range of statuses."),
    ("response-non-success-status-specialized", C, "response-non-success-status-generalized", "is {now}, was {was}",
     "A range of statuses of failure became one of them."),
    ("response-media-type-added", C, "response-media-type-removed", "media type {now} added",
     "A response may come in one more media type."),
    ("response-media-type-removed", B, "response-media-type-added", "media type {was} removed",
     "A response does not come in a media type any more."),
    ("response-media-type-name-generalized", R, "response-media-type-name-specialized",
     "media type is {now}, was {was}", "A media type became a range, or lost a parameter."),
    ("response-media-type-name-specialized", C, "response-media-type-name-generalized",
     "media type is {now}, was {was}", "A range of media types became one of them, or a media type got a parameter."),
    ("response-header-added", C, "required-response-header-removed optional-response-header-removed",
     "added", "A response has one more header."),
    ("required-response-header-removed", B, "response-header-added", "removed, was always there",
     "A header that was always there is gone."),
    ("optional-response-header-removed", R, "response-header-added", "removed",
     "A header that was there at times is gone."),
    ("response-header-became-optional", B, "response-header-became-required", "optional, was always there",
     "A header that was always there may be missing."),
    ("response-header-became-required", C, "response-header-became-optional", "always there, was optional",
     "A header is always there."),
    ("response-header-explode-changed", B, "response-header-explode-changed", "explode is {now}, was {was}",
     "Objects in a header are written otherwise."),
    ("response-header-serialization-changed", B, "response-header-serialization-changed",
     "is written as {now}, was {was}",
     "A schema became content of a media type, or the other way round, or the media type is another one."),
    ("response-link-added", C, "response-link-removed", "link {name} added", "A response documents one more link."),
    ("response-link-removed", R, "response-link-added", "link {name} removed", "A documented link is gone."),
    ("response-link-changed", R, "response-link-changed", "link {name} is another one",
     "A documented link leads elsewhere."),
)  # fmt: skip

_TEXTS: tuple[_Row, ...] = (
    ("api-tag-added", D, "api-tag-removed", "tag {now} added", "An operation has one more tag."),
    ("api-tag-removed", D, "api-tag-added", "tag {was} removed", "An operation has one tag less."),
    ("summary-changed", D, "summary-changed", "summary {now}", "A summary is worded otherwise, new or gone."),
    ("description-changed", D, "description-changed", "description {now}",
     "A description is worded otherwise, new or gone."),
    ("title-changed", D, "title-changed", "title {now}",
     "The title of a schema is worded otherwise, new or gone."),
    ("example-changed", D, "example-changed", "example{name} changed", "An example was added, changed or removed."),
    ("external-docs-changed", D, "external-docs-changed", "link to the documentation {now}",
     "The link to the documentation is another one, new or gone."),
    ("info-changed", D, "info-changed", "{name} of the API changed{now}",
     "The title, version, description, contact or licence of the API is another one."),
    ("tag-changed", D, "tag-changed", "description of tag {name} {now}",
     "A tag was added to the document's list, described otherwise, or removed from it."),
)  # fmt: skip

_PROPERTIES: dict[str, tuple[_Row | None, _Row | None]] = {
    "required-property-added": (
        ("new-required-request-property", B, "request-property-removed request-property-refused", "added, and required",
         "A property is new, and requests without it are refused."),
        ("response-required-property-added", C, "response-required-property-removed", "added", "A property is new."),
    ),
    "optional-property-added": (
        ("new-optional-request-property", C, "request-property-removed request-property-refused", "added",
         "A property is new, and may be left out."),
        ("response-optional-property-added", C, "response-optional-property-removed", "added",
         "A property is new, and not always there."),
    ),
    "required-property-removed": (
        None,
        ("response-required-property-removed", B, "response-required-property-added", "removed, was always there",
         "A property that was always there is gone."),
    ),
    "optional-property-removed": (
        ("request-property-removed", R, "new-required-request-property new-optional-request-property", "removed",
         "A property is gone: it is ignored or refused."),
        ("response-optional-property-removed", R, "response-optional-property-added", "removed",
         "A property that was there at times is gone."),
    ),
    "property-refused": (
        ("request-property-refused", B, "new-required-request-property new-optional-request-property",
         "removed, and refused", "A property is gone, and properties that are not listed are refused."),
        None,
    ),
    "required-property-renamed": (
        ("request-required-property-renamed", B, "request-required-property-renamed", "is called {now}, was {was}",
         "A required property has another name; it is recognised by its contract and description or spelling."),
        ("response-required-property-renamed", B, "response-required-property-renamed", "is called {now}, was {was}",
         "A property that is always there has another name; it is recognised by its contract and description or "
         "spelling."),
    ),
    "optional-property-renamed": (
        ("request-optional-property-renamed", R, "request-optional-property-renamed", "is called {now}, was {was}",
         "An optional property has another name; it is recognised by its contract and description or spelling."),
        ("response-optional-property-renamed", R, "response-optional-property-renamed", "is called {now}, was {was}",
         "A property that is there at times has another name; it is recognised by its contract and description or "
         "spelling."),
    ),
    "property-became-required": (
        ("request-property-became-required", B, "request-property-became-optional", "required, was optional",
         "Requests without the property are refused."),
        ("response-property-became-required", C, "response-property-became-optional", "always there, was optional",
         "A property is always there."),
    ),
    "property-became-optional": (
        ("request-property-became-optional", C, "request-property-became-required", "optional, was required",
         "The property may be left out."),
        ("response-property-became-optional", B, "response-property-became-required", "optional, was always there",
         "A property that was always there may be missing."),
    ),
    "required-property-hidden": (
        ("request-required-property-became-read-only", R, "request-required-property-became-not-read-only",
         "read-only, was sent", "A required property is not sent any more."),
        ("response-required-property-became-write-only", B, "response-required-property-became-not-write-only",
         "write-only, was always there", "A property that was always there is not returned any more."),
    ),
    "optional-property-hidden": (
        ("request-optional-property-became-read-only", R,
         "request-optional-property-became-not-read-only",
         "read-only, was sent", "An optional property is not sent any more."),
        ("response-optional-property-became-write-only", R, "response-optional-property-became-not-write-only",
         "write-only, was returned", "A property that was there at times is not returned any more."),
    ),
    "required-property-shown": (
        ("request-required-property-became-not-read-only", B, "request-required-property-became-read-only",
         "no longer read-only, and required", "A required property must be sent."),
        ("response-required-property-became-not-write-only", C, "response-required-property-became-write-only",
         "no longer write-only", "A property is returned, and always there."),
    ),
    "optional-property-shown": (
        ("request-optional-property-became-not-read-only", C, "request-optional-property-became-read-only",
         "no longer read-only", "An optional property may be sent."),
        ("response-optional-property-became-not-write-only", C, "response-optional-property-became-write-only",
         "no longer write-only", "A property is returned at times."),
    ),
}  # fmt: skip


def _rule(row: _Row, direction: Direction) -> Rule:
    rule_id, level, mirror, message, explanation = row
    return Rule(rule_id, level, direction, tuple(mirror.split()), message, explanation)


OPERATION_RULES = tuple(
    _rule(row, direction)
    for rows, direction in (
        (_OPERATIONS, _NONE),
        (_PARAMETERS, _REQUEST),
        (_BODIES, _REQUEST),
        (_WEBHOOKS, _NONE),
        (_RESPONSES, _RESPONSE),
        (_TEXTS, _NONE),
    )
    for row in rows
)

PROPERTY_RULES = {
    (direction, aspect): _rule(row, direction)
    for aspect, rows in _PROPERTIES.items()
    for direction, row in zip((_REQUEST, _RESPONSE), rows, strict=True)
    if row is not None
}
"""Rules about the properties of an object by direction and aspect; their ids do not say what the object is part of."""

TEXT_RULES = frozenset(row[0] for row in _TEXTS)
"""The rules about what is written for people; their ids are the aspects of differences."""
