"""代码托管."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_CREATE_GIT_DEPOT: Operation[models.CreateGitDepotResponse] = Operation(
    "CreateGitDepot",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateGitDepotResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateGitDepot"},
    body=Body("application/json", "json", {"Action": "CreateGitDepot"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_GIT_DEPOT: Operation[models.DescribeGitDepotResponse] = Operation(
    "DescribeGitDepot",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitDepotResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitDepot"},
    body=Body("application/json", "json", {"Action": "DescribeGitDepot"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DELETE_GIT_DEPOT: Operation[models.DeleteGitDepotResponse] = Operation(
    "DeleteGitDepot",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DeleteGitDepotResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DeleteGitDepot"},
    body=Body("application/json", "json", {"Action": "DeleteGitDepot"}, True),
    accept="application/json",
    envelope="response",
)
_MODIFY_DEPOT_DESCRIPTION: Operation[models.ModifyDepotDescriptionResponse] = Operation(
    "ModifyDepotDescription",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyDepotDescriptionResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyDepotDescription"},
    body=Body("application/json", "json", {"Action": "ModifyDepotDescription"}, True),
    accept="application/json",
    envelope="response",
)
_MODIFY_DEPOT_NAME: Operation[models.ModifyDepotNameResponse] = Operation(
    "ModifyDepotName",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyDepotNameResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyDepotName"},
    body=Body("application/json", "json", {"Action": "ModifyDepotName"}, True),
    accept="application/json",
    envelope="response",
)
_CREATE_GIT_COMMIT_NOTE: Operation[models.CreateGitCommitNoteResponse] = Operation(
    "CreateGitCommitNote",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateGitCommitNoteResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateGitCommitNote"},
    body=Body("application/json", "json", {"Action": "CreateGitCommitNote"}, True),
    accept="application/json",
    envelope="response",
)
_DESCRIBE_PROJECT_DEPOT_INFO_LIST: Operation[models.DescribeProjectDepotInfoListResponse] = Operation(
    "DescribeProjectDepotInfoList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeProjectDepotInfoListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeProjectDepotInfoList"},
    body=Body("application/json", "json", {"Action": "DescribeProjectDepotInfoList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_GIT_TAGS: Operation[models.DescribeGitTagsResponse] = Operation(
    "DescribeGitTags",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitTagsResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitTags"},
    body=Body("application/json", "json", {"Action": "DescribeGitTags"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_GIT_TAGS_BY_BRANCH: Operation[models.DescribeGitTagsByBranchResponse] = Operation(
    "DescribeGitTagsByBranch",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeGitTagsByBranchResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeGitTagsByBranch"},
    body=Body("application/json", "json", {"Action": "DescribeGitTagsByBranch"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_DESCRIBE_TEAM_DEPOT_INFO_LIST: Operation[models.DescribeTeamDepotInfoListResponse] = Operation(
    "DescribeTeamDepotInfoList",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeTeamDepotInfoListResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeTeamDepotInfoList"},
    body=Body("application/json", "json", {"Action": "DescribeTeamDepotInfoList"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_MODIFY_DEFAULT_BRANCH: Operation[models.ModifyDefaultBranchResponse] = Operation(
    "ModifyDefaultBranch",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyDefaultBranchResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyDefaultBranch"},
    body=Body("application/json", "json", {"Action": "ModifyDefaultBranch"}, True),
    accept="application/json",
    envelope="response",
)
_CREATE_DEPOT_BY_TEMPLATE: Operation[models.CreateDepotByTemplateResponse] = Operation(
    "CreateDepotByTemplate",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateDepotByTemplateResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateDepotByTemplate"},
    body=Body("application/json", "json", {"Action": "CreateDepotByTemplate"}, True),
    accept="application/json",
    envelope="response",
)


class 代码托管:
    """Operations: 代码托管."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def create_git_depot(
        self,
        *,
        project_id: int | Omit = OMIT,
        depot_name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitDepotResponse:
        """创建代码仓库.

        Args:
            project_id: 项目 id.
            depot_name: 仓库名称.
            description: 仓库描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_GIT_DEPOT,
            Values(
                body={"ProjectId": project_id, "DepotName": depot_name, "Description": description},
            ),
            options,
            self.create_git_depot,
        )

    def describe_git_depot(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitDepotResponse:
        """获取代码仓库详情.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_DEPOT,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.describe_git_depot,
        )

    def delete_git_depot(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteGitDepotResponse:
        """删除代码仓库.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DELETE_GIT_DEPOT,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.delete_git_depot,
        )

    def modify_depot_description(
        self,
        *,
        depot_id: int | Omit = OMIT,
        user_id: int | Omit = OMIT,
        description: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDepotDescriptionResponse:
        """修改仓库描述.

        Args:
            depot_id: 仓库 id.
            user_id: 用户 id.
            description: 仓库描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_DEPOT_DESCRIPTION,
            Values(
                body={"DepotId": depot_id, "UserId": user_id, "Description": description},
            ),
            options,
            self.modify_depot_description,
        )

    def modify_depot_name(
        self,
        *,
        depot_id: int | Omit = OMIT,
        user_id: int | Omit = OMIT,
        depot_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDepotNameResponse:
        """修改仓库名称.

        Args:
            depot_id: 仓库 id.
            user_id: 用户 id.
            depot_name: 新仓库名.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_DEPOT_NAME,
            Values(
                body={"DepotId": depot_id, "UserId": user_id, "DepotName": depot_name},
            ),
            options,
            self.modify_depot_name,
        )

    def create_git_commit_note(
        self,
        *,
        depot_id: int | Omit = OMIT,
        commit_sha: str | Omit = OMIT,
        note: str | Omit = OMIT,
        commit_message: str | Omit = OMIT,
        notes_ref: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitCommitNoteResponse:
        """创建提交注释.

        Args:
            depot_id: 仓库 id.
            commit_sha: 提交的 Sha.
            note: NotesRef.
            commit_message: 提交信息.
            notes_ref: 注释分支 ref。推荐默认不填.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_GIT_COMMIT_NOTE,
            Values(
                body={
                    "DepotId": depot_id,
                    "CommitSha": commit_sha,
                    "Note": note,
                    "CommitMessage": commit_message,
                    "NotesRef": notes_ref,
                },
            ),
            options,
            self.create_git_commit_note,
        )

    def describe_project_depot_info_list(
        self,
        *,
        project_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProjectDepotInfoListResponse:
        """查询项目下仓库信息列表.

        Args:
            project_id: 项目 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_PROJECT_DEPOT_INFO_LIST,
            Values(
                body={"ProjectId": project_id},
            ),
            options,
            self.describe_project_depot_info_list,
        )

    def describe_git_tags(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitTagsResponse:
        """查询仓库所有标签.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_TAGS,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.describe_git_tags,
        )

    def describe_git_tags_by_branch(
        self,
        *,
        branch: str | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitTagsByBranchResponse:
        """根据分支获取标签列表.

        Args:
            branch: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_GIT_TAGS_BY_BRANCH,
            Values(
                body={"Branch": branch, "DepotId": depot_id},
            ),
            options,
            self.describe_git_tags_by_branch,
        )

    def describe_team_depot_info_list(
        self,
        *,
        team_id: int | Omit = OMIT,
        user_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeTeamDepotInfoListResponse:
        """获取团队下仓库列表.

        获取团队下仓库列表,只允许团队所有者或团队管理员调用。

        Args:
            team_id: 团队Id.
            user_id: 用户Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_TEAM_DEPOT_INFO_LIST,
            Values(
                body={"TeamId": team_id, "UserId": user_id},
            ),
            options,
            self.describe_team_depot_info_list,
        )

    def modify_default_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        user_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDefaultBranchResponse:
        """修改仓库默认分支.

        Args:
            depot_id: 仓库Id.
            branch_name: 分支名.
            user_id: 用户Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_DEFAULT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name, "UserId": user_id},
            ),
            options,
            self.modify_default_branch,
        )

    def create_depot_by_template(
        self,
        *,
        project_id: int | Omit = OMIT,
        depot_name: str | Omit = OMIT,
        template: Literal["SPRING", "ROR", "SINATRA", "NODEJS", "ANDROID", "FLASK"] | Omit = OMIT,
        user_id: int | Omit = OMIT,
        description: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateDepotByTemplateResponse:
        """根据模板创建仓库.

        Args:
            project_id: 项目Id.
            depot_name: 仓库名.
            template: 仓库模板。现已支持:Spring, Ruby on Rails,Ruby Sinatra,Node.js,Android,Python。它们对应的 Template
                模板参数分别为:SPRING,ROR,SINATRA,NODEJS,ANDROID,FLASK。 One of SPRING, ROR, SINATRA, NODEJS, ANDROID,
                FLASK.
            user_id: 用户Id.
            description: 仓库描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_DEPOT_BY_TEMPLATE,
            Values(
                body={
                    "ProjectId": project_id,
                    "DepotName": depot_name,
                    "Template": template,
                    "UserId": user_id,
                    "Description": description,
                },
            ),
            options,
            self.create_depot_by_template,
        )


