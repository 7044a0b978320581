"""Arguments that break what is documented, for the contract tests: each must be refused before anything is sent.

They are made from the schemas of requests, one for each keyword, and not by the code that refuses them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.document import mapping, sequence
from generator.pruning import Schema
from generator.samples import ABSENT, Sampler
from generator.valid_arguments import ValidArguments
from generator.view import Argument, OperationView

#: Texts and lists that are longer than documented are made up to this length.
_LONGEST_TEXT, _LONGEST_LIST = 5000, 200
_DEEPEST = 5
_WORDS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    "null": "None",
    "array": "a list",
    "object": "an object",
}
#: Values of all types, and texts that patterns rarely allow.
_OTHERS: tuple[object, ...] = ("text", 5, 0.5, True, [], {}, None)
_ODD_TEXTS = ("", " ", "-", "~", "a b", "中", "\n", "/", "!?", "0", "value")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A bad value, and what the message says about it."""

    value: object
    message: str


@dataclass(slots=True)
class RefusalBuilder:
    """Makes bad values of schemas; a component inside another one is gone through once."""

    valid: ValidArguments
    _seen: set[str] = field(default_factory=set)

    def build(self, view: OperationView, arguments: Mapping[str, object]) -> dict[str, object] | None:
        """Return arguments that are valid together, and cases that each replace one of them; None without cases.

        Args:
            view: The operation.
            arguments: Valid values of all arguments that every call needs.
        """
        whole = self._with_body(view, arguments)
        cases = [] if whole is None else [*self._cases(view, whole), *self._omissions(view, whole)]
        return {"arguments": whole, "cases": cases} if cases else None

    def _with_body(self, view: OperationView, arguments: Mapping[str, object]) -> dict[str, object] | None:
        """Return `arguments` and what a body needs that may be left out as a whole, None when no value is found."""
        result = dict(arguments)
        for argument in view.at("property"):
            if argument.name not in result and self._is_required(view, argument):
                result[argument.name] = self.valid.find(view, argument, [])
        return None if ABSENT in result.values() else result

    def _cases(self, view: OperationView, arguments: Mapping[str, object]) -> Iterator[dict[str, object]]:
        for argument in view.arguments:
            schema = self.valid.schema_of(view, argument)
            given = [arguments[argument.name]] if argument.name in arguments else []
            sample = self.valid.find(view, argument, given)
            if sample is not ABSENT:
                name = "" if argument.location == "body" else _step("", str(argument.wire))
                for refusal in self._refuse(schema, sample, name, 0):
                    yield {"argument": argument.name, "value": refusal.value, "message": refusal.message}

    def _omissions(self, view: OperationView, arguments: Mapping[str, object]) -> Iterator[dict[str, object]]:
        needed = [item for item in view.at("property") if item.name in arguments]
        # A body that may be left out is left out with its last property.
        if view.body is None or not (view.body.required or view.body.fixed or len(needed) > 1):
            return
        for argument in needed:
            if self._is_required(view, argument):
                message = f"{_step('', str(argument.wire))} is missing"
                yield {"argument": argument.name, "is_omitted": True, "message": message}

    def _is_required(self, view: OperationView, argument: Argument) -> bool:
        forms = self._sampler.forms(self.valid.requests.body(str(view.operation_id)))
        return all(argument.wire in sequence(form.get("required")) for form in forms[:1]) and bool(forms)

    @property
    def _sampler(self) -> Sampler:
        return self.valid.sampler

    def _refuse(self, schema: Schema, sample: object, path: str, depth: int) -> Iterator[Refusal]:
        if depth > _DEEPEST:
            return
        if schema.keys() == {"$ref"}:
            component = str(schema["$ref"])
            if depth and component in self._seen:
                return
            self._seen.add(component)
            schema = self._sampler.schemas[component]
        if {"$ref", "allOf", "anyOf"} & set(schema):
            yield from self._refuse_forms(schema, path)
            return
        for value, words in self._limits(schema, sample):
            yield Refusal(value, f"{path or 'the request body'} must {words}")
        yield from self._inside(schema, sample, path, depth)

    def _refuse_forms(self, schema: Schema, path: str) -> Iterator[Refusal]:
        """Yield a value that none of several forms allows; which of them the message is about is left open."""
        for value in _OTHERS:
            if not self._sampler.accepts(schema, value):
                yield Refusal(value, path)
                return

    def _limits(self, schema: Schema, sample: object) -> Iterator[tuple[object, str]]:
        # A value that is none of the listed ones breaks nothing else as surely.
        listed = [keyword for keyword in ("const", "enum") if keyword in schema][:1]
        for keyword, value in schema.items():
            match keyword if not listed or keyword in listed else "":
                case "type":
                    yield from _of_other_type(value)
                case "enum" | "const":
                    values = sequence(value) if keyword == "enum" else [value]
                    yield _unlisted(values), "be one of " if len(values) > 1 else "be "
                case "minimum":
                    yield math.ceil(_number(value)) - 1, f"be at least {value}"
                case "exclusiveMinimum":
                    yield math.floor(_number(value)), f"be greater than {value}"
                case "maximum":
                    yield math.floor(_number(value)) + 1, f"be at most {value}"
                case "exclusiveMaximum":
                    yield math.ceil(_number(value)), f"be less than {value}"
                case "multipleOf":
                    yield from self._between(schema, sample, value)
                case "minLength" | "maxLength" | "pattern":
                    yield from self._texts(schema, sample, keyword)
                case "minItems" | "maxItems" | "uniqueItems":
                    yield from _lists(schema, sample, keyword)
                case "minProperties":
                    yield {}, f"have at least {value} "

    def _between(self, schema: Schema, sample: object, step: object) -> Iterator[tuple[object, str]]:
        if isinstance(sample, int | float) and not isinstance(sample, bool):
            rest = {keyword: value for keyword, value in schema.items() if keyword != "multipleOf"}
            for value in (sample + 1, sample - 1, sample + 0.25):
                if self._sampler.accepts(rest, value) and not self._sampler.accepts(schema, value):
                    yield value, f"be a multiple of {step}"
                    return

    def _texts(self, schema: Schema, sample: object, keyword: str) -> Iterator[tuple[object, str]]:
        limit = schema[keyword]
        if keyword == "minLength" and isinstance(limit, int) and limit <= _LONGEST_TEXT:
            yield "x" * (limit - 1), f"have at least {limit} "
        elif keyword == "maxLength" and isinstance(limit, int) and limit < _LONGEST_TEXT:
            yield "x" * (limit + 1), f"have at most {limit} "
        elif keyword == "pattern":
            rest = {name: value for name, value in schema.items() if name not in ("pattern", "match")}
            texts = [*_ODD_TEXTS, *([f"{sample}\n", f"{sample} ", f" {sample}"] if isinstance(sample, str) else [])]
            for text in texts:
                if self._sampler.accepts(rest, text) and not self._sampler.accepts(schema, text):
                    yield text, "match "
                    return

    def _inside(self, schema: Schema, sample: object, path: str, depth: int) -> Iterator[Refusal]:
        if isinstance(sample, dict):
            yield from self._in_object(schema, sample, path, depth)
        elif isinstance(sample, list):
            first, others = sequence(schema.get("prefixItems")), mapping(schema.get("items"))
            for number, item in enumerate(sample[: len(first) + 1]):
                inner = mapping(first[number]) if number < len(first) else others
                for found in self._refuse(inner, item, _step(path, number), depth + 1):
                    yield Refusal([*sample[:number], found.value, *sample[number + 1 :]], found.message)

    def _in_object(self, schema: Schema, sample: dict[str, object], path: str, depth: int) -> Iterator[Refusal]:
        properties = {name: mapping(item) for name, item in mapping(schema.get("properties")).items()}
        others = mapping(schema.get("additionalProperties"))
        if others and "undocumented" not in properties:
            properties["undocumented"] = others
        for name, inner in properties.items():
            item = sample[name] if name in sample else self._sampler.sample(inner)
            if item is not ABSENT:
                for found in self._refuse(inner, item, _step(path, name), depth + 1):
                    yield Refusal({**sample, name: found.value}, found.message)
        for missing in sequence(schema.get("required")):
            rest = {key: value for key, value in sample.items() if key != missing}
            fewest = schema.get("minProperties")
            if not isinstance(fewest, int) or len(rest) >= fewest:
                yield Refusal(rest, f"{_step(path, str(missing))} is missing")


