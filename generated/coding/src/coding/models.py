"""Models of the JSON objects of the API; unknown properties are kept, values outside an enumeration are accepted."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from ._model import Boolean, Integer, Model, Number, WholeNumber


class Project(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """项目 ID"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """更新时间"""
    status: Integer | None = Field(default=None, validation_alias="Status", serialization_alias="Status")
    """状态"""
    type_: Integer | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """类型"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    display_name: str | None = Field(default=None, validation_alias="DisplayName", serialization_alias="DisplayName")
    """显示名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
    icon: str | None = Field(default=None, validation_alias="Icon", serialization_alias="Icon")
    """图标"""
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")
    """团队 ID"""
    is_demo: Boolean | None = Field(default=None, validation_alias="IsDemo", serialization_alias="IsDemo")
    """是否为模板项目"""
    max_member: Integer | None = Field(default=None, validation_alias="MaxMember", serialization_alias="MaxMember")
    """最大团员数"""
    user_owner_id: Integer | None = Field(
        default=None, validation_alias="UserOwnerId", serialization_alias="UserOwnerId"
    )
    """个人所有者 ID"""
    archived: Boolean | None = Field(default=None, validation_alias="Archived", serialization_alias="Archived")
    """是否压缩"""
    start_date: Integer | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """项目开始时间"""
    team_owner_id: Integer | None = Field(
        default=None, validation_alias="TeamOwnerId", serialization_alias="TeamOwnerId"
    )
    """团队所有者 ID"""
    end_date: Integer | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """项目结束时间"""


class ProjectsData(Model):
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """第几页"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """每页条数"""
    total_count: Integer | None = Field(default=None, validation_alias="TotalCount", serialization_alias="TotalCount")
    """总条数"""
    project_list: list[Project] | None = Field(
        default=None, validation_alias="ProjectList", serialization_alias="ProjectList"
    )
    """项目集合"""


class User(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """用户 ID"""
    status: Integer | None = Field(default=None, validation_alias="Status", serialization_alias="Status")
    """状态(新用户/已激活)"""
    email: str | None = Field(default=None, validation_alias="Email", serialization_alias="Email")
    """邮箱"""
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    """用户唯一标志"""
    avatar: str | None = Field(default=None, validation_alias="Avatar", serialization_alias="Avatar")
    """头像地址"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """姓名"""
    name_pin_yin: str | None = Field(default=None, validation_alias="NamePinYin", serialization_alias="NamePinYin")
    """姓名拼音"""
    phone: str | None = Field(default=None, validation_alias="Phone", serialization_alias="Phone")
    """联系电话"""
    phone_validation: Integer | None = Field(
        default=None, validation_alias="PhoneValidation", serialization_alias="PhoneValidation"
    )
    """手机是否已验证"""
    email_validation: Integer | None = Field(
        default=None, validation_alias="EmailValidation", serialization_alias="EmailValidation"
    )
    """邮箱是否已验证"""
    phone_region_code: str | None = Field(
        default=None, validation_alias="PhoneRegionCode", serialization_alias="PhoneRegionCode"
    )
    """手机号地区"""
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")
    """团队 ID"""


class CreateThirdLinkForm(Model):
    third_type: Literal["MODAO"] | str | None = Field(
        default=None, validation_alias="ThirdType", serialization_alias="ThirdType"
    )
    """第三方链接类型,MODAO - 墨刀"""
    title: str | None = Field(default=None, validation_alias="Title", serialization_alias="Title")
    """链接标题"""
    link: str | None = Field(default=None, validation_alias="Link", serialization_alias="Link")
    """链接地址"""


class IssueCustomFieldForm(Model):
    """应先调用查询属性设置,得到属性的 Id 和取值。"""

    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """事项自定义属性 Id"""
    content: str | None = Field(default=None, validation_alias="Content", serialization_alias="Content")
    """自定义属性值
    多选时,各值之间以逗号 “,” 分隔
    """


class IssueFilterListData(Model):
    system_filter_list: list[IssueFilter] | None = Field(
        default=None, validation_alias="SystemFilterList", serialization_alias="SystemFilterList"
    )
    """系统过滤器列表"""
    custom_filter_list: list[Any] | None = Field(
        default=None, validation_alias="CustomFilterList", serialization_alias="CustomFilterList"
    )


class IssueFilter(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """过滤器 ID"""
    issue_type: str | None = Field(default=None, validation_alias="IssueType", serialization_alias="IssueType")
    """事项类型"""
    creator_id: Integer | None = Field(default=None, validation_alias="CreatorId", serialization_alias="CreatorId")
    """创建人 ID"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    is_system: Boolean | None = Field(default=None, validation_alias="IsSystem", serialization_alias="IsSystem")
    """是否是团队筛选器"""
    shared_team: Boolean | None = Field(default=None, validation_alias="SharedTeam", serialization_alias="SharedTeam")
    """是否是系统自带"""
    is_default: Boolean | None = Field(default=None, validation_alias="IsDefault", serialization_alias="IsDefault")
    """默认筛选器"""
    content: str | None = Field(default=None, validation_alias="Content", serialization_alias="Content")
    """筛选组合,JSON 字符串
    例如:{\"filterIssueType\":\"ALL\",\"sort\":{\"key\":\"PRIORITY\",\"value\":\"DESC\"},\"conditions\":[{\"value\":[\"TODO\",\"PROCESSING\"],\"key\":\"STATUS_TYPE\",\"fixed\":true,\"filterIssueType\":\"ALL\",\"projectId\":1},{\"value\":[],\"key\":\"ASSIGNEE\",\"fixed\":true,\"constValue\":[\"UNSPECIFIC\"],\"filterIssueType\":\"ALL\",\"projectId\":1}
    """
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""


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


