"""Models of DescribeProtectedBranchsRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeProtectedBranchsRequest(Model):
    action: Literal["DescribeProtectedBranchs"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
