"""标签."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_GIT_TAG: Operation[models.CreateGitTagResponse] = Operation(
    "CreateGitTag",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateGitTagResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateGitTag"},
    body=Body("application/json", "json", {"Action": "CreateGitTag"}, True),
    accept="application/json",
    envelope="response",
)
_DELETE_GIT_TAG: Operation[models.DeleteGitTagResponse] = Operation(
    "DeleteGitTag",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteGitTagResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteGitTag"},
    body=Body("application/json", "json", {"Action": "DeleteGitTag"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_GIT_TAG: Operation[models.DescribeGitTagResponse] = Operation(
    "DescribeGitTag",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitTagResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitTag"},
    body=Body("application/json", "json", {"Action": "DescribeGitTag"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)


class 标签:
    """Operations: 标签."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_git_tag(
        self,
        *,
        depot_id: int | Omit = OMIT,
        start_point: str | Omit = OMIT,
        tag_name: str | Omit = OMIT,
        message: str | Omit = OMIT,
        message_2: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitTagResponse:
        """创建标签.

        Args:
            depot_id: 仓库 id.
            start_point: 创建来源.
            tag_name: tag 名称.
            message: 描述.
            message_2: 描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_GIT_TAG,
            Values(
                body={
                    "DepotId": depot_id,
                    "StartPoint": start_point,
                    "TagName": tag_name,
                    "Message": message,
                    "message": message_2,
                },
            ),
            options,
            self.create_git_tag,
        )

    def delete_git_tag(
        self,
        *,
        depot_id: int | Omit = OMIT,
        tag_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteGitTagResponse:
        """删除标签.

        Args:
            depot_id: 仓库 id.
            tag_name: tag 名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_GIT_TAG,
            Values(
                body={"DepotId": depot_id, "TagName": tag_name},
            ),
            options,
            self.delete_git_tag,
        )

    def describe_git_tag(
        self,
        *,
        depot_id: int | Omit = OMIT,
        tag_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitTagResponse:
        """查询指定标签.

        Args:
            depot_id: 仓库 id.
            tag_name: tag 名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_TAG,
            Values(
                body={"DepotId": depot_id, "TagName": tag_name},
            ),
            options,
            self.describe_git_tag,
        )


class Async标签:
    """Operations: 标签, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_git_tag(
        self,
        *,
        depot_id: int | Omit = OMIT,
        start_point: str | Omit = OMIT,
        tag_name: str | Omit = OMIT,
        message: str | Omit = OMIT,
        message_2: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitTagResponse:
        """创建标签.

        Args:
            depot_id: 仓库 id.
            start_point: 创建来源.
            tag_name: tag 名称.
            message: 描述.
            message_2: 描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_GIT_TAG,
            Values(
                body={
                    "DepotId": depot_id,
                    "StartPoint": start_point,
                    "TagName": tag_name,
                    "Message": message,
                    "message": message_2,
                },
            ),
            options,
            self.create_git_tag,
        )

    async def delete_git_tag(
        self,
        *,
        depot_id: int | Omit = OMIT,
        tag_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteGitTagResponse:
        """删除标签.

        Args:
            depot_id: 仓库 id.
            tag_name: tag 名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_GIT_TAG,
            Values(
                body={"DepotId": depot_id, "TagName": tag_name},
            ),
            options,
            self.delete_git_tag,
        )

    async def describe_git_tag(
        self,
        *,
        depot_id: int | Omit = OMIT,
        tag_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitTagResponse:
        """查询指定标签.

        Args:
            depot_id: 仓库 id.
            tag_name: tag 名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_TAG,
            Values(
                body={"DepotId": depot_id, "TagName": tag_name},
            ),
            options,
            self.describe_git_tag,
        )
