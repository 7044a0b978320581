"""A whole package, and the call that its README begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.layout import break_call, break_display, export_order, import_order
from generator.literal import Text, python_literal
from generator.view.authentication import OAuthView, Scheme
from generator.view.models import ModelsView
from generator.view.operations import GroupView, OperationView


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
    base_url_example: Text
    schemes: tuple[Scheme, ...]
    groups: tuple[GroupView, ...]
    models: tuple[ModelsView, ...]
    test_base_url: Text
    oauth: OAuthView | None = None
    first_call: FirstCall | None = None
    requests: Mapping[str, object] = field(default_factory=dict)

    @property
    def operations(self) -> tuple[OperationView, ...]:
        """Return all operations, group by group."""
        return tuple(operation for group in self.groups for operation in group.operations)

    @property
    def model_names(self) -> str:
        """Return the statement that lists all models."""
        names = sorted((name for module in self.models for name in module.names), key=export_order)
        return break_display("__all__ = [", [python_literal(name) for name in names], "]")

    @property
    def model_homes(self) -> str:
        """Return the statement that says which module has which model."""
        homes = {name: module.module for module in self.models for name in module.names}
        entries = [f"{python_literal(name)}: {python_literal(home)}" for name, home in sorted(homes.items())]
        return break_display("_HOMES = {", entries, "}")

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
        """Return the argument that gives the first call its token."""
        entries = [scheme.entry for scheme in self._first_schemes]
        if len(self.schemes) == 1 and entries:
            return "token=" + entries[0].removeprefix(f"{python_literal(self.schemes[0].name)}: ")
        return f"token={{{', '.join(entries)}}}" if entries else ""

    @property
    def token_variable(self) -> str:
        """Return the environment variable of the first call's token."""
        first = self._first_schemes
        return first[0].variable if first and len(self.schemes) > 1 else f"{self.environment}_TOKEN"

    @property
    def _first_schemes(self) -> list[Scheme]:
        """Return the schemes of the first call: those of a token that a user already has, rather than OAuth's."""
        if self.first_call is None:
            return []
        found = (group.operations for group in self.groups if group.attribute == self.first_call.group)
        security = next(item.security for item in next(found) if item.name == self.first_call.method)
        flows = {flow.scheme for flow in self.oauth.flows} if self.oauth else set()
        chosen = min(filter(None, security), key=lambda names: not flows.isdisjoint(names), default=())
        return [scheme for scheme in self.schemes if scheme.name in chosen]

    @property
    def group_list(self) -> str:
        """Return the attributes of the groups, for a docstring."""
        return ", ".join(f"`{group.attribute}`" for group in self.groups) or "there are none"

    @property
    def sorted_groups(self) -> list[GroupView]:
        """Return the groups as import sorters order their modules: digits by value."""
        return sorted(self.groups, key=lambda group: import_order(group.module))
