"""Models of DescribeDifferentBetween2CommitsResponse."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DiffFileInfoDifferentLinesItem(Model):
    index: Integer | None = Field(default=None, validation_alias="Index", serialization_alias="Index")
    """排序号,从小到大依次递增"""
    left_no: Integer | None = Field(default=None, validation_alias="LeftNo", serialization_alias="LeftNo")
    """操作起始行号"""
    prefix: Literal["+", "-", " "] | str | None = Field(
        default=None, validation_alias="Prefix", serialization_alias="Prefix"
    )
    """操作方式:\"+\"表示新增,\"-\"表示删除,\" \"表示不变"""
    right_no: Integer | None = Field(default=None, validation_alias="RightNo", serialization_alias="RightNo")
    """操作结束行号"""
    text: str | None = Field(default=None, validation_alias="Text", serialization_alias="Text")
    """文本"""


class DiffFileInfo(Model):
    different_lines: list[DiffFileInfoDifferentLinesItem] | None = Field(
        default=None, validation_alias="DifferentLines", serialization_alias="DifferentLines"
    )
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """总删除行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """总新增行数"""


class DescribeDifferentBetween2CommitsResult(Model):
    diff_file_info: DiffFileInfo | None = Field(
        default=None, validation_alias="DiffFileInfo", serialization_alias="DiffFileInfo"
    )
    """文件差异信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeDifferentBetween2CommitsResponse(Model):
    response: DescribeDifferentBetween2CommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
