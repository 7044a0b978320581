"""Models of ModifyDepotDescriptionResponse."""

from pydantic import Field

from .._model import Model


class ModifyDepotDescriptionResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class ModifyDepotDescriptionResponse(Model):
    response: ModifyDepotDescriptionResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
