"""Models of CreateProtectedBranchMemberRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class CreateProtectedBranchMemberRequest(Model):
    action: Literal["CreateProtectedBranchMember"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名称"""
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    """需要添加用户的 global_key"""
