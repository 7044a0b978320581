"""Models of DescribeIssueFilterListRequest."""

from typing import Literal

from pydantic import Field

from .._model import Model


class DescribeIssueFilterListRequest(Model):
    action: Literal["DescribeIssueFilterList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssueFilterList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | str | None = Field(
        default=None, validation_alias="IssueType", serialization_alias="IssueType"
    )
    """事项类型"""
