"""Models of CreateDepotByTemplateResponse."""

from pydantic import Field

from .._model import Model
from ._depot_info import DepotInfo


class CreateDepotByTemplateResult(Model):
    depot_info: DepotInfo | None = Field(default=None, validation_alias="DepotInfo", serialization_alias="DepotInfo")
    """仓库数据"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateDepotByTemplateResponse(Model):
    response: CreateDepotByTemplateResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
