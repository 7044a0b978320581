"""Models of CreateIterationRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class CreateIterationRequest(Model):
    action: Literal["CreateIteration"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateIteration"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """标题"""
    goal: str | None = Field(default=None, validation_alias="Goal", serialization_alias="Goal")
    """目标"""
    assignee: Integer | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人 ID"""
    start_at: str | None = Field(default=None, validation_alias="StartAt", serialization_alias="StartAt")
    """开始时间,格式:2020-01-01"""
    end_at: str | None = Field(default=None, validation_alias="EndAt", serialization_alias="EndAt")
    """结束时间,格式:2020-01-01"""
