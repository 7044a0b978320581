"""One measured process: `package` generates, `yardstick` does only what cannot be avoided.

The yardstick makes models of all component schemas with datamodel-code-generator, and formats each file of the
generated package with black.
"""

from __future__ import annotations

import sys
from pathlib import Path


def generate_package_files(document: Path, folder: Path) -> None:
    """What `specwright generate` does."""
    from generator.package import generate_package
    from generator.write import write_package
    from spec.load import load_document

    write_package(generate_package(load_document(document), name="coding"), folder)


def generate_models_and_format(document: Path, folder: Path) -> None:
    """Models of the document, and black over the files that are already there."""
    import black
    from datamodel_code_generator import InputFileType, generate
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import Formatter

    generate(
        document,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        formatters=[Formatter.BUILTIN],
    )
    for path in sorted(folder.rglob("*.py")):
        black.format_str(path.read_text(encoding="utf-8"), mode=black.Mode(line_length=120))


if __name__ == "__main__":
    WORK = {"package": generate_package_files, "yardstick": generate_models_and_format}
    WORK[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
