"""Models of IssueDetail."""

from typing import Annotated, Literal

from pydantic import Field

from .._model import Integer, Model, Number, WholeNumber


class UserSimple(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """用户 Id"""
    status: Integer | None = Field(default=None, validation_alias="Status", serialization_alias="Status")
    """用户状态"""
    avatar: str | None = Field(default=None, validation_alias="Avatar", serialization_alias="Avatar")
    """头像地址"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """姓名"""
    email: str | None = Field(default=None, validation_alias="Email", serialization_alias="Email")
    """邮箱"""
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    media: str | None = Field(default=None, validation_alias="Media", serialization_alias="Media")


class ProjectModule(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """用户 Id"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """模块名称"""


class Label(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """用户 Id"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    color: str | None = Field(default=None, validation_alias="Color", serialization_alias="Color")
    """颜色"""


class ProjectFile(Model):
    file_id: Integer | None = Field(default=None, validation_alias="FileId", serialization_alias="FileId")
    """文件 Id"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """文件名称"""
    type_: Annotated[Literal[0, 1, 2, 3, 4] | int, WholeNumber] | None = Field(
        default=None, validation_alias="Type", serialization_alias="Type"
    )
    """类型"""
    size: Integer | None = Field(default=None, validation_alias="Size", serialization_alias="Size")
    """大小(比特)"""
    url: str | None = Field(default=None, validation_alias="Url", serialization_alias="Url")
    """下载地址"""


class IssueDetailRequirementType(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")


class DefectType(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    icon_url: str | None = Field(default=None, validation_alias="IconUrl", serialization_alias="IconUrl")


class CustomField(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """自定义属性 Id"""
    value_string: str | None = Field(default=None, validation_alias="ValueString", serialization_alias="ValueString")
    """自定义属性值,JSON 字符串
    返回值的类型取决于自定义属性的 ComponentType,多选类型的值是数组
    另外:自定义属性如果是用户单选(SELECT_MEMBER_SINGLE)、用户多选(SELECT_MEMBER_MULTI),返回的类型就是 UserSimple 对象
    """


class ThirdLink(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """第三方链接 Id"""
    third_type: Literal["MODAO"] | str | None = Field(
        default=None, validation_alias="ThirdType", serialization_alias="ThirdType"
    )
    """第三方链接类型,MODAO - 墨刀"""
    link: str | None = Field(default=None, validation_alias="Link", serialization_alias="Link")
    """链接地址"""
    title: str | None = Field(default=None, validation_alias="Title", serialization_alias="Title")
    """名称"""


class SubTask(Model):
    code: Integer | None = Field(default=None, validation_alias="Code", serialization_alias="Code")
    """事项 Code"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """事项类型"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    """迭代状态 Id"""
    issue_status_name: str | None = Field(
        default=None, validation_alias="IssueStatusName", serialization_alias="IssueStatusName"
    )
    """迭代状态名称"""
    priority: str | None = Field(default=None, validation_alias="Priority", serialization_alias="Priority")
    """优先级"""
    assignee: UserSimple | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人"""


class IssueSimple(Model):
    code: Integer | None = Field(default=None, validation_alias="Code", serialization_alias="Code")
    """事项 Code"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """事项类型"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    """迭代状态 Id"""
    issue_status_name: str | None = Field(
        default=None, validation_alias="IssueStatusName", serialization_alias="IssueStatusName"
    )
    """迭代状态名称"""
    priority: str | None = Field(default=None, validation_alias="Priority", serialization_alias="Priority")
    """优先级"""
    assignee: UserSimple | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人"""


class Epic(Model):
    code: Integer | None = Field(default=None, validation_alias="Code", serialization_alias="Code")
    """事项 Code"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """事项类型"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    """迭代状态 Id"""
    issue_status_name: str | None = Field(
        default=None, validation_alias="IssueStatusName", serialization_alias="IssueStatusName"
    )
    """迭代状态名称"""
    priority: str | None = Field(default=None, validation_alias="Priority", serialization_alias="Priority")
    """优先级"""
    assignee: UserSimple | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人"""


class IterationSimple(Model):
    pass


class IssueDetail(Model):
    parent_type: str | None = Field(default=None, validation_alias="ParentType", serialization_alias="ParentType")
    """父事项类型"""
    code: Integer | None = Field(default=None, validation_alias="Code", serialization_alias="Code")
    """事项 Code"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """事项类型"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
    iteration_id: Integer | None = Field(
        default=None, validation_alias="IterationId", serialization_alias="IterationId"
    )
    """迭代 Id"""
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    """迭代状态 Id"""
    issue_status_name: str | None = Field(
        default=None, validation_alias="IssueStatusName", serialization_alias="IssueStatusName"
    )
    """迭代状态名称"""
    issue_status_type: str | None = Field(
        default=None, validation_alias="IssueStatusType", serialization_alias="IssueStatusType"
    )
    """迭代状态类型,例如:TODO"""
    priority: Literal["0", "1", "2", "3", ""] | str | None = Field(
        default=None, validation_alias="Priority", serialization_alias="Priority"
    )
    """优先级"""
    assignee: UserSimple | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人,当 Assignee.Id 等于 0 时,表示未指定。"""
    start_date: Integer | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始日期时间戳"""
    due_date: Integer | None = Field(default=None, validation_alias="DueDate", serialization_alias="DueDate")
    """截止日期时间戳"""
    working_hours: Number | None = Field(
        default=None, validation_alias="WorkingHours", serialization_alias="WorkingHours"
    )
    """工时(小时)"""
    creator: UserSimple | None = Field(default=None, validation_alias="Creator", serialization_alias="Creator")
    """创建人"""
    story_point: str | None = Field(default=None, validation_alias="StoryPoint", serialization_alias="StoryPoint")
    """故事点,例如:\"0.5\"、\"0\"
    值为空字符串 \"\" 表示未指定。
    """
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""
    completed_at: Integer | None = Field(
        default=None, validation_alias="CompletedAt", serialization_alias="CompletedAt"
    )
    """完成时间"""
    project_module: ProjectModule | None = Field(
        default=None, validation_alias="ProjectModule", serialization_alias="ProjectModule"
    )
    """项目模块,当 ProjectModule.Id 等于 0 时,表示未指定。"""
    watchers: list[UserSimple] | None = Field(default=None, validation_alias="Watchers", serialization_alias="Watchers")
    """关注人"""
    labels: list[Label] | None = Field(default=None, validation_alias="Labels", serialization_alias="Labels")
    """标签列表"""
    files: list[ProjectFile] | None = Field(default=None, validation_alias="Files", serialization_alias="Files")
    """附件列表"""
    requirement_type: IssueDetailRequirementType | None = Field(
        default=None, validation_alias="RequirementType", serialization_alias="RequirementType"
    )
    """需求类型"""
    defect_type: DefectType | None = Field(
        default=None, validation_alias="DefectType", serialization_alias="DefectType"
    )
    """缺陷类型"""
    custom_fields: list[CustomField] | None = Field(
        default=None, validation_alias="CustomFields", serialization_alias="CustomFields"
    )
    """自定义字段列表"""
    third_links: list[ThirdLink] | None = Field(
        default=None, validation_alias="ThirdLinks", serialization_alias="ThirdLinks"
    )
    """第三方链接列表"""
    sub_tasks: list[SubTask] | None = Field(default=None, validation_alias="SubTasks", serialization_alias="SubTasks")
    """子任务列表"""
    parent: IssueSimple | None = Field(default=None, validation_alias="Parent", serialization_alias="Parent")
    """父事项"""
    epic: Epic | None = Field(default=None, validation_alias="Epic", serialization_alias="Epic")
    """所属史诗"""
    iteration: IterationSimple | None = Field(
        default=None, validation_alias="Iteration", serialization_alias="Iteration"
    )
    """所属迭代"""
