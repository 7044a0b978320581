"""提交."""

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

_DESCRIBE_GIT_COMMIT_NOTE: Operation[models.DescribeGitCommitNoteResponse] = Operation(
    "DescribeGitCommitNote",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitCommitNoteResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitCommitNote"},
    body=Body("application/json", "json", {"Action": "DescribeGitCommitNote"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_GIT_COMMIT: Operation[models.DescribeGitCommitResponse] = Operation(
    "DescribeGitCommit",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitCommitResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitCommit"},
    body=Body("application/json", "json", {"Action": "DescribeGitCommit"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_GIT_COMMITS: Operation[models.DescribeGitCommitsResponse] = Operation(
    "DescribeGitCommits",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitCommitsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitCommits"},
    body=Body("application/json", "json", {"Action": "DescribeGitCommits"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
    paging=Paging("page", "body", "PageNumber", ("response.commits",), first=1),
)
_DESCRIBE_COMMITS_BETWEEN2_COMMIT: Operation[models.DescribeCommitsBetween2CommitResponse] = Operation(
    "DescribeCommitsBetween2Commit",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeCommitsBetween2CommitResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeCommitsBetween2Commit"},
    body=Body("application/json", "json", {"Action": "DescribeCommitsBetween2Commit"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_DIFFERENT_BETWEEN2_COMMITS: Operation[models.DescribeDifferentBetween2CommitsResponse] = Operation(
    "DescribeDifferentBetween2Commits",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeDifferentBetween2CommitsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeDifferentBetween2Commits"},
    body=Body("application/json", "json", {"Action": "DescribeDifferentBetween2Commits"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)


class 提交:
    """Operations: 提交."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def describe_git_commit_note(
        self,
        *,
        depot_id: int | Omit = OMIT,
        commit_sha: str | Omit = OMIT,
        notes_ref: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitCommitNoteResponse:
        """获取提交注释.

        Args:
            depot_id: 仓库 id.
            commit_sha: 提交的 Sha.
            notes_ref: 注释 分支 Ref.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_COMMIT_NOTE,
            Values(
                body={"DepotId": depot_id, "CommitSha": commit_sha, "NotesRef": notes_ref},
            ),
            options,
            self.describe_git_commit_note,
        )

    def describe_git_commit(
        self,
        *,
        depot_id: int | Omit = OMIT,
        sha: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitCommitResponse:
        """查询提交详情.

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
            _DESCRIBE_GIT_COMMIT,
            Values(
                body={"DepotId": depot_id, "Sha": sha},
            ),
            options,
            self.describe_git_commit,
        )

    def describe_git_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        ref: str | Omit = OMIT,
        path: str | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitCommitsResponse:
        """查询仓库分支下提交列表.

        Args:
            depot_id: 仓库 id.
            ref: 分支名称.
            path: 查询文件路径.
            page_number: 分页页码,默认为 1. The server's default is 1.
            page_size: 分页页距,默认为 10. The server's default is 10.
            start_date: 时间过滤起始点.
            end_date: 时间过滤到达点.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_COMMITS,
            Values(
                body={
                    "DepotId": depot_id,
                    "Ref": ref,
                    "Path": path,
                    "PageNumber": page_number,
                    "PageSize": page_size,
                    "StartDate": start_date,
                    "EndDate": end_date,
                },
            ),
            options,
            self.describe_git_commits,
        )

    def iter_describe_git_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        ref: str | Omit = OMIT,
        path: str | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Pages[models.Commit, models.DescribeGitCommitsResponse]:
        """Iterate over all items of `describe_git_commits`, page after page.

        查询仓库分支下提交列表.

        The arguments are those of `describe_git_commits`; `page_number` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return Pages(
            self._transport,
            _DESCRIBE_GIT_COMMITS,
            Values(
                body={
                    "DepotId": depot_id,
                    "Ref": ref,
                    "Path": path,
                    "PageNumber": page_number,
                    "PageSize": page_size,
                    "StartDate": start_date,
                    "EndDate": end_date,
                },
            ),
            options,
            self.iter_describe_git_commits,
        )

    def describe_commits_between2_commit(
        self,
        *,
        depot_id: int | Omit = OMIT,
        source: str | Omit = OMIT,
        target: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeCommitsBetween2CommitResponse:
        """两次提交之间的提交历史.

        Args:
            depot_id: 仓库 id.
            source: 源请求 Sha 值,分支名称.
            target: 目标请求 Sha 值,分支名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_COMMITS_BETWEEN2_COMMIT,
            Values(
                body={"DepotId": depot_id, "Source": source, "Target": target},
            ),
            options,
            self.describe_commits_between2_commit,
        )

    def describe_different_between2_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        source: str | Omit = OMIT,
        target: str | Omit = OMIT,
        path: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeDifferentBetween2CommitsResponse:
        """两次提交之间的文件差异.

        Args:
            depot_id: 仓库 id.
            source: 源请求 Sha 值,分支名称.
            target: 目标请求 Sha 值,分支名称.
            path: 文件位置.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_DIFFERENT_BETWEEN2_COMMITS,
            Values(
                body={"DepotId": depot_id, "Source": source, "Target": target, "Path": path},
            ),
            options,
            self.describe_different_between2_commits,
        )


class Async提交:
    """Operations: 提交, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def describe_git_commit_note(
        self,
        *,
        depot_id: int | Omit = OMIT,
        commit_sha: str | Omit = OMIT,
        notes_ref: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitCommitNoteResponse:
        """获取提交注释.

        Args:
            depot_id: 仓库 id.
            commit_sha: 提交的 Sha.
            notes_ref: 注释 分支 Ref.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_COMMIT_NOTE,
            Values(
                body={"DepotId": depot_id, "CommitSha": commit_sha, "NotesRef": notes_ref},
            ),
            options,
            self.describe_git_commit_note,
        )

    async def describe_git_commit(
        self,
        *,
        depot_id: int | Omit = OMIT,
        sha: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitCommitResponse:
        """查询提交详情.

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
            _DESCRIBE_GIT_COMMIT,
            Values(
                body={"DepotId": depot_id, "Sha": sha},
            ),
            options,
            self.describe_git_commit,
        )

    async def describe_git_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        ref: str | Omit = OMIT,
        path: str | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitCommitsResponse:
        """查询仓库分支下提交列表.

        Args:
            depot_id: 仓库 id.
            ref: 分支名称.
            path: 查询文件路径.
            page_number: 分页页码,默认为 1. The server's default is 1.
            page_size: 分页页距,默认为 10. The server's default is 10.
            start_date: 时间过滤起始点.
            end_date: 时间过滤到达点.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_COMMITS,
            Values(
                body={
                    "DepotId": depot_id,
                    "Ref": ref,
                    "Path": path,
                    "PageNumber": page_number,
                    "PageSize": page_size,
                    "StartDate": start_date,
                    "EndDate": end_date,
                },
            ),
            options,
            self.describe_git_commits,
        )

    def iter_describe_git_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        ref: str | Omit = OMIT,
        path: str | Omit = OMIT,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[models.Commit, models.DescribeGitCommitsResponse]:
        """Iterate over all items of `describe_git_commits`, page after page.

        查询仓库分支下提交列表.

        The arguments are those of `describe_git_commits`; `page_number` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return AsyncPages(
            self._transport,
            _DESCRIBE_GIT_COMMITS,
            Values(
                body={
                    "DepotId": depot_id,
                    "Ref": ref,
                    "Path": path,
                    "PageNumber": page_number,
                    "PageSize": page_size,
                    "StartDate": start_date,
                    "EndDate": end_date,
                },
            ),
            options,
            self.iter_describe_git_commits,
        )

    async def describe_commits_between2_commit(
        self,
        *,
        depot_id: int | Omit = OMIT,
        source: str | Omit = OMIT,
        target: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeCommitsBetween2CommitResponse:
        """两次提交之间的提交历史.

        Args:
            depot_id: 仓库 id.
            source: 源请求 Sha 值,分支名称.
            target: 目标请求 Sha 值,分支名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_COMMITS_BETWEEN2_COMMIT,
            Values(
                body={"DepotId": depot_id, "Source": source, "Target": target},
            ),
            options,
            self.describe_commits_between2_commit,
        )

    async def describe_different_between2_commits(
        self,
        *,
        depot_id: int | Omit = OMIT,
        source: str | Omit = OMIT,
        target: str | Omit = OMIT,
        path: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeDifferentBetween2CommitsResponse:
        """两次提交之间的文件差异.

        Args:
            depot_id: 仓库 id.
            source: 源请求 Sha 值,分支名称.
            target: 目标请求 Sha 值,分支名称.
            path: 文件位置.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_DIFFERENT_BETWEEN2_COMMITS,
            Values(
                body={"DepotId": depot_id, "Source": source, "Target": target, "Path": path},
            ),
            options,
            self.describe_different_between2_commits,
        )
