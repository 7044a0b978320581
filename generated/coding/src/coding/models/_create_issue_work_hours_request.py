"""Models of CreateIssueWorkHoursRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model, Number


class CreateIssueWorkHoursRequest(Model):
    action: Literal["CreateIssueWorkHours"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateIssueWorkHours。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    spend_hour: Number | None = Field(default=None, validation_alias="SpendHour", serialization_alias="SpendHour")
    """使用工时"""
    remaining_hour: Number | None = Field(
        default=None, validation_alias="RemainingHour", serialization_alias="RemainingHour"
    )
    """剩余工时"""
    start_at: Integer | str | None = Field(default=None, validation_alias="StartAt", serialization_alias="StartAt")
    """开始时间戳"""
    working_desc: str | None = Field(default=None, validation_alias="WorkingDesc", serialization_alias="WorkingDesc")
    """工作描述"""
