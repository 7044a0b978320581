"""Models of DescribeGitCommitsResponse."""

from pydantic import Field

from .._model import Model
from ._commit import Commit


class DescribeGitCommitsResult(Model):
    commits: list[Commit] | None = Field(default=None, validation_alias="Commits", serialization_alias="Commits")
    """提交详情列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitCommitsResponse(Model):
    response: DescribeGitCommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
