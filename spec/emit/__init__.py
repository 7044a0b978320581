"""IR → OpenAPI 3.1 document and source map."""

from spec.emit.document import Emitted, emit_openapi

__all__ = ["Emitted", "emit_openapi"]
