"""Models of DescribeGitBranchesByShaResponse."""

from pydantic import Field

from .._model import Model


class DescribeGitBranchesByShaResultRefsItem(Model):
    ref: str | None = Field(default=None, validation_alias="Ref", serialization_alias="Ref")


class DescribeGitBranchesByShaResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    refs: list[DescribeGitBranchesByShaResultRefsItem] | None = Field(
        default=None, validation_alias="Refs", serialization_alias="Refs"
    )


class DescribeGitBranchesByShaResponse(Model):
    response: DescribeGitBranchesByShaResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