def _step(path: str, step: str | int) -> str:
    if isinstance(step, int):
        return f"{path or 'body'}[{step}]"
    if not path:
        return step or repr(step)
    return f"{path}.{step}" if re.fullmatch(r"[^\W\d][\w-]*", step) else f"{path}[{step!r}]"


def _number(value: object) -> int | float:
    return value if isinstance(value, int | float) else 0


def _of_other_type(kinds: object) -> Iterator[tuple[object, str]]:
    names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
    words = "be " + " or ".join(_WORDS[name] for name in names)
    fitting = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
    for value in _OTHERS:
        types = [fitting.get(name, list if name == "array" else dict) for name in names]
        is_number = isinstance(value, bool) and "boolean" not in names
        if is_number or not any(isinstance(value, kind) for kind in types):  # type: ignore[arg-type]
            yield value, words
            return


def _unlisted(values: list[object]) -> object:
    """Return a value that looks like the listed ones and is none of them."""
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if numbers:
        return math.floor(max(numbers)) + 1
    value = "undocumented"
    while value in values:
        value += "_"
    return value


def _lists(schema: Schema, sample: object, keyword: str) -> Iterator[tuple[object, str]]:
    limit = schema[keyword]
    if not isinstance(sample, list) or not isinstance(limit, int) or limit > _LONGEST_LIST:
        return
    fewest, most = schema.get("minItems", 0), schema.get("maxItems", _LONGEST_LIST)
    if keyword == "minItems":
        yield sample[: limit - 1], f"have at least {limit} "
    elif keyword == "maxItems":
        yield (sample or [None]) * (limit + 1), f"have at most {limit} "
    elif isinstance(fewest, int) and isinstance(most, int) and sample and most >= max(2, fewest):
        yield sample[:1] * max(2, fewest), "have different items"
