"""Models of DescribeGitCommitResponse."""

from pydantic import Field

from .._model import Model
from ._commit import Commit


class DescribeGitCommitResult(Model):
    git_commit: Commit | None = Field(default=None, validation_alias="GitCommit", serialization_alias="GitCommit")
    """提交详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitCommitResponse(Model):
    response: DescribeGitCommitResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
