"""Arguments, bodies and outcomes: what goes into a call and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.literal import Text, python_literal
from generator.types import NULL, Type

#: A style of OpenAPI, whether it explodes, and whether reserved characters stay as they are.
Style = tuple[str, bool, bool]


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
