"""Models of DescribeProjectIssueFieldListResponse."""

from typing import Literal

from pydantic import Field

from .._model import Boolean, Integer, Model


class IssueFieldOption(Model):
    icon: str | None = Field(default=None, validation_alias="Icon", serialization_alias="Icon")
    """选项图标地址"""
    sort: str | None = Field(default=None, validation_alias="Sort", serialization_alias="Sort")
    """排序"""
    title: str | None = Field(default=None, validation_alias="Title", serialization_alias="Title")
    """选项标题"""
    value: str | None = Field(default=None, validation_alias="Value", serialization_alias="Value")
    """选项值"""


class IssueField(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """属性 Id"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    icon_url: str | None = Field(default=None, validation_alias="IconUrl", serialization_alias="IconUrl")
    """图标地址"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """字段类型"""
    component_type: (
        Literal[
            "TEXT_SINGLE_LINE",
            "TEXT_MULTI_LINE",
            "SELECT_SINGLE",
            "SELECT_MULTI",
            "RADIO",
            "CHECKBOX",
            "SELECT_MEMBER_SINGLE",
            "SELECT_MEMBER_MULTI",
            "TEXT_DATETIME",
            "TEXT_DATE",
            "TEXT_INTEGER",
            "TEXT_DECIMAL",
        ]
        | str
        | None
    ) = Field(default=None, validation_alias="ComponentType", serialization_alias="ComponentType")
    """字段空间类型"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """事项类型"""
    options: list[IssueFieldOption] | None = Field(
        default=None, validation_alias="Options", serialization_alias="Options"
    )
    """选项列表"""
    unit: str | None = Field(default=None, validation_alias="Unit", serialization_alias="Unit")
    """单位"""
    selectable: Boolean | None = Field(default=None, validation_alias="Selectable", serialization_alias="Selectable")
    """项目中属性可选"""
    required: Boolean | None = Field(default=None, validation_alias="Required", serialization_alias="Required")
    """是否比天"""
    editable: Boolean | None = Field(default=None, validation_alias="Editable", serialization_alias="Editable")
    """是否可修改"""
    deletable: Boolean | None = Field(default=None, validation_alias="Deletable", serialization_alias="Deletable")
    """是否可删除"""
    sortable: Boolean | None = Field(default=None, validation_alias="Sortable", serialization_alias="Sortable")
    """是否可排序"""
    created_by: Integer | None = Field(default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy")
    """创建者"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")


class ProjectIssueField(Model):
    issue_field_id: Integer | None = Field(
        default=None, validation_alias="IssueFieldId", serialization_alias="IssueFieldId"
    )
    """关联属性 Id"""
    need_default: str | Boolean | None = Field(
        default=None, validation_alias="NeedDefault", serialization_alias="NeedDefault"
    )
    """是否有默认值"""
    value_string: str | None = Field(default=None, validation_alias="ValueString", serialization_alias="ValueString")
    """默认值, JSON 字符串。例如:{\"type\":\"VARIABLE\",\"value\":\"CREATOR\"}
    type:默认值类型,VARIABLE - 变量值(如创建者为 CREATOR) | CONSTANT - 常量值
    value:默认值,其类型随 IssueField.ComponentType 而变,可能有多种:数值、字符串、数组等
    """
    issue_type: str | None = Field(default=None, validation_alias="IssueType", serialization_alias="IssueType")
    """事项类型"""
    required: str | Boolean | None = Field(default=None, validation_alias="Required", serialization_alias="Required")
    """是否必填"""
    issue_field: IssueField | None = Field(
        default=None, validation_alias="IssueField", serialization_alias="IssueField"
    )
    """关联属性"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""


class DescribeProjectIssueFieldListResult(Model):
    project_issue_field_list: list[ProjectIssueField] | None = Field(
        default=None, validation_alias="ProjectIssueFieldList", serialization_alias="ProjectIssueFieldList"
    )
    """项目属性列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeProjectIssueFieldListResponse(Model):
    response: DescribeProjectIssueFieldListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
