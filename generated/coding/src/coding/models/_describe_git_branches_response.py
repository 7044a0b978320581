"""Models of DescribeGitBranchesResponse."""

from pydantic import Field

from .._model import Integer, Model
from ._git_branch import GitBranch


class DescribeGitBranchesResult(Model):
    branches: list[GitBranch] | None = Field(default=None, validation_alias="Branches", serialization_alias="Branches")
    """分支列表"""
    total_count: Integer | None = Field(default=None, validation_alias="TotalCount", serialization_alias="TotalCount")
    """总条数"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitBranchesResponse(Model):
    response: DescribeGitBranchesResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
