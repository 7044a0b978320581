"""Models of CreateGitBranchResponse."""

from pydantic import Field

from .._model import Model


class CreateGitBranchResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateGitBranchResponse(Model):
    response: CreateGitBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
