"""Models of DeleteGitTagResponse."""

from pydantic import Field

from .._model import Model


class DeleteGitTagResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DeleteGitTagResponse(Model):
    response: DeleteGitTagResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
