"""A small API that uses everything the IR can say, and the pieces it is made of."""

from __future__ import annotations

from spec.model import (
    Api,
    ArrayOf,
    Constraint,
    EnumValue,
    Evidence,
    Example,
    Fact,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    RequestBody,
    Response,
    Scalar,
    Scope,
    SecurityScheme,
    Server,
    ServerVariable,
    Source,
    Structure,
    Tag,
    Union,
    UnknownType,
)

STRING, INTEGER, BOOLEAN = Scalar("string"), Scalar("integer", "int64"), Scalar("boolean")


def at(
    line: int, last: int | None = None, evidence: Evidence = Evidence.TABLE, page: str = "pages/issues.txt"
) -> Source:
    return Source(page, line, last or line, evidence)


def yes(line: int) -> Fact[bool]:
    return Fact(True, at(line))


def no(line: int) -> Fact[bool]:
    return Fact(False, at(line))


ISSUE = Structure(
    "Issue",
    (
        Property("Code", INTEGER, at(41), "Number of the issue", required=yes(41)),
        Property("Name", STRING, at(42), constraints=(Constraint("maxLength", 255, at(42)),)),
        Property(
            "Type",
            STRING,
            at(43),
            enum=(EnumValue("DEFECT", at(43), "缺陷"), EnumValue("TASK", at(44))),
            nullable=yes(43),
        ),
        Property(
            "Parent",
            Reference("Issue"),
            at(45),
            "The issue above",
            nullable=Fact(True, at(46, evidence=Evidence.PROSE)),
        ),
        Property("Labels", ArrayOf(STRING), at(47), nullable=no(47), constraints=(Constraint("maxItems", 10, at(47)),)),
        Property("Extra", UnknownType("?"), at(48), "Anything"),
        Property("Owner", Union((INTEGER, STRING)), at(49), type_source=at(70, evidence=Evidence.EXAMPLE)),
        Property("Watcher", Union((STRING, Reference("Issue"))), at(50), nullable=yes(50)),
        Property("Counts", ObjectOf(additional=INTEGER), at(51)),
    ),
    at(40, 51),
    "An issue",
    printed=(at(40, 51), at(140, 151)),
)
DESCRIBE_REQUEST = Structure(
    "DescribeIssueRequest",
    (
        Property("IssueCode", INTEGER, at(12), "事项编号\n第二行", required=yes(12)),
        Property("Deep", BOOLEAN, at(13), required=no(13), default=Fact(False, at(13)), deprecated=yes(13)),
    ),
    at(10, 13),
)
DESCRIBE_RESPONSE = Structure(
    "DescribeIssueResponse",
    (
        Property(
            "Response",
            ObjectOf((Property("Issue", Reference("Issue"), at(20)), Property("RequestId", STRING, at(21)))),
            at(19),
        ),
    ),
    at(19, 21),
)


def describe_issue() -> Operation:
    request = Example(
        "example-1", {"Action": "DescribeIssue", "IssueCode": 1}, at(60, 63, Evidence.EXAMPLE), summary="成功"
    )
    answer = Example("example-1", {"Response": {"Issue": {"Code": 1, "Owner": "me"}}}, at(65, 70, Evidence.EXAMPLE))
    return Operation(
        id="DescribeIssue",
        method="post",
        path="/open-api",
        title="查询事项详情",
        source=at(8, 70),
        description="Returns one issue.",
        tag="Issues",
        request_body=RequestBody((MediaType(schema=Reference("DescribeIssueRequest"), examples=(request,)),), at(10)),
        responses=(
            Response(
                "200",
                at(18),
                headers=(Parameter(Location.HEADER, Property("X-Trace", STRING, at(22), "Trace")),),
                content=(MediaType(schema=Reference("DescribeIssueResponse"), examples=(answer,)),),
            ),
            Response("404", at(71)),
        ),
        action=Fact("DescribeIssue", at(59, evidence=Evidence.URL)),
        action_in_query=True,
    )


def list_links() -> Operation:
    limit = Property(
        "limit",
        INTEGER,
        at(103),
        "How many",
        default=Fact(20, at(103)),
        constraints=(Constraint("minimum", 1, at(103)), Constraint("maximum", 100, at(103))),
    )
    return Operation(
        id="list links",
        method="GET",
        path="/projects/{id}/links/{link}",
        title="List links",
        source=at(100, 130),
        tag="Links",
        parameters=(
            Parameter(
                Location.PATH,
                Property("id", Union((INTEGER, STRING)), at(102), "Project"),
                (Example("example-1", 4, at(120, evidence=Evidence.URL)),),
            ),
            Parameter(Location.QUERY, limit),
            Parameter(
                Location.QUERY, Property("state[]", ArrayOf(STRING), at(104), enum=(EnumValue("open", at(104)),))
            ),
            Parameter(Location.HEADER, Property("x-auth-token", STRING, at(105), required=yes(105))),
            Parameter(Location.HEADER, Property("Authorization", STRING, at(106))),
        ),
        responses=(Response("200", at(110), "The links"), Response("4XX", at(111))),
        security=("token", "oauth"),
        servers=(Server("https://{team}.example.com/", at(99), (ServerVariable("team", at(98), description="Team"),)),),
    )


def broken() -> Operation:
    body = RequestBody((MediaType(schema=Reference("创建仓库Request")),), at(201))
    return Operation("创建仓库", "post", "/open-api", "创建仓库", at(200, 210), request_body=body, broken=True)


def rich_api() -> Api:
    """Three operations: an RPC call, a REST call, and one that the page leaves unfinished."""
    return Api(
        title="Issues",
        description="All about issues.",
        pages=("pages/issues.txt",),
        operations=(describe_issue(), list_links(), broken()),
        structures=(
            ISSUE,
            DESCRIBE_REQUEST,
            DESCRIBE_RESPONSE,
            Structure("创建仓库Request", (Property("Name", STRING, at(202), required=yes(202)),), at(201, 202)),
        ),
        servers=(Server("https://example.org", at(1), description="Main"),),
        security_schemes=(
            SecurityScheme("token", "apiKey", at(2), name="X-Auth-Token", token_prefix="token"),
            SecurityScheme("bearer", "http", at(3)),
            SecurityScheme(
                "oauth",
                "oauth2",
                at(4),
                authorization_url="https://example.org/oauth/authorize",
                token_url="https://example.org/oauth/token",
                scopes=(Scope("issue:read", at(5), "Read issues"),),
            ),
        ),
        tags=(Tag("Issues", "Work items"),),
        page_urls=(("pages/issues.txt", "https://example.org/docs/issues"),),
    )
