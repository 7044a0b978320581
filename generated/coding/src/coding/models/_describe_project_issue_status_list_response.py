"""Models of DescribeProjectIssueStatusListResponse."""

from pydantic import Field

from .._model import Boolean, Integer, Model


class IssueStatus(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """事项状态 Id"""
    index: Integer | None = Field(default=None, validation_alias="Index", serialization_alias="Index")
    """状态序号"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """类型,例如:TODO、PROCESSING、COMPLETED"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
    is_system: Boolean | None = Field(default=None, validation_alias="IsSystem", serialization_alias="IsSystem")
    """是否是系统内置"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""


class ProjectIssueStatus(Model):
    issue_type: str | None = Field(default=None, validation_alias="IssueType", serialization_alias="IssueType")
    """事项类型"""
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    """事项状态 Id"""
    is_default: Boolean | None = Field(default=None, validation_alias="IsDefault", serialization_alias="IsDefault")
    """是否是默认值"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""
    sort: Integer | None = Field(default=None, validation_alias="Sort", serialization_alias="Sort")
    """排序"""
    issue_status: str | IssueStatus | None = Field(
        default=None, validation_alias="IssueStatus", serialization_alias="IssueStatus"
    )
    """事项状态"""


class DescribeProjectIssueStatusListResult(Model):
    project_issue_status_list: list[ProjectIssueStatus] | None = Field(
        default=None, validation_alias="ProjectIssueStatusList", serialization_alias="ProjectIssueStatusList"
    )
    """项目状态列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeProjectIssueStatusListResponse(Model):
    response: DescribeProjectIssueStatusListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
