"""Models of DescribeProtectedBranchResponse."""

from pydantic import Field

from .._model import Model
from ._protected_branch import ProtectedBranch


class DescribeProtectedBranchResult(Model):
    protected_branch: ProtectedBranch | None = Field(
        default=None, validation_alias="ProtectedBranch", serialization_alias="ProtectedBranch"
    )
    """保护分支详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProtectedBranchResponse(Model):
    response: DescribeProtectedBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
