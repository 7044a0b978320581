"""Models of DescribeGitCommitNoteResponse."""

from pydantic import Field

from .._model import Model


class DescribeGitCommitNoteResult(Model):
    commit_note: str | None = Field(default=None, validation_alias="CommitNote", serialization_alias="CommitNote")
    """提交注释"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitCommitNoteResponse(Model):
    response: DescribeGitCommitNoteResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
