"""Models of the JSON objects of the API; unknown properties are kept, values outside an enumeration are accepted.

A model is loaded when it is used first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._commit import Commit
    from ._commiter import Commiter
    from ._create_coding_project_request import CreateCodingProjectRequest
    from ._create_coding_project_response import CreateCodingProjectResponse, CreateCodingProjectResult
    from ._create_depot_by_template_request import CreateDepotByTemplateRequest
    from ._create_depot_by_template_response import CreateDepotByTemplateResponse, CreateDepotByTemplateResult
    from ._create_git_branch_request import CreateGitBranchRequest
    from ._create_git_branch_response import CreateGitBranchResponse, CreateGitBranchResult
    from ._create_git_commit_note_request import CreateGitCommitNoteRequest
    from ._create_git_commit_note_response import CreateGitCommitNoteResponse, CreateGitCommitNoteResult
    from ._create_git_depot_request import CreateGitDepotRequest
    from ._create_git_depot_response import CreateGitDepotResponse, CreateGitDepotResult
    from ._create_git_tag_request import CreateGitTagRequest
    from ._create_git_tag_response import CreateGitTagResponse, CreateGitTagResult
    from ._create_issue_block_request import CreateIssueBlockRequest
    from ._create_issue_block_response import CreateIssueBlockResponse, CreateIssueBlockResult
    from ._create_issue_request import CreateIssueRequest
    from ._create_issue_response import CreateIssueResponse, CreateIssueResult
    from ._create_issue_work_hours_request import CreateIssueWorkHoursRequest
    from ._create_issue_work_hours_response import CreateIssueWorkHoursResponse, CreateIssueWorkHoursResult
    from ._create_iteration_request import CreateIterationRequest
    from ._create_iteration_response import CreateIterationResponse, CreateIterationResult
    from ._create_protected_branch_member_request import CreateProtectedBranchMemberRequest
    from ._create_protected_branch_member_response import (
        CreateProtectedBranchMemberResponse,
        CreateProtectedBranchMemberResult,
    )
    from ._create_protected_branch_request import CreateProtectedBranchRequest
    from ._create_protected_branch_response import CreateProtectedBranchResponse, CreateProtectedBranchResult
    from ._create_requirement_defect_relation_request import CreateRequirementDefectRelationRequest
    from ._create_requirement_defect_relation_response import (
        CreateRequirementDefectRelationResponse,
        CreateRequirementDefectRelationResult,
    )
    from ._create_third_link_form import CreateThirdLinkForm
    from ._delete_git_branch_request import DeleteGitBranchRequest
    from ._delete_git_branch_response import DeleteGitBranchResponse, DeleteGitBranchResult
    from ._delete_git_depot_request import DeleteGitDepotRequest
    from ._delete_git_depot_response import DeleteGitDepotResponse, DeleteGitDepotResult
    from ._delete_git_tag_request import DeleteGitTagRequest
    from ._delete_git_tag_response import DeleteGitTagResponse, DeleteGitTagResult
    from ._delete_issue_block_request import DeleteIssueBlockRequest
    from ._delete_issue_block_response import DeleteIssueBlockResponse, DeleteIssueBlockResult
    from ._delete_issue_request import DeleteIssueRequest
    from ._delete_issue_response import DeleteIssueResponse, DeleteIssueResult
    from ._delete_issue_work_hours_request import DeleteIssueWorkHoursRequest
    from ._delete_issue_work_hours_response import DeleteIssueWorkHoursResponse, DeleteIssueWorkHoursResult
    from ._delete_iteration_request import DeleteIterationRequest
    from ._delete_iteration_response import DeleteIterationResponse, DeleteIterationResult
    from ._delete_one_project_request import DeleteOneProjectRequest
    from ._delete_one_project_response import DeleteOneProjectResponse, DeleteOneProjectResult
    from ._depot_data import DepotData
    from ._depot_info import DepotInfo
    from ._describe_block_issue_list_request import DescribeBlockIssueListRequest
    from ._describe_block_issue_list_response import DescribeBlockIssueListResponse, DescribeBlockIssueListResult
    from ._describe_blocked_by_issue_list_request import DescribeBlockedByIssueListRequest
    from ._describe_blocked_by_issue_list_response import (
        DescribeBlockedByIssueListResponse,
        DescribeBlockedByIssueListResult,
    )
    from ._describe_coding_current_user_request import DescribeCodingCurrentUserRequest
    from ._describe_coding_current_user_response import (
        DescribeCodingCurrentUserResponse,
        DescribeCodingCurrentUserResult,
        User,
    )
    from ._describe_coding_projects_request import DescribeCodingProjectsRequest
    from ._describe_coding_projects_response import (
        DescribeCodingProjectsResponse,
        DescribeCodingProjectsResult,
        ProjectsData,
    )
    from ._describe_commits_between2_commit_request import DescribeCommitsBetween2CommitRequest
    from ._describe_commits_between2_commit_response import (
        DescribeCommitsBetween2CommitResponse,
        DescribeCommitsBetween2CommitResult,
        DifferentOfCommitInfo,
        DifferentOfCommitInfoCommitsItem,
        DifferentOfCommitInfoDifferentOfCommitsItem,
    )
    from ._describe_different_between2_commits_request import DescribeDifferentBetween2CommitsRequest
    from ._describe_different_between2_commits_response import (
        DescribeDifferentBetween2CommitsResponse,
        DescribeDifferentBetween2CommitsResult,
        DiffFileInfo,
        DiffFileInfoDifferentLinesItem,
    )
    from ._describe_git_branch_request import DescribeGitBranchRequest
    from ._describe_git_branch_response import DescribeGitBranchResponse, DescribeGitBranchResult
    from ._describe_git_branches_by_sha_request import DescribeGitBranchesByShaRequest
    from ._describe_git_branches_by_sha_response import (
        DescribeGitBranchesByShaResponse,
        DescribeGitBranchesByShaResult,
        DescribeGitBranchesByShaResultRefsItem,
    )
    from ._describe_git_branches_request import DescribeGitBranchesRequest
    from ._describe_git_branches_response import DescribeGitBranchesResponse, DescribeGitBranchesResult
    from ._describe_git_commit_note_request import DescribeGitCommitNoteRequest
    from ._describe_git_commit_note_response import DescribeGitCommitNoteResponse, DescribeGitCommitNoteResult
    from ._describe_git_commit_request import DescribeGitCommitRequest
    from ._describe_git_commit_response import DescribeGitCommitResponse, DescribeGitCommitResult
    from ._describe_git_commits_request import DescribeGitCommitsRequest
    from ._describe_git_commits_response import DescribeGitCommitsResponse, DescribeGitCommitsResult
    from ._describe_git_depot_request import DescribeGitDepotRequest
    from ._describe_git_depot_response import DescribeGitDepotResponse, DescribeGitDepotResult
    from ._describe_git_tag_request import DescribeGitTagRequest
    from ._describe_git_tag_response import DescribeGitTagResponse, DescribeGitTagResult
    from ._describe_git_tags_by_branch_request import DescribeGitTagsByBranchRequest
    from ._describe_git_tags_by_branch_response import DescribeGitTagsByBranchResponse, DescribeGitTagsByBranchResult
    from ._describe_git_tags_request import DescribeGitTagsRequest
    from ._describe_git_tags_response import DescribeGitTagsResponse, DescribeGitTagsResult
    from ._describe_issue_file_url_request import DescribeIssueFileUrlRequest
    from ._describe_issue_file_url_response import DescribeIssueFileUrlResponse, DescribeIssueFileUrlResult
    from ._describe_issue_filter_list_request import DescribeIssueFilterListRequest
    from ._describe_issue_filter_list_response import (
        DescribeIssueFilterListResponse,
        DescribeIssueFilterListResult,
        IssueFilter,
        IssueFilterListData,
    )
    from ._describe_issue_list_request import DescribeIssueListRequest
    from ._describe_issue_list_response import DescribeIssueListResponse, DescribeIssueListResult
    from ._describe_issue_request import DescribeIssueRequest
    from ._describe_issue_response import DescribeIssueResponse, DescribeIssueResult
    from ._describe_issue_work_log_list_request import DescribeIssueWorkLogListRequest
    from ._describe_issue_work_log_list_response import (
        DescribeIssueWorkLogListResponse,
        DescribeIssueWorkLogListResult,
        IssueWorkLog,
    )
    from ._describe_iteration_list_request import DescribeIterationListRequest
    from ._describe_iteration_list_response import (
        DescribeIterationListResponse,
        DescribeIterationListResult,
        DescribeIterationListResultData,
    )
    from ._describe_iteration_request import DescribeIterationRequest
    from ._describe_iteration_response import DescribeIterationResponse, DescribeIterationResult
    from ._describe_merge_request_commits_request import DescribeMergeRequestCommitsRequest
    from ._describe_merge_request_commits_response import (
        DescribeMergeRequestCommitsResponse,
        DescribeMergeRequestCommitsResult,
    )
    from ._describe_merge_request_file_diff_request import DescribeMergeRequestFileDiffRequest
    from ._describe_merge_request_file_diff_response import (
        DescribeMergeRequestFileDiffResponse,
        DescribeMergeRequestFileDiffResult,
        FileDiff,
        MergeRequestFileDiff,
    )
    from ._describe_merge_request_log_request import DescribeMergeRequestLogRequest
    from ._describe_merge_request_log_response import (
        DescribeMergeRequestLogResponse,
        DescribeMergeRequestLogResult,
        MergeRequestLog,
    )
    from ._describe_merge_request_request import DescribeMergeRequestRequest
    from ._describe_merge_request_response import (
        DescribeMergeRequestResponse,
        DescribeMergeRequestResult,
        MergeRequestInfo,
    )
    from ._describe_notes_by_commits_request import DescribeNotesByCommitsRequest
    from ._describe_notes_by_commits_response import (
        CommitNote,
        DescribeNotesByCommitsResponse,
        DescribeNotesByCommitsResult,
    )
    from ._describe_one_project_request import DescribeOneProjectRequest
    from ._describe_one_project_response import DescribeOneProjectResponse, DescribeOneProjectResult
    from ._describe_project_depot_info_list_request import DescribeProjectDepotInfoListRequest
    from ._describe_project_depot_info_list_response import (
        DescribeProjectDepotInfoListResponse,
        DescribeProjectDepotInfoListResult,
    )
    from ._describe_project_issue_field_list_request import DescribeProjectIssueFieldListRequest
    from ._describe_project_issue_field_list_response import (
        DescribeProjectIssueFieldListResponse,
        DescribeProjectIssueFieldListResult,
        IssueField,
        IssueFieldOption,
        ProjectIssueField,
    )
    from ._describe_project_issue_status_list_request import DescribeProjectIssueStatusListRequest
    from ._describe_project_issue_status_list_response import (
        DescribeProjectIssueStatusListResponse,
        DescribeProjectIssueStatusListResult,
        IssueStatus,
        ProjectIssueStatus,
    )
    from ._describe_protected_branch_members_request import DescribeProtectedBranchMembersRequest
    from ._describe_protected_branch_members_response import (
        DescribeProtectedBranchMembersResponse,
        DescribeProtectedBranchMembersResult,
        ProtectedBranchMember,
    )
    from ._describe_protected_branch_request import DescribeProtectedBranchRequest
    from ._describe_protected_branch_response import DescribeProtectedBranchResponse, DescribeProtectedBranchResult
    from ._describe_protected_branchs_request import DescribeProtectedBranchsRequest
    from ._describe_protected_branchs_response import DescribeProtectedBranchsResponse, DescribeProtectedBranchsResult
    from ._describe_requirement_defect_relation_request import DescribeRequirementDefectRelationRequest
    from ._describe_requirement_defect_relation_response import (
        DescribeRequirementDefectRelationResponse,
        DescribeRequirementDefectRelationResult,
    )
    from ._describe_sub_issue_list_request import DescribeSubIssueListRequest
    from ._describe_sub_issue_list_response import DescribeSubIssueListResponse, DescribeSubIssueListResult
    from ._describe_team_depot_info_list_request import DescribeTeamDepotInfoListRequest
    from ._describe_team_depot_info_list_response import (
        DescribeTeamDepotInfoListResponse,
        DescribeTeamDepotInfoListResult,
    )
    from ._describe_user_projects_request import DescribeUserProjectsRequest
    from ._describe_user_projects_response import DescribeUserProjectsResponse, DescribeUserProjectsResult
    from ._get_api_me_response import GetApiMeResponse
    from ._git_branch import GitBranch
    from ._git_tag import GitTag
    from ._issue_condition import IssueCondition
    from ._issue_custom_field_form import IssueCustomFieldForm
    from ._issue_detail import (
        CustomField,
        DefectType,
        Epic,
        IssueDetail,
        IssueDetailRequirementType,
        IssueSimple,
        IterationSimple,
        Label,
        ProjectFile,
        ProjectModule,
        SubTask,
        ThirdLink,
        UserSimple,
    )
    from ._issue_list_data import IssueListData
    from ._issue_simple_data import IssueSimpleData, IssueSimpleDataAssignee
    from ._iteration import Iteration
    from ._modify_default_branch_request import ModifyDefaultBranchRequest
    from ._modify_default_branch_response import ModifyDefaultBranchResponse, ModifyDefaultBranchResult
    from ._modify_defect_related_requirement_request import ModifyDefectRelatedRequirementRequest
    from ._modify_defect_related_requirement_response import (
        ModifyDefectRelatedRequirementResponse,
        ModifyDefectRelatedRequirementResult,
    )
    from ._modify_depot_description_request import ModifyDepotDescriptionRequest
    from ._modify_depot_description_response import ModifyDepotDescriptionResponse, ModifyDepotDescriptionResult
    from ._modify_depot_name_request import ModifyDepotNameRequest
    from ._modify_depot_name_response import ModifyDepotNameResponse, ModifyDepotNameResult
    from ._modify_issue_parent_requirement_request import ModifyIssueParentRequirementRequest
    from ._modify_issue_parent_requirement_response import (
        ModifyIssueParentRequirementResponse,
        ModifyIssueParentRequirementResult,
    )
    from ._modify_issue_request import ModifyIssueRequest
    from ._modify_issue_response import ModifyIssueResponse, ModifyIssueResult
    from ._modify_iteration_request import ModifyIterationRequest
    from ._modify_iteration_response import ModifyIterationResponse, ModifyIterationResult
    from ._modify_project_permission_request import ModifyProjectPermissionRequest
    from ._modify_project_permission_response import ModifyProjectPermissionResponse, ModifyProjectPermissionResult
    from ._modify_project_request import ModifyProjectRequest
    from ._modify_project_response import ModifyProjectResponse, ModifyProjectResult
    from ._plan_iteration_issue_request import PlanIterationIssueRequest
    from ._plan_iteration_issue_response import PlanIterationIssueResponse, PlanIterationIssueResult
    from ._post_api_oauth_access_token_response import PostApiOauthAccessTokenResponse
    from ._project import Project
    from ._protected_branch import ProtectedBranch
else:
    from importlib import import_module

    def __getattr__(name: str) -> object:
        """Return a model; its module is imported now."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        model = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return model

    def __dir__() -> list[str]:
        """Return the names of all models."""
        return __all__


