"""Models of DescribeProtectedBranchsResponse."""

from pydantic import Field

from .._model import Model
from ._protected_branch import ProtectedBranch


class DescribeProtectedBranchsResult(Model):
    protected_branchs: list[ProtectedBranch] | None = Field(
        default=None, validation_alias="ProtectedBranchs", serialization_alias="ProtectedBranchs"
    )
    """保护分支列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProtectedBranchsResponse(Model):
    response: DescribeProtectedBranchsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
