"""Models of the JSON objects of the API; unknown properties are kept, values outside an enumeration are accepted.

A model is loaded when it is used first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._create_issue_link_response import (
        CreateIssueLinkResponse,
        CreateIssueLinkResponseSourceIssue,
        CreateIssueLinkResponseSourceIssueAuthor,
        CreateIssueLinkResponseTargetIssue,
        CreateIssueLinkResponseTargetIssueAuthor,
    )
    from ._delete_issue_link_response import (
        DeleteIssueLinkResponse,
        DeleteIssueLinkResponseSourceIssue,
        DeleteIssueLinkResponseSourceIssueAuthor,
        DeleteIssueLinkResponseTargetIssue,
        DeleteIssueLinkResponseTargetIssueAuthor,
    )
    from ._list_issue_relations_response_item import (
        ListIssueRelationsResponseItem,
        ListIssueRelationsResponseItemAuthor,
    )
else:
    from importlib import import_module

    def __getattr__(name: str) -> object:
        """Return a model; its module is imported now."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        model = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return model

    def __dir__() -> list[str]:
        """Return the names of all models."""
        return __all__


__all__ = [
    "CreateIssueLinkResponse",
    "CreateIssueLinkResponseSourceIssue",
    "CreateIssueLinkResponseSourceIssueAuthor",
    "CreateIssueLinkResponseTargetIssue",
    "CreateIssueLinkResponseTargetIssueAuthor",
    "DeleteIssueLinkResponse",
    "DeleteIssueLinkResponseSourceIssue",
    "DeleteIssueLinkResponseSourceIssueAuthor",
    "DeleteIssueLinkResponseTargetIssue",
    "DeleteIssueLinkResponseTargetIssueAuthor",
    "ListIssueRelationsResponseItem",
    "ListIssueRelationsResponseItemAuthor",
]
_HOMES = {
    "CreateIssueLinkResponse": "_create_issue_link_response",
    "CreateIssueLinkResponseSourceIssue": "_create_issue_link_response",
    "CreateIssueLinkResponseSourceIssueAuthor": "_create_issue_link_response",
    "CreateIssueLinkResponseTargetIssue": "_create_issue_link_response",
    "CreateIssueLinkResponseTargetIssueAuthor": "_create_issue_link_response",
    "DeleteIssueLinkResponse": "_delete_issue_link_response",
    "DeleteIssueLinkResponseSourceIssue": "_delete_issue_link_response",
    "DeleteIssueLinkResponseSourceIssueAuthor": "_delete_issue_link_response",
    "DeleteIssueLinkResponseTargetIssue": "_delete_issue_link_response",
    "DeleteIssueLinkResponseTargetIssueAuthor": "_delete_issue_link_response",
    "ListIssueRelationsResponseItem": "_list_issue_relations_response_item",
    "ListIssueRelationsResponseItemAuthor": "_list_issue_relations_response_item",
}
