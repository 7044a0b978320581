"""Models of CreateGitTagResponse."""

from pydantic import Field

from .._model import Model


class CreateGitTagResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateGitTagResponse(Model):
    response: CreateGitTagResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
