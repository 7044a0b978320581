"""Endpoints that stand below several paths."""

from spec.model import Location
from tests.scraper.gitlab.test_pages import codes, read, rows

TABLE = "| Attribute | Type | Description |\n|---|---|---|\n"
PREFIXES = (
    "## Route prefix\n\nThere are two.\n\n### For a room\n\n```plaintext\n/rooms/:id/lamps/\n```\n\n"
    f"{TABLE}| `id` | integer | The room |\n\n### For all\n\n```plaintext\n /lamps`\n```\n\n"
)
LAMP = f"## Show\n\n```plaintext\nGET <route-prefix>/:name\n```\n\n{TABLE}| `name` | string | Its name |\n"


def test_an_endpoint_below_a_prefix_is_one_below_each_path():
    facts = read(f"# Lamps\n\n{PREFIXES}{LAMP}")
    assert [(found.path, list(rows(found, Location.PATH))) for found in facts.api.operations] == [
        ("/rooms/{id}/lamps/{name}", ["id", "name"]),
        ("/lamps/{name}", ["name"]),
    ]
    assert [rows(found, Location.QUERY) for found in facts.api.operations] == [{}, {}]
    assert [code for code, _, _ in codes(facts) if code == "not-an-operation"] == []
    assert facts.accounting.unread == ()


def test_an_endpoint_below_a_prefix_that_no_section_gives_is_none():
    facts = read(f"# Lamps\n\n{LAMP}## List\n\n```plaintext\nGET /lamps\n```\n")
    assert [found.path for found in facts.api.operations] == ["/lamps"]
    assert ("not-an-operation", 3, "") in codes(facts)
