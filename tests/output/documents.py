"""A notice by hand, with its text, and what a test wants to change in it."""

from __future__ import annotations

from typing import Any

from planparse.records import Document

TITLE = "临澜市老旧管网改造行动计划（2023—2025年）"

# Lines 1 to 9; the places in `waterworks` are looked up in it.
TEXT = f"""\
{TITLE}
到2025年，漏损率控制在9%以内。
一、改造管网（管网专班牵头负责，2024年底前完成）
（一）供水
1.更换管道。更换灰口铸铁管道120公里，投资达到1.2亿元。
①先主干后支线。
（市水务局牵头，市财政局、市住建局等部门配合，市发改委指导）
2.建设监测点。每年新建1—2处，平均修复时间由36小时压减至24小时，2023年8月底前完成首批。
二、加强保障
"""


def place(part: str) -> list[list[int]]:
    start = TEXT.index(part)
    return [[start, start + len(part)]]


def group(role: str, *names: str, **more: Any) -> dict[str, Any]:
    departments = [{"text": name, "name": name} for name in names]
    return {"role": role, "departments": departments, **more}


def pipes() -> dict[str, Any]:
    """A measure with all roles, an open list, an item, two targets and a standard."""
    return {
        "id": "1.1.1",
        "label": "1.",
        "number": 1,
        "title": "更换管道",
        "text": "更换灰口铸铁管道120公里，投资达到1.2亿元。",
        "items": [{"label": "①", "text": "先主干后支线。"}],
        "responsibilities": [
            group("lead", "市水务局", role_text="牵头"),
            group("support", "市财政局", "市住建局", open=True, role_text="配合"),
            group("oversight", "市发改委", role_text="指导"),
        ],
        "targets": [
            {
                "text": "120公里",
                "value": 120,
                "unit": "公里",
                "comparator": "=",
                "indicator": "灰口铸铁管道",
                "action": "更换",
                "basis": "increment",
                "strength": "plain",
                "span": place("120公里"),
            },
            {
                "text": "达到1.2亿元",
                "value": 120_000_000,
                "unit": "元",
                "comparator": ">=",
                "indicator": "投资",
                "action": "达到",
                "basis": "level",
                "due": "2025-12-31",
            },
        ],
        "standards": [
            {"text": "50元", "value": 50, "unit": "元", "comparator": "=", "indicator": "每户补助"}
        ],
        "references": [{"title": "供水条例", "document_number": {"text": "临政发〔2022〕3号"}}],
        "spans": {"label": place("1."), "title": place("更换管道")},
        "span": place("1.更换管道。更换灰口铸铁管道120公里，投资达到1.2亿元。"),
    }


def points() -> dict[str, Any]:
    """A measure without bodies of its own, with a deadline of its own, a range and a baseline."""
    return {
        "id": "1.1.2",
        "label": "2.",
        "number": 2,
        "title": "建设监测点",
        "text": "每年新建1—2处，平均修复时间由36小时压减至24小时，2023年8月底前完成首批。",
        "targets": [
            {
                "text": "1—2处",
                "value": 1,
                "value_max": 2,
                "unit": "处",
                "comparator": "range",
                "action": "新建",
            },
            {
                "text": "24小时",
                "value": 24,
                "baseline": 36,
                "unit": "小时",
                "comparator": "=",
                "indicator": "平均修复时间",
            },
        ],
        "deadlines": [{"text": "2023年8月底前", "kind": "by", "end": "2023-08-31"}],
        "span": place("2.建设监测点"),
    }


def waterworks() -> Document:
    """Two measures below two headings, a target in the preamble, a section without measures."""
    supply = {
        "id": "1.1",
        "level": 2,
        "label": "（一）",
        "number": 1,
        "title": "供水",
        "measures": [pipes(), points()],
        "span": place("（一）供水"),
    }
    pipework = {
        "id": "1",
        "level": 1,
        "label": "一、",
        "number": 1,
        "title": "改造管网",
        "responsibilities": [group("lead", "管网专班", role_text="牵头负责")],
        "deadlines": [{"text": "2024年底前", "kind": "by", "end": "2024-12-31"}],
        "sections": [supply],
        "span": place("一、改造管网"),
    }
    support = {"id": "2", "level": 1, "label": "二、", "title": "加强保障", "span": place("二、加强保障")}
    loss = {
        "text": "9%以内",
        "value": 9,
        "unit": "%",
        "comparator": "<=",
        "indicator": "漏损率",
        "due": "2025-12-31",
        "basis": "level",
        "span": place("9%以内"),
    }
    plan = {
        "title": TITLE,
        "kind": "plan",
        "period": {"start": "2023-01-01", "end": "2025-12-31"},
        "preamble": {"text": "到2025年，漏损率控制在9%以内。", "targets": [loss]},
        "sections": [pipework, support],
    }
    return document(plan, {"document_number": {"text": "临政办发〔2023〕5号"}, "title": "关于印发计划的通知"})


def document(plan: dict[str, Any] | None, notice: dict[str, Any] | None = None) -> Document:
    return Document.model_validate(
        {
            "source": {
                "name": "管网.txt",
                "format": "text",
                "encoding": "utf-8",
                "sha256": "0" * 64,
                "characters": len(TEXT),
            },
            "rules": {"name": "planparse", "version": "0.1.0", "sha256": "f" * 64},
            "notice": notice,
            "plan": plan,
        }
    )


def with_measures(*measures: dict[str, Any], **more: Any) -> Document:
    """A plan of measures outside any section; ids are given to those without."""
    numbered = [{"id": str(number), **measure} for number, measure in enumerate(measures, 1)]
    return document({"title": "试验计划", "kind": "plan", "measures": numbered, **more})
