"""Models of ModifyDefaultBranchRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class ModifyDefaultBranchRequest(Model):
    action: Literal["ModifyDefaultBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库Id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户Id"""
