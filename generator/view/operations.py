"""Operations as methods, and groups of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.layout import import_order
from generator.literal import Text
from generator.view.calls import Argument, Body, Outcome
from generator.view.pages import Paging

#: A string of Python, as `python_literal` prints it.
_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")

_MODEL = re.compile(r"(?<![^ \[(,|])models\.([^ \[\](),|]+)")


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
    def models(self) -> frozenset[str]:
        """Return the names of the models that its annotations use."""
        return frozenset(_MODEL.findall(_STRING.sub("", self.expressions)))

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
        """Return the names of both classes as import sorters order them."""
        return sorted((self.class_name, self.async_class_name), key=import_order)

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
