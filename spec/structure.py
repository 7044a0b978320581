"""The structure of OpenAPI documents, as openapi-spec-validator judges it, in time that grows with the document.

The library compares each schema with every one before it, walks each with a validator in Python, and remembers every
document that it was ever given. Here it does neither; what it finds is the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from openapi_spec_validator.validation.keywords import (
    OpenAPIV30SchemaValidator,
    OpenAPIV31SchemaValidator,
    OperationValidator,
)

from spec.model import JSON

if TYPE_CHECKING:
    from jsonschema_path import SchemaPath
    from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
    from openapi_spec_validator.validation.registries import KeywordValidatorRegistry
    from openapi_spec_validator.validation.validators import SpecValidator

#: Keywords of schemas about which OpenAPI, or a format that jsonschema-rs does not assert, has more to say.
_NOT_PLAIN = frozenset(
    {"$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id", "$schema", "$vocabulary", "discriminator"}
    | {"example", "externalDocs", "pattern", "patternProperties", "xml"}
)


def structure_errors(document: Mapping[str, JSON], *, is_30: bool) -> Iterator[Any]:
    """What openapi-spec-validator finds in a document: errors of jsonschema, which comes without types."""
    if is_30:
        return _Validator30(document).iter_errors()
    # A document that chooses another dialect of JSON Schema has schemas of which we know nothing.
    return (OpenAPIV31SpecValidator if "jsonSchemaDialect" in document else _Validator31)(document).iter_errors()


class _Seen(list[Any]):
    """A list that finds what it holds at once."""

    def __init__(self) -> None:
        super().__init__()
        self._members: set[object] = set()

    def append(self, item: Any) -> None:  # noqa: ANN401  whatever the library remembers
        super().append(item)
        self._members.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._members


class _Operations(OperationValidator):
    def __init__(self, registry: KeywordValidatorRegistry) -> None:
        super().__init__(registry)
        self.operation_ids_registry = _Seen()


class _Schemas30(OpenAPIV30SchemaValidator):
    def __init__(self, registry: KeywordValidatorRegistry) -> None:
        super().__init__(registry)
        self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()


class _Schemas31(OpenAPIV31SchemaValidator):
    def __init__(self, registry: KeywordValidatorRegistry) -> None:
        super().__init__(registry)
        self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()

    def _validate_schema_meta(
        self,
        schema: SchemaPath,
        schema_value: Any,  # noqa: ANN401  as in the library
    ) -> OpenAPIValidationError | None:
        """Finds a sound schema sound; for what is wrong with another, its own way has the words."""
        if _is_plain(schema_value) and jsonschema_rs.meta.is_valid(schema_value):
            return None
        return super()._validate_schema_meta(schema, schema_value)


class _Validator30(OpenAPIV30SpecValidator):
    keyword_validators = {  # noqa: RUF012  as in the library
        **OpenAPIV30SpecValidator.keyword_validators,
        "operation": _Operations,
        "schema": _Schemas30,
    }

    def iter_errors(self, *_: Hashable, **__: Hashable) -> Iterator[Any]:
        return _judge(self)


class _Validator31(OpenAPIV31SpecValidator):
    keyword_validators = {  # noqa: RUF012  as in the library
        **OpenAPIV31SpecValidator.keyword_validators,
        "operation": _Operations,
        "schema": _Schemas31,
    }

    def iter_errors(self, *_: Hashable, **__: Hashable) -> Iterator[Any]:
        return _judge(self)


def _judge(validator: SpecValidator) -> Iterator[Any]:
    """The two steps of `SpecValidator.iter_errors`, whose memory of its results keeps their documents alive."""
    yield from validator.schema_validator.iter_errors(validator.schema)
    yield from validator.root_validator(validator.schema_path)


def _is_plain(schema: JSON) -> bool:
    """Whether no keyword of a schema is more than JSON Schema 2020-12 says of it; a name counts as a keyword too."""
    left = [schema]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            if not _NOT_PLAIN.isdisjoint(value):
                return False
            left += value.values()
        elif isinstance(value, list):
            left += value
    return True
