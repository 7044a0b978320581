"""项目."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values
from .._pages import AsyncPages, Pages
from .._paging import Paging

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_CODING_PROJECT: Operation[models.CreateCodingProjectResponse] = Operation(
    "CreateCodingProject",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateCodingProjectResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateCodingProject"},
    body=Body("application/json", "json", {"Action": "CreateCodingProject"}, True),
    accept="application/json",
    envelope="response",
)
_MODIFY_PROJECT: Operation[models.ModifyProjectResponse] = Operation(
    "ModifyProject",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyProjectResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyProject"},
    body=Body("application/json", "json", {"Action": "ModifyProject"}, True),
    accept="application/json",
    envelope="response",
)
_DELETE_ONE_PROJECT: Operation[models.DeleteOneProjectResponse] = Operation(
    "DeleteOneProject",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteOneProjectResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteOneProject"},
    body=Body("application/json", "json", {"Action": "DeleteOneProject"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_ONE_PROJECT: Operation[models.DescribeOneProjectResponse] = Operation(
    "DescribeOneProject",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeOneProjectResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeOneProject"},
    body=Body("application/json", "json", {"Action": "DescribeOneProject"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_CODING_PROJECTS: Operation[models.DescribeCodingProjectsResponse] = Operation(
    "DescribeCodingProjects",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeCodingProjectsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeCodingProjects"},
    body=Body("application/json", "json", {"Action": "DescribeCodingProjects"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
    paging=Paging(
        "page", "body", "PageNumber", ("response.data.project_list",), first=1, total=("response.data.total_count",)
    ),
)


class 项目:
    """Operations: 项目."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_coding_project(
        self,
        *,
        name: str | Omit = OMIT,
        display_name: str | Omit = OMIT,
        git_readme_enabled: bool | Omit = OMIT,
        vcs_type: Literal["git", "svn", "hg"] | Omit = OMIT,
        create_svn_layout: bool | Omit = OMIT,
        shared: Literal[0, 1] | Omit = OMIT,
        project_template: Literal["CODE_HOST", "PROJECT_MANAGE", "DEV_OPS", "DEMO_BEGIN"] | Omit = OMIT,
        description: str | Omit = OMIT,
        icon: str | Omit = OMIT,
        git_ignore: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateCodingProjectResponse:
        """创建项目.

        Args:
            name: 项目标识.
            display_name: 项目名称.
            git_readme_enabled: 启用 README.md 文件初始化项目 true|false. One of True, False.
            vcs_type: git|svn|hg. One of git, svn, hg.
            create_svn_layout: 是否为 SVN 仓库建立推荐布局 默认 false. The server's default is False.
            shared: One of 0, 1.
            project_template: 项目模版 CODE_HOST 代码托管项目, PROJECT_MANAGE 项目管理项目, DEV_OPS DevOps 项目, DEMO_BEGIN 范例项目.
                One of CODE_HOST, PROJECT_MANAGE, DEV_OPS, DEMO_BEGIN.
            description: 项目描述.
            icon: 项目图标.
            git_ignore: git ignore 文件类型.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_CODING_PROJECT,
            Values(
                body={
                    "Name": name,
                    "DisplayName": display_name,
                    "GitReadmeEnabled": git_readme_enabled,
                    "VcsType": vcs_type,
                    "CreateSvnLayout": create_svn_layout,
                    "Shared": shared,
                    "ProjectTemplate": project_template,
                    "Description": description,
                    "Icon": icon,
                    "GitIgnore": git_ignore,
                },
            ),
            options,
            self.create_coding_project,
        )

    def modify_project(
        self,
        *,
        project_id: int | Omit = OMIT,
        name: str | Omit = OMIT,
        display_name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyProjectResponse:
        """编辑项目.

        Args:
            project_id: 项目 id.
            name: 项目标识.
            display_name: 项目名称.
            description: 项目描述.
            start_date: 开始时间.
            end_date: 结束时间.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_PROJECT,
            Values(
                body={
                    "ProjectId": project_id,
                    "Name": name,
                    "DisplayName": display_name,
                    "Description": description,
                    "StartDate": start_date,
                    "EndDate": end_date,
                },
            ),
            options,
            self.modify_project,
        )

    def delete_one_project(
        self,
        *,
        project_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteOneProjectResponse:
        """删除项目.

        Args:
            project_id: 项目 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_ONE_PROJECT,
            Values(
                body={"ProjectId": project_id},
            ),
            options,
            self.delete_one_project,
        )

    def describe_one_project(
        self,
        *,
        project_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeOneProjectResponse:
        """查询项目.

        Args:
            project_id: 项目 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_ONE_PROJECT,
            Values(
                body={"ProjectId": project_id},
            ),
            options,
            self.describe_one_project,
        )

    def describe_coding_projects(
        self,
        *,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        project_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeCodingProjectsResponse:
        """查询团队内所有项目列表.

        Args:
            page_number: 页数.
            page_size: 每页条数.
            project_name: 项目名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_CODING_PROJECTS,
            Values(
                body={"PageNumber": page_number, "PageSize": page_size, "ProjectName": project_name},
            ),
            options,
            self.describe_coding_projects,
        )

    def iter_describe_coding_projects(
        self,
        *,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        project_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Pages[models.Project, models.DescribeCodingProjectsResponse]:
        """Iterate over all items of `describe_coding_projects`, page after page.

        查询团队内所有项目列表.

        The arguments are those of `describe_coding_projects`; `page_number` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return Pages(
            self._transport,
            _DESCRIBE_CODING_PROJECTS,
            Values(
                body={"PageNumber": page_number, "PageSize": page_size, "ProjectName": project_name},
            ),
            options,
            self.iter_describe_coding_projects,
        )


class Async项目:
    """Operations: 项目, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_coding_project(
        self,
        *,
        name: str | Omit = OMIT,
        display_name: str | Omit = OMIT,
        git_readme_enabled: bool | Omit = OMIT,
        vcs_type: Literal["git", "svn", "hg"] | Omit = OMIT,
        create_svn_layout: bool | Omit = OMIT,
        shared: Literal[0, 1] | Omit = OMIT,
        project_template: Literal["CODE_HOST", "PROJECT_MANAGE", "DEV_OPS", "DEMO_BEGIN"] | Omit = OMIT,
        description: str | Omit = OMIT,
        icon: str | Omit = OMIT,
        git_ignore: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateCodingProjectResponse:
        """创建项目.

        Args:
            name: 项目标识.
            display_name: 项目名称.
            git_readme_enabled: 启用 README.md 文件初始化项目 true|false. One of True, False.
            vcs_type: git|svn|hg. One of git, svn, hg.
            create_svn_layout: 是否为 SVN 仓库建立推荐布局 默认 false. The server's default is False.
            shared: One of 0, 1.
            project_template: 项目模版 CODE_HOST 代码托管项目, PROJECT_MANAGE 项目管理项目, DEV_OPS DevOps 项目, DEMO_BEGIN 范例项目.
                One of CODE_HOST, PROJECT_MANAGE, DEV_OPS, DEMO_BEGIN.
            description: 项目描述.
            icon: 项目图标.
            git_ignore: git ignore 文件类型.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_CODING_PROJECT,
            Values(
                body={
                    "Name": name,
                    "DisplayName": display_name,
                    "GitReadmeEnabled": git_readme_enabled,
                    "VcsType": vcs_type,
                    "CreateSvnLayout": create_svn_layout,
                    "Shared": shared,
                    "ProjectTemplate": project_template,
                    "Description": description,
                    "Icon": icon,
                    "GitIgnore": git_ignore,
                },
            ),
            options,
            self.create_coding_project,
        )

    async def modify_project(
        self,
        *,
        project_id: int | Omit = OMIT,
        name: str | Omit = OMIT,
        display_name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        start_date: str | Omit = OMIT,
        end_date: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyProjectResponse:
        """编辑项目.

        Args:
            project_id: 项目 id.
            name: 项目标识.
            display_name: 项目名称.
            description: 项目描述.
            start_date: 开始时间.
            end_date: 结束时间.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_PROJECT,
            Values(
                body={
                    "ProjectId": project_id,
                    "Name": name,
                    "DisplayName": display_name,
                    "Description": description,
                    "StartDate": start_date,
                    "EndDate": end_date,
                },
            ),
            options,
            self.modify_project,
        )

    async def delete_one_project(
        self,
        *,
        project_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteOneProjectResponse:
        """删除项目.

        Args:
            project_id: 项目 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_ONE_PROJECT,
            Values(
                body={"ProjectId": project_id},
            ),
            options,
            self.delete_one_project,
        )

    async def describe_one_project(
        self,
        *,
        project_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeOneProjectResponse:
        """查询项目.

        Args:
            project_id: 项目 Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_ONE_PROJECT,
            Values(
                body={"ProjectId": project_id},
            ),
            options,
            self.describe_one_project,
        )

    async def describe_coding_projects(
        self,
        *,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        project_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeCodingProjectsResponse:
        """查询团队内所有项目列表.

        Args:
            page_number: 页数.
            page_size: 每页条数.
            project_name: 项目名称.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_CODING_PROJECTS,
            Values(
                body={"PageNumber": page_number, "PageSize": page_size, "ProjectName": project_name},
            ),
            options,
            self.describe_coding_projects,
        )

    def iter_describe_coding_projects(
        self,
        *,
        page_number: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        project_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[models.Project, models.DescribeCodingProjectsResponse]:
        """Iterate over all items of `describe_coding_projects`, page after page.

        查询团队内所有项目列表.

        The arguments are those of `describe_coding_projects`; `page_number` is where to begin, otherwise at the
        start.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return AsyncPages(
            self._transport,
            _DESCRIBE_CODING_PROJECTS,
            Values(
                body={"PageNumber": page_number, "PageSize": page_size, "ProjectName": project_name},
            ),
            options,
            self.iter_describe_coding_projects,
        )
