"""Models of ModifyDepotNameResponse."""

from pydantic import Field

from .._model import Model
from ._depot_info import DepotInfo


class ModifyDepotNameResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    depot_info: DepotInfo | None = Field(default=None, validation_alias="DepotInfo", serialization_alias="DepotInfo")


class ModifyDepotNameResponse(Model):
    response: ModifyDepotNameResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
