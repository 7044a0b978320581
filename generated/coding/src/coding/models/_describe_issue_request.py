"""Models of DescribeIssueRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeIssueRequest(Model):
    action: Literal["DescribeIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
