"""Models of DescribeGitBranchResponse."""

from pydantic import Field

from .._model import Model
from ._git_branch import GitBranch


class DescribeGitBranchResult(Model):
    git_branch: GitBranch | None = Field(default=None, validation_alias="GitBranch", serialization_alias="GitBranch")
    """分支详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitBranchResponse(Model):
    response: DescribeGitBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
