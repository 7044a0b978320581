"""Which table a row means that has a structure."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.readers.formats import read_blocks
from spec.model import ObjectOf, Reference, Type
from tests.scraper.huawei.reading import codes, page

HEADER = "| Parameter | Mandatory | Type | Description |\n|---|---|---|---|\n"
PAGE = """# Hiring a Crew

## URI

POST /v1/crews

## Request

**Table 1** Request parameters

{header}| plan | Yes | [plan](#t2) object | The plan. |

**Table 2** Data structure of the plan field

<a name="t2"></a>
{header}| size | Yes | Integer | How many. |
| sample | Yes | [sample](#t3) object | One of them. |

**Table 3** Data structure of the sample field

<a name="t3"></a>
{header}| name | Yes | String | A name. |
| plan | Yes | {kind} | What this one does. |
"""


def kind_of_inner_plan(kind: str) -> Type:
    given = page(PAGE.format(header=HEADER, kind=kind), "a.md")
    facts = DIALECT.parse(given, read_blocks(given, DIALECT)[0])
    (sample,) = [one for one in facts.api.structures if one.name == "sample"]
    return sample.properties[1].type


def test_bare_name_of_a_row_never_means_a_table_that_its_own_table_belongs_to() -> None:
    assert kind_of_inner_plan("Object") == ObjectOf()


def test_type_that_links_to_another_page_means_no_table_of_this_one() -> None:
    assert kind_of_inner_plan("[plan](shared-parts.md#t9) object") == ObjectOf()


def test_type_that_names_a_structure_means_its_table_even_if_that_one_leads_here() -> None:
    assert kind_of_inner_plan("plan object") == Reference("plan")


def test_link_to_another_page_stays_a_name_where_this_page_defines_none() -> None:
    assert kind_of_inner_plan("[crew](shared-parts.md#t9) object") == Reference("crew")


NUMBERED = """# Hiring a Crew

## URI

POST /v1/crews/{{crew_id}}

**Table 1** Parameters

{header}| crew_id | Yes | String | Its number. |

## Request

**Table 2** Request parameters

{header}| plan | Yes | Object | The plan. See Table 3. |

**Table 3** Data structure of the plan field

{header}| size | Yes | Integer | How many. |
| pay | No | Object | What they get. For details, see Table {number}. |

**Table 4** anchor field description

{header}| depth | Yes | Integer | How deep. |

**Table 5** wage_pay field description

{header}| amount | Yes | Integer | How much. |
"""


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        pytest.param(1, ObjectOf(), id="parameters of the call"),
        pytest.param(2, ObjectOf(), id="the table that the row is part of"),
        pytest.param(4, ObjectOf(), id="another field"),
        pytest.param(9, ObjectOf(), id="none"),
        pytest.param(5, Reference("wage_pay"), id="a field of a name that has a word of the row"),
    ],
)
def test_number_without_a_link_means_a_table_that_can_be_the_one_of_the_row(number: int, kind: Type) -> None:
    given = page(NUMBERED.format(header=HEADER, number=number), "a.md")
    facts = DIALECT.parse(given, read_blocks(given, DIALECT)[0])
    (plan,) = [one for one in facts.api.structures if one.name == "plan"]
    assert plan.properties[1].type == kind
    assert ("dangling-reference" in codes(facts)) is (kind == ObjectOf())
