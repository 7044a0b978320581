"""Models of ProtectedBranch."""

from pydantic import Field

from .._model import Boolean, Integer, Model


class ProtectedBranch(Model):
    commit_date: Integer | None = Field(default=None, validation_alias="CommitDate", serialization_alias="CommitDate")
    """提交时间戳,单位毫秒"""
    deny_force_push: Boolean | None = Field(
        default=None, validation_alias="DenyForcePush", serialization_alias="DenyForcePush"
    )
    """是否禁止强制推送"""
    force_squash: Boolean | None = Field(
        default=None, validation_alias="ForceSquash", serialization_alias="ForceSquash"
    )
    """是否使用 squash 推送"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    status_check: Boolean | None = Field(
        default=None, validation_alias="StatusCheck", serialization_alias="StatusCheck"
    )
    """是否开启状态检查"""
