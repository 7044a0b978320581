"""Models of DeleteGitBranchResponse."""

from pydantic import Field

from .._model import Model


class DeleteGitBranchResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DeleteGitBranchResponse(Model):
    response: DeleteGitBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
