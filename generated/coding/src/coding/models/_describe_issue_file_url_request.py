"""Models of DescribeIssueFileUrlRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeIssueFileUrlRequest(Model):
    action: Literal["DescribeIssueFileUrl"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssueFileUrl"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    file_id: Integer | None = Field(default=None, validation_alias="FileId", serialization_alias="FileId")
    """文件 Id"""
