"""Models of CreateGitBranchRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class CreateGitBranchRequest(Model):
    action: Literal["CreateGitBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """要创建的仓库名称"""
    start_point: str | None = Field(default=None, validation_alias="StartPoint", serialization_alias="StartPoint")
    """源分支名称"""