class IssueListData(Model):
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
    assignee_id: Integer | None = Field(default=None, validation_alias="AssigneeId", serialization_alias="AssigneeId")
    """处理人 Id"""
    start_date: Integer | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始日期时间戳"""
    due_date: Integer | None = Field(default=None, validation_alias="DueDate", serialization_alias="DueDate")
    """截止日期时间戳"""
    working_hours: Number | None = Field(
        default=None, validation_alias="WorkingHours", serialization_alias="WorkingHours"
    )
    """工时(小时)"""
    creator_id: Integer | None = Field(default=None, validation_alias="CreatorId", serialization_alias="CreatorId")
    """创建人 Id"""
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


class ProjectIssueField(Model):
    issue_field_id: Integer | None = Field(
        default=None, validation_alias="IssueFieldId", serialization_alias="IssueFieldId"
    )
    """关联属性 Id"""
    need_default: str | Boolean | None = Field(
        default=None, validation_alias="NeedDefault", serialization_alias="NeedDefault"
    )
    """是否有默认值"""
    value_string: str | None = Field(default=None, validation_alias="ValueString", serialization_alias="ValueString")
    """默认值, JSON 字符串。例如:{\"type\":\"VARIABLE\",\"value\":\"CREATOR\"}
    type:默认值类型,VARIABLE - 变量值(如创建者为 CREATOR) | CONSTANT - 常量值
    value:默认值,其类型随 IssueField.ComponentType 而变,可能有多种:数值、字符串、数组等
    """
    issue_type: str | None = Field(default=None, validation_alias="IssueType", serialization_alias="IssueType")
    """事项类型"""
    required: str | Boolean | None = Field(default=None, validation_alias="Required", serialization_alias="Required")
    """是否必填"""
    issue_field: IssueField | None = Field(
        default=None, validation_alias="IssueField", serialization_alias="IssueField"
    )
    """关联属性"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""


class IssueField(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """属性 Id"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    icon_url: str | None = Field(default=None, validation_alias="IconUrl", serialization_alias="IconUrl")
    """图标地址"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """字段类型"""
    component_type: (
        Literal[
            "TEXT_SINGLE_LINE",
            "TEXT_MULTI_LINE",
            "SELECT_SINGLE",
            "SELECT_MULTI",
            "RADIO",
            "CHECKBOX",
            "SELECT_MEMBER_SINGLE",
            "SELECT_MEMBER_MULTI",
            "TEXT_DATETIME",
            "TEXT_DATE",
            "TEXT_INTEGER",
            "TEXT_DECIMAL",
        ]
        | str
        | None
    ) = Field(default=None, validation_alias="ComponentType", serialization_alias="ComponentType")
    """字段空间类型"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """事项类型"""
    options: list[IssueFieldOption] | None = Field(
        default=None, validation_alias="Options", serialization_alias="Options"
    )
    """选项列表"""
    unit: str | None = Field(default=None, validation_alias="Unit", serialization_alias="Unit")
    """单位"""
    selectable: Boolean | None = Field(default=None, validation_alias="Selectable", serialization_alias="Selectable")
    """项目中属性可选"""
    required: Boolean | None = Field(default=None, validation_alias="Required", serialization_alias="Required")
    """是否比天"""
    editable: Boolean | None = Field(default=None, validation_alias="Editable", serialization_alias="Editable")
    """是否可修改"""
    deletable: Boolean | None = Field(default=None, validation_alias="Deletable", serialization_alias="Deletable")
    """是否可删除"""
    sortable: Boolean | None = Field(default=None, validation_alias="Sortable", serialization_alias="Sortable")
    """是否可排序"""
    created_by: Integer | None = Field(default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy")
    """创建者"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")


class IssueFieldOption(Model):
    icon: str | None = Field(default=None, validation_alias="Icon", serialization_alias="Icon")
    """选项图标地址"""
    sort: str | None = Field(default=None, validation_alias="Sort", serialization_alias="Sort")
    """排序"""
    title: str | None = Field(default=None, validation_alias="Title", serialization_alias="Title")
    """选项标题"""
    value: str | None = Field(default=None, validation_alias="Value", serialization_alias="Value")
    """选项值"""


class ProjectIssueStatus(Model):
    issue_type: str | None = Field(default=None, validation_alias="IssueType", serialization_alias="IssueType")
    """事项类型"""
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    """事项状态 Id"""
    is_default: Boolean | None = Field(default=None, validation_alias="IsDefault", serialization_alias="IsDefault")
    """是否是默认值"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""
    sort: Integer | None = Field(default=None, validation_alias="Sort", serialization_alias="Sort")
    """排序"""
    issue_status: str | IssueStatus | None = Field(
        default=None, validation_alias="IssueStatus", serialization_alias="IssueStatus"
    )
    """事项状态"""


class IssueStatus(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """事项状态 Id"""
    index: Integer | None = Field(default=None, validation_alias="Index", serialization_alias="Index")
    """状态序号"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    """类型,例如:TODO、PROCESSING、COMPLETED"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
    is_system: Boolean | None = Field(default=None, validation_alias="IsSystem", serialization_alias="IsSystem")
    """是否是系统内置"""
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    """创建时间"""
    updated_at: Integer | None = Field(default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt")
    """修改时间"""


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


class DepotData(Model):
    """仓库信息列表"""

    depots: list[DepotInfo] | None = Field(default=None, validation_alias="Depots", serialization_alias="Depots")
    """仓库信息列表"""


class DepotInfo(Model):
    """仓库信息"""

    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """仓库名称"""
    https_url: str | None = Field(default=None, validation_alias="HttpsUrl", serialization_alias="HttpsUrl")
    """仓库的https地址"""
    ssh_url: str | None = Field(default=None, validation_alias="SshUrl", serialization_alias="SshUrl")
    """仓库的ssh地址"""
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """仓库id"""
    vcs_type: Literal["git", "svn"] | str | None = Field(
        default=None, validation_alias="VcsType", serialization_alias="VcsType"
    )
    """仓库类型,可取的值为 git 或者 svn"""
    web_url: str | None = Field(default=None, validation_alias="WebUrl", serialization_alias="WebUrl")
    """仓库 webURL"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目Id"""


class DifferentOfCommitInfo(Model):
    commits: list[DifferentOfCommitInfoCommitsItem] | None = Field(
        default=None, validation_alias="Commits", serialization_alias="Commits"
    )
    different_of_commits: list[DifferentOfCommitInfoDifferentOfCommitsItem] | None = Field(
        default=None, validation_alias="DifferentOfCommits", serialization_alias="DifferentOfCommits"
    )
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """删除的行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """新增的行数"""
    update_file_num: Integer | None = Field(
        default=None, validation_alias="UpdateFileNum", serialization_alias="UpdateFileNum"
    )
    """修改的文件数"""


class DiffFileInfo(Model):
    different_lines: list[DiffFileInfoDifferentLinesItem] | None = Field(
        default=None, validation_alias="DifferentLines", serialization_alias="DifferentLines"
    )
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """总删除行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """总新增行数"""


class ProtectedBranch(Model):
    commit_date: Integer | None = Field(default=None, validation_alias="CommitDate", serialization_alias="CommitDate")
    """提交时间戳,单位毫秒"""
    deny_force_push: Boolean | None = Field(
        default=None, validation_alias="DenyForcePush", serialization_alias="DenyForcePush"
    )
    """是否禁止强制推送"""
    force_squash: Boolean | None = Field(
        default=None, validation_alias="ForceSquash", serialization_alias="ForceSquash"
    )
    """是否使用 squash 推送"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    status_check: Boolean | None = Field(
        default=None, validation_alias="StatusCheck", serialization_alias="StatusCheck"
    )
    """是否开启状态检查"""


class ProtectedBranchMember(Model):
    has_push_access: Boolean | None = Field(
        default=None, validation_alias="HasPushAccess", serialization_alias="HasPushAccess"
    )
    """是否允许强制推送"""
    has_update_access: Boolean | None = Field(
        default=None, validation_alias="HasUpdateAccess", serialization_alias="HasUpdateAccess"
    )
    """是否允许合并修改分支"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """名称"""
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    """用户 globalkey"""


class Commit(Model):
    short_message: str | None = Field(default=None, validation_alias="ShortMessage", serialization_alias="ShortMessage")
    """提交消息"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交 sha 值"""
    commit_date: Integer | None = Field(default=None, validation_alias="CommitDate", serialization_alias="CommitDate")
    """提交时间戳"""
    commiter: Commiter | None = Field(default=None, validation_alias="Commiter", serialization_alias="Commiter")
    """提交者"""


class Commiter(Model):
    email: str | None = Field(default=None, validation_alias="Email", serialization_alias="Email")
    """email 地址"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """姓名"""


class MergeRequestInfo(Model):
    describe: str | None = Field(default=None, validation_alias="Describe", serialization_alias="Describe")
    """描述,为 markdown 格式"""
    status: Literal["CANMERGE", "ACCEPTED", "CANNOTMERGE", "REFUSED", "CANCEL", "MERGING", "ABNORMAL"] | str | None = (
        Field(default=None, validation_alias="Status", serialization_alias="Status")
    )
    """合并状态"""
    title: str | None = Field(default=None, validation_alias="Title", serialization_alias="Title")
    """合并标题"""
    target_branch: str | None = Field(default=None, validation_alias="TargetBranch", serialization_alias="TargetBranch")
    """目标分支"""
    source_branch: Boolean | str | None = Field(
        default=None, validation_alias="SourceBranch", serialization_alias="SourceBranch"
    )
    """源分支"""


class MergeRequestFileDiff(Model):
    file_diffs: list[FileDiff] | None = Field(
        default=None, validation_alias="FileDiffs", serialization_alias="FileDiffs"
    )
    """文件差别列表"""
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """总删除行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """总新增行数"""
    old_sha: str | None = Field(default=None, validation_alias="OldSha", serialization_alias="OldSha")
    """旧请求的 sha 值"""
    new_sha: str | None = Field(default=None, validation_alias="NewSha", serialization_alias="NewSha")
    """新请求的 sha 值"""


class FileDiff(Model):
    change_type: Literal["ADD", "MODIFY", "DELETE", "REPLACE"] | str | None = Field(
        default=None, validation_alias="ChangeType", serialization_alias="ChangeType"
    )
    """操作类型"""
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """总删除行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """总新增行数"""
    object_id: str | None = Field(default=None, validation_alias="ObjectId", serialization_alias="ObjectId")
    """objectId"""
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """文件路径"""


class MergeRequestLog(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """ID"""
    action: str | None = Field(default=None, validation_alias="Action", serialization_alias="Action")
    """操作方式"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """操作用户姓名"""


class IssueSimpleData(Model):
    code: Integer | None = Field(default=None, validation_alias="Code", serialization_alias="Code")
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    issue_status_id: Integer | None = Field(
        default=None, validation_alias="IssueStatusId", serialization_alias="IssueStatusId"
    )
    issue_status_name: str | None = Field(
        default=None, validation_alias="IssueStatusName", serialization_alias="IssueStatusName"
    )
    issue_status_type: str | None = Field(
        default=None, validation_alias="IssueStatusType", serialization_alias="IssueStatusType"
    )
    priority: str | None = Field(default=None, validation_alias="Priority", serialization_alias="Priority")
    assignee: IssueSimpleDataAssignee | None = Field(
        default=None, validation_alias="Assignee", serialization_alias="Assignee"
    )


class IssueWorkLog(Model):
    working_desc: str | None = Field(default=None, validation_alias="WorkingDesc", serialization_alias="WorkingDesc")
    issue_id: Integer | None = Field(default=None, validation_alias="IssueId", serialization_alias="IssueId")
    record_hours: Integer | None = Field(
        default=None, validation_alias="RecordHours", serialization_alias="RecordHours"
    )
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    remaining_hours: Integer | None = Field(
        default=None, validation_alias="RemainingHours", serialization_alias="RemainingHours"
    )


class GitTag(Model):
    tag_name: str | None = Field(default=None, validation_alias="TagName", serialization_alias="TagName")
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")


class GitBranch(Model):
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    is_default_branch: Boolean | None = Field(
        default=None, validation_alias="IsDefaultBranch", serialization_alias="IsDefaultBranch"
    )
    is_protected: Boolean | None = Field(
        default=None, validation_alias="IsProtected", serialization_alias="IsProtected"
    )
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")


class CommitNote(Model):
    pass


class DefectType(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    icon_url: str | None = Field(default=None, validation_alias="IconUrl", serialization_alias="IconUrl")


class IterationSimple(Model):
    pass


class PostApiOauthAccessTokenResponse(Model):
    access_token: str | None = None
    refresh_token: str | None = None
    team: str | None = None
    expires_in: str | None = None
    token_type: str | None = None


class GetApiMeResponse(Model):
    avatar: str | None = None
    created_at: Integer | None = None
    global_key: str | None = None
    name: str | None = None
    name_pinyin: str | None = None
    updated_at: Integer | None = None
    path: str | None = None
    id: Integer | None = None
    team: str | None = None
    email_validation: Integer | None = None


class CreateCodingProjectRequest(Model):
    action: Literal["CreateCodingProject"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateCodingProject"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """项目标识"""
    display_name: str | None = Field(default=None, validation_alias="DisplayName", serialization_alias="DisplayName")
    """项目名称"""
    git_readme_enabled: Boolean | None = Field(
        default=None, validation_alias="GitReadmeEnabled", serialization_alias="GitReadmeEnabled"
    )
    """启用 README.md 文件初始化项目 true|false"""
    vcs_type: Literal["git", "svn", "hg"] | str | None = Field(
        default=None, validation_alias="VcsType", serialization_alias="VcsType"
    )
    """git|svn|hg"""
    create_svn_layout: Boolean | None = Field(
        default=None, validation_alias="CreateSvnLayout", serialization_alias="CreateSvnLayout"
    )
    """是否为 SVN 仓库建立推荐布局 默认 false"""
    shared: Annotated[Literal[0, 1] | int, WholeNumber] | None = Field(
        default=None, validation_alias="Shared", serialization_alias="Shared"
    )
    project_template: Literal["CODE_HOST", "PROJECT_MANAGE", "DEV_OPS", "DEMO_BEGIN"] | str | None = Field(
        default=None, validation_alias="ProjectTemplate", serialization_alias="ProjectTemplate"
    )
    """项目模版 CODE_HOST 代码托管项目, PROJECT_MANAGE 项目管理项目, DEV_OPS DevOps 项目, DEMO_BEGIN 范例项目"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """项目描述"""
    icon: str | None = Field(default=None, validation_alias="Icon", serialization_alias="Icon")
    """项目图标"""
    git_ignore: str | None = Field(default=None, validation_alias="GitIgnore", serialization_alias="GitIgnore")
    """git ignore 文件类型"""


class CreateCodingProjectResponse(Model):
    response: CreateCodingProjectResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateCodingProjectResult(Model):
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 Id"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class ModifyProjectRequest(Model):
    action: Literal["ModifyProject"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyProject"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 id"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """项目标识"""
    display_name: str | None = Field(default=None, validation_alias="DisplayName", serialization_alias="DisplayName")
    """项目名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """项目描述"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始时间"""
    end_date: str | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """结束时间"""


class ModifyProjectResponse(Model):
    response: ModifyProjectResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyProjectResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DeleteOneProjectRequest(Model):
    action: Literal["DeleteOneProject"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DeleteOneProject"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 Id"""


class DeleteOneProjectResponse(Model):
    response: DeleteOneProjectResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteOneProjectResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeOneProjectRequest(Model):
    action: Literal["DescribeOneProject"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeOneProject"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 Id"""


class DescribeOneProjectResponse(Model):
    response: DescribeOneProjectResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeOneProjectResult(Model):
    project: Project | None = Field(default=None, validation_alias="Project", serialization_alias="Project")
    """项目信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeCodingProjectsRequest(Model):
    action: Literal["DescribeCodingProjects"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeCodingProjects。"""
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """页数"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """每页条数"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""


class DescribeCodingProjectsResponse(Model):
    response: DescribeCodingProjectsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeCodingProjectsResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""
    data: ProjectsData | None = Field(default=None, validation_alias="Data", serialization_alias="Data")
    """项目列表数据"""


class DescribeUserProjectsRequest(Model):
    action: Literal["DescribeUserProjects"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeUserProjects"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """成员 Id"""
    user_id_2: Integer | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """成员 Id"""


class DescribeUserProjectsResponse(Model):
    response: DescribeUserProjectsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeUserProjectsResult(Model):
    project_list: list[Project] | None = Field(
        default=None, validation_alias="ProjectList", serialization_alias="ProjectList"
    )
    """项目列表信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeCodingCurrentUserRequest(Model):
    action: Literal["DescribeCodingCurrentUser"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeCodingCurrentUser"""


class DescribeCodingCurrentUserResponse(Model):
    response: DescribeCodingCurrentUserResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeCodingCurrentUserResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""
    user: User | None = Field(default=None, validation_alias="User", serialization_alias="User")
    """用户个人信息"""


class ModifyProjectPermissionRequest(Model):
    action: Literal["ModifyProjectPermission"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyProjectPermission。"""
    role_id: Integer | None = Field(default=None, validation_alias="RoleId", serialization_alias="RoleId")
    """权限 ID"""
    user_gk: str | None = Field(default=None, validation_alias="UserGK", serialization_alias="UserGK")
    """user gk"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 Id"""
    action_flag: Boolean | None = Field(default=None, validation_alias="ActionFlag", serialization_alias="ActionFlag")
    """权限创建、删除"""


class ModifyProjectPermissionResponse(Model):
    response: ModifyProjectPermissionResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyProjectPermissionResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeRequirementDefectRelationRequest(Model):
    action: Literal["DescribeRequirementDefectRelation"] = Field(
        validation_alias="Action", serialization_alias="Action"
    )
    """公共参数,调用此接口时取值:DescribeRequirementDefectRelation。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    requirement_code: Integer | None = Field(
        default=None, validation_alias="RequirementCode", serialization_alias="RequirementCode"
    )
    """需求 Code"""


class DescribeRequirementDefectRelationResponse(Model):
    response: DescribeRequirementDefectRelationResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeRequirementDefectRelationResult(Model):
    issues: list[IssueSimpleData] | None = Field(default=None, validation_alias="Issues", serialization_alias="Issues")
    """缺陷列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class ModifyDefectRelatedRequirementRequest(Model):
    action: Literal["ModifyDefectRelatedRequirement"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyDefectRelatedRequirement。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    defect_code: Integer | None = Field(default=None, validation_alias="DefectCode", serialization_alias="DefectCode")
    """缺陷 Code"""
    requirement_code: Integer | None = Field(
        default=None, validation_alias="RequirementCode", serialization_alias="RequirementCode"
    )
    """需求 Code"""


class ModifyDefectRelatedRequirementResponse(Model):
    response: ModifyDefectRelatedRequirementResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyDefectRelatedRequirementResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateRequirementDefectRelationRequest(Model):
    action: Literal["CreateRequirementDefectRelation"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateRequirementDefectRelation。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    requirement_code: Integer | None = Field(
        default=None, validation_alias="RequirementCode", serialization_alias="RequirementCode"
    )
    """需求 Code"""
    defect_code: Integer | None = Field(default=None, validation_alias="DefectCode", serialization_alias="DefectCode")
    """缺陷 Code"""


class CreateRequirementDefectRelationResponse(Model):
    response: CreateRequirementDefectRelationResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateRequirementDefectRelationResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateIssueRequest(Model):
    action: Literal["CreateIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    type_: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | str | None = Field(
        default=None, validation_alias="Type", serialization_alias="Type"
    )
    """事项类型"""
    parent_code: Integer | None = Field(default=None, validation_alias="ParentCode", serialization_alias="ParentCode")
    """所属事项 Code,当 Type 为 SUB_TASK 时需指定"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """事项名称"""
    status_id: Integer | None = Field(default=None, validation_alias="StatusId", serialization_alias="StatusId")
    """事项状态 Id"""
    assignee_id: Integer | None = Field(default=None, validation_alias="AssigneeId", serialization_alias="AssigneeId")
    """指派人 Id"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """描述"""
    due_date: str | None = Field(default=None, validation_alias="DueDate", serialization_alias="DueDate")
    """截止日期"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始日期"""
    working_hours: Number | None = Field(
        default=None, validation_alias="WorkingHours", serialization_alias="WorkingHours"
    )
    """工时(小时)"""
    project_module_id: Integer | None = Field(
        default=None, validation_alias="ProjectModuleId", serialization_alias="ProjectModuleId"
    )
    """项目模块 Id"""
    watcher_ids: list[Integer] | None = Field(
        default=None, validation_alias="WatcherIds", serialization_alias="WatcherIds"
    )
    """事项关注人 Id 列表"""
    defect_type_id: Integer | None = Field(
        default=None, validation_alias="DefectTypeId", serialization_alias="DefectTypeId"
    )
    """项目缺陷类型 Id"""
    requirement_type_id: Integer | None = Field(
        default=None, validation_alias="RequirementTypeId", serialization_alias="RequirementTypeId"
    )
    """项目需求类型 Id"""
    priority: Literal["0", "1", "2", "3"] | str | None = Field(
        default=None, validation_alias="Priority", serialization_alias="Priority"
    )
    """紧急程度"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代 Code,当 Type 为 EPIC 或 SUB_TASK 时,此值会被忽略"""
    epic_code: Integer | None = Field(default=None, validation_alias="EpicCode", serialization_alias="EpicCode")
    """史诗 Code,当 Type 为 EPIC 或 SUB_TASK 时,不传此值"""
    story_point: str | None = Field(default=None, validation_alias="StoryPoint", serialization_alias="StoryPoint")
    """故事点,例如:0.5、1"""
    label_ids: list[Integer] | None = Field(default=None, validation_alias="LabelIds", serialization_alias="LabelIds")
    """标签 Id 列表"""
    file_ids: list[Integer] | None = Field(default=None, validation_alias="FileIds", serialization_alias="FileIds")
    """文件 Id 列表"""
    target_sort_code: Integer | None = Field(
        default=None, validation_alias="TargetSortCode", serialization_alias="TargetSortCode"
    )
    """排序目标位置的事项 code
    可不填,此时排在最后
    """
    third_links: list[CreateThirdLinkForm] | None = Field(
        default=None, validation_alias="ThirdLinks", serialization_alias="ThirdLinks"
    )
    """第三方链接列表"""
    custom_field_values: list[IssueCustomFieldForm] | None = Field(
        default=None, validation_alias="CustomFieldValues", serialization_alias="CustomFieldValues"
    )
    """自定义属性值列表"""


class CreateIssueResponse(Model):
    response: CreateIssueResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateIssueResult(Model):
    issue: IssueDetail | None = Field(default=None, validation_alias="Issue", serialization_alias="Issue")
    """事项信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DeleteIssueRequest(Model):
    action: Literal["DeleteIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DeleteIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    issue_type: str | None = Field(default=None, validation_alias="IssueType", serialization_alias="IssueType")
    """事项类型,可不填"""


class DeleteIssueResponse(Model):
    response: DeleteIssueResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteIssueResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueFileUrlRequest(Model):
    action: Literal["DescribeIssueFileUrl"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssueFileUrl"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    file_id: Integer | None = Field(default=None, validation_alias="FileId", serialization_alias="FileId")
    """文件 Id"""


class DescribeIssueFileUrlResponse(Model):
    response: DescribeIssueFileUrlResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeIssueFileUrlResult(Model):
    url: str | None = Field(default=None, validation_alias="Url", serialization_alias="Url")
    """文件下载地址"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueFilterListRequest(Model):
    action: Literal["DescribeIssueFilterList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssueFilterList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | str | None = Field(
        default=None, validation_alias="IssueType", serialization_alias="IssueType"
    )
    """事项类型"""


class DescribeIssueFilterListResponse(Model):
    response: DescribeIssueFilterListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeIssueFilterListResult(Model):
    data: IssueFilterListData | None = Field(default=None, validation_alias="Data", serialization_alias="Data")
    """过滤器列表,由系统过滤器和自定义过滤器组成。"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueListRequest(Model):
    action: Literal["DescribeIssueList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssueList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | str | None = Field(
        default=None, validation_alias="IssueType", serialization_alias="IssueType"
    )
    """事项类型"""
    offset: Integer | None = Field(default=None, validation_alias="Offset", serialization_alias="Offset")
    """偏移量"""
    limit: Integer | None = Field(default=None, validation_alias="Limit", serialization_alias="Limit")
    """限制数目"""
    conditions: list[IssueCondition] | None = Field(
        default=None, validation_alias="Conditions", serialization_alias="Conditions"
    )
    """筛选条件列表"""
    sort_key: str | None = Field(default=None, validation_alias="SortKey", serialization_alias="SortKey")
    """排序字段,默认:CODE"""
    sort_value: Literal["DESC", "ASC"] | str | None = Field(
        default=None, validation_alias="SortValue", serialization_alias="SortValue"
    )
    """排序方式"""


class DescribeIssueListResponse(Model):
    response: DescribeIssueListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeIssueListResult(Model):
    issue_list: list[IssueListData] | None = Field(
        default=None, validation_alias="IssueList", serialization_alias="IssueList"
    )
    """事项列表。"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueRequest(Model):
    action: Literal["DescribeIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""


class DescribeIssueResponse(Model):
    response: DescribeIssueResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeIssueResult(Model):
    issue: IssueDetail | None = Field(default=None, validation_alias="Issue", serialization_alias="Issue")
    """事项信息。"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeProjectIssueFieldListRequest(Model):
    action: Literal["DescribeProjectIssueFieldList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeProjectIssueFieldList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | str | None = Field(
        default=None, validation_alias="IssueType", serialization_alias="IssueType"
    )
    """事项类型"""


class DescribeProjectIssueFieldListResponse(Model):
    response: DescribeProjectIssueFieldListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeProjectIssueFieldListResult(Model):
    project_issue_field_list: list[ProjectIssueField] | None = Field(
        default=None, validation_alias="ProjectIssueFieldList", serialization_alias="ProjectIssueFieldList"
    )
    """项目属性列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeProjectIssueStatusListRequest(Model):
    action: Literal["DescribeProjectIssueStatusList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeProjectIssueStatusList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | str | None = Field(
        default=None, validation_alias="IssueType", serialization_alias="IssueType"
    )
    """事项类型"""


class DescribeProjectIssueStatusListResponse(Model):
    response: DescribeProjectIssueStatusListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeProjectIssueStatusListResult(Model):
    project_issue_status_list: list[ProjectIssueStatus] | None = Field(
        default=None, validation_alias="ProjectIssueStatusList", serialization_alias="ProjectIssueStatusList"
    )
    """项目状态列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class ModifyIssueRequest(Model):
    action: Literal["ModifyIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    parent_code: Integer | None = Field(default=None, validation_alias="ParentCode", serialization_alias="ParentCode")
    """所属事项 Code"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """事项名称"""
    status_id: Integer | None = Field(default=None, validation_alias="StatusId", serialization_alias="StatusId")
    """事项状态 Id"""
    assignee_id: Integer | None = Field(default=None, validation_alias="AssigneeId", serialization_alias="AssigneeId")
    """指派人 Id"""
    due_date: str | None = Field(default=None, validation_alias="DueDate", serialization_alias="DueDate")
    """截止日期"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """开始日期"""
    working_hours: Number | None = Field(
        default=None, validation_alias="WorkingHours", serialization_alias="WorkingHours"
    )
    """工时(小时)"""
    project_module_id: Integer | None = Field(
        default=None, validation_alias="ProjectModuleId", serialization_alias="ProjectModuleId"
    )
    """项目模块 Id"""
    watcher_ids: list[Integer] | None = Field(
        default=None, validation_alias="WatcherIds", serialization_alias="WatcherIds"
    )
    """添加的事项关注人 Id 列表"""
    del_watcher_ids: list[Integer] | None = Field(
        default=None, validation_alias="DelWatcherIds", serialization_alias="DelWatcherIds"
    )
    """删除的事项关注人 Id 列表"""
    defect_type_id: Integer | None = Field(
        default=None, validation_alias="DefectTypeId", serialization_alias="DefectTypeId"
    )
    """项目缺陷类型 Id"""
    requirement_type_id: Integer | None = Field(
        default=None, validation_alias="RequirementTypeId", serialization_alias="RequirementTypeId"
    )
    """项目需求类型 Id"""
    priority: Literal["0", "1", "2", "3"] | str | None = Field(
        default=None, validation_alias="Priority", serialization_alias="Priority"
    )
    """优先级"""
    story_point: str | None = Field(default=None, validation_alias="StoryPoint", serialization_alias="StoryPoint")
    """故事点,例如:0.5、1"""
    label_ids: list[Integer] | None = Field(default=None, validation_alias="LabelIds", serialization_alias="LabelIds")
    """添加的标签 Id 列表"""
    del_label_ids: list[Integer] | None = Field(
        default=None, validation_alias="DelLabelIds", serialization_alias="DelLabelIds"
    )
    """删除的标签 Id 列表"""
    file_ids: list[Integer] | None = Field(default=None, validation_alias="FileIds", serialization_alias="FileIds")
    """添加的文件 Id 列表"""
    del_file_ids: list[Integer] | None = Field(
        default=None, validation_alias="DelFileIds", serialization_alias="DelFileIds"
    )
    """删除的文件 Id 列表"""
    custom_field_values: list[IssueCustomFieldForm] | None = Field(
        default=None, validation_alias="CustomFieldValues", serialization_alias="CustomFieldValues"
    )
    """自定义属性值列表"""
    type_: str | None = Field(default=None, validation_alias="Type", serialization_alias="Type")


class ModifyIssueResponse(Model):
    response: ModifyIssueResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyIssueResult(Model):
    issue: IssueDetail | None = Field(default=None, validation_alias="Issue", serialization_alias="Issue")
    """事项信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeBlockIssueListRequest(Model):
    action: Literal["DescribeBlockIssueList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeBlockIssueList。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""


class DescribeBlockIssueListResponse(Model):
    response: DescribeBlockIssueListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeBlockIssueListResult(Model):
    issues: list[IssueSimpleData] | None = Field(default=None, validation_alias="Issues", serialization_alias="Issues")
    """后置事项列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeBlockedByIssueListRequest(Model):
    action: Literal["DescribeBlockedByIssueList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeBlockedByIssueList。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""


class DescribeBlockedByIssueListResponse(Model):
    response: DescribeBlockedByIssueListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeBlockedByIssueListResult(Model):
    issues: list[IssueSimpleData] | None = Field(default=None, validation_alias="Issues", serialization_alias="Issues")
    """前置事项列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeSubIssueListRequest(Model):
    action: Literal["DescribeSubIssueList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeSubIssueList。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""


class DescribeSubIssueListResponse(Model):
    response: DescribeSubIssueListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeSubIssueListResult(Model):
    sub_issue_list: list[IssueListData] | None = Field(
        default=None, validation_alias="SubIssueList", serialization_alias="SubIssueList"
    )
    """子事项列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DeleteIssueBlockRequest(Model):
    action: Literal["DeleteIssueBlock"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DeleteIssueBlock。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    block_issue_code: Integer | None = Field(
        default=None, validation_alias="BlockIssueCode", serialization_alias="BlockIssueCode"
    )
    """前置事项 Code"""


class DeleteIssueBlockResponse(Model):
    response: DeleteIssueBlockResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteIssueBlockResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateIssueBlockRequest(Model):
    action: Literal["CreateIssueBlock"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateIssueBlock。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    block_issue_code: Integer | None = Field(
        default=None, validation_alias="BlockIssueCode", serialization_alias="BlockIssueCode"
    )
    """前置事项 Code"""


class CreateIssueBlockResponse(Model):
    response: CreateIssueBlockResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateIssueBlockResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class ModifyIssueParentRequirementRequest(Model):
    action: Literal["ModifyIssueParentRequirement"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyIssueParentRequirement。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    parent_issue_code: Integer | None = Field(
        default=None, validation_alias="ParentIssueCode", serialization_alias="ParentIssueCode"
    )
    """父事项 Code"""


class ModifyIssueParentRequirementResponse(Model):
    response: ModifyIssueParentRequirementResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyIssueParentRequirementResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateIterationRequest(Model):
    action: Literal["CreateIteration"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateIteration"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """标题"""
    goal: str | None = Field(default=None, validation_alias="Goal", serialization_alias="Goal")
    """目标"""
    assignee: Integer | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人 ID"""
    start_at: str | None = Field(default=None, validation_alias="StartAt", serialization_alias="StartAt")
    """开始时间,格式:2020-01-01"""
    end_at: str | None = Field(default=None, validation_alias="EndAt", serialization_alias="EndAt")
    """结束时间,格式:2020-01-01"""


class CreateIterationResponse(Model):
    response: CreateIterationResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateIterationResult(Model):
    iteration: Iteration | None = Field(default=None, validation_alias="Iteration", serialization_alias="Iteration")
    """迭代的具体信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DeleteIterationRequest(Model):
    action: Literal["DeleteIteration"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DeleteIteration"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代编号"""


class DeleteIterationResponse(Model):
    response: DeleteIterationResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteIterationResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIterationRequest(Model):
    action: Literal["DescribeIteration"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIteration"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代编号"""


class DescribeIterationResponse(Model):
    response: DescribeIterationResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeIterationResult(Model):
    iteration: Iteration | None = Field(default=None, validation_alias="Iteration", serialization_alias="Iteration")
    """迭代的具体信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIterationListRequest(Model):
    action: Literal["DescribeIterationList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIterationList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    status: list[Literal["WAIT_PROCESS", "PROCESSING", "COMPLETED"] | str] | None = Field(
        default=None, validation_alias="Status", serialization_alias="Status"
    )
    """迭代状态, WAIT_PROCESS,PROCESSING,COMPLETED"""
    assignee: list[Integer] | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人 ID 列表"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """按开始时间过滤,时间格式:2020-12-12"""
    end_date: str | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """按结束时间过滤,时间格式:2020-12-12"""
    keywords: str | None = None
    """通过关键字搜索"""
    offset: Integer | None = Field(default=None, validation_alias="Offset", serialization_alias="Offset")
    """偏移量,默认 0"""
    limit: Integer | None = Field(default=None, validation_alias="Limit", serialization_alias="Limit")
    """每页数量,默认 20"""


class DescribeIterationListResponse(Model):
    response: DescribeIterationListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeIterationListResult(Model):
    data_: DescribeIterationListResultData | None = Field(
        default=None, validation_alias="Data", serialization_alias="Data"
    )
    """迭代的具体信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""
    data: DescribeIterationListResultData | None = None
    """迭代的具体信息"""


class DescribeIterationListResultData(Model):
    page: Integer | None = Field(default=None, validation_alias="Page", serialization_alias="Page")
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    total_page: Integer | None = Field(default=None, validation_alias="TotalPage", serialization_alias="TotalPage")
    total_row: Integer | None = Field(default=None, validation_alias="TotalRow", serialization_alias="TotalRow")
    list_: list[Iteration] | None = Field(default=None, validation_alias="List", serialization_alias="List")


class ModifyIterationRequest(Model):
    action: Literal["ModifyIteration"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:ModifyIteration"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代编号"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """标题"""
    goal: str | None = Field(default=None, validation_alias="Goal", serialization_alias="Goal")
    """目标"""
    assignee: Integer | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人 ID"""
    start_at: str | None = Field(default=None, validation_alias="StartAt", serialization_alias="StartAt")
    """开始时间,格式:2020-01-01"""
    end_at: str | None = Field(default=None, validation_alias="EndAt", serialization_alias="EndAt")
    """结束时间,格式:2020-01-01"""


class ModifyIterationResponse(Model):
    response: ModifyIterationResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyIterationResult(Model):
    iteration: Iteration | None = Field(default=None, validation_alias="Iteration", serialization_alias="Iteration")
    """迭代的具体信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class PlanIterationIssueRequest(Model):
    action: Literal["PlanIterationIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:PlanIterationIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代编号,如需把事项移出迭代,则传 0"""
    issue_code: list[Integer] | None = Field(
        default=None, validation_alias="IssueCode", serialization_alias="IssueCode"
    )
    """需要规划的事项编号列表"""


class PlanIterationIssueResponse(Model):
    response: PlanIterationIssueResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class PlanIterationIssueResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueWorkLogListRequest(Model):
    action: Literal["DescribeIssueWorkLogList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIssueWorkLogList。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""


class DescribeIssueWorkLogListResponse(Model):
    response: DescribeIssueWorkLogListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeIssueWorkLogListResult(Model):
    work_logs: list[IssueWorkLog] | None = Field(
        default=None, validation_alias="WorkLogs", serialization_alias="WorkLogs"
    )
    """工时日志列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateIssueWorkHoursRequest(Model):
    action: Literal["CreateIssueWorkHours"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateIssueWorkHours。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    spend_hour: Number | None = Field(default=None, validation_alias="SpendHour", serialization_alias="SpendHour")
    """使用工时"""
    remaining_hour: Number | None = Field(
        default=None, validation_alias="RemainingHour", serialization_alias="RemainingHour"
    )
    """剩余工时"""
    start_at: Integer | str | None = Field(default=None, validation_alias="StartAt", serialization_alias="StartAt")
    """开始时间戳"""
    working_desc: str | None = Field(default=None, validation_alias="WorkingDesc", serialization_alias="WorkingDesc")
    """工作描述"""


class CreateIssueWorkHoursResponse(Model):
    response: CreateIssueWorkHoursResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateIssueWorkHoursResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DeleteIssueWorkHoursRequest(Model):
    action: Literal["DeleteIssueWorkHours"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DeleteIssueWorkHours。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    issue_code: Integer | None = Field(default=None, validation_alias="IssueCode", serialization_alias="IssueCode")
    """事项 Code"""
    work_hour_log_id: Integer | None = Field(
        default=None, validation_alias="WorkHourLogId", serialization_alias="WorkHourLogId"
    )
    """工时日志 Id"""
    rollback_remaining_hours: Boolean | None = Field(
        default=None, validation_alias="RollbackRemainingHours", serialization_alias="RollbackRemainingHours"
    )
    """此条工时日志所用的工时是否退回剩余工时,默认:false"""


class DeleteIssueWorkHoursResponse(Model):
    response: DeleteIssueWorkHoursResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteIssueWorkHoursResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateGitDepotRequest(Model):
    action: Literal["CreateGitDepot"] = Field(validation_alias="Action", serialization_alias="Action")
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 id"""
    depot_name: str | None = Field(default=None, validation_alias="DepotName", serialization_alias="DepotName")
    """仓库名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """仓库描述"""


class CreateGitDepotResponse(Model):
    response: CreateGitDepotResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateGitDepotResult(Model):
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitDepotRequest(Model):
    action: Literal["DescribeGitDepot"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeGitDepotResponse(Model):
    response: DescribeGitDepotResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitDepotResult(Model):
    depot: DepotInfo | None = Field(default=None, validation_alias="Depot", serialization_alias="Depot")
    """仓库详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DeleteGitDepotRequest(Model):
    action: Literal["DeleteGitDepot"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DeleteGitDepotResponse(Model):
    response: DeleteGitDepotResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteGitDepotResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class ModifyDepotDescriptionRequest(Model):
    action: Literal["ModifyDepotDescription"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户 id"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """仓库描述"""


class ModifyDepotDescriptionResponse(Model):
    response: ModifyDepotDescriptionResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyDepotDescriptionResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class ModifyDepotNameRequest(Model):
    action: Literal["ModifyDepotName"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户 id"""
    depot_name: str | None = Field(default=None, validation_alias="DepotName", serialization_alias="DepotName")
    """新仓库名"""


class ModifyDepotNameResponse(Model):
    response: ModifyDepotNameResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyDepotNameResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    depot_info: DepotInfo | None = Field(default=None, validation_alias="DepotInfo", serialization_alias="DepotInfo")


class CreateGitCommitNoteRequest(Model):
    action: Literal["CreateGitCommitNote"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    commit_sha: str | None = Field(default=None, validation_alias="CommitSha", serialization_alias="CommitSha")
    """提交的 Sha"""
    note: str | None = Field(default=None, validation_alias="Note", serialization_alias="Note")
    """NotesRef"""
    commit_message: str | None = Field(
        default=None, validation_alias="CommitMessage", serialization_alias="CommitMessage"
    )
    """提交信息"""
    notes_ref: str | None = Field(default=None, validation_alias="NotesRef", serialization_alias="NotesRef")
    """注释分支 ref。推荐默认不填"""


class CreateGitCommitNoteResponse(Model):
    response: CreateGitCommitNoteResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateGitCommitNoteResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProjectDepotInfoListRequest(Model):
    action: Literal["DescribeProjectDepotInfoList"] = Field(validation_alias="Action", serialization_alias="Action")
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 id"""


class DescribeProjectDepotInfoListResponse(Model):
    response: DescribeProjectDepotInfoListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeProjectDepotInfoListResult(Model):
    depot_data: DepotData | None = Field(default=None, validation_alias="DepotData", serialization_alias="DepotData")
    """返回信息包"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitTagsRequest(Model):
    action: Literal["DescribeGitTags"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeGitTagsResponse(Model):
    response: DescribeGitTagsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitTagsResult(Model):
    git_tags: list[GitTag] | None = Field(default=None, validation_alias="GitTags", serialization_alias="GitTags")
    """tag 集合"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitTagsByBranchRequest(Model):
    action: Literal["DescribeGitTagsByBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    branch: str | None = Field(default=None, validation_alias="Branch", serialization_alias="Branch")
    """合并请求 id"""
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeGitTagsByBranchResponse(Model):
    response: DescribeGitTagsByBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitTagsByBranchResult(Model):
    tags: str | list[str] | None = Field(default=None, validation_alias="Tags", serialization_alias="Tags")
    """标签列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeTeamDepotInfoListRequest(Model):
    action: Literal["DescribeTeamDepotInfoList"] = Field(validation_alias="Action", serialization_alias="Action")
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")
    """团队Id"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户Id"""


class DescribeTeamDepotInfoListResponse(Model):
    response: DescribeTeamDepotInfoListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeTeamDepotInfoListResult(Model):
    depot_data: DepotData | None = Field(default=None, validation_alias="DepotData", serialization_alias="DepotData")
    """仓库信息详情列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class ModifyDefaultBranchRequest(Model):
    action: Literal["ModifyDefaultBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库Id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户Id"""


class ModifyDefaultBranchResponse(Model):
    response: ModifyDefaultBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class ModifyDefaultBranchResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeGitCommitNoteRequest(Model):
    action: Literal["DescribeGitCommitNote"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    commit_sha: str | None = Field(default=None, validation_alias="CommitSha", serialization_alias="CommitSha")
    """提交的 Sha"""
    notes_ref: str | None = Field(default=None, validation_alias="NotesRef", serialization_alias="NotesRef")
    """注释 分支 Ref"""


class DescribeGitCommitNoteResponse(Model):
    response: DescribeGitCommitNoteResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitCommitNoteResult(Model):
    commit_note: str | None = Field(default=None, validation_alias="CommitNote", serialization_alias="CommitNote")
    """提交注释"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitCommitRequest(Model):
    action: Literal["DescribeGitCommit"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交的 Sha 值"""


class DescribeGitCommitResponse(Model):
    response: DescribeGitCommitResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitCommitResult(Model):
    git_commit: Commit | None = Field(default=None, validation_alias="GitCommit", serialization_alias="GitCommit")
    """提交详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitCommitsRequest(Model):
    action: Literal["DescribeGitCommits"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    ref: str | None = Field(default=None, validation_alias="Ref", serialization_alias="Ref")
    """分支名称"""
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """查询文件路径"""
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """分页页码,默认为 1"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """分页页距,默认为 10"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """时间过滤起始点"""
    end_date: str | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """时间过滤到达点"""


class DescribeGitCommitsResponse(Model):
    response: DescribeGitCommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitCommitsResult(Model):
    commits: list[Commit] | None = Field(default=None, validation_alias="Commits", serialization_alias="Commits")
    """提交详情列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeCommitsBetween2CommitRequest(Model):
    action: Literal["DescribeCommitsBetween2Commit"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    source: str | None = Field(default=None, validation_alias="Source", serialization_alias="Source")
    """源请求 Sha 值,分支名称"""
    target: str | None = Field(default=None, validation_alias="Target", serialization_alias="Target")
    """目标请求 Sha 值,分支名称"""


class DescribeCommitsBetween2CommitResponse(Model):
    response: DescribeCommitsBetween2CommitResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeCommitsBetween2CommitResult(Model):
    different_of_commit_info: DifferentOfCommitInfo | None = Field(
        default=None, validation_alias="DifferentOfCommitInfo", serialization_alias="DifferentOfCommitInfo"
    )
    """差异信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeDifferentBetween2CommitsRequest(Model):
    action: Literal["DescribeDifferentBetween2Commits"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    source: str | None = Field(default=None, validation_alias="Source", serialization_alias="Source")
    """源请求 Sha 值,分支名称"""
    target: str | None = Field(default=None, validation_alias="Target", serialization_alias="Target")
    """目标请求 Sha 值,分支名称"""
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """文件位置"""


class DescribeDifferentBetween2CommitsResponse(Model):
    response: DescribeDifferentBetween2CommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeDifferentBetween2CommitsResult(Model):
    diff_file_info: DiffFileInfo | None = Field(
        default=None, validation_alias="DiffFileInfo", serialization_alias="DiffFileInfo"
    )
    """文件差异信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateGitTagRequest(Model):
    action: Literal["CreateGitTag"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    start_point: str | None = Field(default=None, validation_alias="StartPoint", serialization_alias="StartPoint")
    """创建来源"""
    tag_name: str | None = Field(default=None, validation_alias="TagName", serialization_alias="TagName")
    """tag 名称"""
    message_: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """描述"""
    message: str | None = None
    """描述"""


class CreateGitTagResponse(Model):
    response: CreateGitTagResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateGitTagResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DeleteGitTagRequest(Model):
    action: Literal["DeleteGitTag"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    tag_name: str | None = Field(default=None, validation_alias="TagName", serialization_alias="TagName")
    """tag 名称"""


class DeleteGitTagResponse(Model):
    response: DeleteGitTagResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteGitTagResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitTagRequest(Model):
    action: Literal["DescribeGitTag"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    tag_name: str | None = Field(default=None, validation_alias="TagName", serialization_alias="TagName")
    """tag 名称"""


class DescribeGitTagResponse(Model):
    response: DescribeGitTagResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitTagResult(Model):
    git_tag: GitTag | None = Field(default=None, validation_alias="GitTag", serialization_alias="GitTag")
    """tag"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateGitBranchRequest(Model):
    action: Literal["CreateGitBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """要创建的仓库名称"""
    start_point: str | None = Field(default=None, validation_alias="StartPoint", serialization_alias="StartPoint")
    """源分支名称"""


class CreateGitBranchResponse(Model):
    response: CreateGitBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateGitBranchResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DeleteGitBranchRequest(Model):
    action: Literal["DeleteGitBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """要创建的仓库名称"""


class DeleteGitBranchResponse(Model):
    response: DeleteGitBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DeleteGitBranchResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitBranchRequest(Model):
    action: Literal["DescribeGitBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名称"""


class DescribeGitBranchResponse(Model):
    response: DescribeGitBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitBranchResult(Model):
    git_branch: GitBranch | None = Field(default=None, validation_alias="GitBranch", serialization_alias="GitBranch")
    """分支详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitBranchesRequest(Model):
    action: Literal["DescribeGitBranches"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """分页页码,默认为 1"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """分页页距,默认为 10"""
    key_word: str | None = Field(default=None, validation_alias="KeyWord", serialization_alias="KeyWord")
    """关键词"""


class DescribeGitBranchesResponse(Model):
    response: DescribeGitBranchesResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitBranchesResult(Model):
    branches: list[GitBranch] | None = Field(default=None, validation_alias="Branches", serialization_alias="Branches")
    """分支列表"""
    total_count: Integer | None = Field(default=None, validation_alias="TotalCount", serialization_alias="TotalCount")
    """总条数"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeGitBranchesByShaRequest(Model):
    action: Literal["DescribeGitBranchesBySha"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交的 Sha 值"""


class DescribeGitBranchesByShaResponse(Model):
    response: DescribeGitBranchesByShaResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeGitBranchesByShaResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    refs: list[DescribeGitBranchesByShaResultRefsItem] | None = Field(
        default=None, validation_alias="Refs", serialization_alias="Refs"
    )


class DescribeGitBranchesByShaResultRefsItem(Model):
    ref: str | None = Field(default=None, validation_alias="Ref", serialization_alias="Ref")


class CreateProtectedBranchMemberRequest(Model):
    action: Literal["CreateProtectedBranchMember"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名称"""
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    """需要添加用户的 global_key"""


class CreateProtectedBranchMemberResponse(Model):
    response: CreateProtectedBranchMemberResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateProtectedBranchMemberResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateProtectedBranchRequest(Model):
    action: Literal["CreateProtectedBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名称"""


class CreateProtectedBranchResponse(Model):
    response: CreateProtectedBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateProtectedBranchResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProtectedBranchsRequest(Model):
    action: Literal["DescribeProtectedBranchs"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeProtectedBranchsResponse(Model):
    response: DescribeProtectedBranchsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeProtectedBranchsResult(Model):
    protected_branchs: list[ProtectedBranch] | None = Field(
        default=None, validation_alias="ProtectedBranchs", serialization_alias="ProtectedBranchs"
    )
    """保护分支列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProtectedBranchMembersRequest(Model):
    action: Literal["DescribeProtectedBranchMembers"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名称"""


class DescribeProtectedBranchMembersResponse(Model):
    response: DescribeProtectedBranchMembersResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeProtectedBranchMembersResult(Model):
    members: list[ProtectedBranchMember] | None = Field(
        default=None, validation_alias="Members", serialization_alias="Members"
    )
    """保护分支用户列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeProtectedBranchRequest(Model):
    action: Literal["DescribeProtectedBranch"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    """分支名称"""


class DescribeProtectedBranchResponse(Model):
    response: DescribeProtectedBranchResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeProtectedBranchResult(Model):
    protected_branch: ProtectedBranch | None = Field(
        default=None, validation_alias="ProtectedBranch", serialization_alias="ProtectedBranch"
    )
    """保护分支详情"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestCommitsRequest(Model):
    action: Literal["DescribeMergeRequestCommits"] = Field(validation_alias="Action", serialization_alias="Action")
    merge_id: Integer | None = Field(default=None, validation_alias="MergeId", serialization_alias="MergeId")
    """合并请求 id"""
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeMergeRequestCommitsResponse(Model):
    response: DescribeMergeRequestCommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeMergeRequestCommitsResult(Model):
    commits: list[Commit] | None = Field(default=None, validation_alias="Commits", serialization_alias="Commits")
    """请求提交列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestRequest(Model):
    action: Literal["DescribeMergeRequest"] = Field(validation_alias="Action", serialization_alias="Action")
    merge_id: Integer | None = Field(default=None, validation_alias="MergeId", serialization_alias="MergeId")
    """合并请求 id"""
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeMergeRequestResponse(Model):
    response: DescribeMergeRequestResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeMergeRequestResult(Model):
    merge_request_info: MergeRequestInfo | None = Field(
        default=None, validation_alias="MergeRequestInfo", serialization_alias="MergeRequestInfo"
    )
    """合并相关信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestFileDiffRequest(Model):
    action: Literal["DescribeMergeRequestFileDiff"] = Field(validation_alias="Action", serialization_alias="Action")
    merge_id: Integer | None = Field(default=None, validation_alias="MergeId", serialization_alias="MergeId")
    """合并请求 id"""
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeMergeRequestFileDiffResponse(Model):
    response: DescribeMergeRequestFileDiffResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeMergeRequestFileDiffResult(Model):
    merge_request_file_diff: MergeRequestFileDiff | None = Field(
        default=None, validation_alias="MergeRequestFileDiff", serialization_alias="MergeRequestFileDiff"
    )
    """文件修改记录"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestLogRequest(Model):
    action: Literal["DescribeMergeRequestLog"] = Field(validation_alias="Action", serialization_alias="Action")
    merge_id: Integer | None = Field(default=None, validation_alias="MergeId", serialization_alias="MergeId")
    """合并请求 id"""
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""


class DescribeMergeRequestLogResponse(Model):
    response: DescribeMergeRequestLogResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeMergeRequestLogResult(Model):
    logs: list[MergeRequestLog] | None = Field(default=None, validation_alias="Logs", serialization_alias="Logs")
    """操作记录列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class IssueDetailRequirementType(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")


class DifferentOfCommitInfoCommitsItem(Model):
    short_message: str | None = Field(default=None, validation_alias="ShortMessage", serialization_alias="ShortMessage")
    """提交的消息"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交的 Sha"""
    commit_date: Integer | None = Field(default=None, validation_alias="CommitDate", serialization_alias="CommitDate")
    """提交的时间戳,单位毫秒"""
    commiter: Commiter | None = Field(default=None, validation_alias="Commiter", serialization_alias="Commiter")


class DifferentOfCommitInfoDifferentOfCommitsItem(Model):
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """文件路径"""
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """删除的行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """新增的行数"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """提交名称"""


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


class IssueSimpleDataAssignee(Model):
    status: Integer | None = Field(default=None, validation_alias="Status", serialization_alias="Status")
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    phone: str | None = Field(default=None, validation_alias="Phone", serialization_alias="Phone")
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    avatar: str | None = Field(default=None, validation_alias="Avatar", serialization_alias="Avatar")
    email: str | None = Field(default=None, validation_alias="Email", serialization_alias="Email")
    team_global_key: str | None = Field(
        default=None, validation_alias="TeamGlobalKey", serialization_alias="TeamGlobalKey"
    )


class CreateDepotByTemplateRequest(Model):
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目Id"""
    depot_name: str | None = Field(default=None, validation_alias="DepotName", serialization_alias="DepotName")
    """仓库名"""
    template: Literal["SPRING", "ROR", "SINATRA", "NODEJS", "ANDROID", "FLASK"] | str | None = Field(
        default=None, validation_alias="Template", serialization_alias="Template"
    )
    """仓库模板。现已支持:Spring, Ruby on Rails,Ruby Sinatra,Node.js,Android,Python。它们对应的 Template 模板参数分别为:SPRING,ROR,SINATRA,NODEJS,ANDROID,FLASK。"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户Id"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """仓库描述"""
    action: Literal["CreateDepotByTemplate"] = Field(validation_alias="Action", serialization_alias="Action")


class CreateDepotByTemplateResponse(Model):
    response: CreateDepotByTemplateResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class CreateDepotByTemplateResult(Model):
    depot_info: DepotInfo | None = Field(default=None, validation_alias="DepotInfo", serialization_alias="DepotInfo")
    """仓库数据"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeNotesByCommitsRequest(Model):
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    note_ref: str | None = Field(default=None, validation_alias="NoteRef", serialization_alias="NoteRef")
    """note 路径"""
    commits: str | None = Field(default=None, validation_alias="Commits", serialization_alias="Commits")
    """commitId 集合"""
    action: Literal["DescribeNotesByCommits"] = Field(validation_alias="Action", serialization_alias="Action")


class DescribeNotesByCommitsResponse(Model):
    response: DescribeNotesByCommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )


class DescribeNotesByCommitsResult(Model):
    notes: CommitNote | None = Field(default=None, validation_alias="Notes", serialization_alias="Notes")
    """note 信息集合"""
