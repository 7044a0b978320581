"""Models of DescribeGitTagResponse."""

from pydantic import Field

from .._model import Model
from ._git_tag import GitTag


class DescribeGitTagResult(Model):
    git_tag: GitTag | None = Field(default=None, validation_alias="GitTag", serialization_alias="GitTag")
    """tag"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitTagResponse(Model):
    response: DescribeGitTagResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
