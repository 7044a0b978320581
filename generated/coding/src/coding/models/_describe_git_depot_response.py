"""Models of DescribeGitDepotResponse."""

from pydantic import Field

from .._model import Model
from ._depot_info import DepotInfo


class DescribeGitDepotResult(Model):
    depot: DepotInfo | None = Field(default=None, validation_alias="Depot", serialization_alias="Depot")
    """仓库详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitDepotResponse(Model):
    response: DescribeGitDepotResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
