"""分支."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values
from .._pages import AsyncPages, Pages
from .._paging import Paging

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_GIT_BRANCH: Operation[models.CreateGitBranchResponse] = Operation(
    "CreateGitBranch",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateGitBranchResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateGitBranch"},
    body=Body("application/json", "json", {"Action": "CreateGitBranch"}, True),
    accept="application/json",
    envelope="response",
)
_DELETE_GIT_BRANCH: Operation[models.DeleteGitBranchResponse] = Operation(
    "DeleteGitBranch",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteGitBranchResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteGitBranch"},
    body=Body("application/json", "json", {"Action": "DeleteGitBranch"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_GIT_BRANCH: Operation[models.DescribeGitBranchResponse] = Operation(
    "DescribeGitBranch",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitBranchResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitBranch"},
    body=Body("application/json", "json", {"Action": "DescribeGitBranch"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_GIT_BRANCHES: Operation[models.DescribeGitBranchesResponse] = Operation(
    "DescribeGitBranches",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitBranchesResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitBranches"},
    body=Body("application/json", "json", {"Action": "DescribeGitBranches"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
    paging=Paging("page", "body", "PageNumber", ("response.branches",), first=1, total=("response.total_count",)),
)
_DESCRIBE_GIT_BRANCHES_BY_SHA: Operation[models.DescribeGitBranchesByShaResponse] = Operation(
    "DescribeGitBranchesBySha",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitBranchesByShaResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitBranchesBySha"},
    body=Body("application/json", "json", {"Action": "DescribeGitBranchesBySha"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)


class 分支:
    """Operations: 分支."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_git_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        start_point: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitBranchResponse:
        """创建分支.

        Args:
            depot_id: 仓库 id.
            branch_name: 要创建的仓库名称.
            start_point: 源分支名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_GIT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name, "StartPoint": start_point},
            ),
            options,
            self.create_git_branch,
        )

    def delete_git_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteGitBranchResponse:
        """删除分支.

        Args:
            depot_id: 仓库 id.
            branch_name: 要创建的仓库名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_GIT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.delete_git_branch,
        )

    def describe_git_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitBranchResponse:
        """查询分支信息.

        Args:
            depot_id: 仓库 id.
            branch_name: 分支名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.describe_git_branch,
        )

    def describe_git_branches(
        self,
        *,
        depot_id: int | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        key_word: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitBranchesResponse:
        """查询所有分支信息.

        Args:
            depot_id: 仓库 id.
            page_number: 分页页码,默认为 1. The server's default is 1.
            page_size: 分页页距,默认为 10. The server's default is 10.
            key_word: 关键词.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_BRANCHES,
            Values(
                body={"DepotId": depot_id, "PageNumber": page_number, "PageSize": page_size, "KeyWord": key_word},
            ),
            options,
            self.describe_git_branches,
        )

    def iter_describe_git_branches(
        self,
        *,
        depot_id: int | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        key_word: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Pages[models.GitBranch, models.DescribeGitBranchesResponse]:
        """Iterate over all items of `describe_git_branches`, page after page.

        查询所有分支信息.

        The arguments are those of `describe_git_branches`; `page_number` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return Pages(
            self._transport,
            _DESCRIBE_GIT_BRANCHES,
            Values(
                body={"DepotId": depot_id, "PageNumber": page_number, "PageSize": page_size, "KeyWord": key_word},
            ),
            options,
            self.iter_describe_git_branches,
        )

    def describe_git_branches_by_sha(
        self,
        *,
        depot_id: int | Omit = OMIT,
        sha: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitBranchesByShaResponse:
        """查询提交所在分支.

        Args:
            depot_id: 仓库 id.
            sha: 提交的 Sha 值.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_BRANCHES_BY_SHA,
            Values(
                body={"DepotId": depot_id, "Sha": sha},
            ),
            options,
            self.describe_git_branches_by_sha,
        )


class Async分支:
    """Operations: 分支, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_git_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        start_point: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitBranchResponse:
        """创建分支.

        Args:
            depot_id: 仓库 id.
            branch_name: 要创建的仓库名称.
            start_point: 源分支名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_GIT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name, "StartPoint": start_point},
            ),
            options,
            self.create_git_branch,
        )

    async def delete_git_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteGitBranchResponse:
        """删除分支.

        Args:
            depot_id: 仓库 id.
            branch_name: 要创建的仓库名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_GIT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.delete_git_branch,
        )

    async def describe_git_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitBranchResponse:
        """查询分支信息.

        Args:
            depot_id: 仓库 id.
            branch_name: 分支名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.describe_git_branch,
        )

    async def describe_git_branches(
        self,
        *,
        depot_id: int | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        key_word: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitBranchesResponse:
        """查询所有分支信息.

        Args:
            depot_id: 仓库 id.
            page_number: 分页页码,默认为 1. The server's default is 1.
            page_size: 分页页距,默认为 10. The server's default is 10.
            key_word: 关键词.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_BRANCHES,
            Values(
                body={"DepotId": depot_id, "PageNumber": page_number, "PageSize": page_size, "KeyWord": key_word},
            ),
            options,
            self.describe_git_branches,
        )

    def iter_describe_git_branches(
        self,
        *,
        depot_id: int | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        key_word: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[models.GitBranch, models.DescribeGitBranchesResponse]:
        """Iterate over all items of `describe_git_branches`, page after page.

        查询所有分支信息.

        The arguments are those of `describe_git_branches`; `page_number` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return AsyncPages(
            self._transport,
            _DESCRIBE_GIT_BRANCHES,
            Values(
                body={"DepotId": depot_id, "PageNumber": page_number, "PageSize": page_size, "KeyWord": key_word},
            ),
            options,
            self.iter_describe_git_branches,
        )

    async def describe_git_branches_by_sha(
        self,
        *,
        depot_id: int | Omit = OMIT,
        sha: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitBranchesByShaResponse:
        """查询提交所在分支.

        Args:
            depot_id: 仓库 id.
            sha: 提交的 Sha 值.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_BRANCHES_BY_SHA,
            Values(
                body={"DepotId": depot_id, "Sha": sha},
            ),
            options,
            self.describe_git_branches_by_sha,
        )
