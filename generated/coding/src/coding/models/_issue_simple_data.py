"""Models of IssueSimpleData."""

from pydantic import Field

from .._model import Integer, Model


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
