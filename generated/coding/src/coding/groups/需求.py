"""需求."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Body, Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_DESCRIBE_REQUIREMENT_DEFECT_RELATION: Operation[models.DescribeRequirementDefectRelationResponse] = Operation(
    "DescribeRequirementDefectRelation",
    "POST",
    "/open-api",
    results=lambda: {"200": models.DescribeRequirementDefectRelationResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "DescribeRequirementDefectRelation"},
    body=Body("application/json", "json", {"Action": "DescribeRequirementDefectRelation"}, True),
    accept="application/json",
    envelope="response",
    is_safe=True,
)
_MODIFY_DEFECT_RELATED_REQUIREMENT: Operation[models.ModifyDefectRelatedRequirementResponse] = Operation(
    "ModifyDefectRelatedRequirement",
    "POST",
    "/open-api",
    results=lambda: {"200": models.ModifyDefectRelatedRequirementResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "ModifyDefectRelatedRequirement"},
    body=Body("application/json", "json", {"Action": "ModifyDefectRelatedRequirement"}, True),
    accept="application/json",
    envelope="response",
)
_CREATE_REQUIREMENT_DEFECT_RELATION: Operation[models.CreateRequirementDefectRelationResponse] = Operation(
    "CreateRequirementDefectRelation",
    "POST",
    "/open-api",
    results=lambda: {"200": models.CreateRequirementDefectRelationResponse},
    security=(("oauth2",), ("token",), ("bearer",)),
    query={"Action": "CreateRequirementDefectRelation"},
    body=Body("application/json", "json", {"Action": "CreateRequirementDefectRelation"}, True),
    accept="application/json",
    envelope="response",
)


class 需求:
    """Operations: 需求."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def describe_requirement_defect_relation(
        self,
        *,
        project_name: str | Omit = OMIT,
        requirement_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeRequirementDefectRelationResponse:
        """查询需求关联事项列表.

        Args:
            project_name: 项目名称.
            requirement_code: 需求 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _DESCRIBE_REQUIREMENT_DEFECT_RELATION,
            Values(
                body={"ProjectName": project_name, "RequirementCode": requirement_code},
            ),
            options,
            self.describe_requirement_defect_relation,
        )

    def modify_defect_related_requirement(
        self,
        *,
        project_name: str | Omit = OMIT,
        defect_code: int | Omit = OMIT,
        requirement_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDefectRelatedRequirementResponse:
        """修改缺陷所属的需求.

        Args:
            project_name: 项目名称.
            defect_code: 缺陷 Code.
            requirement_code: 需求 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _MODIFY_DEFECT_RELATED_REQUIREMENT,
            Values(
                body={"ProjectName": project_name, "DefectCode": defect_code, "RequirementCode": requirement_code},
            ),
            options,
            self.modify_defect_related_requirement,
        )

    def create_requirement_defect_relation(
        self,
        *,
        project_name: str | Omit = OMIT,
        requirement_code: int | Omit = OMIT,
        defect_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateRequirementDefectRelationResponse:
        """需求关联缺陷.

        Args:
            project_name: 项目名称.
            requirement_code: 需求 Code.
            defect_code: 缺陷 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _CREATE_REQUIREMENT_DEFECT_RELATION,
            Values(
                body={"ProjectName": project_name, "RequirementCode": requirement_code, "DefectCode": defect_code},
            ),
            options,
            self.create_requirement_defect_relation,
        )


class Async需求:
    """Operations: 需求, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def describe_requirement_defect_relation(
        self,
        *,
        project_name: str | Omit = OMIT,
        requirement_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.DescribeRequirementDefectRelationResponse:
        """查询需求关联事项列表.

        Args:
            project_name: 项目名称.
            requirement_code: 需求 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _DESCRIBE_REQUIREMENT_DEFECT_RELATION,
            Values(
                body={"ProjectName": project_name, "RequirementCode": requirement_code},
            ),
            options,
            self.describe_requirement_defect_relation,
        )

    async def modify_defect_related_requirement(
        self,
        *,
        project_name: str | Omit = OMIT,
        defect_code: int | Omit = OMIT,
        requirement_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ModifyDefectRelatedRequirementResponse:
        """修改缺陷所属的需求.

        Args:
            project_name: 项目名称.
            defect_code: 缺陷 Code.
            requirement_code: 需求 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _MODIFY_DEFECT_RELATED_REQUIREMENT,
            Values(
                body={"ProjectName": project_name, "DefectCode": defect_code, "RequirementCode": requirement_code},
            ),
            options,
            self.modify_defect_related_requirement,
        )

    async def create_requirement_defect_relation(
        self,
        *,
        project_name: str | Omit = OMIT,
        requirement_code: int | Omit = OMIT,
        defect_code: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.CreateRequirementDefectRelationResponse:
        """需求关联缺陷.

        Args:
            project_name: 项目名称.
            requirement_code: 需求 Code.
            defect_code: 缺陷 Code.

        Returns:
            OK.

        Raises:
            EnvelopeError: The server reported an error with a successful status.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _CREATE_REQUIREMENT_DEFECT_RELATION,
            Values(
                body={"ProjectName": project_name, "RequirementCode": requirement_code, "DefectCode": defect_code},
            ),
            options,
            self.create_requirement_defect_relation,
        )
