"""Models of IssueCustomFieldForm."""

from pydantic import Field

from .._model import Integer, Model


class IssueCustomFieldForm(Model):
    """应先调用查询属性设置,得到属性的 Id 和取值。"""

    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """事项自定义属性 Id"""
    content: str | None = Field(default=None, validation_alias="Content", serialization_alias="Content")
    """自定义属性值
    多选时,各值之间以逗号 “,” 分隔
    """
