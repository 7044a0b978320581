"""Models of ModifyIssueRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model, Number
from ._issue_custom_field_form import IssueCustomFieldForm


class ModifyIssueRequest(Model):
    action: Literal["ModifyIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    parent_code: Integer | None = Field(default=None, validation_alias="ParentCode", serialization_alias="ParentCode")
    """所属事项 Code"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """事项名称"""
    status_id: Integer | None = Field(default=None, validation_alias="StatusId", serialization_alias="StatusId")
    """事项状态 Id"""
    assignee_id: Integer | None = Field(default=None, validation_alias="AssigneeId", serialization_alias="AssigneeId")
    """指派人 Id"""
    due_date: str | None = Field(default=None, validation_alias="DueDate", serialization_alias="DueDate")
    """截止日期"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始日期"""
    working_hours: Number | None = Field(
        default=None, validation_alias="WorkingHours", serialization_alias="WorkingHours"
    )
    """工时(小时)"""
    project_module_id: Integer | None = Field(
        default=None, validation_alias="ProjectModuleId", serialization_alias="ProjectModuleId"
    )
    """项目模块 Id"""
    watcher_ids: list[Integer] | None = Field(
        default=None, validation_alias="WatcherIds", serialization_alias="WatcherIds"
    )
    """添加的事项关注人 Id 列表"""
    del_watcher_ids: list[Integer] | None = Field(
        default=None, validation_alias="DelWatcherIds", serialization_alias="DelWatcherIds"
    )
    """删除的事项关注人 Id 列表"""
    defect_type_id: Integer | None = Field(
        default=None, validation_alias="DefectTypeId", serialization_alias="DefectTypeId"
    )
    """项目缺陷类型 Id"""
    requirement_type_id: Integer | None = Field(
        default=None, validation_alias="RequirementTypeId", serialization_alias="RequirementTypeId"
    )
    """项目需求类型 Id"""
    priority: Literal["0", "1", "2", "3"] | str | None = Field(
        default=None, validation_alias="Priority", serialization_alias="Priority"
    )
    """优先级"""
    story_point: str | None = Field(default=None, validation_alias="StoryPoint", serialization_alias="StoryPoint")
    """故事点,例如:0.5、1"""
    label_ids: list[Integer] | None = Field(default=None, validation_alias="LabelIds", serialization_alias="LabelIds")
    """添加的标签 Id 列表"""
    del_label_ids: list[Integer] | None = Field(
        default=None, validation_alias="DelLabelIds", serialization_alias="DelLabelIds"
    )
    """删除的标签 Id 列表"""
    file_ids: list[Integer] | None = Field(default=None, validation_alias="FileIds", serialization_alias="FileIds")
    """添加的文件 Id 列表"""
    del_file_ids: list[Integer] | None = Field(
        default=None, validation_alias="DelFileIds", serialization_alias="DelFileIds"
    )
    """删除的文件 Id 列表"""
    custom_field_values: list[IssueCustomFieldForm] | None = Field(
        default=None, validation_alias="CustomFieldValues", serialization_alias="CustomFieldValues"
    )
    """自定义属性值列表"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
