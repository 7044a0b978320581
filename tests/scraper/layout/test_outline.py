import pytest

from scraper.blocks import Code, Heading, Paragraph, Table
from scraper.layout.outline import read_outline


def outline_of(*lines):
    """Each line a block: `# heading`, `GET /path`, or text."""
    blocks = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            blocks.append(Heading(level, line.lstrip("# "), number, number))
        elif line.startswith(("GET ", "POST ")):
            blocks.append(Code(line, number, number, number))
        else:
            blocks.append(Paragraph(line, number, number))
    return read_outline(blocks, lambda block: isinstance(block, Table))


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        (("## A", "GET /a/:b", "### Example", "Try:", "GET /a/1/2"), ["/a/{b}"]),
        (("## A", "GET /a/:b", "For example:", "GET /a/1"), ["/a/{b}"]),
        (("## A", "GET /a/:b", "### Last", "Ask for it.", "GET https://h/api/v4/a/1?c=1"), ["/a/{b}"]),
        (("## A", "GET /a/:b", "### Last", "Ask for it.", "GET https://h/api/v4/a/1"), ["/a/{b}", "/a/1"]),
        (("## A", "GET https://h/api/v4/a?c=1"), ["/a"]),
        (("## A", "GET /a/:b", "Or the last:", "GET /a/last"), ["/a/{b}", "/a/last"]),
        (("## A", "GET /a/:b", "## Last", "For example, ask for the last.", "GET /a/last"), ["/a/{b}", "/a/last"]),
        (("## Words", "Mind the case, for example:", "GET /a/:b", "## A", "GET /a/:b"), ["/a/{b}"]),
        (
            (
                "## An example",
                "GET /a",
            ),
            ["/a"],
        ),
    ],
)
def test_examples_of_endpoints_are_no_endpoints(lines, paths):
    found = outline_of("# Page", *lines)
    assert [endpoint.path for segment in found.segments for endpoint in segment.endpoints] == paths


def test_endpoints_in_a_row_share_the_sections_below_them():
    found = outline_of("# Page", "## A", "GET /a", "GET /b", "### Answer", "Good.")
    first, last = found.segments
    assert [block.text for block in first.shared] == ["Answer", "Good."]
    assert [block.text for block in last.after] == ["Answer", "Good."]


def test_a_subsection_that_only_prints_another_endpoint_shares_what_the_section_says_after_it():
    found = outline_of("# Page", "## A", "GET /a", "### To try", "GET /try/a", "### Answer", "Good.", "## B", "GET /b")
    main, variant, other = found.segments
    assert [block.text for block in main.after] == ["Answer", "Good."]
    assert [block.text for block in variant.shared] == ["Answer", "Good."]
    assert (other.after, found.groups) == ([], [])


@pytest.mark.parametrize("other", ["POST /try/a", "GET /b", "GET /a/:c"])
def test_a_subsection_with_a_call_of_its_own_shares_nothing(other):
    found = outline_of("# Page", "## A", "GET /a", "### More", other, "### Answer", "Good.")
    assert [(segment.after, segment.shared) for segment in found.segments] == [([], []), ([], [])]
