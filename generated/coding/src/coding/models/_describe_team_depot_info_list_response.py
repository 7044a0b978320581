"""Models of DescribeTeamDepotInfoListResponse."""

from pydantic import Field

from .._model import Model
from ._depot_data import DepotData


class DescribeTeamDepotInfoListResult(Model):
    depot_data: DepotData | None = Field(default=None, validation_alias="DepotData", serialization_alias="DepotData")
    """仓库信息详情列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeTeamDepotInfoListResponse(Model):
    response: DescribeTeamDepotInfoListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