__all__ = [
    "Commit",
    "CommitNote",
    "Commiter",
    "CreateCodingProjectRequest",
    "CreateCodingProjectResponse",
    "CreateCodingProjectResult",
    "CreateDepotByTemplateRequest",
    "CreateDepotByTemplateResponse",
    "CreateDepotByTemplateResult",
    "CreateGitBranchRequest",
    "CreateGitBranchResponse",
    "CreateGitBranchResult",
    "CreateGitCommitNoteRequest",
    "CreateGitCommitNoteResponse",
    "CreateGitCommitNoteResult",
    "CreateGitDepotRequest",
    "CreateGitDepotResponse",
    "CreateGitDepotResult",
    "CreateGitTagRequest",
    "CreateGitTagResponse",
    "CreateGitTagResult",
    "CreateIssueBlockRequest",
    "CreateIssueBlockResponse",
    "CreateIssueBlockResult",
    "CreateIssueRequest",
    "CreateIssueResponse",
    "CreateIssueResult",
    "CreateIssueWorkHoursRequest",
    "CreateIssueWorkHoursResponse",
    "CreateIssueWorkHoursResult",
    "CreateIterationRequest",
    "CreateIterationResponse",
    "CreateIterationResult",
    "CreateProtectedBranchMemberRequest",
    "CreateProtectedBranchMemberResponse",
    "CreateProtectedBranchMemberResult",
    "CreateProtectedBranchRequest",
    "CreateProtectedBranchResponse",
    "CreateProtectedBranchResult",
    "CreateRequirementDefectRelationRequest",
    "CreateRequirementDefectRelationResponse",
    "CreateRequirementDefectRelationResult",
    "CreateThirdLinkForm",
    "CustomField",
    "DefectType",
    "DeleteGitBranchRequest",
    "DeleteGitBranchResponse",
    "DeleteGitBranchResult",
    "DeleteGitDepotRequest",
    "DeleteGitDepotResponse",
    "DeleteGitDepotResult",
    "DeleteGitTagRequest",
    "DeleteGitTagResponse",
    "DeleteGitTagResult",
    "DeleteIssueBlockRequest",
    "DeleteIssueBlockResponse",
    "DeleteIssueBlockResult",
    "DeleteIssueRequest",
    "DeleteIssueResponse",
    "DeleteIssueResult",
    "DeleteIssueWorkHoursRequest",
    "DeleteIssueWorkHoursResponse",
    "DeleteIssueWorkHoursResult",
    "DeleteIterationRequest",
    "DeleteIterationResponse",
    "DeleteIterationResult",
    "DeleteOneProjectRequest",
    "DeleteOneProjectResponse",
    "DeleteOneProjectResult",
    "DepotData",
    "DepotInfo",
    "DescribeBlockIssueListRequest",
    "DescribeBlockIssueListResponse",
    "DescribeBlockIssueListResult",
    "DescribeBlockedByIssueListRequest",
    "DescribeBlockedByIssueListResponse",
    "DescribeBlockedByIssueListResult",
    "DescribeCodingCurrentUserRequest",
    "DescribeCodingCurrentUserResponse",
    "DescribeCodingCurrentUserResult",
    "DescribeCodingProjectsRequest",
    "DescribeCodingProjectsResponse",
    "DescribeCodingProjectsResult",
    "DescribeCommitsBetween2CommitRequest",
    "DescribeCommitsBetween2CommitResponse",
    "DescribeCommitsBetween2CommitResult",
    "DescribeDifferentBetween2CommitsRequest",
    "DescribeDifferentBetween2CommitsResponse",
    "DescribeDifferentBetween2CommitsResult",
    "DescribeGitBranchRequest",
    "DescribeGitBranchResponse",
    "DescribeGitBranchResult",
    "DescribeGitBranchesByShaRequest",
    "DescribeGitBranchesByShaResponse",
    "DescribeGitBranchesByShaResult",
    "DescribeGitBranchesByShaResultRefsItem",
    "DescribeGitBranchesRequest",
    "DescribeGitBranchesResponse",
    "DescribeGitBranchesResult",
    "DescribeGitCommitNoteRequest",
    "DescribeGitCommitNoteResponse",
    "DescribeGitCommitNoteResult",
    "DescribeGitCommitRequest",
    "DescribeGitCommitResponse",
    "DescribeGitCommitResult",
    "DescribeGitCommitsRequest",
    "DescribeGitCommitsResponse",
    "DescribeGitCommitsResult",
    "DescribeGitDepotRequest",
    "DescribeGitDepotResponse",
    "DescribeGitDepotResult",
    "DescribeGitTagRequest",
    "DescribeGitTagResponse",
    "DescribeGitTagResult",
    "DescribeGitTagsByBranchRequest",
    "DescribeGitTagsByBranchResponse",
    "DescribeGitTagsByBranchResult",
    "DescribeGitTagsRequest",
    "DescribeGitTagsResponse",
    "DescribeGitTagsResult",
    "DescribeIssueFileUrlRequest",
    "DescribeIssueFileUrlResponse",
    "DescribeIssueFileUrlResult",
    "DescribeIssueFilterListRequest",
    "DescribeIssueFilterListResponse",
    "DescribeIssueFilterListResult",
    "DescribeIssueListRequest",
    "DescribeIssueListResponse",
    "DescribeIssueListResult",
    "DescribeIssueRequest",
    "DescribeIssueResponse",
    "DescribeIssueResult",
    "DescribeIssueWorkLogListRequest",
    "DescribeIssueWorkLogListResponse",
    "DescribeIssueWorkLogListResult",
    "DescribeIterationListRequest",
    "DescribeIterationListResponse",
    "DescribeIterationListResult",
    "DescribeIterationListResultData",
    "DescribeIterationRequest",
    "DescribeIterationResponse",
    "DescribeIterationResult",
    "DescribeMergeRequestCommitsRequest",
    "DescribeMergeRequestCommitsResponse",
    "DescribeMergeRequestCommitsResult",
    "DescribeMergeRequestFileDiffRequest",
    "DescribeMergeRequestFileDiffResponse",
    "DescribeMergeRequestFileDiffResult",
    "DescribeMergeRequestLogRequest",
    "DescribeMergeRequestLogResponse",
    "DescribeMergeRequestLogResult",
    "DescribeMergeRequestRequest",
    "DescribeMergeRequestResponse",
    "DescribeMergeRequestResult",
    "DescribeNotesByCommitsRequest",
    "DescribeNotesByCommitsResponse",
    "DescribeNotesByCommitsResult",
    "DescribeOneProjectRequest",
    "DescribeOneProjectResponse",
    "DescribeOneProjectResult",
    "DescribeProjectDepotInfoListRequest",
    "DescribeProjectDepotInfoListResponse",
    "DescribeProjectDepotInfoListResult",
    "DescribeProjectIssueFieldListRequest",
    "DescribeProjectIssueFieldListResponse",
    "DescribeProjectIssueFieldListResult",
    "DescribeProjectIssueStatusListRequest",
    "DescribeProjectIssueStatusListResponse",
    "DescribeProjectIssueStatusListResult",
    "DescribeProtectedBranchMembersRequest",
    "DescribeProtectedBranchMembersResponse",
    "DescribeProtectedBranchMembersResult",
    "DescribeProtectedBranchRequest",
    "DescribeProtectedBranchResponse",
    "DescribeProtectedBranchResult",
    "DescribeProtectedBranchsRequest",
    "DescribeProtectedBranchsResponse",
    "DescribeProtectedBranchsResult",
    "DescribeRequirementDefectRelationRequest",
    "DescribeRequirementDefectRelationResponse",
    "DescribeRequirementDefectRelationResult",
    "DescribeSubIssueListRequest",
    "DescribeSubIssueListResponse",
    "DescribeSubIssueListResult",
    "DescribeTeamDepotInfoListRequest",
    "DescribeTeamDepotInfoListResponse",
    "DescribeTeamDepotInfoListResult",
    "DescribeUserProjectsRequest",
    "DescribeUserProjectsResponse",
    "DescribeUserProjectsResult",
    "DiffFileInfo",
    "DiffFileInfoDifferentLinesItem",
    "DifferentOfCommitInfo",
    "DifferentOfCommitInfoCommitsItem",
    "DifferentOfCommitInfoDifferentOfCommitsItem",
    "Epic",
    "FileDiff",
    "GetApiMeResponse",
    "GitBranch",
    "GitTag",
    "IssueCondition",
    "IssueCustomFieldForm",
    "IssueDetail",
    "IssueDetailRequirementType",
    "IssueField",
    "IssueFieldOption",
    "IssueFilter",
    "IssueFilterListData",
    "IssueListData",
    "IssueSimple",
    "IssueSimpleData",
    "IssueSimpleDataAssignee",
    "IssueStatus",
    "IssueWorkLog",
    "Iteration",
    "IterationSimple",
    "Label",
    "MergeRequestFileDiff",
    "MergeRequestInfo",
    "MergeRequestLog",
    "ModifyDefaultBranchRequest",
    "ModifyDefaultBranchResponse",
    "ModifyDefaultBranchResult",
    "ModifyDefectRelatedRequirementRequest",
    "ModifyDefectRelatedRequirementResponse",
    "ModifyDefectRelatedRequirementResult",
    "ModifyDepotDescriptionRequest",
    "ModifyDepotDescriptionResponse",
    "ModifyDepotDescriptionResult",
    "ModifyDepotNameRequest",
    "ModifyDepotNameResponse",
    "ModifyDepotNameResult",
    "ModifyIssueParentRequirementRequest",
    "ModifyIssueParentRequirementResponse",
    "ModifyIssueParentRequirementResult",
    "ModifyIssueRequest",
    "ModifyIssueResponse",
    "ModifyIssueResult",
    "ModifyIterationRequest",
    "ModifyIterationResponse",
    "ModifyIterationResult",
    "ModifyProjectPermissionRequest",
    "ModifyProjectPermissionResponse",
    "ModifyProjectPermissionResult",
    "ModifyProjectRequest",
    "ModifyProjectResponse",
    "ModifyProjectResult",
    "PlanIterationIssueRequest",
    "PlanIterationIssueResponse",
    "PlanIterationIssueResult",
    "PostApiOauthAccessTokenResponse",
    "Project",
    "ProjectFile",
    "ProjectIssueField",
    "ProjectIssueStatus",
    "ProjectModule",
    "ProjectsData",
    "ProtectedBranch",
    "ProtectedBranchMember",
    "SubTask",
    "ThirdLink",
    "User",
    "UserSimple",
]
_HOMES = {
    "Commit": "_commit",
    "CommitNote": "_describe_notes_by_commits_response",
    "Commiter": "_commiter",
    "CreateCodingProjectRequest": "_create_coding_project_request",
    "CreateCodingProjectResponse": "_create_coding_project_response",
    "CreateCodingProjectResult": "_create_coding_project_response",
    "CreateDepotByTemplateRequest": "_create_depot_by_template_request",
    "CreateDepotByTemplateResponse": "_create_depot_by_template_response",
    "CreateDepotByTemplateResult": "_create_depot_by_template_response",
    "CreateGitBranchRequest": "_create_git_branch_request",
    "CreateGitBranchResponse": "_create_git_branch_response",
    "CreateGitBranchResult": "_create_git_branch_response",
    "CreateGitCommitNoteRequest": "_create_git_commit_note_request",
    "CreateGitCommitNoteResponse": "_create_git_commit_note_response",
    "CreateGitCommitNoteResult": "_create_git_commit_note_response",
    "CreateGitDepotRequest": "_create_git_depot_request",
    "CreateGitDepotResponse": "_create_git_depot_response",
    "CreateGitDepotResult": "_create_git_depot_response",
    "CreateGitTagRequest": "_create_git_tag_request",
    "CreateGitTagResponse": "_create_git_tag_response",
    "CreateGitTagResult": "_create_git_tag_response",
    "CreateIssueBlockRequest": "_create_issue_block_request",
    "CreateIssueBlockResponse": "_create_issue_block_response",
    "CreateIssueBlockResult": "_create_issue_block_response",
    "CreateIssueRequest": "_create_issue_request",
    "CreateIssueResponse": "_create_issue_response",
    "CreateIssueResult": "_create_issue_response",
    "CreateIssueWorkHoursRequest": "_create_issue_work_hours_request",
    "CreateIssueWorkHoursResponse": "_create_issue_work_hours_response",
    "CreateIssueWorkHoursResult": "_create_issue_work_hours_response",
    "CreateIterationRequest": "_create_iteration_request",
    "CreateIterationResponse": "_create_iteration_response",
    "CreateIterationResult": "_create_iteration_response",
    "CreateProtectedBranchMemberRequest": "_create_protected_branch_member_request",
    "CreateProtectedBranchMemberResponse": "_create_protected_branch_member_response",
    "CreateProtectedBranchMemberResult": "_create_protected_branch_member_response",
    "CreateProtectedBranchRequest": "_create_protected_branch_request",
    "CreateProtectedBranchResponse": "_create_protected_branch_response",
    "CreateProtectedBranchResult": "_create_protected_branch_response",
    "CreateRequirementDefectRelationRequest": "_create_requirement_defect_relation_request",
    "CreateRequirementDefectRelationResponse": "_create_requirement_defect_relation_response",
    "CreateRequirementDefectRelationResult": "_create_requirement_defect_relation_response",
    "CreateThirdLinkForm": "_create_third_link_form",
    "CustomField": "_issue_detail",
    "DefectType": "_issue_detail",
    "DeleteGitBranchRequest": "_delete_git_branch_request",
    "DeleteGitBranchResponse": "_delete_git_branch_response",
    "DeleteGitBranchResult": "_delete_git_branch_response",
    "DeleteGitDepotRequest": "_delete_git_depot_request",
    "DeleteGitDepotResponse": "_delete_git_depot_response",
    "DeleteGitDepotResult": "_delete_git_depot_response",
    "DeleteGitTagRequest": "_delete_git_tag_request",
    "DeleteGitTagResponse": "_delete_git_tag_response",
    "DeleteGitTagResult": "_delete_git_tag_response",
    "DeleteIssueBlockRequest": "_delete_issue_block_request",
    "DeleteIssueBlockResponse": "_delete_issue_block_response",
    "DeleteIssueBlockResult": "_delete_issue_block_response",
    "DeleteIssueRequest": "_delete_issue_request",
    "DeleteIssueResponse": "_delete_issue_response",
    "DeleteIssueResult": "_delete_issue_response",
    "DeleteIssueWorkHoursRequest": "_delete_issue_work_hours_request",
    "DeleteIssueWorkHoursResponse": "_delete_issue_work_hours_response",
    "DeleteIssueWorkHoursResult": "_delete_issue_work_hours_response",
    "DeleteIterationRequest": "_delete_iteration_request",
    "DeleteIterationResponse": "_delete_iteration_response",
    "DeleteIterationResult": "_delete_iteration_response",
    "DeleteOneProjectRequest": "_delete_one_project_request",
    "DeleteOneProjectResponse": "_delete_one_project_response",
    "DeleteOneProjectResult": "_delete_one_project_response",
    "DepotData": "_depot_data",
    "DepotInfo": "_depot_info",
    "DescribeBlockIssueListRequest": "_describe_block_issue_list_request",
    "DescribeBlockIssueListResponse": "_describe_block_issue_list_response",
    "DescribeBlockIssueListResult": "_describe_block_issue_list_response",
    "DescribeBlockedByIssueListRequest": "_describe_blocked_by_issue_list_request",
    "DescribeBlockedByIssueListResponse": "_describe_blocked_by_issue_list_response",
    "DescribeBlockedByIssueListResult": "_describe_blocked_by_issue_list_response",
    "DescribeCodingCurrentUserRequest": "_describe_coding_current_user_request",
    "DescribeCodingCurrentUserResponse": "_describe_coding_current_user_response",
    "DescribeCodingCurrentUserResult": "_describe_coding_current_user_response",
    "DescribeCodingProjectsRequest": "_describe_coding_projects_request",
    "DescribeCodingProjectsResponse": "_describe_coding_projects_response",
    "DescribeCodingProjectsResult": "_describe_coding_projects_response",
    "DescribeCommitsBetween2CommitRequest": "_describe_commits_between2_commit_request",
    "DescribeCommitsBetween2CommitResponse": "_describe_commits_between2_commit_response",
    "DescribeCommitsBetween2CommitResult": "_describe_commits_between2_commit_response",
    "DescribeDifferentBetween2CommitsRequest": "_describe_different_between2_commits_request",
    "DescribeDifferentBetween2CommitsResponse": "_describe_different_between2_commits_response",
    "DescribeDifferentBetween2CommitsResult": "_describe_different_between2_commits_response",
    "DescribeGitBranchRequest": "_describe_git_branch_request",
    "DescribeGitBranchResponse": "_describe_git_branch_response",
    "DescribeGitBranchResult": "_describe_git_branch_response",
    "DescribeGitBranchesByShaRequest": "_describe_git_branches_by_sha_request",
    "DescribeGitBranchesByShaResponse": "_describe_git_branches_by_sha_response",
    "DescribeGitBranchesByShaResult": "_describe_git_branches_by_sha_response",
    "DescribeGitBranchesByShaResultRefsItem": "_describe_git_branches_by_sha_response",
    "DescribeGitBranchesRequest": "_describe_git_branches_request",
    "DescribeGitBranchesResponse": "_describe_git_branches_response",
    "DescribeGitBranchesResult": "_describe_git_branches_response",
    "DescribeGitCommitNoteRequest": "_describe_git_commit_note_request",
    "DescribeGitCommitNoteResponse": "_describe_git_commit_note_response",
    "DescribeGitCommitNoteResult": "_describe_git_commit_note_response",
    "DescribeGitCommitRequest": "_describe_git_commit_request",
    "DescribeGitCommitResponse": "_describe_git_commit_response",
    "DescribeGitCommitResult": "_describe_git_commit_response",
    "DescribeGitCommitsRequest": "_describe_git_commits_request",
    "DescribeGitCommitsResponse": "_describe_git_commits_response",
    "DescribeGitCommitsResult": "_describe_git_commits_response",
    "DescribeGitDepotRequest": "_describe_git_depot_request",
    "DescribeGitDepotResponse": "_describe_git_depot_response",
    "DescribeGitDepotResult": "_describe_git_depot_response",
    "DescribeGitTagRequest": "_describe_git_tag_request",
    "DescribeGitTagResponse": "_describe_git_tag_response",
    "DescribeGitTagResult": "_describe_git_tag_response",
    "DescribeGitTagsByBranchRequest": "_describe_git_tags_by_branch_request",
    "DescribeGitTagsByBranchResponse": "_describe_git_tags_by_branch_response",
    "DescribeGitTagsByBranchResult": "_describe_git_tags_by_branch_response",
    "DescribeGitTagsRequest": "_describe_git_tags_request",
    "DescribeGitTagsResponse": "_describe_git_tags_response",
    "DescribeGitTagsResult": "_describe_git_tags_response",
    "DescribeIssueFileUrlRequest": "_describe_issue_file_url_request",
    "DescribeIssueFileUrlResponse": "_describe_issue_file_url_response",
    "DescribeIssueFileUrlResult": "_describe_issue_file_url_response",
    "DescribeIssueFilterListRequest": "_describe_issue_filter_list_request",
    "DescribeIssueFilterListResponse": "_describe_issue_filter_list_response",
    "DescribeIssueFilterListResult": "_describe_issue_filter_list_response",
    "DescribeIssueListRequest": "_describe_issue_list_request",
    "DescribeIssueListResponse": "_describe_issue_list_response",
    "DescribeIssueListResult": "_describe_issue_list_response",
    "DescribeIssueRequest": "_describe_issue_request",
    "DescribeIssueResponse": "_describe_issue_response",
    "DescribeIssueResult": "_describe_issue_response",
    "DescribeIssueWorkLogListRequest": "_describe_issue_work_log_list_request",
    "DescribeIssueWorkLogListResponse": "_describe_issue_work_log_list_response",
    "DescribeIssueWorkLogListResult": "_describe_issue_work_log_list_response",
    "DescribeIterationListRequest": "_describe_iteration_list_request",
    "DescribeIterationListResponse": "_describe_iteration_list_response",
    "DescribeIterationListResult": "_describe_iteration_list_response",
    "DescribeIterationListResultData": "_describe_iteration_list_response",
    "DescribeIterationRequest": "_describe_iteration_request",
    "DescribeIterationResponse": "_describe_iteration_response",
    "DescribeIterationResult": "_describe_iteration_response",
    "DescribeMergeRequestCommitsRequest": "_describe_merge_request_commits_request",
    "DescribeMergeRequestCommitsResponse": "_describe_merge_request_commits_response",
    "DescribeMergeRequestCommitsResult": "_describe_merge_request_commits_response",
    "DescribeMergeRequestFileDiffRequest": "_describe_merge_request_file_diff_request",
    "DescribeMergeRequestFileDiffResponse": "_describe_merge_request_file_diff_response",
    "DescribeMergeRequestFileDiffResult": "_describe_merge_request_file_diff_response",
    "DescribeMergeRequestLogRequest": "_describe_merge_request_log_request",
    "DescribeMergeRequestLogResponse": "_describe_merge_request_log_response",
    "DescribeMergeRequestLogResult": "_describe_merge_request_log_response",
    "DescribeMergeRequestRequest": "_describe_merge_request_request",
    "DescribeMergeRequestResponse": "_describe_merge_request_response",
    "DescribeMergeRequestResult": "_describe_merge_request_response",
    "DescribeNotesByCommitsRequest": "_describe_notes_by_commits_request",
    "DescribeNotesByCommitsResponse": "_describe_notes_by_commits_response",
    "DescribeNotesByCommitsResult": "_describe_notes_by_commits_response",
    "DescribeOneProjectRequest": "_describe_one_project_request",
    "DescribeOneProjectResponse": "_describe_one_project_response",
    "DescribeOneProjectResult": "_describe_one_project_response",
    "DescribeProjectDepotInfoListRequest": "_describe_project_depot_info_list_request",
    "DescribeProjectDepotInfoListResponse": "_describe_project_depot_info_list_response",
    "DescribeProjectDepotInfoListResult": "_describe_project_depot_info_list_response",
    "DescribeProjectIssueFieldListRequest": "_describe_project_issue_field_list_request",
    "DescribeProjectIssueFieldListResponse": "_describe_project_issue_field_list_response",
    "DescribeProjectIssueFieldListResult": "_describe_project_issue_field_list_response",
    "DescribeProjectIssueStatusListRequest": "_describe_project_issue_status_list_request",
    "DescribeProjectIssueStatusListResponse": "_describe_project_issue_status_list_response",
    "DescribeProjectIssueStatusListResult": "_describe_project_issue_status_list_response",
    "DescribeProtectedBranchMembersRequest": "_describe_protected_branch_members_request",
    "DescribeProtectedBranchMembersResponse": "_describe_protected_branch_members_response",
    "DescribeProtectedBranchMembersResult": "_describe_protected_branch_members_response",
    "DescribeProtectedBranchRequest": "_describe_protected_branch_request",
    "DescribeProtectedBranchResponse": "_describe_protected_branch_response",
    "DescribeProtectedBranchResult": "_describe_protected_branch_response",
    "DescribeProtectedBranchsRequest": "_describe_protected_branchs_request",
    "DescribeProtectedBranchsResponse": "_describe_protected_branchs_response",
    "DescribeProtectedBranchsResult": "_describe_protected_branchs_response",
    "DescribeRequirementDefectRelationRequest": "_describe_requirement_defect_relation_request",
    "DescribeRequirementDefectRelationResponse": "_describe_requirement_defect_relation_response",
    "DescribeRequirementDefectRelationResult": "_describe_requirement_defect_relation_response",
    "DescribeSubIssueListRequest": "_describe_sub_issue_list_request",
    "DescribeSubIssueListResponse": "_describe_sub_issue_list_response",
    "DescribeSubIssueListResult": "_describe_sub_issue_list_response",
    "DescribeTeamDepotInfoListRequest": "_describe_team_depot_info_list_request",
    "DescribeTeamDepotInfoListResponse": "_describe_team_depot_info_list_response",
    "DescribeTeamDepotInfoListResult": "_describe_team_depot_info_list_response",
    "DescribeUserProjectsRequest": "_describe_user_projects_request",
    "DescribeUserProjectsResponse": "_describe_user_projects_response",
    "DescribeUserProjectsResult": "_describe_user_projects_response",
    "DiffFileInfo": "_describe_different_between2_commits_response",
    "DiffFileInfoDifferentLinesItem": "_describe_different_between2_commits_response",
    "DifferentOfCommitInfo": "_describe_commits_between2_commit_response",
    "DifferentOfCommitInfoCommitsItem": "_describe_commits_between2_commit_response",
    "DifferentOfCommitInfoDifferentOfCommitsItem": "_describe_commits_between2_commit_response",
    "Epic": "_issue_detail",
    "FileDiff": "_describe_merge_request_file_diff_response",
    "GetApiMeResponse": "_get_api_me_response",
    "GitBranch": "_git_branch",
    "GitTag": "_git_tag",
    "IssueCondition": "_issue_condition",
    "IssueCustomFieldForm": "_issue_custom_field_form",
    "IssueDetail": "_issue_detail",
    "IssueDetailRequirementType": "_issue_detail",
    "IssueField": "_describe_project_issue_field_list_response",
    "IssueFieldOption": "_describe_project_issue_field_list_response",
    "IssueFilter": "_describe_issue_filter_list_response",
    "IssueFilterListData": "_describe_issue_filter_list_response",
    "IssueListData": "_issue_list_data",
    "IssueSimple": "_issue_detail",
    "IssueSimpleData": "_issue_simple_data",
    "IssueSimpleDataAssignee": "_issue_simple_data",
    "IssueStatus": "_describe_project_issue_status_list_response",
    "IssueWorkLog": "_describe_issue_work_log_list_response",
    "Iteration": "_iteration",
    "IterationSimple": "_issue_detail",
    "Label": "_issue_detail",
    "MergeRequestFileDiff": "_describe_merge_request_file_diff_response",
    "MergeRequestInfo": "_describe_merge_request_response",
    "MergeRequestLog": "_describe_merge_request_log_response",
    "ModifyDefaultBranchRequest": "_modify_default_branch_request",
    "ModifyDefaultBranchResponse": "_modify_default_branch_response",
    "ModifyDefaultBranchResult": "_modify_default_branch_response",
    "ModifyDefectRelatedRequirementRequest": "_modify_defect_related_requirement_request",
    "ModifyDefectRelatedRequirementResponse": "_modify_defect_related_requirement_response",
    "ModifyDefectRelatedRequirementResult": "_modify_defect_related_requirement_response",
    "ModifyDepotDescriptionRequest": "_modify_depot_description_request",
    "ModifyDepotDescriptionResponse": "_modify_depot_description_response",
    "ModifyDepotDescriptionResult": "_modify_depot_description_response",
    "ModifyDepotNameRequest": "_modify_depot_name_request",
    "ModifyDepotNameResponse": "_modify_depot_name_response",
    "ModifyDepotNameResult": "_modify_depot_name_response",
    "ModifyIssueParentRequirementRequest": "_modify_issue_parent_requirement_request",
    "ModifyIssueParentRequirementResponse": "_modify_issue_parent_requirement_response",
    "ModifyIssueParentRequirementResult": "_modify_issue_parent_requirement_response",
    "ModifyIssueRequest": "_modify_issue_request",
    "ModifyIssueResponse": "_modify_issue_response",
    "ModifyIssueResult": "_modify_issue_response",
    "ModifyIterationRequest": "_modify_iteration_request",
    "ModifyIterationResponse": "_modify_iteration_response",
    "ModifyIterationResult": "_modify_iteration_response",
    "ModifyProjectPermissionRequest": "_modify_project_permission_request",
    "ModifyProjectPermissionResponse": "_modify_project_permission_response",
    "ModifyProjectPermissionResult": "_modify_project_permission_response",
    "ModifyProjectRequest": "_modify_project_request",
    "ModifyProjectResponse": "_modify_project_response",
    "ModifyProjectResult": "_modify_project_response",
    "PlanIterationIssueRequest": "_plan_iteration_issue_request",
    "PlanIterationIssueResponse": "_plan_iteration_issue_response",
    "PlanIterationIssueResult": "_plan_iteration_issue_response",
    "PostApiOauthAccessTokenResponse": "_post_api_oauth_access_token_response",
    "Project": "_project",
    "ProjectFile": "_issue_detail",
    "ProjectIssueField": "_describe_project_issue_field_list_response",
    "ProjectIssueStatus": "_describe_project_issue_status_list_response",
    "ProjectModule": "_issue_detail",
    "ProjectsData": "_describe_coding_projects_response",
    "ProtectedBranch": "_protected_branch",
    "ProtectedBranchMember": "_describe_protected_branch_members_response",
    "SubTask": "_issue_detail",
    "ThirdLink": "_issue_detail",
    "User": "_describe_coding_current_user_response",
    "UserSimple": "_issue_detail",
}
