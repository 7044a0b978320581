"""Models of Iteration."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model, Number


class Iteration(Model):
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """标题"""
    code: Integer | None = Field(default=None, validation_alias="Code", serialization_alias="Code")
    """迭代编号,项目内唯一"""
    goal: str | None = Field(default=None, validation_alias="Goal", serialization_alias="Goal")
    """迭代目标"""
    start_at: Integer | None = Field(default=None, validation_alias="StartAt", serialization_alias="StartAt")
    """开始时间,时间戳,-28800000 代表尚未设置"""
    end_at: Integer | None = Field(default=None, validation_alias="EndAt", serialization_alias="EndAt")
    """结束时间,时间戳,-28800000 代表尚未设置"""
    assignee: Integer | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人 ID ,为 0 代表尚未设置"""
    creator: Integer | None = Field(default=None, validation_alias="Creator", serialization_alias="Creator")
    """创建人 ID"""
    starter: Integer | None = Field(default=None, validation_alias="Starter", serialization_alias="Starter")
    """开始人 ID"""
    completer: Integer | None = Field(default=None, validation_alias="Completer", serialization_alias="Completer")
    """完成人 ID"""
    status: Literal["WAIT_PROCESS", "PROCESSING", "COMPLETED"] | str | None = Field(
        default=None, validation_alias="Status", serialization_alias="Status"
    )
    """迭代状态:WAIT_PROCESS,PROCESSING,COMPLETED"""
    wait_process_count: Integer | None = Field(
        default=None, validation_alias="WaitProcessCount", serialization_alias="WaitProcessCount"
    )
    """迭代中待处理事项总数"""
    processing_count: Integer | None = Field(
        default=None, validation_alias="ProcessingCount", serialization_alias="ProcessingCount"
    )
    """迭代中进行中事项总数"""
    completed_count: Integer | None = Field(
        default=None, validation_alias="CompletedCount", serialization_alias="CompletedCount"
    )
    """迭代中完成事项总数"""
    completed_percent: Number | None = Field(
        default=None, validation_alias="CompletedPercent", serialization_alias="CompletedPercent"
    )
    """迭代中事项完成比率"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""
    deleter: Integer | None = Field(default=None, validation_alias="Deleter", serialization_alias="Deleter")
