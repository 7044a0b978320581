"""Models of DescribeGitTagsByBranchResponse."""

from pydantic import Field

from .._model import Model


class DescribeGitTagsByBranchResult(Model):
    tags: str | list[str] | None = Field(default=None, validation_alias="Tags", serialization_alias="Tags")
    """标签列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitTagsByBranchResponse(Model):
    response: DescribeGitTagsByBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
