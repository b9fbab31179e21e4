"""The binary format of Word 97 to 2003 (.doc), which Kingsoft's .wps files have as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.source import SourceText
    from planparse.intake.story import Story

# What LibreOffice may be able to read all the same.
_REASONS = {"PP045": "old", "PP021": "damaged"}


def read(data: bytes, name: str, findings: Findings) -> SourceText:
    """The text of a file, taken apart in a process of its own. Raises Unreadable."""
    from planparse.intake.compose import compose
    from planparse.intake.story import Story
    from planparse.intake.worker import worker

    try:
        story = Story.of_plain(worker.run("word", data))
    except Unreadable as problem:
        story = _converted(data, problem, findings)
    return compose(story, "doc", data, name, findings)


def work(data: bytes) -> Any:
    """What the worker process answers: the story as plain data. Raises Unreadable."""
    from planparse.intake.word.reader import read_story

    return read_story(data).to_plain()


def _converted(data: bytes, problem: Unreadable, findings: Findings) -> Story:
    """The story of a file that LibreOffice can read; else the problem stands."""
    from planparse.intake.docx.reader import read_story
    from planparse.intake.word.conversion import convert

    made = convert(data) if problem.code in _REASONS else None
    if made is None:
        raise problem
    story = read_story(made)
    findings.add("PP046", reason=_REASONS[problem.code])
    return story
