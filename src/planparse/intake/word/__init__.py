"""The binary format of Word 97 to 2003 (.doc), which Kingsoft's .wps files have as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.source import SourceText


def read(data: bytes, name: str, findings: Findings) -> SourceText:
    """The text of a file, taken apart in a process of its own. Raises Unreadable."""
    from planparse.intake.compose import compose
    from planparse.intake.story import Story
    from planparse.intake.worker import worker

    story = Story.of_plain(worker.run("word", data))
    return compose(story, "doc", data, name, findings)


def work(data: bytes) -> Any:
    """What the worker process answers: the story as plain data. Raises Unreadable."""
    from planparse.intake.word.reader import read_story

    return read_story(data).to_plain()
