"""Models of ModifyProjectPermissionRequest."""

from typing import Literal

from pydantic import Field

from .._model import Boolean, Integer, Model


class ModifyProjectPermissionRequest(Model):
    action: Literal["ModifyProjectPermission"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyProjectPermission。"""
    role_id: Integer | None = Field(default=None, validation_alias="RoleId", serialization_alias="RoleId")
    """权限 ID"""
    user_gk: str | None = Field(default=None, validation_alias="UserGK", serialization_alias="UserGK")
    """user gk"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 Id"""
    action_flag: Boolean | None = Field(default=None, validation_alias="ActionFlag", serialization_alias="ActionFlag")
    """权限创建、删除"""
