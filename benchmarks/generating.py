"""What generating a package cannot do without, in a process of its own: the yardstick of the budget.

It makes models of all component schemas with datamodel-code-generator, and formats each file of a generated package
with black: `python -m benchmarks.generating DOCUMENT FOLDER`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import black
from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import Formatter


def generate_models_and_format(document: Path, folder: Path) -> None:
    """Models of the document, and black over the files that are already there."""
    generate(
        document,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        formatters=[Formatter.BUILTIN],
    )
    for path in sorted(folder.rglob("*.py")):
        black.format_str(path.read_text(encoding="utf-8"), mode=black.Mode(line_length=120))


if __name__ == "__main__":
    generate_models_and_format(Path(sys.argv[1]), Path(sys.argv[2]))
