"""The lessons run from top to bottom in a fresh kernel, give the same bytes again, and the saved ones."""

import nbformat
import pytest

from lessons import NOTEBOOKS, comparable, executed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_lesson_runs_to_what_is_saved_every_time(path):
    def text(notebook):
        return nbformat.writes(comparable(notebook))

    once = text(executed(path))
    assert text(executed(path)) == once, "two runs differ"
    assert text(nbformat.read(path, as_version=4)) == once, "the saved outputs differ from a run's"
