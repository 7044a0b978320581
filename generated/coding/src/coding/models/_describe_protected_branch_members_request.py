"""Models of DescribeProtectedBranchMembersRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeProtectedBranchMembersRequest(Model):
    action: Literal["DescribeProtectedBranchMembers"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名称"""
