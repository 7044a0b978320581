"""Models of DescribeGitTagsByBranchRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeGitTagsByBranchRequest(Model):
    action: Literal["DescribeGitTagsByBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    branch: str | None = Field(default=None, validation_alias="Branch", serialization_alias="Branch")
    """合并请求 id"""
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
