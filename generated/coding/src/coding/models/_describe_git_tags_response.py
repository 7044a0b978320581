"""Models of DescribeGitTagsResponse."""

from pydantic import Field

from .._model import Model
from ._git_tag import GitTag


class DescribeGitTagsResult(Model):
    git_tags: list[GitTag] | None = Field(default=None, validation_alias="GitTags", serialization_alias="GitTags")
    """tag 集合"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitTagsResponse(Model):
    response: DescribeGitTagsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
