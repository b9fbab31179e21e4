"""Corrections as the review page exports them, made from the values of a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from planparse import yaml_writer
from planparse.overrides import Overrides, Value, names_of, read, values
from planparse.pipeline import Analysis, analyse_text

NOTICE = """\
青禾县人民政府关于印发青禾县托育服务2023年行动计划的通知
青政发〔2023〕7号

各乡镇人民政府：
现将行动计划印发给你们，请认真组织实施。

青禾县人民政府
2023年3月10日

青禾县托育服务2023年行动计划

一、增加供给（专班负责）
1.建设托育点。8月底前新建托育点12个以上，入托率达到40%。（县卫健局牵头，县财政局、县住建局配合）
2.补贴机构。对普惠机构每个托位补助300元。（县财政局负责）
二、加强监管
3.开展检查。全年检查机构30家。（县卫健局负责）
"""

Entry = dict[str, Any]


@pytest.fixture
def analysis() -> Analysis:
    return analyse_text(NOTICE, name="notice.txt")


@pytest.fixture
def correct(analysis: Analysis) -> Callable[..., Entry]:
    """The correction of the value of a kind and text in NOTICE: new fields, or `wrong=True`."""
    found = values(analysis.document, analysis.text)

    def make(kind: str, text: str, /, *, wrong: bool = False, **now: Any) -> Entry:
        value = next(v for v in found if v.kind == kind and v.address.text == text)
        return entry_of(value, wrong=wrong, **now)

    return make


def entry_of(found: Value, /, *, wrong: bool = False, **now: Any) -> Entry:
    fields = found.fields()
    was = {name: fields[name] for name in now} if now else fields
    place = {**found.address._asdict(), "node": found.node, "span": [list(span) for span in found.spans]}
    return {**place, "was": was, **({"wrong": True} if wrong else {"now": now})}


def as_file(analysis: Analysis, *entries: Entry) -> bytes:
    document = analysis.document
    source = {"name": "notice.txt", "sha256": document.source.sha256, **names_of(document)}
    data = {"overrides_version": "1", "source": source, "corrections": list(entries)}
    return yaml_writer.dump(data, flow={"corrections"}).encode()


def overrides(analysis: Analysis, *entries: Entry) -> Overrides:
    return read(as_file(analysis, *entries))
