"""Models of Project."""

from pydantic import Field

from .._model import Boolean, Integer, Model


class Project(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """项目 ID"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """更新时间"""
    status: Integer | None = Field(default=None, validation_alias="Status", serialization_alias="Status")
    """状态"""
    type_: Integer | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """类型"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    display_name: str | None = Field(default=None, validation_alias="DisplayName", serialization_alias="DisplayName")
    """显示名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
    icon: str | None = Field(default=None, validation_alias="Icon", serialization_alias="Icon")
    """图标"""
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")
    """团队 ID"""
    is_demo: Boolean | None = Field(default=None, validation_alias="IsDemo", serialization_alias="IsDemo")
    """是否为模板项目"""
    max_member: Integer | None = Field(default=None, validation_alias="MaxMember", serialization_alias="MaxMember")
    """最大团员数"""
    user_owner_id: Integer | None = Field(
        default=None, validation_alias="UserOwnerId", serialization_alias="UserOwnerId"
    )
    """个人所有者 ID"""
    archived: Boolean | None = Field(default=None, validation_alias="Archived", serialization_alias="Archived")
    """是否压缩"""
    start_date: Integer | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """项目开始时间"""
    team_owner_id: Integer | None = Field(
        default=None, validation_alias="TeamOwnerId", serialization_alias="TeamOwnerId"
    )
    """团队所有者 ID"""
    end_date: Integer | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """项目结束时间"""
