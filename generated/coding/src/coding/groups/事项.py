"""事项."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values
from .._pages import AsyncPages, Pages
from .._paging import Paging

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_ISSUE: Operation[models.CreateIssueResponse] = Operation(
    "CreateIssue",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateIssueResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateIssue"},
    body=Body("application/json", "json", {"Action": "CreateIssue"}, True),
    accept="application/json",
    envelope="response",
)
_DELETE_ISSUE: Operation[models.DeleteIssueResponse] = Operation(
    "DeleteIssue",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteIssueResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteIssue"},
    body=Body("application/json", "json", {"Action": "DeleteIssue"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_ISSUE_FILE_URL: Operation[models.DescribeIssueFileUrlResponse] = Operation(
    "DescribeIssueFileUrl",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeIssueFileUrlResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeIssueFileUrl"},
    body=Body("application/json", "json", {"Action": "DescribeIssueFileUrl"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_ISSUE_FILTER_LIST: Operation[models.DescribeIssueFilterListResponse] = Operation(
    "DescribeIssueFilterList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeIssueFilterListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeIssueFilterList"},
    body=Body("application/json", "json", {"Action": "DescribeIssueFilterList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_ISSUE_LIST: Operation[models.DescribeIssueListResponse] = Operation(
    "DescribeIssueList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeIssueListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeIssueList"},
    body=Body("application/json", "json", {"Action": "DescribeIssueList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
    paging=Paging("offset", "body", "Offset", ("response.issue_list",)),
)
_DESCRIBE_ISSUE: Operation[models.DescribeIssueResponse] = Operation(
    "DescribeIssue",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeIssueResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeIssue"},
    body=Body("application/json", "json", {"Action": "DescribeIssue"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_PROJECT_ISSUE_FIELD_LIST: Operation[models.DescribeProjectIssueFieldListResponse] = Operation(
    "DescribeProjectIssueFieldList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeProjectIssueFieldListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeProjectIssueFieldList"},
    body=Body("application/json", "json", {"Action": "DescribeProjectIssueFieldList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_PROJECT_ISSUE_STATUS_LIST: Operation[models.DescribeProjectIssueStatusListResponse] = Operation(
    "DescribeProjectIssueStatusList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeProjectIssueStatusListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeProjectIssueStatusList"},
    body=Body("application/json", "json", {"Action": "DescribeProjectIssueStatusList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_MODIFY_ISSUE: Operation[models.ModifyIssueResponse] = Operation(
    "ModifyIssue",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyIssueResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyIssue"},
    body=Body("application/json", "json", {"Action": "ModifyIssue"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_BLOCK_ISSUE_LIST: Operation[models.DescribeBlockIssueListResponse] = Operation(
    "DescribeBlockIssueList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeBlockIssueListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeBlockIssueList"},
    body=Body("application/json", "json", {"Action": "DescribeBlockIssueList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_BLOCKED_BY_ISSUE_LIST: Operation[models.DescribeBlockedByIssueListResponse] = Operation(
    "DescribeBlockedByIssueList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeBlockedByIssueListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeBlockedByIssueList"},
    body=Body("application/json", "json", {"Action": "DescribeBlockedByIssueList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_SUB_ISSUE_LIST: Operation[models.DescribeSubIssueListResponse] = Operation(
    "DescribeSubIssueList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeSubIssueListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeSubIssueList"},
    body=Body("application/json", "json", {"Action": "DescribeSubIssueList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DELETE_ISSUE_BLOCK: Operation[models.DeleteIssueBlockResponse] = Operation(
    "DeleteIssueBlock",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteIssueBlockResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteIssueBlock"},
    body=Body("application/json", "json", {"Action": "DeleteIssueBlock"}, True),
    accept="application/json",
    envelope="response",
)
_CREATE_ISSUE_BLOCK: Operation[models.CreateIssueBlockResponse] = Operation(
    "CreateIssueBlock",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateIssueBlockResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateIssueBlock"},
    body=Body("application/json", "json", {"Action": "CreateIssueBlock"}, True),
    accept="application/json",
    envelope="response",
)
_MODIFY_ISSUE_PARENT_REQUIREMENT: Operation[models.ModifyIssueParentRequirementResponse] = Operation(
    "ModifyIssueParentRequirement",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyIssueParentRequirementResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyIssueParentRequirement"},
    body=Body("application/json", "json", {"Action": "ModifyIssueParentRequirement"}, True),
    accept="application/json",
    envelope="response",
)


class 事项:
    """Operations: 事项."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | Omit = OMIT,
        parent_code: int | Omit = OMIT,
        name: str | Omit = OMIT,
        status_id: int | Omit = OMIT,
        assignee_id: int | Omit = OMIT,
        description: str | Omit = OMIT,
        due_date: str | Omit = OMIT,
        start_date: str | Omit = OMIT,
        working_hours: int | float | Omit = OMIT,
        project_module_id: int | Omit = OMIT,
        watcher_ids: Sequence[int] | Omit = OMIT,
        defect_type_id: int | Omit = OMIT,
        requirement_type_id: int | Omit = OMIT,
        priority: Literal["0", "1", "2", "3"] | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        epic_code: int | Omit = OMIT,
        story_point: str | Omit = OMIT,
        label_ids: Sequence[int] | Omit = OMIT,
        file_ids: Sequence[int] | Omit = OMIT,
        target_sort_code: int | Omit = OMIT,
        third_links: Sequence[models.CreateThirdLinkForm] | Omit = OMIT,
        custom_field_values: Sequence[models.IssueCustomFieldForm] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueResponse:
        """创建事项.

        Args:
            project_name: 项目名称.
            type: 事项类型. One of DEFECT, REQUIREMENT, MISSION, EPIC, SUB_TASK.
            parent_code: 所属事项 Code,当 Type 为 SUB_TASK 时需指定.
            name: 事项名称.
            status_id: 事项状态 Id.
            assignee_id: 指派人 Id.
            description: 描述.
            due_date: 截止日期.
            start_date: 开始日期.
            working_hours: 工时(小时). Format double.
            project_module_id: 项目模块 Id.
            watcher_ids: 事项关注人 Id 列表.
            defect_type_id: 项目缺陷类型 Id.
            requirement_type_id: 项目需求类型 Id.
            priority: 紧急程度. One of 0, 1, 2, 3.
            iteration_code: 迭代 Code,当 Type 为 EPIC 或 SUB_TASK 时,此值会被忽略.
            epic_code: 史诗 Code,当 Type 为 EPIC 或 SUB_TASK 时,不传此值.
            story_point: 故事点,例如:0.5、1.
            label_ids: 标签 Id 列表.
            file_ids: 文件 Id 列表.
            target_sort_code: 排序目标位置的事项 code 可不填,此时排在最后.
            third_links: 第三方链接列表.
            custom_field_values: 自定义属性值列表.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_ISSUE,
            Values(
                body={
                    "ProjectName": project_name,
                    "Type": type,
                    "ParentCode": parent_code,
                    "Name": name,
                    "StatusId": status_id,
                    "AssigneeId": assignee_id,
                    "Description": description,
                    "DueDate": due_date,
                    "StartDate": start_date,
                    "WorkingHours": working_hours,
                    "ProjectModuleId": project_module_id,
                    "WatcherIds": watcher_ids,
                    "DefectTypeId": defect_type_id,
                    "RequirementTypeId": requirement_type_id,
                    "Priority": priority,
                    "IterationCode": iteration_code,
                    "EpicCode": epic_code,
                    "StoryPoint": story_point,
                    "LabelIds": label_ids,
                    "FileIds": file_ids,
                    "TargetSortCode": target_sort_code,
                    "ThirdLinks": third_links,
                    "CustomFieldValues": custom_field_values,
                },
            ),
            options,
            self.create_issue,
        )

    def delete_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        issue_type: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueResponse:
        """删除事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            issue_type: 事项类型,可不填.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_ISSUE,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "IssueType": issue_type},
            ),
            options,
            self.delete_issue,
        )

    def describe_issue_file_url(
        self,
        *,
        project_name: str | Omit = OMIT,
        file_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueFileUrlResponse:
        """查询事项附件的下载地址.

        Args:
            project_name: 项目名称.
            file_id: 文件 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ISSUE_FILE_URL,
            Values(
                body={"ProjectName": project_name, "FileId": file_id},
            ),
            options,
            self.describe_issue_file_url,
        )

    def describe_issue_filter_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueFilterListResponse:
        """查询筛选器列表.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of ALL, DEFECT, REQUIREMENT, MISSION, EPIC.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ISSUE_FILTER_LIST,
            Values(
                body={"ProjectName": project_name, "IssueType": issue_type},
            ),
            options,
            self.describe_issue_filter_list,
        )

    def describe_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        conditions: Sequence[models.IssueCondition] | Omit = OMIT,
        sort_key: str | Omit = OMIT,
        sort_value: Literal["DESC", "ASC"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueListResponse:
        """查询事项列表.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of ALL, DEFECT, REQUIREMENT, MISSION, EPIC.
            offset: 偏移量.
            limit: 限制数目.
            conditions: 筛选条件列表.
            sort_key: 排序字段,默认:CODE. The server's default is 'CODE'.
            sort_value: 排序方式. One of DESC, ASC; the server's default is 'DESC'.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ISSUE_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueType": issue_type,
                    "Offset": offset,
                    "Limit": limit,
                    "Conditions": conditions,
                    "SortKey": sort_key,
                    "SortValue": sort_value,
                },
            ),
            options,
            self.describe_issue_list,
        )

    def iter_describe_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        conditions: Sequence[models.IssueCondition] | Omit = OMIT,
        sort_key: str | Omit = OMIT,
        sort_value: Literal["DESC", "ASC"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Pages[models.IssueListData, models.DescribeIssueListResponse]:
        """Iterate over all items of `describe_issue_list`, page after page.

        查询事项列表.

        The arguments are those of `describe_issue_list`; `offset` is where to begin, otherwise at the start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return Pages(
            self._transport,
            _DESCRIBE_ISSUE_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueType": issue_type,
                    "Offset": offset,
                    "Limit": limit,
                    "Conditions": conditions,
                    "SortKey": sort_key,
                    "SortValue": sort_value,
                },
            ),
            options,
            self.iter_describe_issue_list,
        )

    def describe_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueResponse:
        """查询事项详情.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ISSUE,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_issue,
        )

    def describe_project_issue_field_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProjectIssueFieldListResponse:
        """查询属性设置.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of DEFECT, REQUIREMENT, MISSION, EPIC, SUB_TASK.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_PROJECT_ISSUE_FIELD_LIST,
            Values(
                body={"ProjectName": project_name, "IssueType": issue_type},
            ),
            options,
            self.describe_project_issue_field_list,
        )

    def describe_project_issue_status_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProjectIssueStatusListResponse:
        """查询状态设置.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of DEFECT, REQUIREMENT, MISSION, EPIC, SUB_TASK.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_PROJECT_ISSUE_STATUS_LIST,
            Values(
                body={"ProjectName": project_name, "IssueType": issue_type},
            ),
            options,
            self.describe_project_issue_status_list,
        )

    def modify_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        parent_code: int | Omit = OMIT,
        name: str | Omit = OMIT,
        status_id: int | Omit = OMIT,
        assignee_id: int | Omit = OMIT,
        due_date: str | Omit = OMIT,
        start_date: str | Omit = OMIT,
        working_hours: int | float | Omit = OMIT,
        project_module_id: int | Omit = OMIT,
        watcher_ids: Sequence[int] | Omit = OMIT,
        del_watcher_ids: Sequence[int] | Omit = OMIT,
        defect_type_id: int | Omit = OMIT,
        requirement_type_id: int | Omit = OMIT,
        priority: Literal["0", "1", "2", "3"] | Omit = OMIT,
        story_point: str | Omit = OMIT,
        label_ids: Sequence[int] | Omit = OMIT,
        del_label_ids: Sequence[int] | Omit = OMIT,
        file_ids: Sequence[int] | Omit = OMIT,
        del_file_ids: Sequence[int] | Omit = OMIT,
        custom_field_values: Sequence[models.IssueCustomFieldForm] | Omit = OMIT,
        type: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyIssueResponse:
        """修改事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            parent_code: 所属事项 Code.
            name: 事项名称.
            status_id: 事项状态 Id.
            assignee_id: 指派人 Id.
            due_date: 截止日期.
            start_date: 开始日期.
            working_hours: 工时(小时). Format double.
            project_module_id: 项目模块 Id.
            watcher_ids: 添加的事项关注人 Id 列表.
            del_watcher_ids: 删除的事项关注人 Id 列表.
            defect_type_id: 项目缺陷类型 Id.
            requirement_type_id: 项目需求类型 Id.
            priority: 优先级. One of 0, 1, 2, 3.
            story_point: 故事点,例如:0.5、1.
            label_ids: 添加的标签 Id 列表.
            del_label_ids: 删除的标签 Id 列表.
            file_ids: 添加的文件 Id 列表.
            del_file_ids: 删除的文件 Id 列表.
            custom_field_values: 自定义属性值列表.
            type: Not described.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_ISSUE,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueCode": issue_code,
                    "ParentCode": parent_code,
                    "Name": name,
                    "StatusId": status_id,
                    "AssigneeId": assignee_id,
                    "DueDate": due_date,
                    "StartDate": start_date,
                    "WorkingHours": working_hours,
                    "ProjectModuleId": project_module_id,
                    "WatcherIds": watcher_ids,
                    "DelWatcherIds": del_watcher_ids,
                    "DefectTypeId": defect_type_id,
                    "RequirementTypeId": requirement_type_id,
                    "Priority": priority,
                    "StoryPoint": story_point,
                    "LabelIds": label_ids,
                    "DelLabelIds": del_label_ids,
                    "FileIds": file_ids,
                    "DelFileIds": del_file_ids,
                    "CustomFieldValues": custom_field_values,
                    "Type": type,
                },
            ),
            options,
            self.modify_issue,
        )

    def describe_block_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeBlockIssueListResponse:
        """查询后置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_BLOCK_ISSUE_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_block_issue_list,
        )

    def describe_blocked_by_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeBlockedByIssueListResponse:
        """查询前置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_BLOCKED_BY_ISSUE_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_blocked_by_issue_list,
        )

    def describe_sub_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeSubIssueListResponse:
        """查询子事项列表.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_SUB_ISSUE_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_sub_issue_list,
        )

    def delete_issue_block(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        block_issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueBlockResponse:
        """删除前置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            block_issue_code: 前置事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_ISSUE_BLOCK,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "BlockIssueCode": block_issue_code},
            ),
            options,
            self.delete_issue_block,
        )

    def create_issue_block(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        block_issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueBlockResponse:
        """添加前置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            block_issue_code: 前置事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_ISSUE_BLOCK,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "BlockIssueCode": block_issue_code},
            ),
            options,
            self.create_issue_block,
        )

    def modify_issue_parent_requirement(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        parent_issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyIssueParentRequirementResponse:
        """修改事项父需求.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            parent_issue_code: 父事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_ISSUE_PARENT_REQUIREMENT,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "ParentIssueCode": parent_issue_code},
            ),
            options,
            self.modify_issue_parent_requirement,
        )


