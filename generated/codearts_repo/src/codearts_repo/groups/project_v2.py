"""Project (V2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_ASSOCIATE_WORK_ITEMS_WITH_BRANCH: Operation[models.AssociateWorkItemsWithBranchResponse] = Operation(
    "associateWorkItemsWithBranch",
    "POST",
    "/v2/projects/issues",
    results=lambda: {"200": models.AssociateWorkItemsWithBranchResponse},
    security=(("XAuthToken",),),
    body=Body("application/json", "json", {}, True),
    accept="application/json",
    envelope="status",
)


class ProjectV2:
    """Operations: Project (V2)."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def associate_work_items_with_branch(
        self,
        *,
        branch: str,
        project_id: str,
        related_id: Sequence[str],
        repo_id: str,
        **options: Unpack[RequestOptions],
    ) -> models.AssociateWorkItemsWithBranchResponse:
        """Associating Work Items with a Branch.

        With this API, you can link work items to a branch.

        Args:
            branch: Branch name.
            project_id: Project ID. For details on it, see Obtaining a Project ID.
            related_id: Work item IDs to be associated.
            repo_id: Repository ID. To look it up, call the API that queries all repositories of a user.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/codearts_repo/associating-work-items-with-a-branch.txt
        """
        return self._transport.request(
            _ASSOCIATE_WORK_ITEMS_WITH_BRANCH,
            Values(
                body={"branch": branch, "project_id": project_id, "related_id": related_id, "repo_id": repo_id},
            ),
            options,
            self.associate_work_items_with_branch,
        )


class AsyncProjectV2:
    """Operations: Project (V2), to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def associate_work_items_with_branch(
        self,
        *,
        branch: str,
        project_id: str,
        related_id: Sequence[str],
        repo_id: str,
        **options: Unpack[RequestOptions],
    ) -> models.AssociateWorkItemsWithBranchResponse:
        """Associating Work Items with a Branch.

        With this API, you can link work items to a branch.

        Args:
            branch: Branch name.
            project_id: Project ID. For details on it, see Obtaining a Project ID.
            related_id: Work item IDs to be associated.
            repo_id: Repository ID. To look it up, call the API that queries all repositories of a user.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/codearts_repo/associating-work-items-with-a-branch.txt
        """
        return await self._transport.request(
            _ASSOCIATE_WORK_ITEMS_WITH_BRANCH,
            Values(
                body={"branch": branch, "project_id": project_id, "related_id": related_id, "repo_id": repo_id},
            ),
            options,
            self.associate_work_items_with_branch,
        )
