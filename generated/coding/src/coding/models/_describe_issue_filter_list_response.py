"""Models of DescribeIssueFilterListResponse."""

from typing import Any

from pydantic import Field

from .._model import Boolean, Integer, Model


class IssueFilter(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """过滤器 ID"""
    issue_type: str | None = Field(default=None, validation_alias="IssueType", serialization_alias="IssueType")
    """事项类型"""
    creator_id: Integer | None = Field(default=None, validation_alias="CreatorId", serialization_alias="CreatorId")
    """创建人 ID"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    is_system: Boolean | None = Field(default=None, validation_alias="IsSystem", serialization_alias="IsSystem")
    """是否是团队筛选器"""
    shared_team: Boolean | None = Field(default=None, validation_alias="SharedTeam", serialization_alias="SharedTeam")
    """是否是系统自带"""
    is_default: Boolean | None = Field(default=None, validation_alias="IsDefault", serialization_alias="IsDefault")
    """默认筛选器"""
    content: str | None = Field(default=None, validation_alias="Content", serialization_alias="Content")
    """筛选组合,JSON 字符串
    例如:{\"filterIssueType\":\"ALL\",\"sort\":{\"key\":\"PRIORITY\",\"value\":\"DESC\"},\"conditions\":[{\"value\":[\"TODO\",\"PROCESSING\"],\"key\":\"STATUS_TYPE\",\"fixed\":true,\"filterIssueType\":\"ALL\",\"projectId\":1},{\"value\":[],\"key\":\"ASSIGNEE\",\"fixed\":true,\"constValue\":[\"UNSPECIFIC\"],\"filterIssueType\":\"ALL\",\"projectId\":1}
    """
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""


class IssueFilterListData(Model):
    system_filter_list: list[IssueFilter] | None = Field(
        default=None, validation_alias="SystemFilterList", serialization_alias="SystemFilterList"
    )
    """系统过滤器列表"""
    custom_filter_list: list[Any] | None = Field(
        default=None, validation_alias="CustomFilterList", serialization_alias="CustomFilterList"
    )


class DescribeIssueFilterListResult(Model):
    data: IssueFilterListData | None = Field(default=None, validation_alias="Data", serialization_alias="Data")
    """过滤器列表,由系统过滤器和自定义过滤器组成。"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueFilterListResponse(Model):
    response: DescribeIssueFilterListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
