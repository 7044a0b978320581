import pytest

from scraper.passes.aside import set_aside_examples
from scraper.passes.reconcile import reconcile
from spec.model import Evidence, Fact, Scalar

from .builders import api, at, bound, listed, operation, row, table

REQUIRED = Fact(True, at(5))


def finished(result):
    return set_aside_examples(reconcile(result)[0])


def test_request_example_without_a_mandatory_property_is_left_out_with_a_finding() -> None:
    rows = table(row(5, "name", "String", required=REQUIRED), row(6, "size", "Integer"))
    result, (finding,) = finished(api(operation(request=rows, request_example={"size": 1})))
    (media,) = result.operations[0].request_body.content
    assert media.examples == ()
    assert media.schema.properties[0].required == REQUIRED
    assert (finding.code, finding.line, finding.end_line) == ("broken-example-value", 100, 102)
    assert '"name" is a required property' in finding.message


def test_answer_without_a_mandatory_property_makes_it_optional_and_stays() -> None:
    rows = table(row(5, "name", "String", required=REQUIRED), row(6, "size", "Integer"))
    result, findings = finished(api(operation(response=rows, response_example={"size": 1})))
    (media,) = result.operations[0].responses[0].content
    assert len(media.examples) == 1
    assert media.schema.properties[0].required.value is False
    assert media.schema.properties[0].required.source.evidence is Evidence.EXAMPLE
    assert findings == ()


@pytest.mark.parametrize("masked", ["***", "xxxx", "XXXXX"])
def test_a_request_that_masks_a_value_takes_nothing_back_and_is_left_out(masked: str) -> None:
    rows = table(
        row(5, "secret", "String", constraints=(bound(5, "minLength", 8),)),
        row(6, "kind", "String", enum=listed(6, "a", "b")),
    )
    result, findings = finished(api(operation(request=rows, request_example={"secret": masked, "kind": masked})))
    (media,) = result.operations[0].request_body.content
    secret, kind = media.schema.properties
    assert [constraint.value for constraint in secret.constraints] == [8]
    assert [value.value for value in kind.enum] == ["a", "b"]
    assert media.examples == ()
    assert [finding.code for finding in findings] == ["broken-example-value"]


def test_an_answer_that_masks_a_value_stays() -> None:
    rows = table(row(5, "secret", "String", constraints=(bound(5, "minLength", 8),)))
    result, _ = finished(api(operation(response=rows, response_example={"secret": "******"})))
    (media,) = result.operations[0].responses[0].content
    assert media.schema.properties[0].constraints == ()
    assert len(media.examples) == 1


def test_format_that_the_example_does_not_keep_to_is_dropped() -> None:
    rows = table(row(5, "at", Scalar("string", "date-time")), row(6, "on", Scalar("string", "date")))
    result, findings = reconcile(
        api(operation(response=rows, response_example={"at": "yesterday", "on": "2026-01-01"}))
    )
    properties = result.operations[0].responses[0].content[0].schema.properties
    assert [prop.type.format for prop in properties] == [None, "date"]
    assert [finding.code for finding in findings] == ["example-type-mismatch"]


def test_values_listed_for_a_property_that_holds_objects_are_dropped() -> None:
    rows = table(row(5, "server", "Array", enum=listed(5, "HTTP", "HTTPS")))
    result, findings = reconcile(api(operation(response=rows, response_example={"server": [{"port": 1}]})))
    assert result.operations[0].responses[0].content[0].schema.properties[0].enum == ()
    assert [finding.code for finding in findings] == ["contradictory-range"]


def test_word_for_a_type_of_a_parameter_is_no_structure() -> None:
    result, findings = reconcile(api(operation(parameters=(("query", row(5, "flag", "Booleab")),))))
    assert result.structures == ()
    assert "unknown-type" in [finding.code for finding in findings]


def test_undefined_structure_that_is_only_shown_as_a_scalar_is_that_scalar() -> None:
    result, findings = reconcile(
        api(operation(response=table(row(5, "flag", "Booleab")), response_example={"flag": True}))
    )
    assert result.operations[0].responses[0].content[0].schema.properties[0].type == Scalar("boolean")
    assert [finding.code for finding in findings] == ["undefined-structure"]
