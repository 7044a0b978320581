"""Models of DescribeProtectedBranchMembersResponse."""

from pydantic import Field

from .._model import Boolean, Model


class ProtectedBranchMember(Model):
    has_push_access: Boolean | None = Field(
        default=None, validation_alias="HasPushAccess", serialization_alias="HasPushAccess"
    )
    """是否允许强制推送"""
    has_update_access: Boolean | None = Field(
        default=None, validation_alias="HasUpdateAccess", serialization_alias="HasUpdateAccess"
    )
    """是否允许合并修改分支"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    """用户 globalkey"""


class DescribeProtectedBranchMembersResult(Model):
    members: list[ProtectedBranchMember] | None = Field(
        default=None, validation_alias="Members", serialization_alias="Members"
    )
    """保护分支用户列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProtectedBranchMembersResponse(Model):
    response: DescribeProtectedBranchMembersResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
