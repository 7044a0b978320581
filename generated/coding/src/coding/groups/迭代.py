"""迭代."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values
from .._pages import AsyncPages, Pages
from .._paging import Paging

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_ITERATION: Operation[models.CreateIterationResponse] = Operation(
    "CreateIteration",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateIterationResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateIteration"},
    body=Body("application/json", "json", {"Action": "CreateIteration"}, True),
    accept="application/json",
    envelope="response",
)
_DELETE_ITERATION: Operation[models.DeleteIterationResponse] = Operation(
    "DeleteIteration",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteIterationResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteIteration"},
    body=Body("application/json", "json", {"Action": "DeleteIteration"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_ITERATION: Operation[models.DescribeIterationResponse] = Operation(
    "DescribeIteration",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeIterationResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeIteration"},
    body=Body("application/json", "json", {"Action": "DescribeIteration"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_ITERATION_LIST: Operation[models.DescribeIterationListResponse] = Operation(
    "DescribeIterationList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeIterationListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeIterationList"},
    body=Body("application/json", "json", {"Action": "DescribeIterationList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
    paging=Paging(
        "offset",
        "body",
        "Offset",
        ("response.data_.list_", "response.data.list_"),
        total=("response.data_.total_row", "response.data.total_row"),
    ),
)
_MODIFY_ITERATION: Operation[models.ModifyIterationResponse] = Operation(
    "ModifyIteration",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyIterationResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyIteration"},
    body=Body("application/json", "json", {"Action": "ModifyIteration"}, True),
    accept="application/json",
    envelope="response",
)
_PLAN_ITERATION_ISSUE: Operation[models.PlanIterationIssueResponse] = Operation(
    "PlanIterationIssue",
    "POST",
    "/open-api",
    results=lambda: {"200": models.PlanIterationIssueResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "PlanIterationIssue"},
    body=Body("application/json", "json", {"Action": "PlanIterationIssue"}, True),
    accept="application/json",
    envelope="response",
)


class 迭代:
    """Operations: 迭代."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        name: str | Omit = OMIT,
        goal: str | Omit = OMIT,
        assignee: int | Omit = OMIT,
        start_at: str | Omit = OMIT,
        end_at: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIterationResponse:
        """创建迭代.

        Args:
            project_name: 项目名称.
            name: 标题.
            goal: 目标.
            assignee: 处理人 ID.
            start_at: 开始时间,格式:2020-01-01. Format date.
            end_at: 结束时间,格式:2020-01-01. Format date.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_ITERATION,
            Values(
                body={
                    "ProjectName": project_name,
                    "Name": name,
                    "Goal": goal,
                    "Assignee": assignee,
                    "StartAt": start_at,
                    "EndAt": end_at,
                },
            ),
            options,
            self.create_iteration,
        )

    def delete_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIterationResponse:
        """删除迭代.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_ITERATION,
            Values(
                body={"ProjectName": project_name, "IterationCode": iteration_code},
            ),
            options,
            self.delete_iteration,
        )

    def describe_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIterationResponse:
        """迭代详情.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ITERATION,
            Values(
                body={"ProjectName": project_name, "IterationCode": iteration_code},
            ),
            options,
            self.describe_iteration,
        )

    def describe_iteration_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        status: Sequence[Literal["WAIT_PROCESS", "PROCESSING", "COMPLETED"]] | Omit = OMIT,
        assignee: Sequence[int] | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        keywords: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIterationListResponse:
        """迭代列表.

        Args:
            project_name: 项目名称.
            status: 迭代状态, WAIT_PROCESS,PROCESSING,COMPLETED.
            assignee: 处理人 ID 列表.
            start_date: 按开始时间过滤,时间格式:2020-12-12. Format date.
            end_date: 按结束时间过滤,时间格式:2020-12-12. Format date.
            keywords: 通过关键字搜索.
            offset: 偏移量,默认 0. The server's default is 0.
            limit: 每页数量,默认 20. The server's default is 20.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ITERATION_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "Status": status,
                    "Assignee": assignee,
                    "StartDate": start_date,
                    "EndDate": end_date,
                    "keywords": keywords,
                    "Offset": offset,
                    "Limit": limit,
                },
            ),
            options,
            self.describe_iteration_list,
        )

    def iter_describe_iteration_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        status: Sequence[Literal["WAIT_PROCESS", "PROCESSING", "COMPLETED"]] | Omit = OMIT,
        assignee: Sequence[int] | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        keywords: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Pages[models.Iteration, models.DescribeIterationListResponse]:
        """Iterate over all items of `describe_iteration_list`, page after page.

        迭代列表.

        The arguments are those of `describe_iteration_list`; `offset` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return Pages(
            self._transport,
            _DESCRIBE_ITERATION_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "Status": status,
                    "Assignee": assignee,
                    "StartDate": start_date,
                    "EndDate": end_date,
                    "keywords": keywords,
                    "Offset": offset,
                    "Limit": limit,
                },
            ),
            options,
            self.iter_describe_iteration_list,
        )

    def modify_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        name: str | Omit = OMIT,
        goal: str | Omit = OMIT,
        assignee: int | Omit = OMIT,
        start_at: str | Omit = OMIT,
        end_at: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyIterationResponse:
        """修改迭代.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号.
            name: 标题.
            goal: 目标.
            assignee: 处理人 ID.
            start_at: 开始时间,格式:2020-01-01. Format date.
            end_at: 结束时间,格式:2020-01-01. Format date.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_ITERATION,
            Values(
                body={
                    "ProjectName": project_name,
                    "IterationCode": iteration_code,
                    "Name": name,
                    "Goal": goal,
                    "Assignee": assignee,
                    "StartAt": start_at,
                    "EndAt": end_at,
                },
            ),
            options,
            self.modify_iteration,
        )

    def plan_iteration_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        issue_code: Sequence[int] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.PlanIterationIssueResponse:
        """批量规划迭代.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号,如需把事项移出迭代,则传 0.
            issue_code: 需要规划的事项编号列表.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _PLAN_ITERATION_ISSUE,
            Values(
                body={"ProjectName": project_name, "IterationCode": iteration_code, "IssueCode": issue_code},
            ),
            options,
            self.plan_iteration_issue,
        )


class Async迭代:
    """Operations: 迭代, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        name: str | Omit = OMIT,
        goal: str | Omit = OMIT,
        assignee: int | Omit = OMIT,
        start_at: str | Omit = OMIT,
        end_at: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIterationResponse:
        """创建迭代.

        Args:
            project_name: 项目名称.
            name: 标题.
            goal: 目标.
            assignee: 处理人 ID.
            start_at: 开始时间,格式:2020-01-01. Format date.
            end_at: 结束时间,格式:2020-01-01. Format date.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_ITERATION,
            Values(
                body={
                    "ProjectName": project_name,
                    "Name": name,
                    "Goal": goal,
                    "Assignee": assignee,
                    "StartAt": start_at,
                    "EndAt": end_at,
                },
            ),
            options,
            self.create_iteration,
        )

    async def delete_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIterationResponse:
        """删除迭代.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_ITERATION,
            Values(
                body={"ProjectName": project_name, "IterationCode": iteration_code},
            ),
            options,
            self.delete_iteration,
        )

    async def describe_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIterationResponse:
        """迭代详情.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ITERATION,
            Values(
                body={"ProjectName": project_name, "IterationCode": iteration_code},
            ),
            options,
            self.describe_iteration,
        )

    async def describe_iteration_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        status: Sequence[Literal["WAIT_PROCESS", "PROCESSING", "COMPLETED"]] | Omit = OMIT,
        assignee: Sequence[int] | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        keywords: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIterationListResponse:
        """迭代列表.

        Args:
            project_name: 项目名称.
            status: 迭代状态, WAIT_PROCESS,PROCESSING,COMPLETED.
            assignee: 处理人 ID 列表.
            start_date: 按开始时间过滤,时间格式:2020-12-12. Format date.
            end_date: 按结束时间过滤,时间格式:2020-12-12. Format date.
            keywords: 通过关键字搜索.
            offset: 偏移量,默认 0. The server's default is 0.
            limit: 每页数量,默认 20. The server's default is 20.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ITERATION_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "Status": status,
                    "Assignee": assignee,
                    "StartDate": start_date,
                    "EndDate": end_date,
                    "keywords": keywords,
                    "Offset": offset,
                    "Limit": limit,
                },
            ),
            options,
            self.describe_iteration_list,
        )

    def iter_describe_iteration_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        status: Sequence[Literal["WAIT_PROCESS", "PROCESSING", "COMPLETED"]] | Omit = OMIT,
        assignee: Sequence[int] | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        keywords: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[models.Iteration, models.DescribeIterationListResponse]:
        """Iterate over all items of `describe_iteration_list`, page after page.

        迭代列表.

        The arguments are those of `describe_iteration_list`; `offset` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return AsyncPages(
            self._transport,
            _DESCRIBE_ITERATION_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "Status": status,
                    "Assignee": assignee,
                    "StartDate": start_date,
                    "EndDate": end_date,
                    "keywords": keywords,
                    "Offset": offset,
                    "Limit": limit,
                },
            ),
            options,
            self.iter_describe_iteration_list,
        )

    async def modify_iteration(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        name: str | Omit = OMIT,
        goal: str | Omit = OMIT,
        assignee: int | Omit = OMIT,
        start_at: str | Omit = OMIT,
        end_at: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyIterationResponse:
        """修改迭代.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号.
            name: 标题.
            goal: 目标.
            assignee: 处理人 ID.
            start_at: 开始时间,格式:2020-01-01. Format date.
            end_at: 结束时间,格式:2020-01-01. Format date.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_ITERATION,
            Values(
                body={
                    "ProjectName": project_name,
                    "IterationCode": iteration_code,
                    "Name": name,
                    "Goal": goal,
                    "Assignee": assignee,
                    "StartAt": start_at,
                    "EndAt": end_at,
                },
            ),
            options,
            self.modify_iteration,
        )

    async def plan_iteration_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        issue_code: Sequence[int] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.PlanIterationIssueResponse:
        """批量规划迭代.

        Args:
            project_name: 项目名称.
            iteration_code: 迭代编号,如需把事项移出迭代,则传 0.
            issue_code: 需要规划的事项编号列表.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _PLAN_ITERATION_ISSUE,
            Values(
                body={"ProjectName": project_name, "IterationCode": iteration_code, "IssueCode": issue_code},
            ),
            options,
            self.plan_iteration_issue,
        )
