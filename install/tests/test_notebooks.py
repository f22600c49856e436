"""The lessons run from top to bottom in a fresh kernel, give the same bytes again, and the saved ones."""

import copy

import nbformat
import pytest
from nbclient import NotebookClient

from conftest import CHECKOUT, PATIENCE

NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("*.ipynb"))


def executed(path):
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
    return nbformat.writes(notebook)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_lesson_runs_to_what_is_saved_every_time(path):
    once = comparable(executed(path))
    assert comparable(executed(path)) == once, "two runs differ"
    assert comparable(nbformat.read(path, as_version=4)) == once, "the saved outputs differ from a run's"
