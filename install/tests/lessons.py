"""Runs lesson notebooks as `jupyter execute` does; run as a script it saves their new outputs."""

import copy
import pathlib
import sys

import nbformat
from nbclient import NotebookClient

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("*.ipynb"))

# Seconds for what should take a fraction of one; a busy machine is not a failure.
PATIENCE = 60


def executed(path):
    """The notebook run in a fresh kernel."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="gomem",
        timeout=PATIENCE,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    return notebook


def comparable(notebook):
    """The notebook without when and how it was run. How a stream is cut into outputs is timing."""
    notebook = copy.deepcopy(notebook)
    notebook.metadata.pop("language_info", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        merged = []
        for output in cell.outputs:
            last = merged[-1] if merged else None
            if last and output.output_type == last.output_type == "stream" and output.name == last.name:
                last.text += output.text
            else:
                merged.append(output)
        cell.outputs = merged
    return notebook


def main(names):
    for path in [pathlib.Path(name).resolve() for name in names] or NOTEBOOKS:
        nbformat.write(comparable(executed(path)), path)
        print(path.relative_to(CHECKOUT))


if __name__ == "__main__":
    main(sys.argv[1:])
