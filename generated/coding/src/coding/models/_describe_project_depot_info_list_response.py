"""Models of DescribeProjectDepotInfoListResponse."""

from pydantic import Field

from .._model import Model
from ._depot_data import DepotData


class DescribeProjectDepotInfoListResult(Model):
    depot_data: DepotData | None = Field(default=None, validation_alias="DepotData", serialization_alias="DepotData")
    """返回信息包"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProjectDepotInfoListResponse(Model):
    response: DescribeProjectDepotInfoListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
