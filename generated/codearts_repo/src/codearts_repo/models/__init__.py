"""Models of the JSON objects of the API; unknown properties are kept, values outside an enumeration are accepted.

A model is loaded when it is used first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._associate_work_items_with_branch_request import AssociateWorkItemsWithBranchRequest
    from ._associate_work_items_with_branch_response import AssociateWorkItemsWithBranchResponse, Error
    from ._create_branch_request import CreateBranchRequest
    from ._create_branch_response import (
        CommitDto,
        CreateBranchResponse,
        DivergingCommitCounts,
        PipelineBasicDto,
        RelatedCommitSimpleDto,
        UserBasicDto,
    )
    from ._create_branch_response401 import CreateBranchResponse401
    from ._item_commit_dto import ItemCommitDto
    from ._obtain_commit_information_associated_with_work_item_response401 import (
        ObtainCommitInformationAssociatedWithWorkItemResponse401,
    )
    from ._obtain_commit_information_associated_with_work_item_response403 import (
        ObtainCommitInformationAssociatedWithWorkItemResponse403,
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
    "AssociateWorkItemsWithBranchRequest",
    "AssociateWorkItemsWithBranchResponse",
    "CommitDto",
    "CreateBranchRequest",
    "CreateBranchResponse",
    "CreateBranchResponse401",
    "DivergingCommitCounts",
    "Error",
    "ItemCommitDto",
    "ObtainCommitInformationAssociatedWithWorkItemResponse401",
    "ObtainCommitInformationAssociatedWithWorkItemResponse403",
    "PipelineBasicDto",
    "RelatedCommitSimpleDto",
    "UserBasicDto",
]
_HOMES = {
    "AssociateWorkItemsWithBranchRequest": "_associate_work_items_with_branch_request",
    "AssociateWorkItemsWithBranchResponse": "_associate_work_items_with_branch_response",
    "CommitDto": "_create_branch_response",
    "CreateBranchRequest": "_create_branch_request",
    "CreateBranchResponse": "_create_branch_response",
    "CreateBranchResponse401": "_create_branch_response401",
    "DivergingCommitCounts": "_create_branch_response",
    "Error": "_associate_work_items_with_branch_response",
    "ItemCommitDto": "_item_commit_dto",
    "ObtainCommitInformationAssociatedWithWorkItemResponse401": "_obtain_commit_information_associated_with_work_item_response401",
    "ObtainCommitInformationAssociatedWithWorkItemResponse403": "_obtain_commit_information_associated_with_work_item_response403",
    "PipelineBasicDto": "_create_branch_response",
    "RelatedCommitSimpleDto": "_create_branch_response",
    "UserBasicDto": "_create_branch_response",
}
