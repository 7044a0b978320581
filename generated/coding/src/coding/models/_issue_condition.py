"""Models of IssueCondition."""

from pydantic import Field

from .._model import Integer, Model


class IssueCondition(Model):
    key: str | None = Field(default=None, validation_alias="Key", serialization_alias="Key")
    """字段名,例如:STATUS_TYPE。
    如果是自定义字段,则 Key 为 \"CUSTOM\",并且需指定 CustomFieldId
    """
    value: str | None = Field(default=None, validation_alias="Value", serialization_alias="Value")
    """筛选值,多选时各值以逗号隔开。
    日期格式: 2020-08-01,日期时间格式: 2020-08-01 12:00:00
    如果字段类型是整数、小数、日期、日期时间,其值应写成一个范围,两端都是闭区间,起始值和结束值用\"_\"相连,例如:\"0.1_5.0\"、\"2020-08-01_2020-08-31\"。
    """
    const_value: str | None = Field(default=None, validation_alias="ConstValue", serialization_alias="ConstValue")
    """常量值
    \"UNSPECIFIC\" 表示未指定,例如:在处理人、需求类型、标签等字段上用它,可筛选出没有指定处理人、需求类型或标签的事项。
    """
    custom_field_id: Integer | None = Field(
        default=None, validation_alias="CustomFieldId", serialization_alias="CustomFieldId"
    )
    """自定义字段 Id,当 Key 为 \"CUSTOM\" 时需设置此值,常规字段不必设置。"""
