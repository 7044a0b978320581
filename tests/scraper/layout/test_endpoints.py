import pytest

from scraper.blocks import Code, Paragraph
from scraper.layout.endpoints import Endpoint, read_endpoints


@pytest.mark.parametrize(
    ("line", "path", "query"),
    [
        ("GET /a/:id/b/:b_id", "/a/{id}/b/{b_id}", []),
        ("GET /a/:id/x(.:format)", "/a/{id}/x", []),
        ("GET /a/:id/x[.format]", "/a/{id}/x", []),
        ("GET /a?state=:state&sort=asc", "/a", ["state", "sort"]),
        ("GET /a{?page,per_page}", "/a", ["page", "per_page"]),
        ("GET /a/:id/raw/*file_path", "/a/{id}/raw/{file_path}", []),
        ("GET /a/<key id>/b", "/a/{key_id}/b", []),
        ("GET /a/{id}/", "/a/{id}", []),
        ("GET a/:id", "/a/{id}", []),
        ("PUT /a/:a-name/b", "/a/{a-name}/b", []),
        ("GET /a/:from-:to", "/a/{from}-{to}", []),
        ("GET /a/:id/compare/:from...:to", "/a/{id}/compare/{from}...{to}", []),
    ],
)
def test_paths_are_normalised(line, path, query):
    (endpoint,) = read_endpoints(Code(line, 4, 6, 5))
    assert (endpoint.path, [name for name, _ in endpoint.query], endpoint.line) == (path, query, 5)


def test_variants_of_one_endpoint_are_joined():
    found = read_endpoints(Code("GET /a\nGET /a?x=1\nGET /a?x=2&y=3\nPOST /a", 1, 6, 2, "plaintext"))
    assert found == (Endpoint("GET", "/a", 2, (("x", 3), ("y", 4))), Endpoint("POST", "/a", 5))


@pytest.mark.parametrize("text", ["curl https://x/a", "GET me out", '{"GET /a": 1}', "get /a", "", "GET"])
def test_other_code_is_no_endpoint(text):
    assert read_endpoints(Code(text, 1, 1, 1)) == ()


def test_a_paragraph_that_is_only_an_endpoint_is_one():
    assert read_endpoints(Paragraph("`GET /a/:id`", 3, 3)) == (Endpoint("GET", "/a/{id}", 3),)
    assert read_endpoints(Paragraph("Use `GET /a/:id` here", 3, 3)) == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("POST https://up.a.example/lamps/:id", ("https://up.a.example", "/lamps/{id}")),
        ("POST https://<host>/lamps", ("https://{host}", "/lamps")),
        ("POST :server/lamps", ("{server}", "/lamps")),
        ("POST https://a.example/api/v4/lamps", ("https://a.example", "/api/v4/lamps")),
        ("POST /api/v4/lamps HTTP/1.1", ("", "/api/v4/lamps")),
        ("GET /api/v4", ("", "/api/v4")),
        ("POST /lamps", ("", "/lamps")),
    ],
)
def test_a_server_may_stand_in_front_of_the_path(line, expected):
    (endpoint,) = read_endpoints(Code(line, 1, 1, 1))
    assert (endpoint.server, endpoint.key[1]) == expected


@pytest.mark.parametrize(
    ("call", "template", "expected"),
    [
        ("GET /rooms/hall/lamps", "GET /rooms/:room/lamps", True),
        ("GET /rooms/:room/lamps/a/b", "GET /rooms/:room/lamps/:path", True),
        ("GET /rooms/:room/lamps", "GET /rooms/:room/lamps", True),
        ("GET /rooms/:room/lamps?state=lit", "GET /rooms/:room/lamps", True),
        ("PUT /rooms/hall/lamps", "GET /rooms/:room/lamps", False),
        ("GET /rooms/hall/chairs", "GET /rooms/:room/lamps", False),
        ("GET /rooms", "GET /rooms", True),
        ("GET /rooms/a/b", "GET /rooms", False),
        ("GET /api/v4/rooms/hall", "GET /rooms/:room", True),
        ("GET /api/v3/rooms", "GET /api/v4/rooms", False),
    ],
)
def test_an_endpoint_is_repeated_as_it_is_or_with_values_for_placeholders(call, template, expected):
    (one,), (other,) = (read_endpoints(Code(line, 1, 1, 1)) for line in (call, template))
    assert one.repeats(other) is expected
