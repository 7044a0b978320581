"""Models of Commiter."""

from pydantic import Field

from .._model import Model


class Commiter(Model):
    email: str | None = Field(default=None, validation_alias="Email", serialization_alias="Email")
    """email 地址"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """姓名"""
