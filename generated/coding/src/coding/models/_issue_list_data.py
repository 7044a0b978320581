"""Models of IssueListData."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model, Number


class IssueListData(Model):
    parent_type: str | None = Field(default=None, validation_alias="ParentType", serialization_alias="ParentType")
    """父事项类型"""
    code: Integer | None = Field(default=None, validation_alias="Code", serialization_alias="Code")
    """事项 Code"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """事项类型"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
    iteration_id: Integer | None = Field(
        default=None, validation_alias="IterationId", serialization_alias="IterationId"
    )
    """迭代 Id"""
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    """迭代状态 Id"""
    issue_status_name: str | None = Field(
        default=None, validation_alias="IssueStatusName", serialization_alias="IssueStatusName"
    )
    """迭代状态名称"""
    issue_status_type: str | None = Field(
        default=None, validation_alias="IssueStatusType", serialization_alias="IssueStatusType"
    )
    """迭代状态类型,例如:TODO"""
    priority: Literal["0", "1", "2", "3", ""] | str | None = Field(
        default=None, validation_alias="Priority", serialization_alias="Priority"
    )
    """优先级"""
    assignee_id: Integer | None = Field(default=None, validation_alias="AssigneeId", serialization_alias="AssigneeId")
    """处理人 Id"""
    start_date: Integer | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始日期时间戳"""
    due_date: Integer | None = Field(default=None, validation_alias="DueDate", serialization_alias="DueDate")
    """截止日期时间戳"""
    working_hours: Number | None = Field(
        default=None, validation_alias="WorkingHours", serialization_alias="WorkingHours"
    )
    """工时(小时)"""
    creator_id: Integer | None = Field(default=None, validation_alias="CreatorId", serialization_alias="CreatorId")
    """创建人 Id"""
    story_point: str | None = Field(default=None, validation_alias="StoryPoint", serialization_alias="StoryPoint")
    """故事点,例如:\"0.5\"、\"0\"
    值为空字符串 \"\" 表示未指定。
    """
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""
    completed_at: Integer | None = Field(
        default=None, validation_alias="CompletedAt", serialization_alias="CompletedAt"
    )
    """完成时间"""
