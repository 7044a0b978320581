"""工时."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_DESCRIBE_ISSUE_WORK_LOG_LIST: Operation[models.DescribeIssueWorkLogListResponse] = Operation(
    "DescribeIssueWorkLogList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeIssueWorkLogListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeIssueWorkLogList"},
    body=Body("application/json", "json", {"Action": "DescribeIssueWorkLogList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_CREATE_ISSUE_WORK_HOURS: Operation[models.CreateIssueWorkHoursResponse] = Operation(
    "CreateIssueWorkHours",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateIssueWorkHoursResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateIssueWorkHours"},
    body=Body("application/json", "json", {"Action": "CreateIssueWorkHours"}, True),
    accept="application/json",
    envelope="response",
)
_DELETE_ISSUE_WORK_HOURS: Operation[models.DeleteIssueWorkHoursResponse] = Operation(
    "DeleteIssueWorkHours",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteIssueWorkHoursResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteIssueWorkHours"},
    body=Body("application/json", "json", {"Action": "DeleteIssueWorkHours"}, True),
    accept="application/json",
    envelope="response",
)


class 工时:
    """Operations: 工时."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def describe_issue_work_log_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueWorkLogListResponse:
        """查询工时日志列表.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ISSUE_WORK_LOG_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_issue_work_log_list,
        )

    def create_issue_work_hours(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        spend_hour: int | float | Omit = OMIT,
        remaining_hour: int | float | Omit = OMIT,
        start_at: int | str | Omit = OMIT,
        working_desc: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueWorkHoursResponse:
        """登记工时.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            spend_hour: 使用工时. Format float.
            remaining_hour: 剩余工时. Format float.
            start_at: 开始时间戳.
            working_desc: 工作描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_ISSUE_WORK_HOURS,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueCode": issue_code,
                    "SpendHour": spend_hour,
                    "RemainingHour": remaining_hour,
                    "StartAt": start_at,
                    "WorkingDesc": working_desc,
                },
            ),
            options,
            self.create_issue_work_hours,
        )

    def delete_issue_work_hours(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        work_hour_log_id: int | Omit = OMIT,
        rollback_remaining_hours: bool | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueWorkHoursResponse:
        """删除工时日志.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            work_hour_log_id: 工时日志 Id.
            rollback_remaining_hours: 此条工时日志所用的工时是否退回剩余工时,默认:false. The server's default is False.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_ISSUE_WORK_HOURS,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueCode": issue_code,
                    "WorkHourLogId": work_hour_log_id,
                    "RollbackRemainingHours": rollback_remaining_hours,
                },
            ),
            options,
            self.delete_issue_work_hours,
        )


class Async工时:
    """Operations: 工时, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def describe_issue_work_log_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueWorkLogListResponse:
        """查询工时日志列表.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ISSUE_WORK_LOG_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_issue_work_log_list,
        )

    async def create_issue_work_hours(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        spend_hour: int | float | Omit = OMIT,
        remaining_hour: int | float | Omit = OMIT,
        start_at: int | str | Omit = OMIT,
        working_desc: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueWorkHoursResponse:
        """登记工时.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            spend_hour: 使用工时. Format float.
            remaining_hour: 剩余工时. Format float.
            start_at: 开始时间戳.
            working_desc: 工作描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_ISSUE_WORK_HOURS,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueCode": issue_code,
                    "SpendHour": spend_hour,
                    "RemainingHour": remaining_hour,
                    "StartAt": start_at,
                    "WorkingDesc": working_desc,
                },
            ),
            options,
            self.create_issue_work_hours,
        )

    async def delete_issue_work_hours(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        work_hour_log_id: int | Omit = OMIT,
        rollback_remaining_hours: bool | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueWorkHoursResponse:
        """删除工时日志.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            work_hour_log_id: 工时日志 Id.
            rollback_remaining_hours: 此条工时日志所用的工时是否退回剩余工时,默认:false. The server's default is False.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_ISSUE_WORK_HOURS,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueCode": issue_code,
                    "WorkHourLogId": work_hour_log_id,
                    "RollbackRemainingHours": rollback_remaining_hours,
                },
            ),
            options,
            self.delete_issue_work_hours,
        )