class Async代码托管:
    """Operations: 代码托管, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def create_git_depot(
        self,
        *,
        project_id: int | Omit = OMIT,
        depot_name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitDepotResponse:
        """创建代码仓库.

        Args:
            project_id: 项目 id.
            depot_name: 仓库名称.
            description: 仓库描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_GIT_DEPOT,
            Values(
                body={"ProjectId": project_id, "DepotName": depot_name, "Description": description},
            ),
            options,
            self.create_git_depot,
        )

    async def describe_git_depot(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitDepotResponse:
        """获取代码仓库详情.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_DEPOT,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.describe_git_depot,
        )

    async def delete_git_depot(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteGitDepotResponse:
        """删除代码仓库.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DELETE_GIT_DEPOT,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.delete_git_depot,
        )

    async def modify_depot_description(
        self,
        *,
        depot_id: int | Omit = OMIT,
        user_id: int | Omit = OMIT,
        description: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDepotDescriptionResponse:
        """修改仓库描述.

        Args:
            depot_id: 仓库 id.
            user_id: 用户 id.
            description: 仓库描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_DEPOT_DESCRIPTION,
            Values(
                body={"DepotId": depot_id, "UserId": user_id, "Description": description},
            ),
            options,
            self.modify_depot_description,
        )

    async def modify_depot_name(
        self,
        *,
        depot_id: int | Omit = OMIT,
        user_id: int | Omit = OMIT,
        depot_name: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDepotNameResponse:
        """修改仓库名称.

        Args:
            depot_id: 仓库 id.
            user_id: 用户 id.
            depot_name: 新仓库名.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_DEPOT_NAME,
            Values(
                body={"DepotId": depot_id, "UserId": user_id, "DepotName": depot_name},
            ),
            options,
            self.modify_depot_name,
        )

    async def create_git_commit_note(
        self,
        *,
        depot_id: int | Omit = OMIT,
        commit_sha: str | Omit = OMIT,
        note: str | Omit = OMIT,
        commit_message: str | Omit = OMIT,
        notes_ref: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateGitCommitNoteResponse:
        """创建提交注释.

        Args:
            depot_id: 仓库 id.
            commit_sha: 提交的 Sha.
            note: NotesRef.
            commit_message: 提交信息.
            notes_ref: 注释分支 ref。推荐默认不填.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_GIT_COMMIT_NOTE,
            Values(
                body={
                    "DepotId": depot_id,
                    "CommitSha": commit_sha,
                    "Note": note,
                    "CommitMessage": commit_message,
                    "NotesRef": notes_ref,
                },
            ),
            options,
            self.create_git_commit_note,
        )

    async def describe_project_depot_info_list(
        self,
        *,
        project_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeProjectDepotInfoListResponse:
        """查询项目下仓库信息列表.

        Args:
            project_id: 项目 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_PROJECT_DEPOT_INFO_LIST,
            Values(
                body={"ProjectId": project_id},
            ),
            options,
            self.describe_project_depot_info_list,
        )

    async def describe_git_tags(
        self,
        *,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitTagsResponse:
        """查询仓库所有标签.

        Args:
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_TAGS,
            Values(
                body={"DepotId": depot_id},
            ),
            options,
            self.describe_git_tags,
        )

    async def describe_git_tags_by_branch(
        self,
        *,
        branch: str | Omit = OMIT,
        depot_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeGitTagsByBranchResponse:
        """根据分支获取标签列表.

        Args:
            branch: 合并请求 id.
            depot_id: 仓库 id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_GIT_TAGS_BY_BRANCH,
            Values(
                body={"Branch": branch, "DepotId": depot_id},
            ),
            options,
            self.describe_git_tags_by_branch,
        )

    async def describe_team_depot_info_list(
        self,
        *,
        team_id: int | Omit = OMIT,
        user_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeTeamDepotInfoListResponse:
        """获取团队下仓库列表.

        获取团队下仓库列表,只允许团队所有者或团队管理员调用。

        Args:
            team_id: 团队Id.
            user_id: 用户Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_TEAM_DEPOT_INFO_LIST,
            Values(
                body={"TeamId": team_id, "UserId": user_id},
            ),
            options,
            self.describe_team_depot_info_list,
        )

    async def modify_default_branch(
        self,
        *,
        depot_id: int | Omit = OMIT,
        branch_name: str | Omit = OMIT,
        user_id: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDefaultBranchResponse:
        """修改仓库默认分支.

        Args:
            depot_id: 仓库Id.
            branch_name: 分支名.
            user_id: 用户Id.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_DEFAULT_BRANCH,
            Values(
                body={"DepotId": depot_id, "BranchName": branch_name, "UserId": user_id},
            ),
            options,
            self.modify_default_branch,
        )

    async def create_depot_by_template(
        self,
        *,
        project_id: int | Omit = OMIT,
        depot_name: str | Omit = OMIT,
        template: Literal["SPRING", "ROR", "SINATRA", "NODEJS", "ANDROID", "FLASK"] | Omit = OMIT,
        user_id: int | Omit = OMIT,
        description: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateDepotByTemplateResponse:
        """根据模板创建仓库.

        Args:
            project_id: 项目Id.
            depot_name: 仓库名.
            template: 仓库模板。现已支持:Spring, Ruby on Rails,Ruby Sinatra,Node.js,Android,Python。它们对应的 Template
                模板参数分别为:SPRING,ROR,SINATRA,NODEJS,ANDROID,FLASK。 One of SPRING, ROR, SINATRA, NODEJS, ANDROID,
                FLASK.
            user_id: 用户Id.
            description: 仓库描述.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_DEPOT_BY_TEMPLATE,
            Values(
                body={
                    "ProjectId": project_id,
                    "DepotName": depot_name,
                    "Template": template,
                    "UserId": user_id,
                    "Description": description,
                },
            ),
            options,
            self.create_depot_by_template,
        )
