"""Models of CreateGitDepotResponse."""

from pydantic import Field

from .._model import Integer, Model


class CreateGitDepotResult(Model):
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateGitDepotResponse(Model):
    response: CreateGitDepotResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
