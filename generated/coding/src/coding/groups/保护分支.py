"""保护分支."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_PROTECTED_BRANCH_MEMBER: Operation[models.CreateProtectedBranchMemberResponse] = Operation(
    "CreateProtectedBranchMember",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateProtectedBranchMemberResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateProtectedBranchMember"},
    body=Body("application/json", "json", {"Action": "CreateProtectedBranchMember"}, True),
    accept="application/json",
    envelope="response",
)
_CREATE_PROTECTED_BRANCH: Operation[models.CreateProtectedBranchResponse] = Operation(
    "CreateProtectedBranch",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateProtectedBranchResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateProtectedBranch"},
    body=Body("application/json", "json", {"Action": "CreateProtectedBranch"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_PROTECTED_BRANCHS: Operation[models.DescribeProtectedBranchsResponse] = Operation(
    "DescribeProtectedBranchs",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeProtectedBranchsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeProtectedBranchs"},
    body=Body("application/json", "json", {"Action": "DescribeProtectedBranchs"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_PROTECTED_BRANCH_MEMBERS: Operation[models.DescribeProtectedBranchMembersResponse] = Operation(
    "DescribeProtectedBranchMembers",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeProtectedBranchMembersResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeProtectedBranchMembers"},
    body=Body("application/json", "json", {"Action": "DescribeProtectedBranchMembers"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_PROTECTED_BRANCH: Operation[models.DescribeProtectedBranchResponse] = Operation(
    "DescribeProtectedBranch",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeProtectedBranchResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeProtectedBranch"},
    body=Body("application/json", "json", {"Action": "DescribeProtectedBranch"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)


class 保护分支:
    """Operations: 保护分支."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_protected_branch_member(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        global_key: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateProtectedBranchMemberResponse:
        """添加保护分支成员.

        Args:
            depot_id: 仓库 id.
            branch_name: 分支名称.
            global_key: 需要添加用户的 global_key.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_PROTECTED_BRANCH_MEMBER,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name, "GlobalKey": global_key},
            ),
            options,
            self.create_protected_branch_member,
        )

    def create_protected_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateProtectedBranchResponse:
        """设置保护分支.

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
            _CREATE_PROTECTED_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.create_protected_branch,
        )

    def describe_protected_branchs(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProtectedBranchsResponse:
        """查询所有保护分支.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_PROTECTED_BRANCHS,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.describe_protected_branchs,
        )

    def describe_protected_branch_members(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProtectedBranchMembersResponse:
        """查询所有保护分支成员.

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
            _DESCRIBE_PROTECTED_BRANCH_MEMBERS,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.describe_protected_branch_members,
        )

    def describe_protected_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProtectedBranchResponse:
        """查询保护分支状态.

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
            _DESCRIBE_PROTECTED_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.describe_protected_branch,
        )


class Async保护分支:
    """Operations: 保护分支, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_protected_branch_member(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        global_key: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateProtectedBranchMemberResponse:
        """添加保护分支成员.

        Args:
            depot_id: 仓库 id.
            branch_name: 分支名称.
            global_key: 需要添加用户的 global_key.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_PROTECTED_BRANCH_MEMBER,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name, "GlobalKey": global_key},
            ),
            options,
            self.create_protected_branch_member,
        )

    async def create_protected_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateProtectedBranchResponse:
        """设置保护分支.

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
            _CREATE_PROTECTED_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.create_protected_branch,
        )

    async def describe_protected_branchs(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProtectedBranchsResponse:
        """查询所有保护分支.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_PROTECTED_BRANCHS,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.describe_protected_branchs,
        )

    async def describe_protected_branch_members(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProtectedBranchMembersResponse:
        """查询所有保护分支成员.

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
            _DESCRIBE_PROTECTED_BRANCH_MEMBERS,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.describe_protected_branch_members,
        )

    async def describe_protected_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProtectedBranchResponse:
        """查询保护分支状态.

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
            _DESCRIBE_PROTECTED_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name},
            ),
            options,
            self.describe_protected_branch,
        )
