"""Models of ModifyProjectRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class ModifyProjectRequest(Model):
    action: Literal["ModifyProject"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyProject"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 id"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """项目标识"""
    display_name: str | None = Field(default=None, validation_alias="DisplayName", serialization_alias="DisplayName")
    """项目名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """项目描述"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始时间"""
    end_date: str | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """结束时间"""
