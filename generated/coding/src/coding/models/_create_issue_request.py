"""Models of CreateIssueRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model, Number
from ._create_third_link_form import CreateThirdLinkForm
from ._issue_custom_field_form import IssueCustomFieldForm


class CreateIssueRequest(Model):
    action: Literal["CreateIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    type_: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | str | None = Field(
        default=None, validation_alias="Type", serialization_alias="Type"
    )
    """事项类型"""
    parent_code: Integer | None = Field(default=None, validation_alias="ParentCode", serialization_alias="ParentCode")
    """所属事项 Code,当 Type 为 SUB_TASK 时需指定"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """事项名称"""
    status_id: Integer | None = Field(default=None, validation_alias="StatusId", serialization_alias="StatusId")
    """事项状态 Id"""
    assignee_id: Integer | None = Field(default=None, validation_alias="AssigneeId", serialization_alias="AssigneeId")
    """指派人 Id"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
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
    """事项关注人 Id 列表"""
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
    """紧急程度"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代 Code,当 Type 为 EPIC 或 SUB_TASK 时,此值会被忽略"""
    epic_code: Integer | None = Field(default=None, validation_alias="EpicCode", serialization_alias="EpicCode")
    """史诗 Code,当 Type 为 EPIC 或 SUB_TASK 时,不传此值"""
    story_point: str | None = Field(default=None, validation_alias="StoryPoint", serialization_alias="StoryPoint")
    """故事点,例如:0.5、1"""
    label_ids: list[Integer] | None = Field(default=None, validation_alias="LabelIds", serialization_alias="LabelIds")
    """标签 Id 列表"""
    file_ids: list[Integer] | None = Field(default=None, validation_alias="FileIds", serialization_alias="FileIds")
    """文件 Id 列表"""
    target_sort_code: Integer | None = Field(
        default=None, validation_alias="TargetSortCode", serialization_alias="TargetSortCode"
    )
    """排序目标位置的事项 code
    可不填,此时排在最后
    """
    third_links: list[CreateThirdLinkForm] | None = Field(
        default=None, validation_alias="ThirdLinks", serialization_alias="ThirdLinks"
    )
    """第三方链接列表"""
    custom_field_values: list[IssueCustomFieldForm] | None = Field(
        default=None, validation_alias="CustomFieldValues", serialization_alias="CustomFieldValues"
    )
    """自定义属性值列表"""
