"""Models of DescribeProjectIssueFieldListRequest."""

from typing import Literal

from pydantic import Field

from .._model import Model


class DescribeProjectIssueFieldListRequest(Model):
    action: Literal["DescribeProjectIssueFieldList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeProjectIssueFieldList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | str | None = Field(
        default=None, validation_alias="IssueType", serialization_alias="IssueType"
    )
    """事项类型"""
