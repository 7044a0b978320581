"""Material: what a page says about one group of endpoints, sorted by what it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from scraper.blocks import Code, Text
from scraper.layout.answers import Status
from scraper.layout.curl import Curl
from scraper.prose.model import Finding
from spec.model import Parameter, Property


@dataclass(frozen=True, slots=True)
class Shown:
    """A code block that shows what is sent or comes back.

    `status` is empty where none is stated, `media` where its form alone tells the media type.
    """

    code: Code
    status: str = ""
    is_request: bool = False
    is_failure: bool = False
    media: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Attributes:
    """The rows of one table or list.

    `parent` names the attribute whose members they are; `is_certain` where the page says so in words,
    even if it lists no such attribute; `is_map` where they are the members of each of its values;
    `is_header` where they travel in headers.
    """

    properties: tuple[Property, ...]
    findings: tuple[tuple[str, Finding], ...] = ()
    parent: str = ""
    is_certain: bool = False
    is_map: bool = False
    is_header: bool = False


@dataclass(slots=True)
class Material:
    """Everything about one group of endpoints.

    `body` is one that is no object with rows; `credentials` are the headers and parameters that carry
    tokens, in lower case; `parameters` are those that running text states, `placeholders` are the
    sentences about the values in the path.
    """

    credentials: frozenset[str] = frozenset()
    text: list[str] = field(default_factory=list)
    request: list[Attributes] = field(default_factory=list)
    response: list[Attributes] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    curls: list[Curl] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    deprecated: Text | None = None
    announced: list[Text] = field(default_factory=list)
    elsewhere: list[Text] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)
    body: Property | None = None
    placeholders: dict[str, list[Text]] = field(default_factory=dict)
