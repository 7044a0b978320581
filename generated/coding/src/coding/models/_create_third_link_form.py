"""Models of CreateThirdLinkForm."""

from typing import Literal

from pydantic import Field

from .._model import Model


class CreateThirdLinkForm(Model):
    third_type: Literal["MODAO"] | str | None = Field(
        default=None, validation_alias="ThirdType", serialization_alias="ThirdType"
    )
    """第三方链接类型,MODAO - 墨刀"""
    title: str | None = Field(default=None, validation_alias="Title", serialization_alias="Title")
    """链接标题"""
    link: str | None = Field(default=None, validation_alias="Link", serialization_alias="Link")
    """链接地址"""
