"""Models of DeleteIssueWorkHoursRequest."""

from typing import Literal

from pydantic import Field

from .._model import Boolean, Integer, Model


class DeleteIssueWorkHoursRequest(Model):
    action: Literal["DeleteIssueWorkHours"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DeleteIssueWorkHours。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    work_hour_log_id: Integer | None = Field(
        default=None, validation_alias="WorkHourLogId", serialization_alias="WorkHourLogId"
    )
    """工时日志 Id"""
    rollback_remaining_hours: Boolean | None = Field(
        default=None, validation_alias="RollbackRemainingHours", serialization_alias="RollbackRemainingHours"
    )
    """此条工时日志所用的工时是否退回剩余工时,默认:false"""
