"""Models of DescribeCodingProjectsRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeCodingProjectsRequest(Model):
    action: Literal["DescribeCodingProjects"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeCodingProjects。"""
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """页数"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """每页条数"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
