"""Models of CreateProtectedBranchMemberResponse."""

from pydantic import Field

from .._model import Model


class CreateProtectedBranchMemberResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateProtectedBranchMemberResponse(Model):
    response: CreateProtectedBranchMemberResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
