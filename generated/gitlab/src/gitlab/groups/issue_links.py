"""Issue links: Tier: STARTER."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_LIST_ISSUE_RELATIONS: Operation[list[models.ListIssueRelationsResponseItem]] = Operation(
    "listIssueRelations",
    "GET",
    "/projects/{id}/issues/{issue_iid}/links",
    results=lambda: {"200": list[models.ListIssueRelationsResponseItem]},
    security=(("private_token",),),
    accept="application/json",
    is_safe=True,
)
_CREATE_ISSUE_LINK: Operation[models.CreateIssueLinkResponse] = Operation(
    "createIssueLink",
    "POST",
    "/projects/{id}/issues/{issue_iid}/links",
    results=lambda: {"200": models.CreateIssueLinkResponse},
    security=(("private_token",),),
    accept="application/json",
)
_DELETE_ISSUE_LINK: Operation[models.DeleteIssueLinkResponse] = Operation(
    "deleteIssueLink",
    "DELETE",
    "/projects/{id}/issues/{issue_iid}/links/{issue_link_id}",
    results=lambda: {"200": models.DeleteIssueLinkResponse},
    security=(("private_token",),),
    accept="application/json",
)


class IssueLinks:
    """Operations: Issue links."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def list_issue_relations(
        self,
        *,
        id: int | str,
        issue_iid: int,
        **options: Unpack[RequestOptions],
    ) -> list[models.ListIssueRelationsResponseItem]:
        """List issue relations.

        Lists the issues related to a given issue, in ascending order of the datetime at which each relationship was created. The list is filtered by what the user is authorized to see.

        Args:
            id: Project owned by the authenticated user, given by its ID or its URL-encoded path.
            issue_iid: The internal ID of an issue in the project.

        Returns:
            Success; the page does not state the status.

        Documentation: scraper/pages/gitlab/issue_links.txt
        """
        return self._transport.request(
            _LIST_ISSUE_RELATIONS,
            Values(
                path={"id": id, "issue_iid": issue_iid},
            ),
            options,
            self.list_issue_relations,
        )

    def create_issue_link(
        self,
        *,
        id: int | str,
        issue_iid: int,
        target_project_id: int | str,
        target_issue_iid: int | str,
        link_type: Literal["relates_to", "blocks", "is_blocked_by"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueLinkResponse:
        """Create an issue link.

        Links two issues to each other, as a two-way relation. This succeeds only if the user is allowed to update both issues.

        Args:
            id: Project owned by the authenticated user, given by its ID or its URL-encoded path.
            issue_iid: The internal ID of an issue in the project.
            target_project_id: Target project, given by its ID or its URL-encoded path.
            target_issue_iid: The internal ID of an issue in the target project.
            link_type: Kind of relation (\"relates_to\", \"blocks\", \"is_blocked_by\"), defaults to \"relates_to\").
                The page does not say where this travels; its example sends other values in the query. One of
                relates_to, blocks, is_blocked_by; the server's default is 'relates_to'.

        Returns:
            Success; the page does not state the status.

        Documentation: scraper/pages/gitlab/issue_links.txt
        """
        return self._transport.request(
            _CREATE_ISSUE_LINK,
            Values(
                path={"id": id, "issue_iid": issue_iid},
                query={
                    "target_project_id": target_project_id,
                    "target_issue_iid": target_issue_iid,
                    "link_type": link_type,
                },
            ),
            options,
            self.create_issue_link,
        )

    def delete_issue_link(
        self,
        *,
        id: int | str,
        issue_iid: int,
        issue_link_id: int | str,
        link_type: Literal["relates_to", "blocks", "is_blocked_by"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueLinkResponse:
        """Delete an issue link.

        Removes an issue link, and with it the two-way relationship.

        Args:
            id: Project owned by the authenticated user, given by its ID or its URL-encoded path.
            issue_iid: The internal ID of an issue in the project.
            issue_link_id: ID of the issue relationship.
            link_type: Kind of relation ('relates_to', 'blocks', 'is_blocked_by'), defaults to 'relates_to'. One
                of relates_to, blocks, is_blocked_by; the server's default is 'relates_to'.

        Returns:
            Success; the page does not state the status.

        Documentation: scraper/pages/gitlab/issue_links.txt
        """
        return self._transport.request(
            _DELETE_ISSUE_LINK,
            Values(
                path={"id": id, "issue_iid": issue_iid, "issue_link_id": issue_link_id},
                query={"link_type": link_type},
            ),
            options,
            self.delete_issue_link,
        )


class AsyncIssueLinks:
    """Operations: Issue links, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def list_issue_relations(
        self,
        *,
        id: int | str,
        issue_iid: int,
        **options: Unpack[RequestOptions],
    ) -> list[models.ListIssueRelationsResponseItem]:
        """List issue relations.

        Lists the issues related to a given issue, in ascending order of the datetime at which each relationship was created. The list is filtered by what the user is authorized to see.

        Args:
            id: Project owned by the authenticated user, given by its ID or its URL-encoded path.
            issue_iid: The internal ID of an issue in the project.

        Returns:
            Success; the page does not state the status.

        Documentation: scraper/pages/gitlab/issue_links.txt
        """
        return await self._transport.request(
            _LIST_ISSUE_RELATIONS,
            Values(
                path={"id": id, "issue_iid": issue_iid},
            ),
            options,
            self.list_issue_relations,
        )

    async def create_issue_link(
        self,
        *,
        id: int | str,
        issue_iid: int,
        target_project_id: int | str,
        target_issue_iid: int | str,
        link_type: Literal["relates_to", "blocks", "is_blocked_by"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateIssueLinkResponse:
        """Create an issue link.

        Links two issues to each other, as a two-way relation. This succeeds only if the user is allowed to update both issues.

        Args:
            id: Project owned by the authenticated user, given by its ID or its URL-encoded path.
            issue_iid: The internal ID of an issue in the project.
            target_project_id: Target project, given by its ID or its URL-encoded path.
            target_issue_iid: The internal ID of an issue in the target project.
            link_type: Kind of relation (\"relates_to\", \"blocks\", \"is_blocked_by\"), defaults to \"relates_to\").
                The page does not say where this travels; its example sends other values in the query. One of
                relates_to, blocks, is_blocked_by; the server's default is 'relates_to'.

        Returns:
            Success; the page does not state the status.

        Documentation: scraper/pages/gitlab/issue_links.txt
        """
        return await self._transport.request(
            _CREATE_ISSUE_LINK,
            Values(
                path={"id": id, "issue_iid": issue_iid},
                query={
                    "target_project_id": target_project_id,
                    "target_issue_iid": target_issue_iid,
                    "link_type": link_type,
                },
            ),
            options,
            self.create_issue_link,
        )

    async def delete_issue_link(
        self,
        *,
        id: int | str,
        issue_iid: int,
        issue_link_id: int | str,
        link_type: Literal["relates_to", "blocks", "is_blocked_by"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DeleteIssueLinkResponse:
        """Delete an issue link.

        Removes an issue link, and with it the two-way relationship.

        Args:
            id: Project owned by the authenticated user, given by its ID or its URL-encoded path.
            issue_iid: The internal ID of an issue in the project.
            issue_link_id: ID of the issue relationship.
            link_type: Kind of relation ('relates_to', 'blocks', 'is_blocked_by'), defaults to 'relates_to'. One
                of relates_to, blocks, is_blocked_by; the server's default is 'relates_to'.

        Returns:
            Success; the page does not state the status.

        Documentation: scraper/pages/gitlab/issue_links.txt
        """
        return await self._transport.request(
            _DELETE_ISSUE_LINK,
            Values(
                path={"id": id, "issue_iid": issue_iid, "issue_link_id": issue_link_id},
                query={"link_type": link_type},
            ),
            options,
            self.delete_issue_link,
        )
