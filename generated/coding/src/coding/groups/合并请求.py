"""合并请求."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_DESCRIBE_MERGE_REQUEST_COMMITS: Operation[models.DescribeMergeRequestCommitsResponse] = Operation(
    "DescribeMergeRequestCommits",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeMergeRequestCommitsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeMergeRequestCommits"},
    body=Body("application/json", "json", {"Action": "DescribeMergeRequestCommits"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_MERGE_REQUEST: Operation[models.DescribeMergeRequestResponse] = Operation(
    "DescribeMergeRequest",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeMergeRequestResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeMergeRequest"},
    body=Body("application/json", "json", {"Action": "DescribeMergeRequest"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_MERGE_REQUEST_FILE_DIFF: Operation[models.DescribeMergeRequestFileDiffResponse] = Operation(
    "DescribeMergeRequestFileDiff",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeMergeRequestFileDiffResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeMergeRequestFileDiff"},
    body=Body("application/json", "json", {"Action": "DescribeMergeRequestFileDiff"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_MERGE_REQUEST_LOG: Operation[models.DescribeMergeRequestLogResponse] = Operation(
    "DescribeMergeRequestLog",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeMergeRequestLogResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeMergeRequestLog"},
    body=Body("application/json", "json", {"Action": "DescribeMergeRequestLog"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_NOTES_BY_COMMITS: Operation[models.DescribeNotesByCommitsResponse] = Operation(
    "DescribeNotesByCommits",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeNotesByCommitsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeNotesByCommits"},
    body=Body("application/json", "json", {"Action": "DescribeNotesByCommits"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)


class 合并请求:
    """Operations: 合并请求."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def describe_merge_request_commits(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestCommitsResponse:
        """获取合并请求提交记录.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_MERGE_REQUEST_COMMITS,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request_commits,
        )

    def describe_merge_request(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestResponse:
        """查询合并请求详情.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_MERGE_REQUEST,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request,
        )

    def describe_merge_request_file_diff(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestFileDiffResponse:
        """获取合并请求文件修改记录.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_MERGE_REQUEST_FILE_DIFF,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request_file_diff,
        )

    def describe_merge_request_log(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestLogResponse:
        """获取合并请求操作记录.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_MERGE_REQUEST_LOG,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request_log,
        )

    def describe_notes_by_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        note_ref: str | Omit = OMIT,
        commits: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeNotesByCommitsResponse:
        """获取 commit note 列表.

        Args:
            depot_id: 仓库 id.
            note_ref: note 路径.
            commits: commitId 集合.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_NOTES_BY_COMMITS,
            Values(
                body={"DepotId": depot_id, "NoteRef": note_ref, "Commits": commits},
            ),
            options,
            self.describe_notes_by_commits,
        )


class Async合并请求:
    """Operations: 合并请求, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def describe_merge_request_commits(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestCommitsResponse:
        """获取合并请求提交记录.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_MERGE_REQUEST_COMMITS,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request_commits,
        )

    async def describe_merge_request(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestResponse:
        """查询合并请求详情.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_MERGE_REQUEST,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request,
        )

    async def describe_merge_request_file_diff(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestFileDiffResponse:
        """获取合并请求文件修改记录.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_MERGE_REQUEST_FILE_DIFF,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request_file_diff,
        )

    async def describe_merge_request_log(
        self,
        *,
        merge_id: int | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeMergeRequestLogResponse:
        """获取合并请求操作记录.

        Args:
            merge_id: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_MERGE_REQUEST_LOG,
            Values(
                body={"MergeId": merge_id, "DepotId": depot_id},
            ),
            options,
            self.describe_merge_request_log,
        )

    async def describe_notes_by_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        note_ref: str | Omit = OMIT,
        commits: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeNotesByCommitsResponse:
        """获取 commit note 列表.

        Args:
            depot_id: 仓库 id.
            note_ref: note 路径.
            commits: commitId 集合.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_NOTES_BY_COMMITS,
            Values(
                body={"DepotId": depot_id, "NoteRef": note_ref, "Commits": commits},
            ),
            options,
            self.describe_notes_by_commits,
        )
