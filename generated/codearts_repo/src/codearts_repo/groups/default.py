"""default."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values
from .._pages import AsyncPages, Pages
from .._paging import Paging

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_BRANCH: Operation[models.CreateBranchResponse] = Operation(
    "createBranch",
    "POST",
    "/v4/repositories/{repository_id}/repository/branches",
    results=lambda: {"201": models.CreateBranchResponse},
    errors=lambda: {"401": models.CreateBranchResponse401},
    security=(("XAuthToken",),),
    body=Body("application/json", "json", {}, True),
    accept="application/json",
)
_OBTAIN_COMMIT_INFORMATION_ASSOCIATED_WITH_WORK_ITEM: Operation[list[models.ItemCommitDto]] = Operation(
    "obtainCommitInformationAssociatedWithWorkItem",
    "GET",
    "/v4/projects/{project_id}/items/{item_id}/commits",
    results=lambda: {"200": list[models.ItemCommitDto]},
    errors=lambda: {
        "401": models.ObtainCommitInformationAssociatedWithWorkItemResponse401,
        "403": models.ObtainCommitInformationAssociatedWithWorkItemResponse403,
    },
    security=(("XAuthToken",),),
    accept="application/json",
    is_safe=True,
    paging=Paging("offset", "query", "offset", ("",), total=("header:X-Total",)),
)


class Default:
    """Operations: default."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_branch(
        self,
        *,
        repository_id: int,
        branch: str,
        ref: str,
        description: str | Omit = OMIT,
        related_ids: Sequence[str] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateBranchResponse:
        """Creating a Branch.

        With this API, you can create a branch.

        Args:
            repository_id: To find the repository ID, query the project list: call the API that returns all
                repositories of the user. At least 1; at most 2147483647.
            branch: Branch name. It must not start with a hyphen (-), period (.) or refs/heads/refs/remotes/. It
                must not contain spaces or special characters such as [ \\ < ~ ^ : ? * ! ( ) ' \" |. It must not
                end with / .lock. At least 1 characters; at most 200 characters; matching ^(?:[^
                \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.\\/]|[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.][^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|]*[^
                \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\/])?$.
            ref: Name of the branch that serves as the base. It must not start with a hyphen (-), period (.) or
                refs/heads/refs/remotes/. It must not contain spaces or special characters such as [ \\ < ~ ^ : ?
                * ! ( ) ' \" |. It must not end with / .lock. At least 1 characters; at most 200 characters;
                matching ^(?:[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.\\/]|[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.][^
                \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|]*[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\/])?$.
            description: Branch description. At least 1 characters; at most 2000 characters.
            related_ids: Associated work item list.

        Returns:
            OK.

        Raises:
            AuthenticationError: 401: Unauthorized

        Documentation: scraper/pages/codearts_repo/creating-a-branch.txt
        """
        return self._transport.request(
            _CREATE_BRANCH,
            Values(
                path={"repository_id": repository_id},
                body={"branch": branch, "ref": ref, "description": description, "related_ids": related_ids},
            ),
            options,
            self.create_branch,
        )

    def obtain_commit_information_associated_with_work_item(
        self,
        *,
        project_id: str,
        item_id: str,
        type: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> list[models.ItemCommitDto]:
        """Obtaining Commit Information Associated with a Work Item.

        Information about the commits linked to a work item

        Args:
            project_id: Unique identifier of the project, a 32-character project UUID. Call the API that queries
                the project list to obtain it. At least 32 characters; at most 32 characters.
            item_id: Work item ID. At least 1 characters; at most 128 characters.
            type: Type of the commit linked to a work item. The server's default is 'commit'.
            offset: Offset, counted from 0. At least 0; at most 2147483647; the server's default is 0.
            limit: Number of returned records. At least 1; at most 100; the server's default is 20.

        Returns:
            OK. Response headers: X-Total.

        Raises:
            AuthenticationError: 401: Unauthorized
            PermissionDeniedError: 403: Bad Request

        Documentation: scraper/pages/codearts_repo/obtaining-commits-of-a-work-item.txt
        """
        return self._transport.request(
            _OBTAIN_COMMIT_INFORMATION_ASSOCIATED_WITH_WORK_ITEM,
            Values(
                path={"project_id": project_id, "item_id": item_id},
                query={"type": type, "offset": offset, "limit": limit},
            ),
            options,
            self.obtain_commit_information_associated_with_work_item,
        )

    def iter_obtain_commit_information_associated_with_work_item(
        self,
        *,
        project_id: str,
        item_id: str,
        type: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Pages[models.ItemCommitDto, list[models.ItemCommitDto]]:
        """Iterate over all items of `obtain_commit_information_associated_with_work_item`, page after page.

        Obtaining Commit Information Associated with a Work Item.

        The arguments are those of `obtain_commit_information_associated_with_work_item`; `offset` is where to
        begin, otherwise at the start.

        Documentation: scraper/pages/codearts_repo/obtaining-commits-of-a-work-item.txt
        """
        return Pages(
            self._transport,
            _OBTAIN_COMMIT_INFORMATION_ASSOCIATED_WITH_WORK_ITEM,
            Values(
                path={"project_id": project_id, "item_id": item_id},
                query={"type": type, "offset": offset, "limit": limit},
            ),
            options,
            self.iter_obtain_commit_information_associated_with_work_item,
        )


class AsyncDefault:
    """Operations: default, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_branch(
        self,
        *,
        repository_id: int,
        branch: str,
        ref: str,
        description: str | Omit = OMIT,
        related_ids: Sequence[str] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateBranchResponse:
        """Creating a Branch.

        With this API, you can create a branch.

        Args:
            repository_id: To find the repository ID, query the project list: call the API that returns all
                repositories of the user. At least 1; at most 2147483647.
            branch: Branch name. It must not start with a hyphen (-), period (.) or refs/heads/refs/remotes/. It
                must not contain spaces or special characters such as [ \\ < ~ ^ : ? * ! ( ) ' \" |. It must not
                end with / .lock. At least 1 characters; at most 200 characters; matching ^(?:[^
                \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.\\/]|[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.][^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|]*[^
                \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\/])?$.
            ref: Name of the branch that serves as the base. It must not start with a hyphen (-), period (.) or
                refs/heads/refs/remotes/. It must not contain spaces or special characters such as [ \\ < ~ ^ : ?
                * ! ( ) ' \" |. It must not end with / .lock. At least 1 characters; at most 200 characters;
                matching ^(?:[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.\\/]|[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.][^
                \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|]*[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\/])?$.
            description: Branch description. At least 1 characters; at most 2000 characters.
            related_ids: Associated work item list.

        Returns:
            OK.

        Raises:
            AuthenticationError: 401: Unauthorized

        Documentation: scraper/pages/codearts_repo/creating-a-branch.txt
        """
        return await self._transport.request(
            _CREATE_BRANCH,
            Values(
                path={"repository_id": repository_id},
                body={"branch": branch, "ref": ref, "description": description, "related_ids": related_ids},
            ),
            options,
            self.create_branch,
        )

    async def obtain_commit_information_associated_with_work_item(
        self,
        *,
        project_id: str,
        item_id: str,
        type: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> list[models.ItemCommitDto]:
        """Obtaining Commit Information Associated with a Work Item.

        Information about the commits linked to a work item

        Args:
            project_id: Unique identifier of the project, a 32-character project UUID. Call the API that queries
                the project list to obtain it. At least 32 characters; at most 32 characters.
            item_id: Work item ID. At least 1 characters; at most 128 characters.
            type: Type of the commit linked to a work item. The server's default is 'commit'.
            offset: Offset, counted from 0. At least 0; at most 2147483647; the server's default is 0.
            limit: Number of returned records. At least 1; at most 100; the server's default is 20.

        Returns:
            OK. Response headers: X-Total.

        Raises:
            AuthenticationError: 401: Unauthorized
            PermissionDeniedError: 403: Bad Request

        Documentation: scraper/pages/codearts_repo/obtaining-commits-of-a-work-item.txt
        """
        return await self._transport.request(
            _OBTAIN_COMMIT_INFORMATION_ASSOCIATED_WITH_WORK_ITEM,
            Values(
                path={"project_id": project_id, "item_id": item_id},
                query={"type": type, "offset": offset, "limit": limit},
            ),
            options,
            self.obtain_commit_information_associated_with_work_item,
        )

    def iter_obtain_commit_information_associated_with_work_item(
        self,
        *,
        project_id: str,
        item_id: str,
        type: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[models.ItemCommitDto, list[models.ItemCommitDto]]:
        """Iterate over all items of `obtain_commit_information_associated_with_work_item`, page after page.

        Obtaining Commit Information Associated with a Work Item.

        The arguments are those of `obtain_commit_information_associated_with_work_item`; `offset` is where to
        begin, otherwise at the start.

        Documentation: scraper/pages/codearts_repo/obtaining-commits-of-a-work-item.txt
        """
        return AsyncPages(
            self._transport,
            _OBTAIN_COMMIT_INFORMATION_ASSOCIATED_WITH_WORK_ITEM,
            Values(
                path={"project_id": project_id, "item_id": item_id},
                query={"type": type, "offset": offset, "limit": limit},
            ),
            options,
            self.iter_obtain_commit_information_associated_with_work_item,
        )
