"""Models of DescribeMergeRequestCommitsResponse."""

from pydantic import Field

from .._model import Model
from ._commit import Commit


class DescribeMergeRequestCommitsResult(Model):
    commits: list[Commit] | None = Field(default=None, validation_alias="Commits", serialization_alias="Commits")
    """请求提交列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestCommitsResponse(Model):
    response: DescribeMergeRequestCommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
