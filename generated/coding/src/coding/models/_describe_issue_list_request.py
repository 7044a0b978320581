"""Models of DescribeIssueListRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model
from ._issue_condition import IssueCondition


class DescribeIssueListRequest(Model):
    action: Literal["DescribeIssueList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssueList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | str | None = Field(
        default=None, validation_alias="IssueType", serialization_alias="IssueType"
    )
    """事项类型"""
    offset: Integer | None = Field(default=None, validation_alias="Offset", serialization_alias="Offset")
    """偏移量"""
    limit: Integer | None = Field(default=None, validation_alias="Limit", serialization_alias="Limit")
    """限制数目"""
    conditions: list[IssueCondition] | None = Field(
        default=None, validation_alias="Conditions", serialization_alias="Conditions"
    )
    """筛选条件列表"""
    sort_key: str | None = Field(default=None, validation_alias="SortKey", serialization_alias="SortKey")
    """排序字段,默认:CODE"""
    sort_value: Literal["DESC", "ASC"] | str | None = Field(
        default=None, validation_alias="SortValue", serialization_alias="SortValue"
    )
    """排序方式"""
