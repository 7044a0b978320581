"""项目设置."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_DESCRIBE_USER_PROJECTS: Operation[models.DescribeUserProjectsResponse] = Operation(
    "DescribeUserProjects",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeUserProjectsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeUserProjects"},
    body=Body("application/json", "json", {"Action": "DescribeUserProjects"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_CODING_CURRENT_USER: Operation[models.DescribeCodingCurrentUserResponse] = Operation(
    "DescribeCodingCurrentUser",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeCodingCurrentUserResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeCodingCurrentUser"},
    body=Body("application/json", "json", {"Action": "DescribeCodingCurrentUser"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_MODIFY_PROJECT_PERMISSION: Operation[models.ModifyProjectPermissionResponse] = Operation(
    "ModifyProjectPermission",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyProjectPermissionResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyProjectPermission"},
    body=Body("application/json", "json", {"Action": "ModifyProjectPermission"}, True),
    accept="application/json",
    envelope="response",
)


class 项目设置:
    """Operations: 项目设置."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def describe_user_projects(
        self,
        *,
        user_id: int | Omit = OMIT,
        user_id_2: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeUserProjectsResponse:
        """查询成员所在项目列表.

        Args:
            user_id: 成员 Id.
            user_id_2: 成员 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_USER_PROJECTS,
            Values(
                body={"UserId": user_id, "userId": user_id_2},
            ),
            options,
            self.describe_user_projects,
        )

    def describe_coding_current_user(
        self,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeCodingCurrentUserResponse:
        """获取用户个人信息.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_CODING_CURRENT_USER,
            Values(
                body={},
            ),
            options,
            self.describe_coding_current_user,
        )

    def modify_project_permission(
        self,
        *,
        role_id: int | Omit = OMIT,
        user_gk: str | Omit = OMIT,
        project_id: int | Omit = OMIT,
        action_flag: bool | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyProjectPermissionResponse:
        """配置项目成员权限.

        Args:
            role_id: 权限 ID.
            user_gk: user gk.
            project_id: 项目 Id.
            action_flag: 权限创建、删除.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_PROJECT_PERMISSION,
            Values(
                body={"RoleId": role_id, "UserGK": user_gk, "ProjectId": project_id, "ActionFlag": action_flag},
            ),
            options,
            self.modify_project_permission,
        )


class Async项目设置:
    """Operations: 项目设置, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def describe_user_projects(
        self,
        *,
        user_id: int | Omit = OMIT,
        user_id_2: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeUserProjectsResponse:
        """查询成员所在项目列表.

        Args:
            user_id: 成员 Id.
            user_id_2: 成员 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_USER_PROJECTS,
            Values(
                body={"UserId": user_id, "userId": user_id_2},
            ),
            options,
            self.describe_user_projects,
        )

    async def describe_coding_current_user(
        self,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeCodingCurrentUserResponse:
        """获取用户个人信息.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_CODING_CURRENT_USER,
            Values(
                body={},
            ),
            options,
            self.describe_coding_current_user,
        )

    async def modify_project_permission(
        self,
        *,
        role_id: int | Omit = OMIT,
        user_gk: str | Omit = OMIT,
        project_id: int | Omit = OMIT,
        action_flag: bool | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyProjectPermissionResponse:
        """配置项目成员权限.

        Args:
            role_id: 权限 ID.
            user_gk: user gk.
            project_id: 项目 Id.
            action_flag: 权限创建、删除.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_PROJECT_PERMISSION,
            Values(
                body={"RoleId": role_id, "UserGK": user_gk, "ProjectId": project_id, "ActionFlag": action_flag},
            ),
            options,
            self.modify_project_permission,
        )
