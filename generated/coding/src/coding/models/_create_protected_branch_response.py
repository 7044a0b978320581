"""Models of CreateProtectedBranchResponse."""

from pydantic import Field

from .._model import Model


class CreateProtectedBranchResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateProtectedBranchResponse(Model):
    response: CreateProtectedBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
