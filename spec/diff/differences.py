"""What differs, before anybody judges it: the output of comparing, the input of the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from spec.diff.changes import OperationName
from spec.model import JSON


class Direction(StrEnum):
    """Who sends the value: the client, the service, or nobody."""

    REQUEST = "request"
    RESPONSE = "response"
    NONE = "none"


class Subject(StrEnum):
    """What a schema describes. The ids of rules about schemas begin with it."""

    REQUEST_PARAMETER = "request-parameter"
    REQUEST_PARAMETER_PROPERTY = "request-parameter-property"
    REQUEST_BODY = "request-body"
    REQUEST_PROPERTY = "request-property"
    RESPONSE_HEADER = "response-header"
    RESPONSE_BODY = "response-body"
    RESPONSE_PROPERTY = "response-property"

    @property
    def direction(self) -> Direction:
        """Who sends what the schema describes."""
        return Direction.REQUEST if self.value.startswith("request") else Direction.RESPONSE

    @property
    def nested(self) -> Subject:
        """What a schema inside of this one describes."""
        return _NESTED.get(self, self)


_NESTED = {
    Subject.REQUEST_PARAMETER: Subject.REQUEST_PARAMETER_PROPERTY,
    Subject.REQUEST_BODY: Subject.REQUEST_PROPERTY,
    Subject.RESPONSE_BODY: Subject.RESPONSE_PROPERTY,
}


A = TypeVar("A")
B = TypeVar("B")


def both(function: Callable[[A], B], old: A, new: A) -> tuple[B, B]:
    """The same question to the old side and to the new one."""
    return function(old), function(new)


@dataclass(frozen=True, slots=True)
class Spot:
    """A value and where it stands; `pointer` is None where the document has nothing."""

    pointer: str | None = None
    value: JSON = None

    @property
    def absent(self) -> bool:
        """Whether the document has nothing here."""
        return self.pointer is None


NOWHERE = Spot()


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that differs.

    `aspect` is the id of a rule or, inside of schemas, the end of one (`max-decreased`): the same schema may
    describe a parameter, a request body and a property of a response. `was` and `now` say the values in words where the
    JSON values do not.
    """

    aspect: str
    old: Spot
    new: Spot
    name: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an operation a difference shows.

    `root` is ``query parameter `limit` ``, `request body` or `response 200`; `path` leads from there into the schema:
    `items[].name`. `renamed` has the old and the new name of an RPC action, which its requests carry. `callback` is the
    one of the operation's callbacks that is meant.
    """

    operation: OperationName | None = None
    root: str = ""
    subject: Subject | None = None
    path: str = ""
    renamed: tuple[str, str] | None = None
    callback: str = ""

    def at(self, root: str, subject: Subject | None = None) -> Place:
        """The same operation, another part of it."""
        return replace(self, root=root, subject=subject, path="")

    def into(self, path: str) -> Place:
        """A schema inside of this one."""
        nested = self.subject.nested if self.subject else None
        return replace(self, path=path, subject=nested) if path else self

    def __str__(self) -> str:
        parts = (self.callback and f"callback {self.callback}", self.root, self.path and f"`{self.path}`")
        return ", ".join(part for part in parts if part)