class Async事项:
    """Operations: 事项, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | Omit = OMIT,
        parent_code: int | Omit = OMIT,
        name: str | Omit = OMIT,
        status_id: int | Omit = OMIT,
        assignee_id: int | Omit = OMIT,
        description: str | Omit = OMIT,
        due_date: str | Omit = OMIT,
        start_date: str | Omit = OMIT,
        working_hours: int | float | Omit = OMIT,
        project_module_id: int | Omit = OMIT,
        watcher_ids: Sequence[int] | Omit = OMIT,
        defect_type_id: int | Omit = OMIT,
        requirement_type_id: int | Omit = OMIT,
        priority: Literal["0", "1", "2", "3"] | Omit = OMIT,
        iteration_code: int | Omit = OMIT,
        epic_code: int | Omit = OMIT,
        story_point: str | Omit = OMIT,
        label_ids: Sequence[int] | Omit = OMIT,
        file_ids: Sequence[int] | Omit = OMIT,
        target_sort_code: int | Omit = OMIT,
        third_links: Sequence[models.CreateThirdLinkForm] | Omit = OMIT,
        custom_field_values: Sequence[models.IssueCustomFieldForm] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueResponse:
        """创建事项.

        Args:
            project_name: 项目名称.
            type: 事项类型. One of DEFECT, REQUIREMENT, MISSION, EPIC, SUB_TASK.
            parent_code: 所属事项 Code,当 Type 为 SUB_TASK 时需指定.
            name: 事项名称.
            status_id: 事项状态 Id.
            assignee_id: 指派人 Id.
            description: 描述.
            due_date: 截止日期.
            start_date: 开始日期.
            working_hours: 工时(小时). Format double.
            project_module_id: 项目模块 Id.
            watcher_ids: 事项关注人 Id 列表.
            defect_type_id: 项目缺陷类型 Id.
            requirement_type_id: 项目需求类型 Id.
            priority: 紧急程度. One of 0, 1, 2, 3.
            iteration_code: 迭代 Code,当 Type 为 EPIC 或 SUB_TASK 时,此值会被忽略.
            epic_code: 史诗 Code,当 Type 为 EPIC 或 SUB_TASK 时,不传此值.
            story_point: 故事点,例如:0.5、1.
            label_ids: 标签 Id 列表.
            file_ids: 文件 Id 列表.
            target_sort_code: 排序目标位置的事项 code 可不填,此时排在最后.
            third_links: 第三方链接列表.
            custom_field_values: 自定义属性值列表.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_ISSUE,
            Values(
                body={
                    "ProjectName": project_name,
                    "Type": type,
                    "ParentCode": parent_code,
                    "Name": name,
                    "StatusId": status_id,
                    "AssigneeId": assignee_id,
                    "Description": description,
                    "DueDate": due_date,
                    "StartDate": start_date,
                    "WorkingHours": working_hours,
                    "ProjectModuleId": project_module_id,
                    "WatcherIds": watcher_ids,
                    "DefectTypeId": defect_type_id,
                    "RequirementTypeId": requirement_type_id,
                    "Priority": priority,
                    "IterationCode": iteration_code,
                    "EpicCode": epic_code,
                    "StoryPoint": story_point,
                    "LabelIds": label_ids,
                    "FileIds": file_ids,
                    "TargetSortCode": target_sort_code,
                    "ThirdLinks": third_links,
                    "CustomFieldValues": custom_field_values,
                },
            ),
            options,
            self.create_issue,
        )

    async def delete_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        issue_type: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueResponse:
        """删除事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            issue_type: 事项类型,可不填.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_ISSUE,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "IssueType": issue_type},
            ),
            options,
            self.delete_issue,
        )

    async def describe_issue_file_url(
        self,
        *,
        project_name: str | Omit = OMIT,
        file_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueFileUrlResponse:
        """查询事项附件的下载地址.

        Args:
            project_name: 项目名称.
            file_id: 文件 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ISSUE_FILE_URL,
            Values(
                body={"ProjectName": project_name, "FileId": file_id},
            ),
            options,
            self.describe_issue_file_url,
        )

    async def describe_issue_filter_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueFilterListResponse:
        """查询筛选器列表.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of ALL, DEFECT, REQUIREMENT, MISSION, EPIC.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ISSUE_FILTER_LIST,
            Values(
                body={"ProjectName": project_name, "IssueType": issue_type},
            ),
            options,
            self.describe_issue_filter_list,
        )

    async def describe_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        conditions: Sequence[models.IssueCondition] | Omit = OMIT,
        sort_key: str | Omit = OMIT,
        sort_value: Literal["DESC", "ASC"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueListResponse:
        """查询事项列表.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of ALL, DEFECT, REQUIREMENT, MISSION, EPIC.
            offset: 偏移量.
            limit: 限制数目.
            conditions: 筛选条件列表.
            sort_key: 排序字段,默认:CODE. The server's default is 'CODE'.
            sort_value: 排序方式. One of DESC, ASC; the server's default is 'DESC'.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ISSUE_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueType": issue_type,
                    "Offset": offset,
                    "Limit": limit,
                    "Conditions": conditions,
                    "SortKey": sort_key,
                    "SortValue": sort_value,
                },
            ),
            options,
            self.describe_issue_list,
        )

    def iter_describe_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["ALL", "DEFECT", "REQUIREMENT", "MISSION", "EPIC"] | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        conditions: Sequence[models.IssueCondition] | Omit = OMIT,
        sort_key: str | Omit = OMIT,
        sort_value: Literal["DESC", "ASC"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[models.IssueListData, models.DescribeIssueListResponse]:
        """Iterate over all items of `describe_issue_list`, page after page.

        查询事项列表.

        The arguments are those of `describe_issue_list`; `offset` is where to begin, otherwise at the start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return AsyncPages(
            self._transport,
            _DESCRIBE_ISSUE_LIST,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueType": issue_type,
                    "Offset": offset,
                    "Limit": limit,
                    "Conditions": conditions,
                    "SortKey": sort_key,
                    "SortValue": sort_value,
                },
            ),
            options,
            self.iter_describe_issue_list,
        )

    async def describe_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeIssueResponse:
        """查询事项详情.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ISSUE,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_issue,
        )

    async def describe_project_issue_field_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProjectIssueFieldListResponse:
        """查询属性设置.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of DEFECT, REQUIREMENT, MISSION, EPIC, SUB_TASK.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_PROJECT_ISSUE_FIELD_LIST,
            Values(
                body={"ProjectName": project_name, "IssueType": issue_type},
            ),
            options,
            self.describe_project_issue_field_list,
        )

    async def describe_project_issue_status_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_type: Literal["DEFECT", "REQUIREMENT", "MISSION", "EPIC", "SUB_TASK"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProjectIssueStatusListResponse:
        """查询状态设置.

        Args:
            project_name: 项目名称.
            issue_type: 事项类型. One of DEFECT, REQUIREMENT, MISSION, EPIC, SUB_TASK.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_PROJECT_ISSUE_STATUS_LIST,
            Values(
                body={"ProjectName": project_name, "IssueType": issue_type},
            ),
            options,
            self.describe_project_issue_status_list,
        )

    async def modify_issue(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        parent_code: int | Omit = OMIT,
        name: str | Omit = OMIT,
        status_id: int | Omit = OMIT,
        assignee_id: int | Omit = OMIT,
        due_date: str | Omit = OMIT,
        start_date: str | Omit = OMIT,
        working_hours: int | float | Omit = OMIT,
        project_module_id: int | Omit = OMIT,
        watcher_ids: Sequence[int] | Omit = OMIT,
        del_watcher_ids: Sequence[int] | Omit = OMIT,
        defect_type_id: int | Omit = OMIT,
        requirement_type_id: int | Omit = OMIT,
        priority: Literal["0", "1", "2", "3"] | Omit = OMIT,
        story_point: str | Omit = OMIT,
        label_ids: Sequence[int] | Omit = OMIT,
        del_label_ids: Sequence[int] | Omit = OMIT,
        file_ids: Sequence[int] | Omit = OMIT,
        del_file_ids: Sequence[int] | Omit = OMIT,
        custom_field_values: Sequence[models.IssueCustomFieldForm] | Omit = OMIT,
        type: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyIssueResponse:
        """修改事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            parent_code: 所属事项 Code.
            name: 事项名称.
            status_id: 事项状态 Id.
            assignee_id: 指派人 Id.
            due_date: 截止日期.
            start_date: 开始日期.
            working_hours: 工时(小时). Format double.
            project_module_id: 项目模块 Id.
            watcher_ids: 添加的事项关注人 Id 列表.
            del_watcher_ids: 删除的事项关注人 Id 列表.
            defect_type_id: 项目缺陷类型 Id.
            requirement_type_id: 项目需求类型 Id.
            priority: 优先级. One of 0, 1, 2, 3.
            story_point: 故事点,例如:0.5、1.
            label_ids: 添加的标签 Id 列表.
            del_label_ids: 删除的标签 Id 列表.
            file_ids: 添加的文件 Id 列表.
            del_file_ids: 删除的文件 Id 列表.
            custom_field_values: 自定义属性值列表.
            type: Not described.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_ISSUE,
            Values(
                body={
                    "ProjectName": project_name,
                    "IssueCode": issue_code,
                    "ParentCode": parent_code,
                    "Name": name,
                    "StatusId": status_id,
                    "AssigneeId": assignee_id,
                    "DueDate": due_date,
                    "StartDate": start_date,
                    "WorkingHours": working_hours,
                    "ProjectModuleId": project_module_id,
                    "WatcherIds": watcher_ids,
                    "DelWatcherIds": del_watcher_ids,
                    "DefectTypeId": defect_type_id,
                    "RequirementTypeId": requirement_type_id,
                    "Priority": priority,
                    "StoryPoint": story_point,
                    "LabelIds": label_ids,
                    "DelLabelIds": del_label_ids,
                    "FileIds": file_ids,
                    "DelFileIds": del_file_ids,
                    "CustomFieldValues": custom_field_values,
                    "Type": type,
                },
            ),
            options,
            self.modify_issue,
        )

    async def describe_block_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeBlockIssueListResponse:
        """查询后置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_BLOCK_ISSUE_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_block_issue_list,
        )

    async def describe_blocked_by_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeBlockedByIssueListResponse:
        """查询前置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_BLOCKED_BY_ISSUE_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_blocked_by_issue_list,
        )

    async def describe_sub_issue_list(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeSubIssueListResponse:
        """查询子事项列表.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_SUB_ISSUE_LIST,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code},
            ),
            options,
            self.describe_sub_issue_list,
        )

    async def delete_issue_block(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        block_issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueBlockResponse:
        """删除前置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            block_issue_code: 前置事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_ISSUE_BLOCK,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "BlockIssueCode": block_issue_code},
            ),
            options,
            self.delete_issue_block,
        )

    async def create_issue_block(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        block_issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueBlockResponse:
        """添加前置事项.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            block_issue_code: 前置事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_ISSUE_BLOCK,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "BlockIssueCode": block_issue_code},
            ),
            options,
            self.create_issue_block,
        )

    async def modify_issue_parent_requirement(
        self,
        *,
        project_name: str | Omit = OMIT,
        issue_code: int | Omit = OMIT,
        parent_issue_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyIssueParentRequirementResponse:
        """修改事项父需求.

        Args:
            project_name: 项目名称.
            issue_code: 事项 Code.
            parent_issue_code: 父事项 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_ISSUE_PARENT_REQUIREMENT,
            Values(
                body={"ProjectName": project_name, "IssueCode": issue_code, "ParentIssueCode": parent_issue_code},
            ),
            options,
            self.modify_issue_parent_requirement,
        )
