"""Models of DeleteGitDepotResponse."""

from pydantic import Field

from .._model import Model


class DeleteGitDepotResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DeleteGitDepotResponse(Model):
    response: DeleteGitDepotResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
