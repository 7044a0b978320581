"""Models of DepotData."""

from pydantic import Field

from .._model import Model
from ._depot_info import DepotInfo


class DepotData(Model):
    """仓库信息列表"""

    depots: list[DepotInfo] | None = Field(default=None, validation_alias="Depots", serialization_alias="Depots")
    """仓库信息列表"""
